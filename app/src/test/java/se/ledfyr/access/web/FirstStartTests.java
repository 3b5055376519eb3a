package se.ledfyr.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import se.ledfyr.access.FirstStart;
import se.ledfyr.installation.House;

/// An installation that nobody has used yet.
class FirstStartTests {

    private static final String PASSWORD = "den allra första gången";

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext house;

    @BeforeAll
    static void open() {
        house = House.open("first_start", false);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void thePrintedAddressMakesTheFirstAdministratorOnce() throws Exception {
        PlainBrowser browser = new PlainBrowser(House.port(house));
        String path = house.getBean(FirstStart.class).path().orElseThrow();
        assertThat(browser.get("/setup/guessed").statusCode()).isEqualTo(404);
        assertThat(browser.post(path, path, fields("kort")).statusCode())
                .as("a short password")
                .isEqualTo(200);
        HttpResponse<String> done = browser.post(path, path, fields(PASSWORD));
        assertThat(done.headers().firstValue("Location")).hasValue("/sign-in");
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
        assertThat(browser.post("/sign-in", path, fields(PASSWORD)).statusCode())
                .isEqualTo(404);
        assertThat(house.getBean(FirstStart.class).path()).isEmpty();
        HttpResponse<String> in =
                browser.post("/sign-in", "/sign-in", Map.of("login", "first@example.org", "password", PASSWORD));
        assertThat(in.headers().firstValue("Location")).hasValue("/");
        assertThat(browser.get("/organisations").statusCode()).isEqualTo(200);
        assertThat(browser.get("/registrations").statusCode()).isEqualTo(404);
    }

    private static Map<String, String> fields(String password) {
        return Map.of(
                "national", "Nationella samordningen",
                "name", "Första Någon",
                "login", "First@Example.org",
                "password", password,
                "again", password);
    }
}
