package se.ledfyr.needs;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.deadlines.ClockHandler;
import se.ledfyr.deadlines.ClockRequest;
import se.ledfyr.deadlines.ClockSubject;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.deadlines.DueTime;
import se.ledfyr.deadlines.RunningClock;

/// The clock of a need that has a day: it runs for whoever owes the need, and for nobody once it is settled.
@Component
class NeedClocks implements ClockHandler {

    private static final String KIND = "need_due";

    private final Clocks clocks;

    NeedClocks(Clocks clocks) {
        this.clocks = clocks;
    }

    /// Sets the clock by the day the need now has, unless one runs to it already: a clock goes along
    /// when the duty does.
    void follow(Need need) {
        boolean ours = need.isOpen() && need.owedBy().equals(Acting.current().organisation());
        LocalDate day = ours ? need.dueOn() : null;
        if (day != null && runsTo(need, day)) {
            return;
        }
        stop(need);
        if (day != null) {
            clocks.set(ClockRequest.of(
                            KIND,
                            subject(need),
                            DueTime.endOf(day),
                            "/needs/" + need.id().value())
                    .inCase(need.caseId().value()));
        }
    }

    private boolean runsTo(Need need, LocalDate day) {
        return clocks.listOf(subject(need)).stream()
                .anyMatch(clock -> clock.doneAt() == null
                        && clock.dueAt().equals(DueTime.endOf(day).dueAt()));
    }

    void stop(Need need) {
        clocks.stop(subject(need));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String key() {
        return "needs.clock";
    }

    /// Nothing more happens by itself: the need stands first in every list until somebody meets it or
    /// says why not.
    @Override
    public void due(RunningClock clock) {}

    private static ClockSubject subject(Need need) {
        return new ClockSubject("NEED", need.id().value());
    }
}
