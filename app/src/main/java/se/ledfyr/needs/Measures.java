package se.ledfyr.needs;

import java.time.Clock;
import java.time.LocalDate;
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

/// What was given to meet needs. Whoever sees a need can note a measure, and put right what they noted themselves.
@Service
@Transactional
public class Measures {

    private final MeasureQueries queries;
    private final Needs needs;
    private final AuditLog audit;
    private final Clock clock;

    Measures(MeasureQueries queries, Needs needs, AuditLog audit, Clock clock) {
        this.queries = queries;
        this.needs = needs;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws NotHere when there is no such need here
    public MeasureId add(NeedId id, NewMeasure measure) {
        Need need = needs.get(id);
        MeasureId fresh = MeasureId.random();
        queries.insert(fresh, id, measure, clock.instant());
        note(Action.MEASURE_ADDED, need, measure.sector().name() + " " + measure.result());
        return fresh;
    }

    /// What was given to meet a need, first to last.
    ///
    /// @throws NotHere when there is no such need here
    public List<Measure> listOf(NeedId id) {
        needs.get(id);
        return queries.listOf(id);
    }

    /// A measure has ended, or went otherwise than noted.
    ///
    /// @param result code of list `measure_result`
    /// @throws NotHere when the acting organisation noted no such measure of that need
    public void change(NeedId id, MeasureId measure, @Nullable LocalDate ended, String result) {
        Need need = needs.get(id);
        if (!queries.change(id, measure, ended, result)) {
            throw new NotHere();
        }
        note(Action.MEASURE_CHANGED, need, result);
    }

    /// Takes a measure that was noted by mistake out of everything that is counted.
    ///
    /// @throws NotHere when the acting organisation noted no such measure of that need
    public void strike(NeedId id, MeasureId measure) {
        Need need = needs.get(id);
        if (!queries.strike(id, measure, clock.instant())) {
            throw new NotHere();
        }
        note(Action.MEASURE_CHANGED, need, "struck");
    }

    private void note(Action action, Need need, String detail) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        audit.note(
                action, Subject.NEED, List.of(need.id().value(), need.caseId().value()), null, detail);
    }
}
