package se.ledfyr.permits;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.deadlines.ClockRequest;
import se.ledfyr.deadlines.ClockSubject;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.deadlines.DueTime;
import se.ledfyr.deadlines.DueTimes;

/// What the people in cases may stay in the country on: each permit from one day to another, of a kind that may be
/// unknown. Permits may overlap; reflection periods of one person never do.
@Service
@Transactional
public class PermitHistory {

    static final String ENDS = "permit_ends";

    private static final String SUBJECT = "PERMIT";
    private static final String RULE = "permit";

    private final PermitQueries queries;
    private final Cases cases;
    private final Clocks clocks;
    private final DueTimes times;
    private final AuditLog audit;
    private final Clock clock;

    PermitHistory(PermitQueries queries, Cases cases, Clocks clocks, DueTimes times, AuditLog audit, Clock clock) {
        this.queries = queries;
        this.cases = cases;
        this.clocks = clocks;
        this.times = times;
        this.audit = audit;
        this.clock = clock;
    }

    /// The permits of the person of a case, in the acting organisation's keeping: the latest first.
    public List<Permit> listOf(CaseFile file) {
        se.ledfyr.access.Acting.require(Right.WORK_WITH_PEOPLE);
        List<Permit> found = queries.listOf(file.person());
        if (!found.isEmpty()) {
            note(Action.READ, file, String.valueOf(found.size()));
        }
        return found;
    }

    /// A permit of the person of a case.
    public Optional<Permit> find(CaseFile file, PermitId id) {
        return listOf(file).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// Writes a permit down. A clock reminds before it ends.
    ///
    /// @throws NotHere when the acting organisation holds no such open case
    /// @throws PeriodOverlaps when the person has another reflection period at the time
    public PermitId add(CaseId caseId, NewPermit permit) {
        CaseFile file = held(caseId);
        PermitId id = PermitId.random();
        queries.insert(id, file.person(), permit, clock.instant());
        note(Action.PERMIT_NOTED, file, permit.kind());
        follow(file, id, permit);
        return id;
    }

    /// Puts right what was written by hand.
    ///
    /// @param version the permit's version that was read
    /// @throws NotHere when there is no such permit here in that version, written by hand
    /// @throws PeriodOverlaps when the person has another reflection period at the time
    public void change(CaseId caseId, PermitId id, int version, NewPermit permit) {
        CaseFile file = held(caseId);
        byHand(file, id);
        if (!queries.change(id, version, permit)) {
            throw new NotHere();
        }
        note(Action.PERMIT_NOTED, file, permit.kind());
        follow(file, id, permit);
    }

    /// Takes away what was written by mistake.
    ///
    /// @throws NotHere when there is no such permit here that was written by hand
    public void strike(CaseId caseId, PermitId id) {
        CaseFile file = held(caseId);
        Permit permit = byHand(file, id);
        queries.strike(id, clock.instant());
        note(Action.PERMIT_STRUCK, file, permit.kind());
        clocks.stop(subject(id));
    }

    /// Writes down what others who had the case knew and told, with clocks of its own.
    ///
    /// @return how many permits
    int bring(CaseId caseId) {
        List<PermitQueries.Brought> brought = queries.bring(caseId, clock.instant());
        brought.forEach(one -> follow(caseId, one.id(), one.from(), one.to()));
        return brought.size();
    }

    private void follow(CaseFile file, PermitId id, NewPermit permit) {
        follow(file.id(), id, permit.from(), permit.to());
    }

    private void follow(CaseId caseId, PermitId id, @Nullable LocalDate from, @Nullable LocalDate last) {
        clocks.stop(subject(id));
        LocalDate today = LocalDate.ofInstant(clock.instant(), Applications.LOCAL_TIME);
        if (last == null || last.isBefore(today)) {
            return;
        }
        DueTime due =
                from == null || from.isBefore(today) ? times.until(today, last, RULE) : times.until(from, last, RULE);
        clocks.set(ClockRequest.of(ENDS, subject(id), due, "/cases/" + caseId.value() + "#permits")
                .inCase(caseId.value()));
    }

    private Permit byHand(CaseFile file, PermitId id) {
        return find(file, id).filter(Permit::isWrittenByHand).orElseThrow(NotHere::new);
    }

    private CaseFile held(CaseId id) {
        return cases.getHeld(id);
    }

    private void note(Action action, CaseFile file, String detail) {
        audit.note(
                action, Subject.PERMIT, List.of(file.person().value(), file.id().value()), null, detail);
    }

    private static ClockSubject subject(PermitId id) {
        return new ClockSubject(SUBJECT, id.value());
    }
}
