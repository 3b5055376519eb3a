package se.ledfyr.surveys.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.PLATFORM_COORDINATOR;
import static se.ledfyr.personas.Personas.SHELTER_CASEWORKER;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.ledfyr.HouseTest;
import se.ledfyr.access.web.TestSignIn;
import se.ledfyr.browser.Browser;
import se.ledfyr.casework.CaseId;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.handover.TestOffers;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;
import se.ledfyr.personas.SigningIn;
import se.ledfyr.surveys.Edition;
import se.ledfyr.surveys.Editions;
import se.ledfyr.surveys.Question;
import se.ledfyr.surveys.Questionnaire;
import se.ledfyr.surveys.SurveyForm;
import se.ledfyr.surveys.TestMembers;

/// A year of the platform: twenty-five organisations, two of them on a phone, one in English, one by file, one out
/// of its casework, one silent until it is reminded; and two that stand beside and see nothing of it at any step.
@HouseTest
class TwentyFiveTests {

    private static final int YEAR = Editions.delivered().years().getFirst();
    private static final int OTHERS = 23;

    @LocalServerPort
    private int port;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestOffers offers;

    private List<TestMembers.Organisation> all = List.of();

    @BeforeEach
    void arrive() {
        TestMembers.leave(YEAR);
        all = TestMembers.arrive(OTHERS);
    }

    @AfterEach
    void leave() {
        TestMembers.leave(YEAR);
    }

    @Test
    void twentyFiveFillInAYearThatThePlatformCompilesAndClosesAndABystanderSeesNothing() throws Exception {
        beginsEmpty();
        nobodyBesideSeesAnything();
        onPhones(all.subList(0, 2));
        nobodyBesideSeesAnything();
        inEnglish(all.get(2));
        byFile();
        fromCasework();
        nobodyBesideSeesAnything();
        onTheForm(all.subList(3, OTHERS - 1));
        nobodyBesideSeesAnything();
        remindsTheSilentOne(all.get(OTHERS - 1));
        nobodyBesideSeesAnything();
        closes();
        sendsAfterTheClosing(all.get(OTHERS - 1));
        isTold(all.get(OTHERS - 1));
        nobodyBesideSeesAnything();
        membersKeepToThemselves(all.get(5), all.get(6));
    }

    private void beginsEmpty() {
        try (Browser browser = Browser.desktop(port).open()) {
            Page page = browser.signIn(PLATFORM_COORDINATOR).go("/contacts/compilation?year=" + YEAR);
            for (TestMembers.Organisation each : all.subList(0, OTHERS)) {
                assertThat(row(page, each).locator(".tag.soon").count()).isOne();
            }
            browser.check("walk-25-begins");
        }
    }

    private void onPhones(List<TestMembers.Organisation> volunteers) {
        try (Browser browser = Browser.phone(port).byTouch().open()) {
            for (TestMembers.Organisation each : volunteers) {
                browser.signInInstead(each.login());
                Page page = browser.go("/contacts?year=" + YEAR);
                page.tap("a[href^='/contacts/new?form=adult']");
                page.fill("#reference", "Mobil " + each.label());
                page.tap("label:has([name=exposure][value=direct])");
                page.tap("label:has([name=sex][value=female])");
                page.tap("label:has([name=contact]) >> nth=0");
                page.tap("label:has([name=needs][value=safe_housing])");
                page.tap("[name=do][value=save]");
                page.locator(".tag.preliminary").waitFor();
                browser.check("walk-25-phone");
                page.tap("label:has([name=met_by_civil_society][value=safe_housing])");
                send(page);
                assertThat(page.locator("tr:has-text('Mobil " + each.label() + "') .tag.final")
                                .count())
                        .isOne();
                browser.check("walk-25-phone-list");
            }
        }
    }

    private void inEnglish(TestMembers.Organisation each) {
        try (Browser browser = Browser.desktop(port).in(Locale.ENGLISH).open()) {
            browser.signInInstead(each.login());
            Page page = browser.go("/contacts/new?form=child&year=" + YEAR);
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            inShort(page, "Family of spring", "indirect");
            page.fill("#age_years", "6");
            browser.check("walk-25-english");
            send(page);
            assertThat(page.locator("tr:has-text('Family of spring') .tag.final")
                            .count())
                    .isOne();
            browser.checkWords("walk-25-english");
        }
    }

    private void byFile() {
        try (Browser browser = Browser.desktop(port).open()) {
            browser.signIn(SHELTER_CASEWORKER);
            Page page = browser.go("/import");
            page.setInputFiles("#file", new FilePayload("contacts.csv", "text/csv", file("ORG-02", 3)));
            page.locator("form[action='/import'] button").click();
            page.waitForURL("**/import/*");
            browser.check("walk-25-file");
            assertThat(browser.go("/contacts?year=" + YEAR)
                            .locator("tbody .tag.final")
                            .count())
                    .isGreaterThanOrEqualTo(3);
            page = browser.go("/import");
            page.setInputFiles("#file", new FilePayload("others.csv", "text/csv", file("ORG-101", 1)));
            page.locator("form[action='/import'] button").click();
            page.waitForURL("**/import/*");
            assertThat(page.locator("table.data tbody tr").count())
                    .as("rows of another member")
                    .isPositive();
        }
    }

    private void fromCasework() {
        CaseId held = offers.caseOf(NGO_CASEWORKER, "Tjugofem Ärendesson");
        offers.needOf(NGO_CASEWORKER, held, "legal_advice", false);
        TestInstallation.owner()
                .sql("update casework.case_file set identified_on = make_date(?, 5, 5) where id = ?")
                .params(List.of(YEAR, held.value()))
                .update();
        try (Browser browser = Browser.desktop(port).open()) {
            Page page = browser.signIn(NGO_CASEWORKER).go("/cases/" + held.value());
            page.locator("a[href^='/contacts/new?case=" + held.value() + "']")
                    .filter(new Locator.FilterOptions().setHasText(String.valueOf(YEAR)))
                    .click();
            assertThat(page.locator("[name=needs][value=legal_advice]").isChecked())
                    .isTrue();
            assertThat(page.content()).doesNotContain("Ärendesson");
            browser.check("walk-25-case");
            page.fill("#reference", "Ur ärendet");
            send(page);
            assertThat(page.locator("tr:has-text('Ur ärendet') .tag.final").count())
                    .isOne();
        }
    }

    private void onTheForm(List<TestMembers.Organisation> members) {
        try (Browser browser = Browser.desktop(port).open()) {
            for (TestMembers.Organisation each : members) {
                browser.signInInstead(each.login());
                Page page = browser.go("/contacts/new?form=adult&year=" + YEAR);
                inShort(page, "Pärm " + each.label(), "direct");
                send(page);
                assertThat(page.locator("tr:has-text('Pärm " + each.label() + "') .tag.final")
                                .count())
                        .isOne();
            }
        }
    }

    private void remindsTheSilentOne(TestMembers.Organisation silent) {
        try (Browser browser = Browser.desktop(port).open()) {
            Page page = browser.signIn(PLATFORM_COORDINATOR).go("/contacts/compilation?year=" + YEAR);
            for (TestMembers.Organisation each : all.subList(0, OTHERS - 1)) {
                assertThat(row(page, each).locator(".tag.soon").count())
                        .as(each.label())
                        .isZero();
            }
            assertThat(page.content()).doesNotContain("Pärm ORG").doesNotContain("Mobil ORG");
            page.locator("form[action='/contacts/compilation/reminders'] button")
                    .click();
            assertThat(page.locator(".notice.good").count()).isOne();
            assertThat(row(page, silent).locator(".tag.soon").count()).isOne();
            browser.checkWords("walk-25-compilation");
            browser.check("walk-25-compilation");
            browser.go("/contacts/compilation/rows?form=adult&year=" + YEAR);
            assertThat(page.locator("tbody tr").count()).isGreaterThanOrEqualTo(OTHERS);
            assertThat(page.content()).doesNotContain("Pärm ORG").doesNotContain("Mobil ORG");
            browser.check("walk-25-rows");
        }
        assertThat(letters(silent)).isOne();
        assertThat(all.stream()
                        .filter(each -> each != silent)
                        .mapToLong(TwentyFiveTests::letters)
                        .sum())
                .isZero();
    }

    private void closes() {
        try (Browser browser = Browser.desktop(port).open()) {
            Page page = browser.signIn(PLATFORM_COORDINATOR).go("/contacts/compilation?year=" + YEAR);
            page.locator("form[action='/contacts/compilation/closing'] button").click();
            assertThat(page.locator("form[action='/contacts/compilation/closing']")
                            .count())
                    .isZero();
            browser.check("walk-25-closed");
        }
    }

    private void sendsAfterTheClosing(TestMembers.Organisation late) {
        try (Browser browser = Browser.desktop(port).open()) {
            browser.signInInstead(late.login());
            Page page = browser.go("/contacts/new?form=adult&year=" + YEAR);
            inShort(page, "Sen", "direct");
            send(page);
            assertThat(page.locator(".notice.bad").count())
                    .as("a reason is asked for")
                    .isOne();
            page.fill("#why", "Vi blev påminda och hann inte i tid");
            send(page);
            assertThat(page.locator("tr:has-text('Sen') .tag.final").count()).isOne();
        }
    }

    private void isTold(TestMembers.Organisation late) {
        try (Browser browser = Browser.phone(port).open()) {
            Page page = browser.signIn(PLATFORM_COORDINATOR).go("/contacts/compilation?year=" + YEAR);
            assertThat(page.locator("ol.history").textContent()).contains(late.label(), "hann inte i tid");
            browser.check("walk-25-revisions");
        }
    }

    /// Neither a coordinator nor an organisation that is no member can tell that there are contacts.
    private void nobodyBesideSeesAnything() throws Exception {
        TestMembers.Organisation outside = all.getLast();
        String somebodys = TestInstallation.owner()
                .sql(
                        "select coalesce((select id from surveys.contact where year = ? limit 1), gen_random_uuid())::text")
                .param(YEAR)
                .query(String.class)
                .single();
        List<RequestPostProcessor> beside =
                List.of(SigningIn.signedInAs(Personas.NORD_COORDINATOR), TestSignIn.as(outside.worker(), outside.id()));
        for (RequestPostProcessor each : beside) {
            for (String path : List.of(
                    "",
                    "/new?form=adult&year=" + YEAR,
                    "/notes",
                    "/compilation",
                    "/compilation/rows",
                    "/" + somebodys)) {
                assertThat(mvc.perform(get("/contacts" + path).with(each))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                        .as(path)
                        .isEqualTo(404);
            }
            assertThat(mvc.perform(get("/").with(each))
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .doesNotContain("href=\"/contacts");
        }
    }

    private void membersKeepToThemselves(TestMembers.Organisation one, TestMembers.Organisation other)
            throws Exception {
        String list = mvc.perform(get("/contacts?year=" + YEAR).with(TestSignIn.as(one.worker(), one.id())))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(list).contains("Pärm " + one.label()).doesNotContain("Pärm " + other.label());
    }

    private static void inShort(Page page, String reference, String exposure) {
        page.fill("#reference", reference);
        page.locator("[name=contact]").first().check();
        page.locator("[name=exposure][value=" + exposure + "]").check();
        page.locator("[name=sex][value=female]").check();
    }

    /// Sends, and answers what else a questionnaire of the year cannot do without.
    private static void send(Page page) {
        page.locator("[name=do][value=send]").click();
        for (int i = 0; i < 3 && page.locator("#errors a:not([href='#why'])").count() > 0; i++) {
            for (Locator link : page.locator("#errors a:not([href='#why'])").all()) {
                String key = link.getAttribute("href").substring(1);
                Locator choices = page.locator("[name=" + key + "]");
                if (choices.first().evaluate("it => it.tagName").equals("SELECT")) {
                    choices.first().selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
                } else {
                    choices.first().check();
                }
            }
            page.locator("[name=do][value=send]").click();
        }
    }

    private static byte[] file(String label, int rows) {
        Edition edition = Editions.delivered().current(SurveyForm.ADULT, YEAR).orElseThrow();
        Questionnaire questionnaire = new Questionnaire(edition, CodeBook.delivered());
        StringBuilder file = new StringBuilder("person_id,reporting_organisation,"
                + edition.questions().stream().map(Question::key).collect(Collectors.joining(",")) + "\n");
        for (int i = 0; i < rows; i++) {
            file.append(UUID.randomUUID()).append(',').append(label);
            for (Question question : edition.questions()) {
                boolean always = question.required() && question.shownWhen().isEmpty();
                file.append(',')
                        .append(
                                always
                                        ? questionnaire
                                                .choices(question, Locale.ENGLISH)
                                                .getFirst()
                                                .code()
                                        : "");
            }
            file.append('\n');
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Locator row(Page page, TestMembers.Organisation member) {
        return page.locator("tr:has(td:text-is('" + member.label() + "'))");
    }

    private static long letters(TestMembers.Organisation of) {
        return TestInstallation.owner()
                .sql(
                        "select count(*) from deadlines.letter where organisation = ? and text_key = 'contacts.letter.reminder'")
                .param(of.id().value())
                .query(Long.class)
                .single();
    }
}
