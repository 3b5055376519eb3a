package se.ledfyr.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.personas.Personas;

/// Over real HTTP, because half of it happens outside Spring.
@HouseTest
class HeaderTests {

    @LocalServerPort
    private int port;

    @Test
    void everyAnswerIsHardenedEvenARefusal() throws Exception {
        PlainBrowser browser = new PlainBrowser(port);
        browser.signIn(Personas.NORD_COORDINATOR);
        for (String path : List.of(
                "/", "/account", "/no-such-page", "/members", "/registrations/not-an-id", "/a;b=c/d", "/ledfyr.css")) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(header(answer, "Content-Security-Policy"))
                    .as(path)
                    .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
            assertThat(header(answer, "X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(header(answer, "Referrer-Policy")).as(path).isEqualTo("no-referrer");
            assertThat(header(answer, "Cross-Origin-Opener-Policy")).as(path).isEqualTo("same-origin");
            assertThat(header(answer, "Cross-Origin-Resource-Policy")).as(path).isEqualTo("same-origin");
            assertThat(header(answer, "Permissions-Policy")).as(path).contains("geolocation=()");
            assertThat(header(answer, "Cache-Control"))
                    .as(path)
                    .isEqualTo(path.equals("/ledfyr.css") ? "no-cache" : "no-store");
            assertThat(header(answer, "Server")).as(path).isEmpty();
        }
    }

    @Test
    void whatIsHiddenAndWhatIsMissingAreTheSameBytes() throws Exception {
        PlainBrowser browser = new PlainBrowser(port);
        browser.signIn(Personas.NORD_COORDINATOR);
        HttpResponse<String> missing = browser.get("/no-such-page");
        assertThat(missing.statusCode()).isEqualTo(404);
        for (String path : List.of(
                "/members",
                "/audit",
                "/error",
                "/registrations/not-an-id",
                "/registrations/00000000-0000-0000-0000-000000000001",
                "/setup/x",
                "/ledfyr.css/x")) {
            HttpResponse<String> hidden = browser.get(path);
            assertThat(hidden.statusCode()).as(path).isEqualTo(404);
            assertThat(bytes(hidden)).as(path).isEqualTo(bytes(missing));
            assertThat(hidden.body()).as(path).hasSameSizeAs(missing.body());
            assertThat(hidden.headers().map().keySet())
                    .as(path)
                    .isEqualTo(missing.headers().map().keySet());
        }
    }

    @Test
    void aPageSaysItsLanguageOnceAndRightly() throws Exception {
        HttpResponse<String> answer = new PlainBrowser(port).get("/sign-in");
        assertThat(header(answer, "Content-Language")).isEqualTo("sv");
        assertThat(answer.body()).contains("<html lang=\"sv\">");
    }

    @Test
    void theCookieIsKeptFromScriptsAndOtherSites() throws Exception {
        HttpResponse<String> answer = new PlainBrowser(port).get("/sign-in");
        assertThat(header(answer, "Set-Cookie"))
                .startsWith("ledfyr=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void anUnchangedStylesheetIsNotSentAgain() throws Exception {
        PlainBrowser browser = new PlainBrowser(port);
        String tag = header(browser.get("/ledfyr.css"), "ETag");
        assertThat(tag).isNotEmpty();
        HttpResponse<String> again = browser.send(
                java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://localhost:" + port + "/ledfyr.css"))
                        .header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String bytes(HttpResponse<String> answer) {
        return answer.body().replaceAll("(name=\"_csrf\" value=\")[^\"]+", "$1");
    }
}
