package se.ledfyr.justice;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.casework.CaseId;
import se.ledfyr.deadlines.ClockHandler;
import se.ledfyr.deadlines.ClockRequest;
import se.ledfyr.deadlines.ClockSubject;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.deadlines.DueTime;
import se.ledfyr.deadlines.RunningClock;

/// The clocks of decisions that are expected: when the day is over, somebody asks what came of it.
@Component
class LegalClocks implements ClockHandler {

    private static final String KIND = "legal_decision";

    private final Clocks clocks;

    LegalClocks(Clocks clocks) {
        this.clocks = clocks;
    }

    /// Sets the clock of a thing anew; without a day it just stops.
    ///
    /// @param thing the report, or the compensation
    void follow(CaseId caseId, UUID thing, @Nullable LocalDate expected) {
        ClockSubject subject = new ClockSubject("LEGAL_DECISION", thing);
        clocks.stop(subject);
        if (expected != null) {
            clocks.set(ClockRequest.of(KIND, subject, DueTime.endOf(expected), "/cases/" + caseId.value() + "/justice")
                    .inCase(caseId.value()));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String key() {
        return "justice.clock";
    }

    /// Nothing more happens by itself: somebody finds out and writes down what was decided.
    @Override
    public void due(RunningClock clock) {}
}
