package se.ledfyr.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.personas.Personas;

/// A find with forty-two people: written down by paste, by keyboard, on a phone, and without any script.
@HouseTest
class FortyTwoTests {

    private static final int PEOPLE = 42;
    private static final AtomicInteger NEXT = new AtomicInteger();

    /// Names that no two rows share a word of, so that nobody is mistaken for another.
    private static final List<String> GIVEN =
            List.of("Anongan", "Busaba", "Chanthira", "Duangkamon", "Ekachai", "Fongsam", "Gamonwan");

    private static final List<String> FAMILY =
            List.of("Prathumma", "Ritthirong", "Saengdao", "Thongkham", "Uthaiwan", "Wongsuwan");

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void fortyTwoPeopleArePastedIntoTheGrid(String language) {
        try (Browser browser = Browser.desktop(port).in(Locale.of(language)).open()) {
            Page page = browser.signIn(Personas.NORD_COORDINATOR).page();
            browser.go("/events/new");
            browser.check("event-new-" + language);
            event(browser);
            browser.check("event-empty-" + language);

            page.locator("a[href$='/people']").click();
            browser.check("grid-empty-" + language);
            Instant start = Instant.now();
            paste(page, "#r1-name", rows("G" + language));
            assertThat(page.locator("[data-grid] tbody tr").count()).isEqualTo(PEOPLE);
            assertThat(page.locator("[data-grid-status]").textContent()).contains("42");
            browser.check("grid-pasted-" + language);
            page.locator("button[value=save]").click();
            page.waitForURL(Pattern.compile(".*/events/[0-9a-f-]{36}$"));
            told("grid, pasted", start);

            assertThat(page.locator("#people").textContent()).contains("42");
            browser.check("event-full-" + language);
            browser.go("/events");
            browser.check("events-" + language);
        }
    }

    @Test
    void theKeyboardIsEnough() {
        try (Browser browser = Browser.desktop(port).open()) {
            Page page = browser.signIn(Personas.NORD_COORDINATOR).page();
            event(browser);
            page.locator("a[href$='/people']").click();
            page.locator("#r1-name").focus();
            for (int i = 1; i <= 12; i++) {
                type(page, "", "Tab", "19" + (70 + i), "Tab", "", "Tab", "k", "Tab", i == 1 ? "TH" : "\"", "Enter");
            }
            assertThat(focused(page)).isEqualTo("r13-name");
            page.keyboard().press("ArrowUp");
            assertThat(focused(page)).isEqualTo("r12-name");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Shift+Enter");
            assertThat(focused(page)).isEqualTo("r12-name");
            page.locator("[data-grid-more]").click();
            assertThat(focused(page)).isEqualTo("r14-name");
            assertThat(page.locator("[data-grid] tbody tr").count()).isEqualTo(23);
            browser.check("grid-typed");
            page.locator("button[value=save]").click();

            assertThat(page.locator("#people").textContent()).contains("12");
            assertThat(page.locator("td:has-text('Thailand')").count()).isEqualTo(12);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void fortyTwoPeopleAreAddedOneAfterAnotherOnAPhone(String language) {
        try (Browser browser = Browser.phone(port).in(Locale.of(language)).open()) {
            Page page = browser.signIn(Personas.NORD_COORDINATOR).page();
            event(browser);
            browser.check("phone-event-" + language);
            page.locator("a[href$='/next']").click();
            browser.check("phone-next-empty-" + language);
            Instant start = Instant.now();
            for (int i = 0; i < PEOPLE; i++) {
                page.locator("#r1-name").fill(name("P" + language, i));
                page.locator("input[name=r1-sex][value=" + (i % 2 == 0 ? "female" : "male") + "]")
                        .check();
                page.locator("#r1-birth_year").fill(Integer.toString(born("P" + language, i)));
                if (i == 0) {
                    page.locator("#r1-citizenship").selectOption("TH");
                }
                page.locator("button[value=save]").click();
                assertThat(page.locator("h1").textContent()).startsWith(i == 0 ? i18n(language) : (i + 1) + " ");
            }
            told("phone, one after another", start);
            browser.check("phone-next-" + language);
            page.locator("summary").first().click();
            browser.check("phone-next-more-" + language);
            page.locator("button[value=save]").click();
            assertThat(page.locator("#errors").isVisible()).isTrue();
            browser.check("phone-next-wrong-" + language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void faultsAndDoublesAreShownWithoutAnyFaultOfTheirOwn(String language) {
        try (Browser browser = Browser.desktop(port).in(Locale.of(language)).open()) {
            Page page = browser.signIn(Personas.NORD_COORDINATOR).page();
            event(browser);
            page.locator("a[href$='/people']").click();
            paste(
                    page,
                    "#r1-name",
                    "Iris " + language + "alfa\t1990\t\tw\tTH\n" + language
                            + "alfa Iris\t1990\t\tf\tTH\nX\t3000\t\tzzz\tNowhere");
            page.locator("button[value=save]").click();
            browser.check("grid-faults-" + language);
            page.locator("#errors a").first().click();
            assertThat(focused(page)).isEqualTo("r3-birth_year");
            page.locator("#r3-name").fill("");
            page.locator("#r3-birth_year").fill("");
            page.locator("#r3-sex").fill("");
            page.locator("#r3-citizenship").fill("");
            page.locator("button[value=save]").click();
            browser.check("review-" + language);
            page.locator("button[value=decide]").click();
            browser.check("review-undecided-" + language);
            page.locator("input[value=skip-row]").check();
            page.locator("button[value=decide]").click();
            assertThat(page.locator("td:has-text('1990')").count()).isEqualTo(1);
        }
    }

    @Test
    void everythingWorksWithoutScripts() {
        try (Browser browser = Browser.phone(port).withoutScripts().open()) {
            Page page = browser.signIn(Personas.NORD_COORDINATOR).page();
            event(browser);
            page.locator("a[href$='/people']").click();
            page.locator("button[value=more]").click();
            assertThat(page.locator("#r20-name").count()).isEqualTo(1);
            page.locator("details:has(#pasted) summary").click();
            page.locator("#pasted").fill(rows("S"));
            page.locator("button[value=paste]").click();
            assertThat(page.locator("#r42-name").inputValue()).isEqualTo(name("S", 41));
            page.locator("#r42-name").press("Enter");
            assertThat(page.locator("#r42-name").inputValue())
                    .as("Enter saves nothing")
                    .isEqualTo(name("S", 41));
            browser.picture("phone-grid-without-scripts");
            page.locator("button[value=save]").click();
            assertThat(page.locator("#people").textContent()).contains("42");

            page.locator("a[href$='/next']").click();
            page.locator("input[name=r1-sex][value=female]").check();
            page.locator("input[name=r1-age_group][value=unknown]").check();
            page.locator("button[value=save]").click();
            assertThat(page.locator("h1").textContent()).startsWith("43 ");
        }
    }

    @Test
    void thePagesAreCalmInTheDark() {
        try (Browser browser = Browser.phone(port).inTheDark().open()) {
            Page page = browser.signIn(Personas.NORD_COORDINATOR).page();
            event(browser);
            browser.check("dark-event");
            page.locator("a[href$='/people']").click();
            paste(page, "#r1-name", rows("D"));
            browser.check("dark-grid");
            page.navigate(page.url().replace("/people", "/next"));
            browser.check("dark-next");
        }
    }

    private static void event(Browser browser) {
        Page page = browser.go("/events/new");
        page.locator("#municipality_code").selectOption("2480");
        page.locator("#employer").fill("Påhittade Bär AB");
        page.locator("#place").fill("Skogen bakom kyrkan");
        page.locator("#period_from").fill("2026-07-01");
        page.locator("#period_to").fill("2026-08-17");
        page.locator("#referred_by").selectOption("workplace_inspection");
        page.locator("#sector").selectOption("berry_picking");
        page.locator("input[name=forms][value=labour]").check();
        page.locator("#code").fill("FYRTIO-" + NEXT.incrementAndGet());
        page.locator("main form button.button").click();
        page.waitForURL(Pattern.compile(".*/events/[0-9a-f-]{36}$"));
    }

    private static String rows(String salt) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(i -> String.join(
                        "\t",
                        name(salt, i),
                        Integer.toString(born(salt, i)),
                        "",
                        i % 2 == 0 ? "kvinna" : "M",
                        "Thailand"))
                .collect(Collectors.joining("\r\n"));
    }

    /// Three years apart from the same row of another test, so that names that sound alike are told apart.
    private static int born(String salt, int i) {
        return 1940 + 3 * List.of("Gsv", "Gen", "Psv", "Pen", "S", "D").indexOf(salt) + i;
    }

    private static String name(String salt, int i) {
        String end = salt.toLowerCase(Locale.ROOT) + (char) ('a' + i % 26) + (char) ('a' + i / 26);
        return GIVEN.get(i % GIVEN.size()) + end + " " + FAMILY.get(i % FAMILY.size()) + end;
    }

    private static void paste(Page page, String field, String text) {
        page.locator(field).evaluate("""
                        (field, text) => {
                          const data = new DataTransfer();
                          data.setData("text/plain", text);
                          field.focus();
                          field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
                        }
                        """, text);
    }

    private static void type(Page page, String... keys) {
        for (int i = 0; i < keys.length; i += 2) {
            page.keyboard().type(keys[i]);
            page.keyboard().press(keys[i + 1]);
        }
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.id");
    }

    private static String i18n(String language) {
        return language.equals("sv") ? "En " : "One ";
    }

    private static void told(String how, Instant start) {
        long seconds = Duration.between(start, Instant.now()).toSeconds();
        System.out.printf(Locale.ROOT, "Forty-two people, %s: %d s of machine time%n", how, seconds);
    }
}
