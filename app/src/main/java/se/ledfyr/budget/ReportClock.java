package se.ledfyr.budget;

import org.springframework.stereotype.Component;
import se.ledfyr.deadlines.ClockHandler;
import se.ledfyr.deadlines.ClockRequest;
import se.ledfyr.deadlines.ClockSubject;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.deadlines.DueTime;
import se.ledfyr.deadlines.RunningClock;

/// The clock of a report that an agreement asks for: it runs for whoever keeps the account until the
/// report is handed in.
@Component
class ReportClock implements ClockHandler {

    private static final String KIND = "budget_report";

    private final Clocks clocks;

    ReportClock(Clocks clocks) {
        this.clocks = clocks;
    }

    void run(Agreement agreement) {
        clocks.set(ClockRequest.of(
                KIND,
                subject(agreement),
                DueTime.endOf(agreement.reportDueOn()),
                "/money/" + agreement.id().value()));
    }

    void stop(Agreement agreement) {
        clocks.stop(subject(agreement));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String key() {
        return "budget.clock";
    }

    /// Nothing more happens by itself: the report stands as late until it is handed in.
    @Override
    public void due(RunningClock clock) {}

    private static ClockSubject subject(Agreement agreement) {
        return new ClockSubject("AGREEMENT", agreement.id().value());
    }
}
