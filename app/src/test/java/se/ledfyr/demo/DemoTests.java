package se.ledfyr.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.ledfyr.access.web.PlainBrowser;
import se.ledfyr.installation.House;
import se.ledfyr.installation.Installation;
import se.ledfyr.installation.TestInstallation;

/// The demo country, founded once and found again.
class DemoTests {

    @Test
    void theDemoIsFoundedOnceAndFoundAgain() throws Exception {
        Installation installation = TestInstallation.another("demo", true);
        try (ConfigurableApplicationContext first = House.open(installation)) {
            everyPersonaComesInWithoutAPassword(House.port(first));
            assertThat(registrations()).isEqualTo(1279 + lately(0) + 12 + 1);
        }
        try (ConfigurableApplicationContext second = House.open(installation)) {
            assertThat(count("programmes.amp_grant"))
                    .as("of the files, and one that is admitted at work")
                    .isEqualTo(152 + lately(1) + 1);
            assertThat(count("programmes.nsp_grant")).isEqualTo(159 + lately(2));
            assertThat(count("returns.application where state = 'ADMITTED' and planned_ore = 3550000"))
                    .isOne();
            assertThat(count("returns.application where state = 'SENT'")).isOne();
            assertThat(count("permits.reflection_period"))
                    .as("of the file, and two that Nord works with")
                    .isEqualTo(42 + 2);
            assertThat(registrations()).isEqualTo(1279 + lately(0) + 12 + 1);
            assertThat(organisations()).isEqualTo(DemoOffice.values().length);
            assertThat(count("surveys.contact where state = 'SENT'")).isBetween(60L, 200L);
            assertThat(count("surveys.contact where state = 'DRAFT'")).isEqualTo(2);
            assertThat(count("surveys.informal_note where state = 'SENT'")).isPositive();
            String page = new PlainBrowser(House.port(second)).get("/sign-in").body();
            assertThat(page).contains("class=\"demo\"", "Kim Nordlund");
        }
    }

    private static void everyPersonaComesInWithoutAPassword(int port) throws Exception {
        for (DemoMember member : DemoMember.values()) {
            PlainBrowser browser = new PlainBrowser(port);
            HttpResponse<String> in = browser.post(
                    "/sign-in",
                    "/demo/sign-in",
                    Map.of("member", member.id().value().toString()));
            assertThat(in.statusCode()).as(member.name()).isEqualTo(302);
            String start = browser.get("/").body();
            assertThat(start).as(member.name()).contains(member.member().name(), "class=\"demo\"");
        }
        PlainBrowser stranger = new PlainBrowser(port);
        assertThat(stranger.post("/sign-in", "/demo/sign-in", Map.of("member", "00000000-0000-0000-0000-000000000001"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(stranger.postWithoutToken(
                                "/demo/sign-in",
                                Map.of(
                                        "member",
                                        DemoMember.COORDINATOR.id().value().toString()))
                        .headers()
                        .firstValue("Location"))
                .hasValue("/sign-in");
    }

    /// Rows that were invented since the published years, of registrations, returns and support.
    private static long lately(int file) {
        return DemoRecently.files(java.time.LocalDate.now(java.time.ZoneOffset.UTC))
                        .get(file)
                        .lines()
                        .count()
                - 1;
    }

    private static long registrations() {
        return count("casework.registration");
    }

    private static long organisations() {
        return count("organisations.organisation");
    }

    private static long count(String table) {
        JdbcClient owner = TestInstallation.owner("demo");
        return owner.sql("select count(*) from " + table).query(Long.class).single();
    }
}
