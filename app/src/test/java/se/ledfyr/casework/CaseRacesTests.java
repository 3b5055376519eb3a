package se.ledfyr.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_ADMINISTRATOR;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Colleagues;
import se.ledfyr.access.ExtraMember;
import se.ledfyr.access.Right;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.people.PersonId;
import se.ledfyr.personas.Personas;

/// What happens when several press at the same moment.
@HouseTest
class CaseRacesTests {

    @Autowired
    Cases cases;

    @Autowired
    TestCases some;

    @Autowired
    Colleagues colleagues;

    @RepeatedTest(25)
    void ofTwoWhoAcceptAtTheSameMomentOneHoldsAndTheOtherIsTold() throws Exception {
        CaseId id = some.opened(NORD_COORDINATOR);
        PersonId syd = some.person(SYD_COORDINATOR);
        PersonId ngo = some.person(NGO_CASEWORKER);
        NORD_COORDINATOR
                .acting()
                .run(() -> cases.release(
                        id,
                        UUID.randomUUID(),
                        Set.of(
                                SYD_COORDINATOR.place().id(),
                                NGO_CASEWORKER.place().id())));

        List<Boolean> taken = atOnce(() -> takes(SYD_COORDINATOR, id, syd), () -> takes(NGO_CASEWORKER, id, ngo));

        assertThat(taken).containsExactlyInAnyOrder(true, false);
        Personas holder = taken.getFirst() ? SYD_COORDINATOR : NGO_CASEWORKER;
        assertThat(NORD_COORDINATOR
                        .acting()
                        .call(() -> cases.get(id))
                        .isHeldBy(holder.place().id()))
                .isTrue();
        assertThat(dossiers(id)).as("the other got nothing").isEqualTo(2);
    }

    @RepeatedTest(10)
    void openingTwiceAtTheSameMomentOpensOneCase() throws Exception {
        RegistrationId registration = some.registered(NORD_COORDINATOR);

        List<Boolean> opened = atOnce(() -> opens(registration), () -> opens(registration));

        assertThat(opened).containsExactlyInAnyOrder(true, false);
    }

    @RepeatedTest(10)
    void acceptingAndWithdrawingAtTheSameMomentLeavesOneHolder() throws Exception {
        CaseId id = some.opened(NORD_COORDINATOR);
        PersonId syd = some.person(SYD_COORDINATOR);
        NORD_COORDINATOR
                .acting()
                .run(() -> cases.release(
                        id, UUID.randomUUID(), Set.of(SYD_COORDINATOR.place().id())));

        List<Boolean> done = atOnce(() -> takes(SYD_COORDINATOR, id, syd), () -> closes(id));

        assertThat(done).as("one of the two").containsExactlyInAnyOrder(true, false);
    }

    @Test
    void whatAMemberHeldWhoIsShutOutFallsToTheDutyFunction() throws Exception {
        MemberId leaving =
                ExtraMember.in(NORD_COORDINATOR.place(), "CASEWORKER").id();
        CaseId id = some.opened(NORD_COORDINATOR);
        NORD_COORDINATOR.acting().run(() -> cases.moveInside(id, new HolderInside.Colleague(leaving)));

        NORD_ADMINISTRATOR.acting().run(() -> colleagues.shutOut(leaving));

        assertThat(holder(id)).isEqualTo(HolderInside.ON_DUTY);
    }

    @Test
    void whatAMemberHeldWhoNoLongerWorksWithPeopleFallsToTheDutyFunction() throws Exception {
        MemberId moving = ExtraMember.in(NORD_COORDINATOR.place(), "CASEWORKER").id();
        CaseId id = some.opened(NORD_COORDINATOR);
        NORD_COORDINATOR.acting().run(() -> cases.moveInside(id, new HolderInside.Colleague(moving)));

        NORD_ADMINISTRATOR
                .acting()
                .run(() -> colleagues.giveRoles(moving, Set.of(se.ledfyr.organisations.Role.STATISTICIAN)));

        assertThat(holder(id)).isEqualTo(HolderInside.ON_DUTY);
    }

    @RepeatedTest(10)
    void nobodyShutOutHoldsACaseEvenWhenGivenItAtThatMoment() throws Exception {
        MemberId leaving =
                ExtraMember.in(NORD_COORDINATOR.place(), "CASEWORKER").id();
        CaseId id = some.opened(NORD_COORDINATOR);

        atOnce(() -> given(id, leaving), () -> NORD_ADMINISTRATOR.acting().call(() -> colleagues.shutOut(leaving)));

        assertThat(holder(id)).isNotEqualTo(new HolderInside.Colleague(leaving));
    }

    private HolderInside holder(CaseId id) throws Exception {
        return java.util.Objects.requireNonNull(NORD_COORDINATOR
                .acting()
                .call(() -> cases.get(id))
                .holder()
                .orElseThrow()
                .inside());
    }

    private boolean given(CaseId id, MemberId to) throws Exception {
        return tried(
                NORD_COORDINATOR.acting(),
                IllegalArgumentException.class,
                () -> cases.moveInside(id, new HolderInside.Colleague(to)));
    }

    private boolean takes(Personas who, CaseId id, PersonId person) throws Exception {
        return tried(who.acting(), TooLate.class, () -> cases.takeOver(id, person, HolderInside.ON_DUTY));
    }

    private boolean opens(RegistrationId registration) throws Exception {
        return tried(NORD_COORDINATOR.acting(), CaseAlreadyOpen.class, () -> cases.open(registration));
    }

    private boolean closes(CaseId id) throws Exception {
        return tried(
                NORD_COORDINATOR.acting(),
                se.ledfyr.access.NotHere.class,
                () -> cases.close(id, new Closing("own_feet", null)));
    }

    private static boolean tried(Acting who, Class<? extends RuntimeException> refusal, Runnable act) {
        assertThat(who.may(Right.WORK_WITH_PEOPLE)).isTrue();
        try {
            who.run(act);
            return true;
        } catch (RuntimeException refused) {
            assertThat(refused).isInstanceOf(refusal);
            return false;
        }
    }

    private static long dossiers(CaseId id) {
        return TestInstallation.owner()
                .sql("select count(*) from casework.dossier where case_id = ?")
                .param(id.value())
                .query(Long.class)
                .single();
    }

    @SafeVarargs
    private static List<Boolean> atOnce(Callable<Boolean>... acts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(acts.length);
        List<Future<Boolean>> running = new ArrayList<>();
        try (ExecutorService together = Executors.newFixedThreadPool(acts.length)) {
            for (Callable<Boolean> act : acts) {
                running.add(together.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
        }
        List<Boolean> answers = new ArrayList<>();
        for (Future<Boolean> one : running) {
            answers.add(one.get());
        }
        return answers;
    }
}
