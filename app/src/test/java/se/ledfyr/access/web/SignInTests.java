package se.ledfyr.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.personas.Personas;
import se.ledfyr.personas.SigningIn;

@HouseTest
class SignInTests {

    @LocalServerPort
    private int port;

    @Test
    void everyAddressLeadsNobodyToTheSignInPageWhetherItExistsOrNot() throws Exception {
        PlainBrowser browser = new PlainBrowser(port);
        for (String path : new String[] {"/account", "/no-such-page", "/error", "/registrations/1"}) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow())
                    .as(path)
                    .endsWith("/sign-in?to=" + path.replace("/", "%2F"));
        }
    }

    @Test
    void aMemberComesInByPasswordAndReturnsToTheWantedPage() throws Exception {
        PlainBrowser browser = new PlainBrowser(port);
        HttpResponse<String> answer = browser.post(
                "/sign-in",
                "/sign-in",
                Map.of("login", " Nord.Coordinator@Example.org ", "password", SigningIn.PASSWORD, "to", "/account"));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/account");
        assertThat(browser.get("/").body()).contains("Kim Koordinator").contains("Regionkoordinator Nord");
    }

    @Test
    void theSessionGetsANewNameOnSigningIn() throws Exception {
        PlainBrowser browser = new PlainBrowser(port);
        browser.get("/sign-in");
        String before = browser.cookie("ledfyr");
        browser.signIn(Personas.NORD_COORDINATOR);
        assertThat(before).isNotEmpty();
        assertThat(browser.cookie("ledfyr")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void afterSigningOutTheSessionOpensNothing() throws Exception {
        PlainBrowser browser = new PlainBrowser(port);
        browser.signIn(Personas.NORD_COORDINATOR);
        HttpResponse<String> out = browser.post("/", "/sign-out", Map.of());
        assertThat(out.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\", \"cookies\", \"storage\"");
        assertThat(browser.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void afterSigningInOneIsNeverSentToAnotherSite() throws Exception {
        PlainBrowser browser = new PlainBrowser(port);
        HttpResponse<String> answer = browser.post(
                "/sign-in",
                "/sign-in",
                Map.of(
                        "login",
                        Personas.NORD_COORDINATOR.login(),
                        "password",
                        SigningIn.PASSWORD,
                        "to",
                        "//evil.example"));
        assertThat(answer.headers().firstValue("Location")).hasValue("/");
    }
}
