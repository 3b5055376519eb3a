package se.ledfyr.support;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
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

/// SupportApplications in lists: those an organisation made, and those the programme's office has to decide or has
/// decided.
@Service
@Transactional
public class ApplicationList {

    static final int PAGE = 50;

    /// One statement a page: who applied, how many had said no, whether somebody waits for an answer, and whom it
    /// is about where the acting organisation knows.
    private static final String LIST = """
            select a.id, coalesce(o.name, '–') as from_name, a.applicant, a.channel, a.region, a.age_group, a.ground, a.applied_on, a.state,
                   a.closed_at, a.ended_on, coalesce(f.person_id, d.person_id) as person_id,
                   (select count(*) from support.refusal r where r.application_id = a.id)::int as refusals,
                   a.state = 'OPEN' and exists (select from support.note n
                                                where n.application_id = a.id and n.kind = 'QUESTION'
                                                  and not exists (select from support.note p where p.replies_to = n.id)) as asked
            from support.application a
                     left join organisations_api.directory o on o.id = a.from_organisation
                     left join support.own_file f on f.application_id = a.id
                     left join casework_api.own_case d on d.case_id = a.case_id
            """;

    private final DSLContext sql;
    private final People people;
    private final AuditLog audit;

    ApplicationList(DSLContext sql, People people, AuditLog audit) {
        this.sql = sql;
        this.people = people;
        this.audit = audit;
    }

    /// What waits for the programme's office, the longest waiting first.
    public ApplicationPage listToDecide(@Nullable String after) {
        return page(
                "a.to_organisation = ? and a.state = 'OPEN'",
                "and (a.applied_on, a.id) > (?, ?)",
                "order by a.applied_on, a.id",
                after);
    }

    /// What the programme's office has answered, the newest first.
    public ApplicationPage listAnswered(@Nullable String after) {
        return page(
                "a.to_organisation = ? and a.state <> 'OPEN'",
                "and (a.applied_on, a.id) < (?, ?)",
                "order by a.applied_on desc, a.id desc",
                after);
    }

    /// What the acting organisation has applied for, the newest first.
    public ApplicationPage listMade(@Nullable String after) {
        return page(
                "a.from_organisation = ?",
                "and (a.applied_on, a.id) < (?, ?)",
                "order by a.applied_on desc, a.id desc",
                after);
    }

    /// How many wait for the programme's office, and since when the longest.
    public Waiting countToDecide() {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Record row = Objects.requireNonNull(sql.fetchOne(
                "select count(*)::int as many, min(applied_on) as since from support.application"
                        + " where to_organisation = ? and state = 'OPEN'",
                Acting.current().organisation().value()));
        return new Waiting(row.get("many", Integer.class), row.get("since", LocalDate.class));
    }

    /// @param since the day the longest waiting was applied for; null when nothing waits
    public record Waiting(int many, @Nullable LocalDate since) {}

    private ApplicationPage page(String where, String further, String order, @Nullable String after) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<Object> values =
                new ArrayList<>(List.of(Acting.current().organisation().value()));
        Optional<Mark> mark = Mark.of(after);
        mark.ifPresent(from -> {
            values.add(from.day());
            values.add(from.id());
        });
        String asked = LIST + " where " + where + " " + (mark.isPresent() ? further : "") + " " + order + " limit "
                + (PAGE + 1);
        List<Row> rows = sql.fetch(asked, values.toArray()).map(ApplicationList::row);
        List<Row> shown = rows.stream().limit(PAGE).toList();
        List<PersonId> known = shown.stream()
                .flatMap(row -> Optional.ofNullable(row.person()).stream())
                .distinct()
                .toList();
        Map<PersonId, PersonName> names = people.names(known);
        note(shown);
        Row last = rows.size() > PAGE ? shown.getLast() : null;
        return new ApplicationPage(
                shown.stream().map(row -> row.line(names)).toList(),
                last == null ? null : new Mark(last.appliedOn(), last.id()).text());
    }

    /// By person where one is known here, by application else, so that an entry about somebody sealed is hidden with
    /// them.
    private void note(List<Row> shown) {
        List<UUID> persons = shown.stream()
                .flatMap(row -> Optional.ofNullable(row.person()).stream())
                .map(PersonId::value)
                .distinct()
                .toList();
        List<UUID> others =
                shown.stream().filter(row -> row.person() == null).map(Row::id).toList();
        if (!persons.isEmpty()) {
            audit.note(Action.LISTED, Subject.PERSON, persons, null, "applications");
        }
        if (!others.isEmpty()) {
            audit.note(Action.LISTED, Subject.APPLICATION, others, null, null);
        }
    }

    private static Row row(Record row) {
        @Nullable UUID person = row.get("person_id", UUID.class);
        @Nullable OffsetDateTime closed = row.get("closed_at", OffsetDateTime.class);
        return new Row(row, person == null ? null : new PersonId(person), closed == null ? null : closed.toInstant());
    }

    private record Row(
            Record values,
            @Nullable PersonId person,
            @Nullable Instant closedAt) {

        UUID id() {
            return values.get("id", UUID.class);
        }

        LocalDate appliedOn() {
            return values.get("applied_on", LocalDate.class);
        }

        ApplicationLine line(Map<PersonId, PersonName> names) {
            return new ApplicationLine(
                    new ApplicationId(id()),
                    values.get("from_name", String.class),
                    values.get("applicant", String.class),
                    Channel.valueOf(values.get("channel", String.class)),
                    values.get("region", String.class),
                    values.get("age_group", String.class),
                    values.get("ground", String.class),
                    appliedOn(),
                    ApplicationState.valueOf(values.get("state", String.class)),
                    closedAt,
                    values.get("ended_on", LocalDate.class),
                    values.get("refusals", Integer.class),
                    values.get("asked", Boolean.class),
                    person == null ? null : names.get(person));
        }
    }
}
