package se.ledfyr.browser;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.browser.ProgrammeWorld.Addresses;
import se.ledfyr.deadlines.TestTime;
import se.ledfyr.personas.Personas;

/// Every page about support, returns, permits, the legal process and money, in both languages, on a phone and on a
/// desktop: nothing for axe to complain about, nothing to scroll sideways, no key and no code to read. Forms also as
/// they come back when nothing has been filled in.
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryProgrammePageTests {

    private static final int PHONE = 360;
    private static final int DESKTOP = 1280;
    private static final Instant MORNING = Instant.parse("2026-11-25T08:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private ProgrammeWorld world;

    private static final String FILLED =
            "main form[method=post] input:not([type=hidden]):not([type=radio]):not([type=checkbox])";

    private Addresses at;
    private TestTime time;

    @BeforeAll
    void make() {
        time = TestTime.travel();
        time.to(MORNING);
        at = world.make();
    }

    @AfterAll
    void home() {
        time.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void thePagesOfWhoeverAppliesAreOpenToEverybody(String language) {
        try (Walk walk = new Walk(language, Personas.NORD_COORDINATOR)) {
            walk.see("/", at.plain(), at.full(), "/support", "/support/gaps", at.applied());
            walk.fillIn(at.plain() + "/support/new");
            walk.see("/permits", "/permits?box=waiting", "/permits?box=asked", "/permits?box=settled");
            walk.see(at.waiting(), at.decided(), at.permit());
            for (String form : List.of("/check", "/application", "/cause", "/new")) {
                walk.fillIn(at.plain() + "/permits" + form);
            }
            walk.see("/justice", at.plain() + "/justice", at.full() + "/justice", at.report());
            walk.see(at.claim(), at.claim() + "/statement");
            walk.see(at.plain() + "/justice/reports/new");
            walk.fillIn(at.plain() + "/justice/reports/new?on=2026-02-02");
            walk.fillIn(at.plain() + "/justice/claims/new");
            walk.see("/returns", "/returns?stage=before", "/returns?stage=after", at.open(), at.admitted(), at.group());
            walk.fillIn("/returns/new?registration=" + at.registration());
            walk.see("/returns/groups/new");
            walk.fillIn("/returns/groups/new?event=" + at.event());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void thePagesOfWhoeverDecidesAreOpenToEverybody(String language) {
        try (Walk walk = new Walk(language, Personas.PROGRAMME_CASEWORKER)) {
            walk.see("/", "/support", "/support?box=decided", "/support/grants", "/support/gaps", "/support/refusals");
            walk.see(at.applied(), at.granted(), "/support/homes");
            walk.fillIn("/support/applications/new");
            walk.fillIn(at.applied() + "/decision");
            walk.fillIn("/support/homes/new");
            walk.fillIn(at.home());
        }
        try (Walk walk = new Walk(language, Personas.RETURN_CASEWORKER)) {
            walk.see("/", "/returns", "/returns?stage=before", at.open(), at.admitted(), at.group());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void thePagesOfTheMoneyAreOpenToEverybody(String language) {
        try (Walk walk = new Walk(language, Personas.PROGRAMME_LEAD)) {
            walk.see("/money", at.agreement());
            for (String page : List.of("/forecast", "/back-test", "/outcomes", "/account")) {
                walk.see(at.agreement() + page);
            }
            for (String form : List.of("/expenses", "/prices", "/supplements/new")) {
                walk.fillIn(at.agreement() + form);
            }
        }
        try (Walk walk = new Walk(language, Personas.NATIONAL_COORDINATOR)) {
            walk.see("/", "/money", at.agreement(), at.agreement() + "/account");
            walk.fillIn("/money/new");
        }
        try (Walk walk = new Walk(language, Personas.NATIONAL_STATISTICIAN)) {
            walk.see("/", "/support/refusals", "/statistics", "/statistics/printed", "/statistics/years");
            walk.see("/statistics/amp_totals", "/statistics/legal_crimes", "/statistics/betanketid");
        }
    }

    /// One browser going from page to page as one persona.
    private final class Walk implements AutoCloseable {

        private final String language;
        private final Personas who;
        private final Browser browser;

        Walk(String language, Personas who) {
            this.language = language;
            this.who = who;
            browser = Browser.phone(port).in(Locale.of(language)).open().signIn(who);
        }

        void see(String... paths) {
            for (String path : paths) {
                MoneyWalkTests.untilReckoned(browser.go(path));
                look(path);
            }
        }

        /// A form, and how it comes back when it is sent with every text and day emptied: as it stands it may be in
        /// order.
        void fillIn(String path) {
            see(path);
            Page page = browser.page();
            page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)");
            page.evaluate("document.querySelectorAll('main form').forEach(form => form.noValidate = true)");
            page.evaluate("document.querySelectorAll(\"" + FILLED + "\").forEach(one => one.value = '')");
            page.locator("main form[method=post] button").first().click();
            look(path + "-sent");
        }

        private void look(String path) {
            String name = "programme-%s%s-%s"
                    .formatted(
                            who.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            path.replaceAll("[0-9a-f-]{36}", "id").replaceAll("[^a-z]+", "-"),
                            language);
            browser.checkWords(name);
            for (int width : new int[] {DESKTOP, PHONE}) {
                browser.page().setViewportSize(width, 800);
                browser.check(name + "-" + width);
            }
        }

        @Override
        public void close() {
            browser.close();
        }
    }
}
