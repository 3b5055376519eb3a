package se.ledfyr.permits;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.deadlines.ClockRequest;
import se.ledfyr.deadlines.ClockSubject;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.deadlines.DueTime;
import se.ledfyr.deadlines.DueTimes;
import se.ledfyr.deadlines.Rules;

/// The clocks of a reflection period: one at each end that takes part, which asks before the end what follows. When
/// that is answered at one end, the database stops both.
@Component
class ReflectionClocks {

    /// Due on the day before the period ends, unless the rule says another.
    static final String ENDS = "reflection_ends";
    /// Due at once: sets the clock of the other end, which the transaction of a member cannot write.
    static final String TOLD = "reflection_told";

    /// The same for a period that came by file, for the office that keeps it.
    static final String FILED = "reflection_filed";

    private static final String SUBJECT = "REFLECTION";
    private static final String FILED_SUBJECT = "REFLECTION_FILED";
    private static final String LENGTH = "reflection_period";
    private static final String ASK = "reflection_ask";

    private final Clocks clocks;
    private final DueTimes times;
    private final Rules rules;
    private final Clock clock;

    ReflectionClocks(Clocks clocks, DueTimes times, Rules rules, Clock clock) {
        this.clocks = clocks;
        this.times = times;
        this.rules = rules;
        this.clock = clock;
    }

    /// Sets the acting organisation's clock anew, by the days the period now has; none where there is nothing to ask.
    void follow(Application application) {
        clocks.stop(subject(application.id()), ENDS);
        Application.Period period = application.period();
        if (period != null
                && application.followed() == null
                && application.isFollowedBy(Acting.current().organisation())) {
            set(application, ENDS, due(period.start(), period.last()));
        }
    }

    /// Sets the office's clock of a period that a file brought, anew.
    ///
    /// @param last its last day; null where nothing is to be asked
    /// @param caseId where its person has an open case; null for the whole office
    void followFiled(UUID id, LocalDate start, @Nullable LocalDate last, @Nullable UUID caseId) {
        ClockSubject subject = new ClockSubject(FILED_SUBJECT, id);
        clocks.stop(subject);
        if (last != null) {
            String path = caseId == null ? "/permits/filed" : "/cases/" + caseId + "#permits";
            ClockRequest request = ClockRequest.of(FILED, subject, due(start, last), path);
            clocks.set(caseId == null ? request : request.inCase(caseId));
        }
    }

    void answeredFiled(UUID id) {
        clocks.stop(new ClockSubject(FILED_SUBJECT, id));
    }

    void tell(Application application) {
        clocks.stop(subject(application.id()), TOLD);
        set(application, TOLD, DueTime.at(clock.instant()));
    }

    void told(ApplicationId id) {
        clocks.stop(subject(id), TOLD);
    }

    /// The first day on which it is asked what follows.
    LocalDate askOn(Application.Period period) {
        return askOn(period.last());
    }

    /// How many days before a period ends it is asked, by the rule of today.
    int daysBefore() {
        return rules.get(ASK, today()).amount();
    }

    private LocalDate askOn(LocalDate last) {
        return last.minusDays(daysBefore());
    }

    /// How many days a period has by the rule of the day it begins.
    LocalDate endByRule(LocalDate start) {
        return start.plusDays(rules.get(LENGTH, start).amount());
    }

    private DueTime due(LocalDate start, LocalDate last) {
        LocalDate before = askOn(last).minusDays(1);
        return before.isBefore(start) ? DueTime.at(clock.instant()) : times.until(start, before, LENGTH);
    }

    private void set(Application application, String kind, DueTime due) {
        ClockRequest request = ClockRequest.of(kind, subject(application.id()), due, path(application.id()));
        UUID caseId = application.caseId() == null ? null : application.caseId().value();
        clocks.set(caseId == null ? request : request.inCase(caseId));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Applications.LOCAL_TIME);
    }

    static ClockSubject subject(ApplicationId id) {
        return new ClockSubject(SUBJECT, id.value());
    }

    static String path(ApplicationId id) {
        return "/permits/" + id.value();
    }
}
