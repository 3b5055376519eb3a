package se.ledfyr.permits;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.NotHere;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.CaseTaken;
import se.ledfyr.casework.Cases;

/// Joining a case that was taken over later to the application and the permits that others know of.
///
/// Nothing comes that was not told: an organisation that knows of it has shared the person's situation through the
/// gate. It happens by itself when such a case is taken over, and on request for what was told afterwards. The two
/// ends of the application stay as they are; whoever joins from outside sees it, is reminded, and changes nothing.
@Service
@Transactional
public class Joining {

    private final DSLContext sql;
    private final Applications applications;
    private final PermitHistory permits;
    private final ReflectionClocks clocks;
    private final Cases cases;
    private final AuditLog audit;
    private final Clock clock;

    Joining(
            DSLContext sql,
            Applications applications,
            PermitHistory permits,
            ReflectionClocks clocks,
            Cases cases,
            AuditLog audit,
            Clock clock) {
        this.sql = sql;
        this.applications = applications;
        this.permits = permits;
        this.clocks = clocks;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    /// Whether there is an application that the acting organisation, holder of the case, was told of and has not
    /// joined.
    public boolean isOffered(CaseFile file) {
        return !offered(file.id()).isEmpty();
    }

    /// Joins what there is, with a clock each.
    ///
    /// @return how many applications
    /// @throws NotHere when the acting organisation holds no such open case, or there is nothing to join
    /// @throws PeriodOverlaps when the person has another reflection period at the time
    public int join(CaseId id) {
        CaseFile file = cases.getHeld(id);
        int before = offered(id).size();
        if (!file.isOpen() || before == 0) {
            throw new NotHere();
        }
        int joined = joinWhatCanBe(id);
        if (joined < before) {
            throw new PeriodOverlaps();
        }
        return joined;
    }

    /// What is told along with a case is joined when it is taken over; what cannot be is left for somebody to see to.
    @EventListener
    void on(CaseTaken taken) {
        joinWhatCanBe(taken.id());
    }

    private int joinWhatCanBe(CaseId id) {
        List<ApplicationId> joined = sql.fetch(
                        "select permits.join_case(?, ?::timestamptz) as id",
                        id.value(),
                        ApplicationQueries.utc(clock.instant()))
                .map(row -> new ApplicationId(row.get("id", UUID.class)));
        joined.forEach(one -> clocks.follow(applications.get(one)));
        int permitsToo = permits.bring(id);
        if (!joined.isEmpty() || permitsToo > 0) {
            CaseFile file = cases.getHeld(id);
            audit.note(
                    Action.PERMIT_NOTED,
                    Subject.PERMIT,
                    List.of(file.person().value(), id.value()),
                    null,
                    "joined %d, permits %d".formatted(joined.size(), permitsToo));
        }
        return joined.size();
    }

    private List<UUID> offered(CaseId id) {
        return sql.fetch("select permits.joinable(?) as id", id.value()).getValues("id", UUID.class);
    }
}
