package se.ledfyr.permits;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Organisations;

/// Applications for reflection periods: writing them down, what was decided, and what followed.
///
/// Both ends work on the same application where the coordinator takes part; where not, the office of the region sees
/// what it counts and changes nothing. For everybody else there is no such application.
@Service("permitApplications")
@Transactional
public class Applications {

    static final ZoneId LOCAL_TIME = ZoneId.of("Europe/Stockholm");

    private static final int MOST_COUNTED = 100;

    private final ApplicationQueries queries;
    private final EligibilityQueries causes;
    private final ReflectionClocks clocks;
    private final Cases cases;
    private final Organisations organisations;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Applications(
            ApplicationQueries queries,
            EligibilityQueries causes,
            ReflectionClocks clocks,
            Cases cases,
            Organisations organisations,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.queries = queries;
        this.causes = causes;
        this.clocks = clocks;
        this.cases = cases;
        this.organisations = organisations;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// As whom the acting organisation can write applications down: its own part, both parts for a coordination office,
    /// none for all others.
    public List<Applicant> parts() {
        return isOffice()
                ? List.of(Applicant.values())
                : Applicant.of(own().kind()).map(List::of).orElse(List.of());
    }

    /// Writes an application down for the person of an open case that the acting organisation holds.
    ///
    /// @throws NotHere when there is no such case, or the acting organisation does not apply as that applicant
    /// @throws NoOffice when no coordination office of the region takes part
    public ApplicationId apply(CaseId caseId, NewApplication application) {
        CaseFile file = heldOpen(caseId);
        if (!parts().contains(application.applicant())) {
            throw new NotHere();
        }
        ApplicationId id = ApplicationId.random();
        queries.insert(id, officeFor(file), file, application, clock.instant());
        causes.withdrawCause(caseId, clock.instant());
        Application made = queries.find(id).orElseThrow(NotHere::new);
        note(Action.PERMIT_APPLIED, made, null, application.applicant().code());
        tell(made);
        return id;
    }

    /// @throws NotHere when there is no such application here
    public Application get(ApplicationId id) {
        return find(id).orElseThrow(NotHere::new);
    }

    /// @throws NotHere without the right to work with people
    public Optional<Application> find(ApplicationId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Optional<Application> found = queries.find(id);
        found.ifPresent(one -> note(Action.READ, one, null, null));
        return found;
    }

    /// The applications for the person of a case, the latest first, without those that were struck out.
    public List<Application> listOf(CaseFile file) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<Application> found = queries.listOf(file.person());
        if (!found.isEmpty()) {
            audit.note(
                    Action.READ,
                    Subject.PERMIT,
                    List.of(file.id().value(), file.person().value()),
                    null,
                    String.valueOf(found.size()));
        }
        return found;
    }

    /// @param page 0 for the first
    public ApplicationPage list(ApplicationBox box, int page) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<Application> found =
                queries.list(box, isOffice(), today(), page * ApplicationPage.LINES, ApplicationPage.LINES + 1);
        List<Application> shown = found.stream().limit(ApplicationPage.LINES).toList();
        List<UUID> about = shown.stream().flatMap(one -> subjects(one).stream()).toList();
        audit.note(Action.LISTED, Subject.PERMIT, about, null, null);
        return new ApplicationPage(shown, found.size() > ApplicationPage.LINES);
    }

    /// How many periods wait for an answer to what follows, counted as far as 100.
    public int countAsked() {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return queries.list(ApplicationBox.ASKED, isOffice(), today(), 0, MOST_COUNTED)
                .size();
    }

    /// The last day of a period by the rule of its first.
    public LocalDate endByRule(LocalDate start) {
        return clocks.endByRule(start);
    }

    /// How it was made longer, first to last.
    public List<Extension> extensions(ApplicationId id) {
        get(id);
        return queries.extensions(id);
    }

    /// Writes down what was decided, or puts right what was written. It is counted at once.
    ///
    /// @param version the application's version that was read
    /// @param why why it is put right; null where it is written for the first time
    /// @throws NotHere when there is no such application to change here
    /// @throws MeanwhileChanged when somebody else was first
    /// @throws PeriodOverlaps when the person has another reflection period at the time
    /// @throws IllegalArgumentException when it was decided before it was applied for
    public void decide(ApplicationId id, int version, Decision decision, @Nullable String why) {
        Application application = forChange(id, version);
        if (decision.on().isBefore(application.appliedOn())) {
            throw new IllegalArgumentException("Nothing is decided before it was applied for");
        }
        queries.decide(id, decision, why, clock.instant());
        Application decided = changed(id);
        note(Action.PERMIT_DECIDED, decided, why, decided.state().name());
        clocks.follow(decided);
        tell(decided);
        events.publishEvent(new ApplicationDecided(id));
    }

    /// The period was made longer.
    ///
    /// @throws NotHere when there is no such period to change here
    /// @throws MeanwhileChanged when somebody else was first
    /// @throws PeriodOverlaps when the person has another reflection period then
    /// @throws IllegalArgumentException when it would end no later than before
    public void extend(ApplicationId id, int version, Extension extension) {
        Application.Period period = period(forChange(id, version));
        if (!extension.until().isAfter(period.end())) {
            throw new IllegalArgumentException("A longer period ends later");
        }
        queries.extend(id, period, extension, clock.instant());
        Application extended = changed(id);
        note(Action.PERMIT_EXTENDED, extended, null, extension.cause());
        clocks.follow(extended);
        tell(extended);
    }

    /// The period was taken back: it ends on that day.
    ///
    /// @param on a day of the period
    /// @throws NotHere when there is no such period to change here
    /// @throws MeanwhileChanged when somebody else was first
    public void revoke(ApplicationId id, int version, LocalDate on, String why) {
        Application.Period period = period(forChange(id, version));
        if (on.isBefore(period.start()) || on.isAfter(period.end())) {
            throw new IllegalArgumentException("A period is taken back on one of its days");
        }
        queries.revoke(id, on, why, clock.instant());
        Application revoked = changed(id);
        note(Action.PERMIT_REVOKED, revoked, why, null);
        clocks.follow(revoked);
        tell(revoked);
    }

    /// Says what follows on the period. The clocks of both ends stop.
    ///
    /// @param followed a code of `reflection_followed`
    /// @throws NotHere when there is no such period here, or whoever joined no longer holds the case
    /// @throws MeanwhileChanged when somebody else was first
    public void answer(ApplicationId id, int version, String followed) {
        period(forChange(id, version, Application::mayBeAnswered));
        queries.answer(id, followed, today(), clock.instant());
        note(Action.PERMIT_ANSWERED, changed(id), null, followed);
    }

    /// Takes an application that was written by mistake out of everything that is counted.
    ///
    /// @throws NotHere when there is no such application that the acting organisation wrote down
    /// @throws MeanwhileChanged when somebody else was first
    public void strike(ApplicationId id, int version, String why) {
        Application application = forChange(id, version);
        if (!application.mayBeStruck()) {
            throw new NotHere();
        }
        queries.strike(id, why, clock.instant());
        note(Action.PERMIT_STRUCK, application, why, null);
    }

    private Application forChange(ApplicationId id, int version) {
        return forChange(id, version, Application::mayBeChanged);
    }

    private Application forChange(ApplicationId id, int version, Predicate<Application> mine) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Application found = queries.findForChange(id).filter(mine).orElseThrow(NotHere::new);
        if (found.version() != version) {
            throw new MeanwhileChanged(id);
        }
        return found;
    }

    private Application changed(ApplicationId id) {
        return queries.find(id).orElseThrow(NotHere::new);
    }

    private static Application.Period period(Application application) {
        return Optional.ofNullable(application.period()).orElseThrow(NotHere::new);
    }

    private CaseFile heldOpen(CaseId caseId) {
        CaseFile file = cases.getHeld(caseId);
        if (!file.isOpen()) {
            throw new NotHere();
        }
        return file;
    }

    /// A coordination office counts what it writes down itself, wherever the person is.
    private OrganisationId officeFor(CaseFile file) {
        return isOffice()
                ? own().id()
                : organisations
                        .findOfficeOf(file.region())
                        .map(Organisation::id)
                        .orElseThrow(NoOffice::new);
    }

    private boolean isOffice() {
        return own().kind() == OrganisationKind.REGIONAL_COORDINATION;
    }

    private Organisation own() {
        return organisations.find(Acting.current().organisation()).orElseThrow(NotHere::new);
    }

    private void tell(Application application) {
        if (queries.hasOthers(application.id())) {
            clocks.tell(application);
        }
    }

    private void note(Action action, Application application, @Nullable String why, @Nullable String detail) {
        audit.note(action, Subject.PERMIT, subjects(application), why, detail);
    }

    private static List<UUID> subjects(Application application) {
        UUID id = application.id().value();
        UUID person = application.person().value();
        CaseId file = application.caseId();
        return file == null ? List.of(id, person) : List.of(id, person, file.value());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LOCAL_TIME);
    }
}
