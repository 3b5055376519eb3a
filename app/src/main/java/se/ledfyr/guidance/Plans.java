package se.ledfyr.guidance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.Route;
import se.ledfyr.needs.Children;

/// The plan that the acting organisation keeps for a case it takes part in, along the steps of the manual.
///
/// A plan begins with the edition that holds on the day somebody first looks at it, and stays with it until somebody
/// moves it. The actions for children belong to it when the person may be a child, or has children in the country.
@Service
@Transactional
public class Plans {

    static final ZoneId LOCAL_TIME = ZoneId.of("Europe/Stockholm");

    private final PlanQueries queries;
    private final Manual manual;
    private final Tasks tasks;
    private final Cases cases;
    private final Children children;
    private final AuditLog audit;
    private final Clock clock;

    Plans(
            PlanQueries queries,
            Manual manual,
            Tasks tasks,
            Cases cases,
            Children children,
            AuditLog audit,
            Clock clock) {
        this.queries = queries;
        this.manual = manual;
        this.tasks = tasks;
        this.cases = cases;
        this.children = children;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param file a case the acting organisation takes part in
    public Plan of(CaseFile file) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Edition latest = manual.on(today());
        Edition edition = queries.findEdition(file.id()).flatMap(manual::find).orElse(latest);
        boolean child =
                file.route() == Route.CHILD || !children.of(file).children().isEmpty();
        return new Plan(
                edition,
                Optional.of(latest).filter(newest -> !newest.equals(edition)),
                child,
                queries.marks(file.id()),
                tasks.listOf(file.id()));
    }

    /// Says of an action that it has been done, does not fit, or is open after all.
    ///
    /// @throws NotHere when the acting organisation takes no part in such an open case, or there is no such action
    public void mark(CaseId caseId, String action, Mark mark) {
        Edition edition = begun(caseId);
        if (edition.find(action).isEmpty()) {
            throw new NotHere();
        }
        queries.mark(caseId, action, mark, clock.instant());
        note(caseId, action + " " + mark.name());
    }

    /// Moves a plan to another edition. What was marked goes along where the new edition has the action too.
    ///
    /// @throws NotHere when the acting organisation takes no part in such an open case, or there is no such edition
    public void moveTo(CaseId caseId, String edition) {
        open(caseId);
        queries.keepEdition(
                caseId, manual.find(edition).orElseThrow(NotHere::new).id(), clock.instant());
        note(caseId, edition);
    }

    /// The edition of the plan, which is begun with today's if there is none yet.
    private Edition begun(CaseId caseId) {
        open(caseId);
        Optional<Edition> known = queries.findEdition(caseId).flatMap(manual::find);
        if (known.isPresent()) {
            return known.get();
        }
        Edition latest = manual.on(today());
        queries.keepEdition(caseId, latest.id(), clock.instant());
        return latest;
    }

    private void open(CaseId caseId) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (!cases.get(caseId).isOpen()) {
            throw new NotHere();
        }
    }

    private void note(CaseId caseId, String detail) {
        audit.note(Action.PLAN_CHANGED, Subject.CASE, List.of(caseId.value()), null, detail);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LOCAL_TIME);
    }
}
