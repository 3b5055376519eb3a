package se.ledfyr.casework;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NationalFacts;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.people.PersonName;

/// Lists of registrations: with names for those who work with the people, without for those who count.
///
/// What is listed is what is written to the audit log, row by row, before it leaves.
@Service
@Transactional
public class WorkList {

    /// Lines on one page.
    public static final int LINES = 50;

    private final DSLContext sql;
    private final NationalFacts national;
    private final People people;
    private final AuditLog audit;

    WorkList(DSLContext sql, NationalFacts national, People people, AuditLog audit) {
        this.sql = sql;
        this.national = national;
        this.people = people;
        this.audit = audit;
    }

    /// A page of the list, newest first. Whoever may not work with people gets the facts alone; the
    /// statistics unit gets those of the whole country.
    ///
    /// @param after where the page begins; null for the first one
    public WorkListPage list(WorkListFilter filter, WorkListPage.@Nullable Place after) {
        Acting.require(Right.READ_FACTS);
        if (Acting.current().may(Right.WORK_WITH_PEOPLE)) {
            return named(WorkListQueries.people(sql, filter, after, LINES + 1));
        }
        List<WorkListQueries.Found> found = readsCountry()
                ? national.read(country -> WorkListQueries.facts(country, filter, after, LINES + 1))
                : WorkListQueries.facts(sql, filter, after, LINES + 1);
        return page(found, Map.of());
    }

    /// The registrations of the people whose name, alias or number fits `text`, newest first. One page
    /// at most: who gets more than that should say more about whom they mean.
    public WorkListPage search(String text) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<PersonId> fitting = people.search(text);
        return fitting.isEmpty() ? new WorkListPage(List.of(), null) : named(WorkListQueries.of(sql, fitting, LINES));
    }

    /// The registrations of some people, for showing beside one another.
    List<WorkListLine> of(Collection<PersonId> some) {
        return some.isEmpty()
                ? List.of()
                : named(WorkListQueries.of(sql, some, LINES)).lines();
    }

    /// Everybody in the figures who was registered in an event, in the order of registration, at most `most`.
    List<WorkListLine> inEvent(String event, int most) {
        List<WorkListQueries.Found> found =
                WorkListQueries.people(sql, new WorkListFilter(null, null, event, false), null, most);
        note(found);
        Map<PersonId, PersonName> names =
                people.names(found.stream().map(one -> one.line().person()).toList());
        return found.reversed().stream()
                .map(one -> one.line().named(names.get(one.line().person())))
                .toList();
    }

    /// The years that can be chosen, newest first.
    public List<Integer> years() {
        Acting.require(Right.READ_FACTS);
        return readsCountry() ? national.read(WorkListQueries::years) : WorkListQueries.years(sql);
    }

    private WorkListPage named(List<WorkListQueries.Found> found) {
        return page(
                found,
                people.names(found.stream().map(one -> one.line().person()).toList()));
    }

    private WorkListPage page(List<WorkListQueries.Found> found, Map<PersonId, PersonName> names) {
        List<WorkListQueries.Found> shown = found.subList(0, Math.min(LINES, found.size()));
        note(shown);
        List<WorkListLine> lines = shown.stream()
                .map(one -> one.line().person() == null
                        ? one.line()
                        : one.line().named(names.get(one.line().person())))
                .toList();
        boolean more = found.size() > LINES;
        WorkListLine last = more ? lines.getLast() : null;
        return new WorkListPage(
                lines,
                last == null
                        ? null
                        : new WorkListPage.Place(last.registeredOn(), last.id().value()));
    }

    private void note(List<WorkListQueries.Found> shown) {
        OrganisationId own = Acting.current().organisation();
        Map<UUID, List<UUID>> byOwner = shown.stream()
                .collect(Collectors.groupingBy(
                        WorkListQueries.Found::organisation,
                        Collectors.mapping(one -> one.line().id().value(), Collectors.toList())));
        byOwner.forEach((owner, ids) -> {
            if (owner.equals(own.value())) {
                audit.note(Action.LISTED, Subject.REGISTRATION, ids, null, null);
            } else {
                audit.noteAbout(new OrganisationId(owner), Action.LISTED, Subject.REGISTRATION, ids, null);
            }
        });
    }

    private static boolean readsCountry() {
        return Acting.current().may(Right.READ_NATIONAL_FACTS);
    }
}
