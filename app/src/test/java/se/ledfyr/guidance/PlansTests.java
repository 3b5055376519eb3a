package se.ledfyr.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.ledfyr.personas.Personas.NORD_ADMINISTRATOR;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.Circumstances;
import se.ledfyr.casework.Closing;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.casework.Registrations;
import se.ledfyr.casework.TestFacts;
import se.ledfyr.deadlines.ClockSubject;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.needs.ChildPlace;
import se.ledfyr.needs.Children;
import se.ledfyr.needs.NewChild;
import se.ledfyr.people.People;

@HouseTest
class PlansTests {

    private static final HolderInside ME = new HolderInside.Colleague(NORD_COORDINATOR.id());

    @Autowired
    Plans plans;

    @Autowired
    Tasks tasks;

    @Autowired
    Cases cases;

    @Autowired
    Children children;

    @Autowired
    Registrations registrations;

    @Autowired
    People people;

    @Autowired
    Clocks clocks;

    @Test
    void aPlanFollowsTheManualOfTodayAndNothingIsDone() throws Exception {
        Plan plan = plan(opened());

        assertThat(plan.edition().steps()).hasSize(6);
        assertThat(plan.newer()).isEmpty();
        assertThat(plan.child()).isFalse();
        assertThat(plan.edition().steps())
                .allSatisfy(step -> assertThat(plan.settled(step)).isZero());
    }

    @Test
    void stepsAreTakenInAnyOrderAndCanBeUndone() throws Exception {
        CaseId id = opened();

        nord(() -> {
            plans.mark(id, "own-wish", Mark.DONE);
            plans.mark(id, "talk-alone", Mark.DOES_NOT_FIT);
            plans.mark(id, "talk-alone", Mark.OPEN);
            return id;
        });

        assertThat(plan(id).settled(plan(id).edition().steps().getLast())).isEqualTo(1);
        assertThat(plan(id).settled(plan(id).edition().steps().getFirst())).isZero();
    }

    @Test
    void whoHasChildrenHasTheAdviceForChildren() throws Exception {
        CaseId id = opened();
        nord(() -> children.add(id, new NewChild(ChildPlace.HOME_COUNTRY, 4, "female")));

        assertThat(plan(id).child()).isTrue();
    }

    @Test
    void aPlanKeepsItsEditionUntilItIsMoved() throws Exception {
        CaseId id = opened();
        nord(() -> {
            plans.moveTo(id, "manual-2016");
            plans.mark(id, "open-questions", Mark.DONE);
            return id;
        });
        assertThat(plan(id).edition().steps()).hasSize(5);
        assertThat(plan(id).newer()).isPresent();

        nord(() -> {
            plans.moveTo(id, "manual-2023");
            return id;
        });

        assertThat(plan(id).edition().steps()).hasSize(6);
        assertThat(plan(id).marks()).containsEntry("open-questions", Mark.DONE);
    }

    @Test
    void aTaskHasSomebodyAndAClock() throws Exception {
        CaseId id = opened();
        LocalDate day = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(5);

        TaskId task = nord(() -> tasks.add(id, new NewTask("acute-housing", "Ring jouren före tio", ME, day)));

        ClockSubject subject = new ClockSubject("TASK", task.value());
        assertThat(nord(() -> clocks.listOf(subject)))
                .singleElement()
                .satisfies(clock -> assertThat(clock.member()).isEqualTo(NORD_COORDINATOR.id()))
                .satisfies(clock -> assertThat(clock.lastDay()).isEqualTo(day))
                .satisfies(clock -> assertThat(clock.path()).doesNotContain("jouren"));
        assertThat(plan(id).openTasks()).extracting(Task::words).containsExactly("Ring jouren före tio");

        nord(() -> {
            tasks.end(task, Task.Result.DONE);
            return task;
        });
        assertThat(plan(id).openTasks()).isEmpty();
        assertThat(nord(() -> clocks.listOf(subject)))
                .allSatisfy(clock -> assertThat(clock.doneAt()).isNotNull());
    }

    @Test
    void ownWordsLieSealedInTheDatabase() throws Exception {
        TaskId task = nord(() -> tasks.add(opened(), new NewTask(null, "Köp en telefon", ME, null)));

        byte[] stored = TestInstallation.owner()
                .sql("select words_sealed from guidance.task where id = ?")
                .param(task.value())
                .query(byte[].class)
                .single();

        assertThat(new String(stored, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("telefon");
        assertThatIllegalArgumentException().isThrownBy(() -> new NewTask(null, "  ", ME, null));
    }

    @Test
    void plansAndTasksAreEachOrganisationsOwn() throws Exception {
        CaseId id = opened();
        TaskId task = nord(() -> tasks.add(id, new NewTask("talk-alone", null, ME, null)));

        assertThatExceptionOfType(NotHere.class).as("nobody").isThrownBy(() -> tasks.get(task));
        NORD_ADMINISTRATOR
                .acting()
                .run(() -> assertThatExceptionOfType(NotHere.class).isThrownBy(() -> tasks.get(task)));
        SYD_COORDINATOR.acting().run(() -> {
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> tasks.get(task));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> tasks.end(task, Task.Result.DONE));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> plans.mark(id, "talk-alone", Mark.DONE));
            assertThatExceptionOfType(NotHere.class)
                    .isThrownBy(() -> tasks.add(id, new NewTask("talk-alone", null, HolderInside.ON_DUTY, null)));
        });
    }

    @Test
    void aClosedCaseGetsNoNewTasksAndNoMarks() throws Exception {
        CaseId id = opened();
        nord(() -> {
            cases.close(id, new Closing("own_feet", null));
            return id;
        });

        NORD_COORDINATOR.acting().run(() -> {
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> plans.mark(id, "talk-alone", Mark.DONE));
            assertThatExceptionOfType(NotHere.class)
                    .isThrownBy(() -> tasks.add(id, new NewTask("talk-alone", null, ME, null)));
            assertThatExceptionOfType(NotHere.class)
                    .as("no such case")
                    .isThrownBy(() -> plans.moveTo(new CaseId(UUID.randomUUID()), "manual-2016"));
        });
    }

    private Plan plan(CaseId id) throws Exception {
        return nord(() -> plans.of(cases.get(id)));
    }

    private CaseId opened() throws Exception {
        return nord(() -> cases.open(
                registrations.register(people.addWithoutIdentity(), TestFacts.of(2026), Circumstances.notStated())));
    }

    private static <T> T nord(Callable<T> work) throws Exception {
        return NORD_COORDINATOR.acting().call(work);
    }
}
