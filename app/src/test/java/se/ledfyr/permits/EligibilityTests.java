package se.ledfyr.permits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.TestCases;

/// Who can have a reflection period is said by editions of the rules, each from a day on, and never by the code.
@HouseTest
class EligibilityTests {

    private static final Map<String, String> CLEAR = Map.of(
            "ground", "yes",
            "citizen", "third_country",
            "permit", "none",
            "asylum", "no",
            "child", "no",
            "investigation", "no");

    @Autowired
    private Eligibility eligibility;

    @Autowired
    private Editions editions;

    @Autowired
    private EligibilityQueries queries;

    @Autowired
    private Cases cases;

    @Autowired
    private TestCases some;

    @Test
    void untilAugust2022OnlyTheLeadInvestigatorCouldApplyAndSinceThenTheSocialBoardCan() {
        List<String> before = said(LocalDate.of(2022, 7, 31), CLEAR);
        List<String> after = said(LocalDate.of(2022, 8, 1), CLEAR);

        assertThat(before).containsExactly("open", "who-nobody");
        assertThat(after).containsExactly("open", "who-board");
    }

    /// A check is kept with what it was asked by: a later change of the rules changes nothing of it.
    @Test
    void whatWasSaidStaysWhenTheRulesChange() {
        CaseId id = some.opened(NORD_COORDINATOR);
        Checked checked = NORD_COORDINATOR.acting().get(() -> eligibility.check(id, CLEAR));
        Edition next = new Edition(
                "eligibility-next",
                checked.on(),
                checked(checked).title(),
                checked(checked).source(),
                checked(checked).questions(),
                List.of(new Saying(
                        "nobody-any-more",
                        Saying.Kind.HINDERS,
                        Map.of("child", Set.of("yes", "no")),
                        new Worded("Nej", "No"),
                        new Worded("Ny lag", "New law"),
                        new Worded("1 §", "section 1"),
                        new Worded("Prov", "Trial"))));

        Editions changed = editions.with(next);

        assertThat(changed.on(checked.on()).say(CLEAR)).extracting(Saying::id).containsExactly("nobody-any-more");
        Checked kept = NORD_COORDINATOR
                .acting()
                .get(() -> eligibility.findLast(cases.get(id)).orElseThrow());
        assertThat(kept.edition()).isEqualTo("eligibility-2022");
        assertThat(kept.answers()).isEqualTo(CLEAR);
        assertThat(kept.said()).containsExactly("open", "who-board");
        assertThat(changed.find(kept.edition()))
                .as("an edition that was asked stays")
                .isPresent();
    }

    /// Whatever is answered, something is said, and every saying names law, section and source in both languages.
    @Test
    void noAnswersAreLeftWithoutAWord() {
        for (Edition edition : editions.list()) {
            assertThat(edition.sayings())
                    .allSatisfy(saying -> assertThat(List.of(
                                    saying.law().en(),
                                    saying.section().sv(),
                                    saying.source().en()))
                            .doesNotContain(""));
            for (Map<String, String> answers : combinations(edition.questions())) {
                List<Saying> said = edition.say(answers);
                assertThat(said).as("%s to %s", edition.id(), answers).isNotEmpty();
                assertThat(said)
                        .as("who applies is always said, in %s to %s", edition.id(), answers)
                        .filteredOn(saying -> saying.kind() == Saying.Kind.APPLIES)
                        .hasSize(1);
                assertThat(said)
                        .as("and whether it can be had")
                        .filteredOn(saying -> saying.kind() != Saying.Kind.APPLIES)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void everyHindranceAdvisesAndNoneForbids() {
        CaseId id = some.opened(NORD_COORDINATOR);
        Map<String, String> hindered = new LinkedHashMap<>(CLEAR);
        hindered.put("permit", "work");
        Checked checked = NORD_COORDINATOR.acting().get(() -> eligibility.check(id, hindered));
        assertThat(checked.said()).contains("work-permit");

        assertThat(NORD_COORDINATOR.acting().get(() -> eligibility.findLast(cases.get(id))))
                .isPresent();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .as("an answer that is none is no answer")
                .isThrownBy(() -> NORD_COORDINATOR.acting().get(() -> eligibility.check(id, Map.of("permit", "work"))));
    }

    @Test
    void aCauseIsReplacedByTheNextAndNobodyElseSeesIt() {
        CaseId id = some.opened(NORD_COORDINATOR);
        NORD_COORDINATOR.acting().run(() -> eligibility.noApplication(id, "person_declined"));
        NORD_COORDINATOR.acting().run(() -> eligibility.noApplication(id, "too_late"));

        assertThat(NORD_COORDINATOR.acting().get(() -> eligibility.findCause(cases.get(id))))
                .isEqualTo("too_late");
        assertThat(SYD_COORDINATOR.acting().get(() -> queries.findCause(id))).isEmpty();
    }

    @Test
    void whoDoesNotHoldTheCaseChecksNothing() {
        CaseId id = some.opened(NORD_COORDINATOR);

        assertThatExceptionOfType(NotHere.class).as("nobody").isThrownBy(() -> eligibility.check(id, CLEAR));
        assertThatExceptionOfType(NotHere.class)
                .as("a bystander")
                .isThrownBy(() -> SYD_COORDINATOR.acting().get(() -> eligibility.check(id, CLEAR)));
        some.pass(id, NORD_COORDINATOR, NGO_CASEWORKER);
        assertThatExceptionOfType(NotHere.class)
                .as("who gave the case away")
                .isThrownBy(() -> NORD_COORDINATOR.acting().run(() -> eligibility.noApplication(id, "other")));
    }

    private Edition checked(Checked checked) {
        return eligibility.editionOf(checked);
    }

    private List<String> said(LocalDate day, Map<String, String> answers) {
        return editions.on(day).say(answers).stream().map(Saying::id).toList();
    }

    private static List<Map<String, String>> combinations(List<Question> questions) {
        List<Map<String, String>> all = List.of(Map.of());
        for (Question question : questions) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> one : all) {
                for (Question.Answer answer : question.answers()) {
                    Map<String, String> more = new LinkedHashMap<>(one);
                    more.put(question.id(), answer.code());
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }
}
