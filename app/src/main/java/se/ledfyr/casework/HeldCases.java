package se.ledfyr.casework;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.people.PersonName;

/// Lists of cases. Nobody's name is opened for them unless the reader asks.
@Service
@Transactional
public class HeldCases {

    /// Lines on one page.
    public static final int LINES = 50;

    private final HeldQueries queries;
    private final People people;
    private final AuditLog audit;

    HeldCases(HeldQueries queries, People people, AuditLog audit) {
        this.queries = queries;
        this.people = people;
        this.audit = audit;
    }

    /// A page of the list, the latest first. What is listed is written to the log, with the people when
    /// they are named.
    ///
    /// @param after where the page begins; null for the first one
    /// @param named whether names are opened
    public HeldPage list(HeldFilter filter, HeldPage.@Nullable Place after, boolean named) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<HeldCase> found = queries.list(filter, after, LINES + 1);
        List<HeldCase> shown = found.subList(0, Math.min(LINES, found.size()));
        List<UUID> ids = shown.stream().map(line -> line.id().value()).toList();
        audit.note(Action.LISTED, Subject.CASE, ids, null, null);
        if (named && !shown.isEmpty()) {
            shown = named(shown);
        }
        HeldCase last = found.size() > LINES ? shown.getLast() : null;
        return new HeldPage(
                shown,
                last == null ? null : new HeldPage.Place(last.since(), last.id().value()));
    }

    /// The open cases of everybody found at one event that the acting organisation holds, with names,
    /// by name. What is listed is written to the log.
    ///
    /// @param event an event of the acting organisation
    public List<HeldCase> listFoundAt(EventId event) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<HeldCase> found = queries.foundAt(event);
        if (found.isEmpty()) {
            return found;
        }
        audit.note(
                Action.LISTED,
                Subject.CASE,
                found.stream().map(line -> line.id().value()).toList(),
                null,
                null);
        java.text.Collator names = java.text.Collator.getInstance(java.util.Locale.of("sv"));
        return named(found).stream()
                .sorted(java.util.Comparator.comparing(HeldCases::shown, names).thenComparing(HeldCase::reference))
                .toList();
    }

    private static String shown(HeldCase line) {
        PersonName name = line.name();
        return name == null || name.text() == null ? "" : name.text();
    }

    /// What cases are called, of those that are there for the acting organisation. The others are left out.
    public Map<CaseId, String> references(Collection<CaseId> cases) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return cases.isEmpty() ? Map.of() : queries.references(cases);
    }

    private List<HeldCase> named(List<HeldCase> lines) {
        List<PersonId> persons = lines.stream().map(HeldCase::person).distinct().toList();
        Map<PersonId, PersonName> names = people.names(persons);
        audit.note(
                Action.LISTED,
                Subject.PERSON,
                persons.stream().map(PersonId::value).toList(),
                null,
                null);
        return lines.stream().map(line -> line.named(names.get(line.person()))).toList();
    }
}
