package se.ledfyr.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.NotHere;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.codes.Code;
import se.ledfyr.codes.Codes;
import se.ledfyr.deadlines.ClockId;
import se.ledfyr.deadlines.ClockRequest;
import se.ledfyr.deadlines.ClockSubject;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.deadlines.DueTime;
import se.ledfyr.deadlines.DueTimes;
import se.ledfyr.deadlines.RunningClock;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;

/// Periods that run for a case, which its holder sets: days in a programme, a follow-up, a review. What
/// somebody may stay in the country on is not among them: those times come from the permits of the
/// person, and from there alone. Who does the work inside the organisation is reminded; the duty function is
/// everybody.
@Service
@Transactional
public class CaseTimes {

    /// What a holder can set a time for, and from when until when: codes of rules of the deadlines module. Days in the
    /// support programme are its office's to set; they come to an end in the list.
    private static final String BY_HAND = "case_time";

    private static final ZoneId SWEDISH_TIME = ZoneId.of("Europe/Stockholm");

    private static final String SUBJECT = "CASE";

    private final Cases cases;
    private final CaseActs acts;
    private final Clocks clocks;
    private final DueTimes times;
    private final Codes codes;
    private final AuditLog audit;
    private final Clock clock;

    CaseTimes(Cases cases, CaseActs acts, Clocks clocks, DueTimes times, Codes codes, AuditLog audit, Clock clock) {
        this.cases = cases;
        this.acts = acts;
        this.clocks = clocks;
        this.times = times;
        this.codes = codes;
        this.audit = audit;
        this.clock = clock;
    }

    /// What a holder can set a time for today: codes of rules of the deadlines module, in order.
    public List<String> rules() {
        return codes.book().list(BY_HAND, LocalDate.ofInstant(clock.instant(), SWEDISH_TIME)).stream()
                .map(Code::code)
                .toList();
    }

    /// The acting organisation's times of a case that are not done, whoever set them. The earliest first.
    ///
    /// @param file a case the acting member sees
    public List<RunningClock> list(CaseFile file) {
        return clocks.listOpenOfCase(file.id().value());
    }

    /// Whether the time was set here and can be noted as done here; other modules' times end with what
    /// they are about.
    public boolean isOurs(RunningClock time) {
        return time.subject().kind().equals(SUBJECT);
    }

    /// Sets a time by a rule.
    ///
    /// @param first the day on which it began
    /// @param last the last day, where somebody decided it; null for the rule's
    /// @throws NotHere when there is no such open case or the acting organisation is not its holder
    /// @throws IllegalArgumentException when a holder cannot set this, or the days are the wrong way round
    public ClockId start(CaseId id, String rule, LocalDate first, @Nullable LocalDate last) {
        CaseFile file = cases.getHeld(id);
        if (!rules().contains(rule)) {
            throw new IllegalArgumentException("No time that a holder sets");
        }
        DueTime time = last == null ? times.since(first, rule) : times.until(first, last, rule);
        ClockSubject subject = new ClockSubject(SUBJECT, id.value());
        ClockRequest request =
                ClockRequest.of(rule, subject, time, "/cases/" + id.value()).inCase(id.value());
        audit.note(Action.TIME_SET, Subject.CASE, List.of(id.value()), null, rule);
        return clocks.set(
                file.holder().map(CaseFile.Holder::inside).orElse(null)
                                instanceof HolderInside.Colleague(MemberId member)
                        ? request.forMember(member)
                        : request);
    }

    /// Notes that what a time was set for is done.
    ///
    /// @throws NotHere when there is no such case or time here
    public void done(CaseId id, ClockId time) {
        CaseFile file = cases.get(id);
        RunningClock found = clocks.find(time)
                .filter(each -> file.id().value().equals(each.caseId()) && isOurs(each))
                .orElseThrow(NotHere::new);
        if (clocks.stop(found.id())) {
            audit.note(Action.TIME_DONE, Subject.CASE, List.of(id.value()), null, found.kind());
        }
    }

    /// Has the times that somebody who had the case before still keeps follow to the acting
    /// organisation, its holder: all that say nothing about the person, and the others where their
    /// situation was shared. When a case is taken over this happens by itself; here it is for what was
    /// told afterwards.
    ///
    /// @return how many came
    public int bring(CaseId id, OrganisationId from) {
        CaseFile file = cases.getHeld(id);
        int brought = acts.bringTimes(file.id(), from);
        if (brought > 0) {
            audit.note(Action.TIME_SET, Subject.CASE, List.of(id.value()), null, "followed " + brought);
        }
        return brought;
    }

    /// A closed case has nothing left to wait for.
    @EventListener
    void on(CaseClosed closed) {
        clocks.stopOfCase(closed.id().value());
    }
}
