package se.ledfyr.emergency;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.people.People;

/// Judging every breaking of the glass afterwards: for the auditors of the organisation, and for national
/// auditors everywhere.
///
/// Judged is what was done and why, not what came of it: an auditor is not told whether there was anybody, or
/// the queue would be a list of those who are hidden.
@Service
@Transactional
public class Reviews {

    private static final int MAX_REASON = 500;

    private final GlassQueries queries;
    private final AuditLog audit;
    private final Clock clock;

    Reviews(GlassQueries queries, AuditLog audit, Clock clock) {
        this.queries = queries;
        this.audit = audit;
        this.clock = clock;
    }

    /// What waits to be judged by the acting auditor, the oldest first. Nobody judges themselves.
    public List<Glass> queue() {
        return queries.toJudge(auditor());
    }

    public int countQueue() {
        return queries.countToJudge(auditor());
    }

    /// What has been judged, latest first.
    public List<Glass> judged() {
        auditor();
        return queries.judged();
    }

    /// @throws NotHere when there is no such thing for the acting auditor to judge
    public Glass get(GlassId id) {
        MemberId judge = auditor();
        return queries.find(id)
                .filter(glass -> glass.judged().isEmpty() && !glass.member().equals(judge))
                .orElseThrow(NotHere::new);
    }

    /// Judges once and for all.
    ///
    /// @param why 1-500 characters
    /// @throws NotHere when there is no such thing for the acting auditor to judge, or it has been judged
    /// @throws IllegalArgumentException when the reason cannot be kept
    public void judge(GlassId id, Glass.Verdict verdict, String why) {
        Glass glass = get(id);
        if (!People.isReason(why) || why.strip().length() > MAX_REASON) {
            throw new IllegalArgumentException("why must be 1-%d characters".formatted(MAX_REASON));
        }
        if (!queries.judge(id, new Glass.Judged(verdict, why.strip(), clock.instant(), auditor()))) {
            throw new NotHere();
        }
        if (glass.organisation().equals(Acting.current().organisation())) {
            audit.note(Action.GLASS_JUDGED, Subject.GLASS, List.of(id.value()), why.strip(), verdict.name());
        } else {
            audit.noteAbout(
                    glass.organisation(), Action.GLASS_JUDGED, Subject.GLASS, List.of(id.value()), verdict.name());
        }
    }

    private static MemberId auditor() {
        Acting acting = Acting.ifBound().orElseThrow(NotHere::new);
        MemberId me = acting.member();
        if (me == null || !acting.may(Right.READ_AUDIT) && !acting.may(Right.READ_NATIONAL_AUDIT)) {
            throw new NotHere();
        }
        return me;
    }
}
