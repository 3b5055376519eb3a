package se.ledfyr.needs;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import se.ledfyr.casework.Route;
import se.ledfyr.casework.TooLate;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.PersonId;

/// What the people in the cases of the acting organisation need, and what the acting organisation owes
/// to others'.
///
/// Who holds the case adds needs and owes them, until somebody else takes a need over. Both the holder
/// and whoever owes a need see it and can settle it; nobody else can tell that it exists.
@Service
@Transactional
public class Needs {

    static final ZoneId LOCAL_TIME = ZoneId.of("Europe/Stockholm");

    private final NeedQueries queries;
    private final Cases cases;
    private final NeedClocks clocks;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Needs(
            NeedQueries queries,
            Cases cases,
            NeedClocks clocks,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.queries = queries;
        this.cases = cases;
        this.clocks = clocks;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// Adds a need to an open case that the acting organisation holds, which thereby owes it.
    ///
    /// @throws NotHere when the acting organisation holds no such open case
    public NeedId add(CaseId caseId, NewNeed need) {
        return addAll(caseId, List.of(need)).getFirst();
    }

    /// Adds several needs of one case, all or none.
    ///
    /// @throws NotHere when the acting organisation holds no such open case
    public List<NeedId> addAll(CaseId caseId, Collection<NewNeed> needs) {
        CaseFile file = held(caseId);
        return needs.stream().map(need -> add(file, need)).toList();
    }

    private NeedId add(CaseFile file, NewNeed need) {
        NeedId id = NeedId.random();
        boolean childRoute = need.child() != null || file.route() == Route.CHILD;
        queries.insert(id, file.id(), need, childRoute, clock.instant());
        audit.note(
                Action.NEED_ADDED, Subject.NEED, List.of(id.value(), file.id().value()), null, need.type());
        clocks.follow(get(id));
        return id;
    }

    /// @throws NotHere when the acting organisation neither holds the case of such a need nor owes it
    public Need get(NeedId id) {
        return find(id).orElseThrow(NotHere::new);
    }

    /// @throws NotHere without the right to work with people
    public Optional<Need> find(NeedId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Optional<Need> found = queries.find(id);
        found.ifPresent(need -> audit.note(
                Action.READ, Subject.NEED, List.of(id.value(), need.caseId().value()), null, null));
        return found;
    }

    /// The needs of a case that the acting organisation may see, open ones first.
    public List<Need> listOf(CaseId caseId) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<Need> found = queries.listOf(caseId);
        if (!found.isEmpty()) {
            audit.note(Action.READ, Subject.NEED, List.of(caseId.value()), null, String.valueOf(found.size()));
        }
        return found;
    }

    /// Open needs across cases.
    ///
    /// @param page 0 for the first
    public NeedPage list(NeedFilter filter, int page) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<Need> found = queries.list(filter, today(), page * NeedPage.LINES, NeedPage.LINES + 1);
        audit.note(
                Action.LISTED,
                Subject.NEED,
                found.stream().map(need -> need.id().value()).toList(),
                null,
                null);
        return new NeedPage(found.stream().limit(NeedPage.LINES).toList(), found.size() > NeedPage.LINES);
    }

    /// Who has owed a need and when, first to last.
    public List<Duty> duties(NeedId id) {
        get(id);
        return queries.duties(id);
    }

    /// The person a need is about, in the acting organisation's own files: where it does not take part
    /// in the case.
    public Optional<PersonId> findOwnFile(NeedId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return queries.findOwnFile(id);
    }

    /// Keeps who a need is about, where the acting organisation was told after it had taken the need
    /// over. Whoever was known before stays.
    ///
    /// @throws NotHere when the acting organisation owes no such need
    public void keepOwnFile(NeedId id, PersonId person) {
        Need need = get(id);
        if (!need.owedBy().equals(Acting.current().organisation())) {
            throw new NotHere();
        }
        queries.keepOwnFile(id, person, clock.instant());
        note(Action.NEED_CHANGED, need, null, "own_file");
    }

    /// The person got what they needed.
    ///
    /// @throws NotHere when there is no such open need here
    public void meet(NeedId id) {
        settle(forChange(id), NeedState.MET, null, null);
    }

    /// The person did not get it, or got only some of it: which of the two follows from what was given.
    ///
    /// @param reason code of list `need_unmet_reason`
    /// @throws NotHere when there is no such open need here
    public void giveUp(NeedId id, String reason) {
        Need need = forChange(id);
        boolean some = need.metByAuthority() || need.metByCivilSociety();
        settle(need, some ? NeedState.PARTLY_MET : NeedState.UNMET, reason, null);
    }

    /// Takes a need that was written by mistake out of everything that is counted.
    ///
    /// @throws NotHere when there is no such open need here
    public void strike(NeedId id, String why) {
        settle(forChange(id), NeedState.STRUCK, null, why);
    }

    /// A settled need is there still, or again: it is owed by whoever owed it last.
    ///
    /// @throws NotHere when there is no such settled need in an open case here
    public void reopen(NeedId id, String why) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Need need = queries.findForChange(id).filter(one -> !one.isOpen()).orElseThrow(NotHere::new);
        queries.reopen(id, clock.instant());
        note(Action.NEED_REOPENED, need, why, null);
        clocks.follow(queries.find(id).orElseThrow(NotHere::new));
        events.publishEvent(new NeedReopened(id));
    }

    /// @throws NotHere when there is no such open need here
    public void setDue(NeedId id, boolean acute, @Nullable LocalDate due) {
        Need need = forChange(id);
        queries.setDue(id, acute, due);
        note(Action.NEED_CHANGED, need, null, "due_on");
        clocks.follow(queries.find(id).orElseThrow(NotHere::new));
    }

    /// Lets others take over a need that the acting organisation owes. It goes on owing it until one of
    /// them does.
    ///
    /// @param offer the offer this belongs to, for the caller's own books
    /// @throws NotHere when the acting organisation owes no such open need
    public void release(NeedId id, UUID offer, Set<OrganisationId> to) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (!queries.release(id, offer, to, clock.instant())) {
            throw new NotHere();
        }
        audit.note(Action.NEED_RELEASED, Subject.NEED, List.of(id.value()), null, "to " + to.size());
    }

    /// Takes back the leave for others; nothing happens when it has been used or there was none.
    public void withdrawRelease(NeedId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        queries.withdrawRelease(id);
    }

    /// Takes over a need that was released to the acting organisation, which owes it from this moment.
    /// The case stays where it is.
    ///
    /// @param person the person in the acting organisation's own files, where it has been told who it is
    /// @throws TooLate when the need is not to be had: taken by another, withdrawn, settled, or never offered
    public void takeOver(NeedId id, @Nullable PersonId person) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        OrganisationId from = queries.takeOver(id, clock.instant()).orElseThrow(TooLate::new);
        if (person != null) {
            queries.keepOwnFile(id, person, clock.instant());
        }
        Need need = queries.find(id).orElseThrow(NotHere::new);
        note(Action.NEED_TAKEN, need, null, need.type());
        clocks.follow(need);
        events.publishEvent(new NeedTaken(id, from, need.owedBy()));
    }

    private void settle(Need need, NeedState state, @Nullable String reason, @Nullable String why) {
        queries.settle(need.id(), state, reason, clock.instant());
        note(Action.NEED_SETTLED, need, why, reason == null ? state.name() : state.name() + " " + reason);
        clocks.stop(need);
        events.publishEvent(new NeedSettled(need.id(), state));
    }

    private Need forChange(NeedId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return queries.findForChange(id).filter(Need::isOpen).orElseThrow(NotHere::new);
    }

    private CaseFile held(CaseId caseId) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        CaseFile file = cases.get(caseId);
        if (!file.isOpen() || !file.isHeldBy(Acting.current().organisation())) {
            throw new NotHere();
        }
        return file;
    }

    private void note(Action action, Need need, @Nullable String why, @Nullable String detail) {
        audit.note(
                action, Subject.NEED, List.of(need.id().value(), need.caseId().value()), why, detail);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LOCAL_TIME);
    }
}
