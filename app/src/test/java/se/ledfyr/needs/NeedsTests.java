package se.ledfyr.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_ADMINISTRATOR;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.NORD_STATISTICIAN;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.Circumstances;
import se.ledfyr.casework.Closing;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.casework.NotYetClosable;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.casework.Registrations;
import se.ledfyr.casework.TestFacts;
import se.ledfyr.casework.TooLate;
import se.ledfyr.deadlines.ClockSubject;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.personas.Personas;

@HouseTest
class NeedsTests {

    private static final LocalDate SEEN = LocalDate.of(2026, 3, 2);

    @Autowired
    Needs needs;

    @Autowired
    Measures measures;

    @Autowired
    Cases cases;

    @Autowired
    Registrations registrations;

    @Autowired
    People people;

    @Autowired
    Clocks clocks;

    @Test
    void whoHoldsTheCaseOwesWhatNobodyElseHasTakenOver() throws Exception {
        CaseId caseId = opened();

        Need need = nord(() -> needs.get(needs.add(caseId, housing())));

        assertThat(need.owedBy()).isEqualTo(NORD_COORDINATOR.place().id());
        assertThat(need.state()).isEqualTo(NeedState.OPEN);
        assertThat(need.childRoute()).isFalse();
        assertThat(nord(() -> needs.duties(need.id())))
                .singleElement()
                .satisfies(duty -> assertThat(duty.until()).isNull());
        assertThat(nord(() -> needs.list(new NeedFilter(true, true, "safe_housing"), 0))
                        .needs())
                .contains(need);
    }

    @Test
    void toNobodyAndToBystandersThereIsNoNeed() throws Exception {
        CaseId caseId = opened();
        NeedId id = nord(() -> needs.add(caseId, housing()));

        assertThatExceptionOfType(NotHere.class).as("nobody").isThrownBy(() -> needs.get(id));
        for (Personas persona : List.of(NORD_STATISTICIAN, NORD_ADMINISTRATOR)) {
            persona.acting().run(() -> assertThatExceptionOfType(NotHere.class).isThrownBy(() -> needs.get(id)));
        }
        SYD_COORDINATOR.acting().run(() -> {
            assertThat(needs.find(id)).isEmpty();
            assertThat(needs.listOf(caseId)).isEmpty();
            assertThat(needs.list(new NeedFilter(true, false, null), 0).needs())
                    .extracting(Need::id)
                    .doesNotContain(id);
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> needs.add(caseId, housing()));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> needs.meet(id));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> needs.duties(id));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> measures.add(id, help(Sector.STATE)));
            assertThatExceptionOfType(NotHere.class)
                    .isThrownBy(() -> needs.release(id, UUID.randomUUID(), to(NGO_CASEWORKER)));
            assertThatExceptionOfType(TooLate.class).isThrownBy(() -> needs.takeOver(id, null));
            needs.withdrawRelease(id);
        });
    }

    @Test
    void whoTakesOverANeedOwesThatNeedAndSeesNoOther() throws Exception {
        CaseId caseId = opened();
        NeedId offered = nord(() -> needs.add(caseId, housing()));
        NeedId kept = nord(() -> needs.add(caseId, need("legal_advice")));
        nord(() -> release(offered, NGO_CASEWORKER));
        assertThat(NGO_CASEWORKER.acting().call(() -> needs.find(offered)))
                .as("an offer is no leave to look")
                .isEmpty();

        NGO_CASEWORKER.acting().run(() -> needs.takeOver(offered, null));

        NGO_CASEWORKER.acting().run(() -> {
            assertThat(needs.listOf(caseId)).extracting(Need::id).containsExactly(offered);
            assertThat(needs.find(kept)).isEmpty();
        });
        Need seenByHolder = nord(() -> needs.get(offered));
        assertThat(seenByHolder.owedBy()).isEqualTo(NGO_CASEWORKER.place().id());
        assertThat(seenByHolder.holder()).isEqualTo(NORD_COORDINATOR.place().id());
        List<Duty> duties = nord(() -> needs.duties(offered));
        assertThat(duties).hasSize(2);
        assertThat(duties.getFirst().until()).isEqualTo(duties.getLast().from());
    }

    @Test
    void aLeaveThatWasTakenBackOrUsedIsNone() throws Exception {
        NeedId id = nord(() -> needs.add(opened(), housing()));
        nord(() -> release(id, NGO_CASEWORKER));
        nord(() -> {
            needs.withdrawRelease(id);
            return id;
        });
        assertTooLate(NGO_CASEWORKER, id);

        nord(() -> release(id, NGO_CASEWORKER));
        assertTooLate(SYD_COORDINATOR, id);
        NGO_CASEWORKER.acting().run(() -> needs.takeOver(id, null));
        assertTooLate(NGO_CASEWORKER, id);
        NORD_COORDINATOR
                .acting()
                .run(() -> assertThatExceptionOfType(NotHere.class)
                        .as("who no longer owes it cannot offer it")
                        .isThrownBy(() -> release(id, SYD_COORDINATOR)));
    }

    @Test
    void ofTwoWhoTakeOverAtOnceOneDoes() throws Exception {
        for (int round = 0; round < 20; round++) {
            NeedId id = nord(() -> needs.add(opened(), housing()));
            nord(() -> {
                needs.release(
                        id,
                        UUID.randomUUID(),
                        Set.of(
                                NGO_CASEWORKER.place().id(),
                                SYD_COORDINATOR.place().id()));
                return id;
            });
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                List<Future<Boolean>> tries =
                        both.invokeAll(List.of(taking(NGO_CASEWORKER, id), taking(SYD_COORDINATOR, id)));
                assertThat(List.of(tries.getFirst().get(), tries.getLast().get()))
                        .containsExactlyInAnyOrder(true, false);
            }
            assertThat(nord(() -> needs.duties(id))).hasSize(2);
        }
    }

    @Test
    void whoTakesOverTheCaseOwesWhatTheOneBeforeOwed() throws Exception {
        CaseId caseId = opened();
        NeedId own = nord(() -> needs.add(caseId, housing()));
        NeedId others = nord(() -> needs.add(caseId, need("legal_advice")));
        nord(() -> release(others, NGO_CASEWORKER));
        NGO_CASEWORKER.acting().run(() -> needs.takeOver(others, null));
        nord(() -> {
            cases.release(caseId, UUID.randomUUID(), to(SYD_COORDINATOR));
            return caseId;
        });
        PersonId theirs = SYD_COORDINATOR.acting().call(people::addWithoutIdentity);

        SYD_COORDINATOR.acting().run(() -> cases.takeOver(caseId, theirs, HolderInside.ON_DUTY));

        SYD_COORDINATOR.acting().run(() -> {
            assertThat(needs.get(own).owedBy())
                    .isEqualTo(SYD_COORDINATOR.place().id());
            assertThat(needs.get(others).owedBy())
                    .isEqualTo(NGO_CASEWORKER.place().id());
        });
        assertThat(nord(() -> needs.listOf(caseId))).as("the former holder").isEmpty();
        assertThat(NGO_CASEWORKER.acting().call(() -> needs.get(others)).holder())
                .isEqualTo(SYD_COORDINATOR.place().id());
    }

    @Test
    void aCaseIsNotClosedOverAnOpenNeed() throws Exception {
        CaseId caseId = opened();
        NeedId id = nord(() -> needs.add(caseId, housing()));

        NORD_COORDINATOR
                .acting()
                .run(() -> assertThatExceptionOfType(NotYetClosable.class)
                        .isThrownBy(() -> cases.close(caseId, new Closing("own_feet", null))));
        nord(() -> {
            needs.giveUp(id, "no_place");
            cases.close(caseId, new Closing("own_feet", null));
            return id;
        });

        assertThat(nord(() -> needs.get(id)).unmetReason()).isEqualTo("no_place");
    }

    /// The second wall, for whoever goes past the service.
    @Test
    void notEvenTheDatabaseClosesACaseOverAnOpenNeed() throws Exception {
        CaseId caseId = opened();
        nord(() -> needs.add(caseId, housing()));

        assertThatThrownBy(() -> TestInstallation.owner()
                        .sql(
                                "update casework.case_file set state = 'CLOSED', closed_at = now(), outcome = 'own_feet' where id = ?")
                        .param(caseId.value())
                        .update())
                .hasMessageContaining("open need");
    }

    @Test
    void whatWasGivenDecidesWhatIsLeft() throws Exception {
        CaseId caseId = opened();
        NeedId nothing = nord(() -> needs.add(caseId, housing()));
        NeedId some = nord(() -> needs.add(caseId, housing()));
        nord(() -> measures.add(nothing, new NewMeasure(null, Sector.STATE, SEEN, null, NewMeasure.NO_HELP)));
        MeasureId given = nord(() -> measures.add(some, help(Sector.CIVIL_SOCIETY)));
        nord(() -> measures.add(some, help(Sector.REGION)));

        nord(() -> {
            needs.giveUp(nothing, "person_said_no");
            needs.giveUp(some, "no_place");
            return caseId;
        });

        assertThat(nord(() -> needs.get(nothing)).state()).isEqualTo(NeedState.UNMET);
        Need partly = nord(() -> needs.get(some));
        assertThat(partly.state()).isEqualTo(NeedState.PARTLY_MET);
        assertThat(partly.metByAuthority()).isTrue();
        assertThat(partly.metByCivilSociety()).isTrue();
        assertThat(partly.firstHelpOn()).isEqualTo(SEEN.plusDays(2));

        nord(() -> {
            measures.strike(some, given);
            return given;
        });
        assertThat(nord(() -> needs.get(some)).metByCivilSociety()).isFalse();
    }

    @Test
    void onlyWhoNotedAMeasureChangesIt() throws Exception {
        NeedId id = nord(() -> needs.add(opened(), housing()));
        MeasureId measure = nord(() -> measures.add(id, help(Sector.MUNICIPALITY)));
        nord(() -> release(id, NGO_CASEWORKER));

        NGO_CASEWORKER.acting().run(() -> {
            needs.takeOver(id, null);
            assertThat(measures.listOf(id))
                    .singleElement()
                    .satisfies(one -> assertThat(one.own()).isFalse());
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> measures.strike(id, measure));
        });
    }

    @Test
    void aNeedThatIsThereStillIsOwedAgainByWhoOwedItLast() throws Exception {
        NeedId id = nord(() -> needs.add(opened(), housing()));
        nord(() -> release(id, NGO_CASEWORKER));
        NGO_CASEWORKER.acting().run(() -> {
            needs.takeOver(id, null);
            needs.meet(id);
        });

        nord(() -> {
            needs.reopen(id, "It broke down");
            return id;
        });

        Need again = nord(() -> needs.get(id));
        assertThat(again.isOpen()).isTrue();
        assertThat(again.owedBy()).isEqualTo(NGO_CASEWORKER.place().id());
        assertThat(nord(() -> needs.duties(id))).hasSize(3);
        assertThat(nord(() -> needs.duties(id)).get(1).until()).isNotNull();
    }

    @Test
    void theClockRunsForWhoeverOwesTheNeed() throws Exception {
        NeedId id = nord(() -> needs.add(opened(), housing()));
        ClockSubject subject = new ClockSubject("NEED", id.value());
        assertThat(nord(() -> clocks.listOf(subject)))
                .singleElement()
                .satisfies(clock -> assertThat(clock.doneAt()).isNull());
        nord(() -> release(id, NGO_CASEWORKER));

        NGO_CASEWORKER.acting().run(() -> needs.takeOver(id, null));

        assertThat(nord(() -> clocks.listOf(subject)))
                .allSatisfy(clock -> assertThat(clock.doneAt()).isNotNull());
        assertThat(NGO_CASEWORKER.acting().call(() -> clocks.listOf(subject)))
                .singleElement()
                .satisfies(clock -> assertThat(clock.lastDay()).isEqualTo(SEEN.plusDays(1)));
        NGO_CASEWORKER.acting().run(() -> needs.meet(id));
        assertThat(NGO_CASEWORKER.acting().call(() -> clocks.listOf(subject)))
                .allSatisfy(clock -> assertThat(clock.doneAt()).isNotNull());
    }

    private void assertTooLate(Personas persona, NeedId id) {
        persona.acting().run(() -> assertThatExceptionOfType(TooLate.class).isThrownBy(() -> needs.takeOver(id, null)));
    }

    private Callable<Boolean> taking(Personas persona, NeedId id) {
        return () -> persona.acting().call(() -> {
            try {
                needs.takeOver(id, null);
                return true;
            } catch (TooLate other) {
                return false;
            }
        });
    }

    private NeedId release(NeedId id, Personas to) {
        needs.release(id, UUID.randomUUID(), to(to));
        return id;
    }

    private static Set<se.ledfyr.organisations.OrganisationId> to(Personas persona) {
        return Set.of(persona.place().id());
    }

    private CaseId opened() throws Exception {
        return nord(() -> {
            RegistrationId registration =
                    registrations.register(people.addWithoutIdentity(), TestFacts.of(2026), Circumstances.notStated());
            return cases.open(registration);
        });
    }

    private static NewNeed housing() {
        return need("safe_housing");
    }

    private static NewNeed need(String type) {
        return new NewNeed(type, null, SEEN, "police", true, SEEN.plusDays(1));
    }

    private static NewMeasure help(Sector sector) {
        return new NewMeasure(null, sector, SEEN.plusDays(2), null, "helped");
    }

    private static <T> T nord(Callable<T> work) throws Exception {
        return NORD_COORDINATOR.acting().call(work);
    }
}
