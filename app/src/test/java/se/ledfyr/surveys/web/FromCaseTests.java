package se.ledfyr.surveys.web;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.Circumstances;
import se.ledfyr.casework.Facts;
import se.ledfyr.casework.Registrations;
import se.ledfyr.casework.TestFacts;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.handover.TestOffers;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.justice.Crime;
import se.ledfyr.justice.LegalHelp;
import se.ledfyr.justice.NewReport;
import se.ledfyr.justice.NewStatus;
import se.ledfyr.justice.Reports;
import se.ledfyr.needs.ChildPlace;
import se.ledfyr.needs.Children;
import se.ledfyr.needs.NewChild;
import se.ledfyr.pages.Languages;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.People;
import se.ledfyr.permits.Eligibility;
import se.ledfyr.permits.NewPermit;
import se.ledfyr.permits.PermitHistory;
import se.ledfyr.surveys.Answers;
import se.ledfyr.surveys.Contacts;
import se.ledfyr.surveys.Editions;
import se.ledfyr.surveys.Questionnaire;

/// A case answers what it knows, as it was at the end of the year, says what is uncertain, and marks
/// what is missing.
@HouseTest
class FromCaseTests {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    @Autowired
    private FromCase fromCase;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Cases cases;

    @Autowired
    private Registrations registrations;

    @Autowired
    private People people;

    @Autowired
    private LegalHelp help;

    @Autowired
    private Reports reports;

    @Autowired
    private PermitHistory permits;

    @Autowired
    private Eligibility eligibility;

    @Autowired
    private Children children;

    @Autowired
    private TestOffers offers;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void regionRightsPermitAndChildrenComeFromTheCase() {
        CaseId held = offers.caseOf(NGO_CASEWORKER, "Hamnens person");
        run(() -> {
            help.answerRights(held, Map.of("all_rights", "no"));
            permits.add(held, new NewPermit("witness", MARCH, null, "migration_agency", "told"));
            children.add(held, new NewChild(ChildPlace.HOME_COUNTRY, 6, "female"));
            help.askMoney(held, "damages", MARCH, null, null);
        });

        assertThat(answers(held, "adult-2026"))
                .containsEntry("origin_country", "TH")
                .containsEntry("origin_region", "asia")
                .containsEntry("rights_met", "false")
                .containsEntry("permit_granted", "true")
                .containsEntry("residence_status", "witness")
                .containsEntry("has_children", "true")
                .containsEntry("children_place", "home_country")
                .containsEntry("compensation", "claimed")
                .containsEntry("contact", "new_2026");
    }

    @Test
    void whyNothingWasReportedAndWhyThereWasNoReflectionPeriodAreAnswers() {
        CaseId held = offers.caseOf(NGO_CASEWORKER, "Rädd person");
        identifiedOn(held, "2025-05-05");
        run(() -> {
            reports.set(
                    held,
                    null,
                    new NewStatus(
                            "no_report_made",
                            LocalDate.of(2025, 6, 1),
                            null,
                            null,
                            "afraid_of_authorities",
                            null,
                            null));
            eligibility.noApplication(held, "person_declined");
        });

        FromCase.Taken taken = take(held, "adult-2025");

        assertThat(words(taken.answers()))
                .containsEntry("police_reports", "0")
                .containsEntry("legal_status", "no_report_made")
                .containsEntry("reflection_granted", "false")
                .containsEntry("why_civil_society", "did_not_dare");
        assertThat(taken.uncertain()).containsExactly("why_civil_society");
        // 2026 no longer asks for the reflection period.
        assertThat(answers(held, "adult-2026")).doesNotContainKey("reflection_granted");
    }

    @Test
    void childrenInSeveralPlacesAreInNoOneOfThem() {
        CaseId held = offers.caseOf(NGO_CASEWORKER, "Förälder till två");
        run(() -> {
            children.add(held, new NewChild(ChildPlace.HOME_COUNTRY, 6, "female"));
            children.add(held, new NewChild(ChildPlace.ACCOMPANYING, 2, "male"));
        });

        assertThat(answers(held, "adult-2026"))
                .containsEntry("has_children", "true")
                .doesNotContainKey("children_place");
    }

    /// What came after the year is of the next one.
    @Test
    void aYearIsTakenAsItWasAtItsEnd() {
        CaseId held = offers.caseOf(NGO_CASEWORKER, "Två års person");
        identifiedOn(held, "2025-05-05");
        offers.needOf(NGO_CASEWORKER, held, "safe_housing", false);
        run(() -> {
            permits.add(held, new NewPermit("work", MARCH, null, "migration_agency", "told"));
            reports.add(
                    held,
                    new NewReport(
                            MARCH,
                            "person",
                            "nord",
                            null,
                            null,
                            List.of(new Crime("thb", null)),
                            "investigation_ongoing"));
        });

        assertThat(answers(held, "adult-2025"))
                .containsEntry("contact", "new_2025")
                .doesNotContainKeys("needs", "permit_granted", "police_reports", "crimes");
        // The twin: the same case at the end of the year after.
        assertThat(answers(held, "adult-2026"))
                .containsEntry("contact", "carried_over")
                .containsEntry("needs", "safe_housing")
                .containsEntry("permit_granted", "true")
                .containsEntry("police_reports", "1")
                .containsEntry("crimes", "thb");
    }

    /// Of a year of birth nobody can tell whether the birthday has been, but for whoever turns 18.
    @ParameterizedTest
    @CsvSource({"2016, 10, true", "2008, 17, false", "2026, 0, false"})
    void anAgeFromTheYearOfBirthIsUncertain(int born, String age, boolean uncertain) {
        CaseId held = child(born);

        FromCase.Taken taken = take(held, "child-2026");

        assertThat(words(taken.answers())).containsEntry("age_years", age);
        assertThat(taken.uncertain().contains("age_years")).isEqualTo(uncertain);
    }

    @Test
    void whatIsMissingAndWhatIsUncertainAreMarked() {
        CaseId held = child(2016);
        Questionnaire questionnaire = questionnaire("child-2026");
        FromCase.Taken taken = take(held, "child-2026");

        Map<String, String> marks =
                fromCase.marks(questionnaire, taken, Languages.ofModule("contacts", Locale.of("sv")));

        assertThat(marks)
                .containsEntry("sex", "Hämtat ur ärendet")
                .containsEntry("age_years", "Hämtat ur ärendet, men osäkert: se efter")
                .containsEntry("in_school", "Finns inte i ärendet")
                .hasSameSizeAs(questionnaire.edition().questions());
    }

    /// Every pair of country and part of the world that organisations gave is the one a case would give.
    @ParameterizedTest
    @CsvSource({
        "SE, eu",
        "PL, eu",
        "CY, eu",
        "GB, europe_non_eu",
        "UA, europe_non_eu",
        "RU, europe_non_eu",
        "TH, asia",
        "SY, asia",
        "BR, south_america",
        "CU, other_unknown",
        "US, other_unknown",
        "AU, other_unknown",
        "NG, africa"
    })
    void everyCountryIsInAPartOfTheWorld(String country, String region) {
        assertThat(PersonInCase.regionOf(CodeBook.delivered(), country, LocalDate.of(2025, 12, 31)))
                .isEqualTo(region);
    }

    @Test
    void theRegionsAreThoseThatOrganisationsGave() throws Exception {
        try (var file = getClass().getResourceAsStream("/reference/civil_adults_2025.csv")) {
            String text = new String(
                    java.util.Objects.requireNonNull(file).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            Set<String> pairs = new TreeSet<>();
            text.lines().skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
                if (!cells[5].isEmpty()) {
                    pairs.add(cells[5] + " " + cells[6]);
                }
            });
            assertThat(pairs)
                    .hasSizeGreaterThan(30)
                    .allSatisfy(pair -> assertThat(pair.substring(3))
                            .isEqualTo(PersonInCase.regionOf(
                                    CodeBook.delivered(), pair.substring(0, 2), LocalDate.of(2025, 12, 31))));
        }
    }

    private CaseId child(int born) {
        Facts adult = TestFacts.on(LocalDate.of(2026, 6, 15));
        return as(() -> {
            var person = people.add(Identity.named("Barn Barnsson"), null, new NameFacts(born, "TH"));
            var registration = registrations.register(
                    person,
                    new Facts(
                            adult.registeredOn(),
                            adult.region(),
                            adult.municipality(),
                            "female",
                            "child",
                            born,
                            "TH",
                            adult.forms(),
                            null,
                            "member_organisation",
                            null,
                            null,
                            null,
                            0,
                            false,
                            false),
                    Circumstances.notStated());
            return cases.open(registration);
        });
    }

    private static void identifiedOn(CaseId held, String day) {
        TestInstallation.owner()
                .sql("update casework.case_file set identified_on = ?::date where id = ?")
                .params(List.of(day, held.value()))
                .update();
    }

    private Map<String, String> answers(CaseId held, String edition) {
        return words(take(held, edition).answers());
    }

    private static Map<String, String> words(Answers answers) {
        Map<String, String> words = new java.util.TreeMap<>();
        answers.by().forEach((key, answer) -> words.put(key, answer.text()));
        return words;
    }

    private FromCase.Taken take(CaseId held, String edition) {
        return as(() -> fromCase.take(cases.get(held), questionnaire(edition)));
    }

    private Questionnaire questionnaire(String edition) {
        return contacts.questionnaire(Editions.delivered().get(edition));
    }

    private void run(Runnable work) {
        as(() -> {
            work.run();
            return true;
        });
    }

    private <T> T as(Supplier<T> work) {
        List<@Nullable T> result = new ArrayList<>();
        NGO_CASEWORKER.acting().run(() -> transaction.executeWithoutResult(status -> result.add(work.get())));
        return java.util.Objects.requireNonNull(result.getFirst());
    }
}
