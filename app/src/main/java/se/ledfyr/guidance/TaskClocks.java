package se.ledfyr.guidance;

import org.springframework.stereotype.Component;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.deadlines.ClockHandler;
import se.ledfyr.deadlines.ClockRequest;
import se.ledfyr.deadlines.ClockSubject;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.deadlines.DueTime;
import se.ledfyr.deadlines.RunningClock;

/// The clock of a task that has a day.
@Component
class TaskClocks implements ClockHandler {

    private static final String KIND = "task";

    private final Clocks clocks;

    TaskClocks(Clocks clocks) {
        this.clocks = clocks;
    }

    void set(TaskId id, CaseId caseId, NewTask task) {
        if (task.due() != null) {
            ClockRequest request = ClockRequest.of(
                            KIND, subject(id), DueTime.endOf(task.due()), "/cases/" + caseId.value() + "/plan")
                    .inCase(caseId.value());
            clocks.set(task.owner() instanceof HolderInside.Colleague one ? request.forMember(one.member()) : request);
        }
    }

    void stop(TaskId id) {
        clocks.stop(subject(id));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String key() {
        return "guidance.clock";
    }

    /// Nothing more happens by itself: the task stays, marked as late.
    @Override
    public void due(RunningClock clock) {}

    private static ClockSubject subject(TaskId id) {
        return new ClockSubject("TASK", id.value());
    }
}
