package se.ledfyr.guidance;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.people.PersonId;
import se.ledfyr.people.Seals;

/// What is to be done for people in the cases of the acting organisation, with somebody who sees to it
/// and a day.
///
/// A task with a day has a clock, which reminds whoever sees to it. When somebody else takes the case
/// over, open tasks end as passed on; those of the manual are there for the new holder, where it was
/// told what the person needs.
@Service
@Transactional
public class Tasks {

    private static final String WORDS = "guidance.task.words";

    private final PlanQueries queries;
    private final Manual manual;
    private final Cases cases;
    private final Seals seals;
    private final TaskClocks clocks;
    private final AuditLog audit;
    private final Clock clock;

    Tasks(
            PlanQueries queries,
            Manual manual,
            Cases cases,
            Seals seals,
            TaskClocks clocks,
            AuditLog audit,
            Clock clock) {
        this.queries = queries;
        this.manual = manual;
        this.cases = cases;
        this.seals = seals;
        this.clocks = clocks;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws NotHere when the acting organisation takes no part in such an open case, or no edition has the action
    public TaskId add(CaseId caseId, NewTask task) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        CaseFile file = cases.get(caseId);
        if (!file.isOpen() || !isKnown(task.action())) {
            throw new NotHere();
        }
        TaskId id = TaskId.random();
        queries.insert(id, file, task, seal(file.person(), id, task.words()), clock.instant());
        clocks.set(id, caseId, task);
        note(Action.TASK_ADDED, id, caseId, task.action());
        return id;
    }

    /// Ends a task.
    ///
    /// @throws NotHere when there is no such open task here, or a task is not ended in this way by anybody
    public void end(TaskId id, Task.Result result) {
        if (result == Task.Result.PASSED_ON) {
            throw new NotHere();
        }
        Task task = get(id);
        if (!queries.end(id, result, clock.instant())) {
            throw new NotHere();
        }
        clocks.stop(id);
        note(Action.TASK_CHANGED, id, task.caseId(), result.name());
    }

    /// @throws NotHere when there is no such task here
    public Task get(TaskId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return open(queries.find(id).orElseThrow(NotHere::new));
    }

    /// The tasks of a case, open ones first, then by the day they are due.
    public List<Task> listOf(CaseId caseId) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return queries.tasks(caseId).stream().map(this::open).toList();
    }

    private boolean isKnown(@Nullable String action) {
        return action == null
                || manual.list().stream()
                        .anyMatch(edition -> edition.find(action).isPresent());
    }

    private byte @Nullable [] seal(PersonId person, TaskId id, @Nullable String words) {
        return words == null ? null : seals.seal(person, WORDS, id.value().toString(), words);
    }

    private Task open(PlanQueries.StoredTask stored) {
        Task task = stored.task();
        byte[] sealed = stored.sealed();
        if (sealed == null) {
            return task;
        }
        return new Task(
                task.id(),
                task.caseId(),
                task.action(),
                seals.open(stored.person(), WORDS, task.id().value().toString(), sealed)
                        .orElse(null),
                task.owner(),
                task.due(),
                task.inherited(),
                task.result());
    }

    private void note(Action action, TaskId id, CaseId caseId, @Nullable String detail) {
        audit.note(action, Subject.TASK, List.of(id.value(), caseId.value()), null, detail);
    }
}
