package se.ledfyr.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.ledfyr.personas.Personas.MUNICIPALITY_CASEWORKER;
import static se.ledfyr.personas.Personas.NATIONAL_STATISTICIAN;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.PLATFORM_COORDINATOR;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseId;
import se.ledfyr.handover.Answering;
import se.ledfyr.handover.Decline;
import se.ledfyr.handover.DeclineReason;
import se.ledfyr.handover.OfferId;
import se.ledfyr.handover.TestOffers;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;

@HouseTest
class ObservationsTests {

    @Autowired
    private Observations observations;

    @Autowired
    private TestOffers offers;

    @Autowired
    private Answering answering;

    @Test
    void refusalsOfTenPeopleAreTold() {
        int before = refused(Measure.PEOPLE);
        for (int i = 0; i < Floors.FLOOR; i++) {
            OfferId offer = offers.offerCase(
                    NORD_COORDINATOR,
                    offers.caseOf(NORD_COORDINATOR, "Observerad " + (char) ('A' + i) + "sson"),
                    MUNICIPALITY_CASEWORKER.place().id());
            MUNICIPALITY_CASEWORKER
                    .acting()
                    .run(() -> answering.decline(offer, new Decline(DeclineReason.NOT_OUR_REMIT, "", false, null)));
        }

        assertThat(refused(Measure.PEOPLE)).isGreaterThanOrEqualTo(Math.max(before + 1, Floors.FLOOR));
        assertThat(NATIONAL_STATISTICIAN.acting().get(() -> observations.list(observations.currentYear())))
                .extracting(ObservationTable::what)
                .containsExactly(Observed.values());
    }

    @Test
    void aNeedThatNobodyMetInTimeIsObserved() {
        int year = observations.currentYear();
        int before = unmet(year);
        List<CaseId> cases = offers.casesOfOneFind(NORD_COORDINATOR, Floors.FLOOR);
        cases.forEach(one -> offers.needOf(NORD_COORDINATOR, one, "escort", false));
        assertThat(unmet(year)).as("open, and in time").isEqualTo(before);

        TestInstallation.owner()
                .sql("update needs.need set seen_on = seen_on - 9, due_on = seen_on - 3 where case_id = any (?)")
                .param(cases.stream().map(CaseId::value).toArray(java.util.UUID[]::new))
                .update();

        assertThat(unmet(year)).isGreaterThanOrEqualTo(Math.max(before, Floors.FLOOR));
    }

    private int unmet(int year) {
        return PLATFORM_COORDINATOR.acting().get(() -> observations.list(year)).stream()
                .filter(table -> table.what() == Observed.UNMET_NEEDS)
                .flatMap(table -> table.lines().stream())
                .mapToInt(line ->
                        java.util.Objects.requireNonNullElse(line.values().getFirst(), 0))
                .sum();
    }

    @Test
    void anotherYearHasNothingOfThis() {
        assertThat(PLATFORM_COORDINATOR.acting().get(() -> observations.list(2001)))
                .allMatch(table -> table.lines().isEmpty());
    }

    @Test
    void nobodyAndBystandersSeeNothing() {
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> observations.list(2026));
        for (Personas bystander :
                List.of(NORD_COORDINATOR, NGO_CASEWORKER, MUNICIPALITY_CASEWORKER, Personas.PROGRAMME_CASEWORKER)) {
            bystander
                    .acting()
                    .run(() -> assertThatExceptionOfType(NotHere.class).isThrownBy(() -> observations.list(2026)));
        }
    }

    private int refused(Measure measure) {
        List<Integer> values = new ArrayList<>();
        PLATFORM_COORDINATOR.acting().get(() -> observations.list(observations.currentYear())).stream()
                .filter(table -> table.what() == Observed.REFUSALS)
                .flatMap(table -> table.lines().stream())
                .map(line -> line.values().get(Observed.REFUSALS.measures().indexOf(measure)))
                .forEach(value -> values.add(value == null ? 0 : value));
        return values.stream().mapToInt(Integer::intValue).sum();
    }
}
