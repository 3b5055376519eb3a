package se.ledfyr.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static se.ledfyr.personas.Personas.NATIONAL_STATISTICIAN;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.PLATFORM_COORDINATOR;
import static se.ledfyr.personas.Personas.SHELTER_CASEWORKER;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;
import se.ledfyr.personas.Personas.Place;
import se.ledfyr.surveys.Answer;
import se.ledfyr.surveys.Answers;
import se.ledfyr.surveys.Some;
import se.ledfyr.surveys.TestContacts;

/// What organisations answer once a year, observed: each test has a year of its own, long after all others.
@HouseTest
class FormObservationsTests {

    private static final Answers NEEDED = Some.adult().with("needs", Answer.Codes.of("legal_advice"));

    @Autowired
    private Observations observations;

    @Test
    void aNeedOfTenPeopleIsToldWithWhoMetIt() {
        answer(7, 2150, Place.NGO, NEEDED);
        answer(6, 2150, Place.SHELTER, NEEDED.with("met_by_civil_society", Answer.Codes.of("legal_advice")));
        answer(5, 2150, Place.SHELTER, NEEDED.with("met_by_authority", Answer.Codes.of("legal_advice")));

        assertThat(table(Observed.FORM_NEEDS, 2150).lines())
                .extracting(ObservationLine::code, ObservationLine::values)
                .containsExactly(tuple("legal_advice", List.of(18, 13, 7)));
    }

    @Test
    void nineAreNotTold() {
        answer(9, 2151, Place.NGO, NEEDED.with("why_civil_society", Answer.Codes.of("did_not_dare")));

        assertThat(forms(2151)).allMatch(table -> table.lines().isEmpty());
    }

    /// A line of twelve and a number of eleven together are a number of one.
    @Test
    void aNumberThatLeavesFewOverIsNotTold() {
        answer(11, 2152, Place.NGO, NEEDED);
        answer(1, 2152, Place.SHELTER, NEEDED.with("met_by_authority", Answer.Codes.of("legal_advice")));

        ObservationLine line = table(Observed.FORM_NEEDS, 2152).lines().getFirst();
        assertThat(line.values().getFirst()).isEqualTo(12);
        assertThat(line.values().get(1)).isNull();
        assertThat(line.values().get(2)).isNull();
    }

    @Test
    void draftsAndWhatWasTakenOutAndOtherYearsAreNotObserved() {
        answer(9, 2153, Place.NGO, NEEDED);
        answer(9, 2154, Place.NGO, NEEDED);
        TestContacts.answered(Place.NGO, 2153, false, NEEDED);
        UUID struck = TestContacts.answered(Place.NGO, 2153, true, NEEDED);
        TestInstallation.owner()
                .sql("update surveys.contact set struck_at = now() where id = ?")
                .param(struck)
                .update();

        assertThat(forms(2153)).allMatch(table -> table.lines().isEmpty());
    }

    @Test
    void whatAFormDidNotAskIsSilentAndNotANo() {
        answer(12, 2155, Place.NGO, Some.adult());
        answer(12, 2155, Place.NGO, Some.adult().with("rights_met", new Answer.NotKnown()));

        assertThat(forms(2155)).allMatch(table -> table.lines().isEmpty());
    }

    @Test
    void whoWasInDetentionAndWasFoundByOthersIsOverlookedAndWhomTheAuthorityFoundIsNot() {
        Answers held = Some.adult().with("authorities_contacted", Answer.Codes.of(List.of("detention", "police")));
        answer(6, 2156, Place.NGO, held.with("identified_by", Answer.Codes.of("member_organisation")));
        answer(5, 2156, Place.SHELTER, held.with("identified_by", Answer.Codes.of("police")));
        answer(
                20,
                2156,
                Place.SHELTER,
                Some.adult()
                        .with("authorities_contacted", Answer.Codes.of("social_services"))
                        .with("identified_by", Answer.Codes.of("social_services")));

        assertThat(table(Observed.FORM_OVERLOOKED, 2156).lines())
                .extracting(ObservationLine::code, ObservationLine::values)
                .as("eleven in detention, and six of them in contact with the police, put together: eleven people")
                .containsExactly(tuple(ObservationLine.FEW, List.of(11, 6)));
    }

    @Test
    void theNationReadsTheSameAndNobodyElseAnything() {
        answer(10, 2157, Place.NGO, Some.adult().with("permit_granted", new Answer.YesNo(false)));

        assertThat(NATIONAL_STATISTICIAN.acting().get(() -> observations.list(2157)))
                .isEqualTo(PLATFORM_COORDINATOR.acting().get(() -> observations.list(2157)));
        assertThat(table(Observed.FORM_NO, 2157).lines())
                .extracting(ObservationLine::code, ObservationLine::values)
                .containsExactly(tuple("permit_granted", List.of(10)));
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> observations.list(2157));
        for (Personas member : List.of(NGO_CASEWORKER, SHELTER_CASEWORKER)) {
            member.acting()
                    .run(() -> assertThatExceptionOfType(NotHere.class).isThrownBy(() -> observations.list(2157)));
        }
    }

    private static void answer(int people, int year, Place member, Answers answers) {
        for (int i = 0; i < people; i++) {
            TestContacts.answered(member, year, true, answers);
        }
    }

    private ObservationTable table(Observed what, int year) {
        return forms(year).stream()
                .filter(table -> table.what() == what)
                .findFirst()
                .orElseThrow();
    }

    private List<ObservationTable> forms(int year) {
        return PLATFORM_COORDINATOR.acting().get(() -> observations.list(year)).stream()
                .filter(table -> table.what().source() == Observed.Source.FORMS)
                .toList();
    }
}
