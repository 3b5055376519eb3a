package se.ledfyr.permits;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.MUNICIPALITY_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.AtOnce;
import se.ledfyr.HouseTest;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.TestCases;
import se.ledfyr.installation.TestInstallation;

/// Both ends of an application may decide. At the same moment one of them does, and the other is told that
/// something has changed meanwhile.
@HouseTest
class DecisionRaceTests {

    private static final Predicate<RuntimeException> SECOND =
            refused -> refused instanceof MeanwhileChanged || refused instanceof NotHere;

    @Autowired
    private Applications applications;

    @Autowired
    private TestPermits some;

    @Autowired
    private TestCases cases;

    private ApplicationId applied() {
        return some.applied(MUNICIPALITY_CASEWORKER, cases.opened(MUNICIPALITY_CASEWORKER), true);
    }

    private void grant(Acting by, ApplicationId id) {
        by.run(() -> applications.decide(
                id,
                1,
                new Decision.Granted(some.today(), some.today(), some.today().plusDays(Decision.SHORTEST)),
                null));
    }

    private void refuse(Acting by, ApplicationId id) {
        by.run(() -> applications.decide(id, 1, new Decision.Refused(some.today()), null));
    }

    @Test
    void theTwoEndsDecideOnce() throws Exception {
        for (int i = 0; i < 4; i++) {
            ApplicationId id = applied();
            List<Boolean> did = AtOnce.all(
                    List.of(
                            () -> grant(MUNICIPALITY_CASEWORKER.acting(), id),
                            () -> refuse(NORD_COORDINATOR.acting(), id)),
                    SECOND);
            assertThat(did).containsOnlyOnce(true);
            assertThat(counted(id)).containsExactly(did.getFirst() ? "granted" : "refused");
            assertThat(version(id)).isEqualTo(2);
        }
    }

    @Test
    void whatIsStruckOutIsNotDecided() throws Exception {
        for (int i = 0; i < 4; i++) {
            ApplicationId id = applied();
            List<Boolean> did = AtOnce.all(
                    List.of(
                            () -> grant(NORD_COORDINATOR.acting(), id),
                            () -> MUNICIPALITY_CASEWORKER
                                    .acting()
                                    .run(() -> applications.strike(id, 1, "Skriven två gånger"))),
                    SECOND);
            assertThat(did).containsOnlyOnce(true);
            assertThat(counted(id)).hasSize(did.getFirst() ? 1 : 0);
        }
    }

    @Test
    void oneAnswerToWhatFollowsIsKept() throws Exception {
        ApplicationId id = applied();
        grant(NORD_COORDINATOR.acting(), id);
        int version = NORD_COORDINATOR.acting().get(() -> applications.get(id)).version();
        List<Boolean> did = AtOnce.all(
                List.of(
                        () -> NORD_COORDINATOR.acting().run(() -> applications.answer(id, version, "nothing")),
                        () -> MUNICIPALITY_CASEWORKER.acting().run(() -> applications.answer(id, version, "nsp"))),
                SECOND);
        assertThat(did).containsOnlyOnce(true);
    }

    private static List<String> counted(ApplicationId id) {
        return TestInstallation.owner()
                .sql("select decision from permits.reflection_period where id = ? and withdrawn_at is null")
                .param(id.value())
                .query(String.class)
                .list();
    }

    private static int version(ApplicationId id) {
        return TestInstallation.owner()
                .sql("select version from permits.application where id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }
}
