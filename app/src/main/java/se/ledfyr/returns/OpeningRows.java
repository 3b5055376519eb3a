package se.ledfyr.returns;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.ParcelId;
import se.ledfyr.people.PersonId;

/// The SQL of opening applications, one or hundreds, in the same few statements.
@Repository
class OpeningRows {

    private static final String APPLICATIONS = """
            insert into returns.application (id, organisation, operator, group_id, with_id, role, return_country, told_on, told_about,
                                             told_language, told_interpreter, opened_on, opened_at, opened_by, answer_by, form_by,
                                             applied_on, parcel_id, exit_deadline, planned_departure, changed_at)
            select id, ?, ?::uuid, ?::uuid, companion_of, role, country, ?::date, ?::text[], ?, ?, ?::date, ?::timestamptz, ?::uuid,
                   ?::date, ?::date, ?::date, parcel, deadline::date, ?::date, ?::timestamptz
              from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[])
                as new (id, companion_of, role, country, parcel, deadline)
            """;

    private static final String ENDS = """
            insert into returns.own_end (application_id, organisation, person_id, registration_id)
            select id, ?, person, registration
              from unnest(?::uuid[], ?::uuid[], ?::uuid[]) as new (id, person, registration)
            """;

    private static final String EXITS = """
            insert into returns.exit_step (id, application_id, kind, happened_on, deadline, noted_in, noted_by, noted_at)
            select gen_random_uuid(), id, 'SET', ?::date, deadline::date, ?, ?::uuid, ?::timestamptz
              from unnest(?::uuid[], ?::text[]) as new (id, deadline)
             where deadline is not null
            """;

    private static final String GROUP = """
            insert into returns.return_group (id, organisation, operator, event_id, code, opened_on, opened_at, opened_by)
            values (?, ?, ?::uuid, ?, ?, ?::date, ?::timestamptz, ?::uuid)
            """;

    private final DSLContext sql;

    OpeningRows(DSLContext sql) {
        this.sql = sql;
    }

    /// What is the same for all that are opened in one act.
    record Common(
            @Nullable OrganisationId operator,
            @Nullable GroupId group,
            Terms terms,
            LocalDate today,
            LocalDate answerBy,
            LocalDate formBy,
            OffsetDateTime now) {}

    /// Those of `people` who have an application that has not ended.
    Set<PersonId> busy(Collection<PersonId> people) {
        return new LinkedHashSet<>(sql.fetch(
                        "select person_id from returns.own_end where person_id = any (?::uuid[]) and not closed",
                        (Object) people.stream().map(PersonId::value).toArray(UUID[]::new))
                .map(row -> new PersonId(row.get(0, UUID.class))));
    }

    /// @param parcels what goes along, in the order of `entries`; empty when nobody is told
    void insert(List<Entry> entries, List<ParcelId> parcels, Common common) {
        UUID[] ids = entries.stream().map(one -> one.id().value()).toArray(UUID[]::new);
        String[] deadlines = entries.stream()
                .map(one ->
                        one.exitDeadline() == null ? null : one.exitDeadline().toString())
                .toArray(String[]::new);
        Terms terms = common.terms();
        Information told = terms.information();
        sql.execute(
                APPLICATIONS,
                organisation(),
                common.operator() == null ? null : common.operator().value(),
                common.group() == null ? null : common.group().value(),
                told.on(),
                told.about().toArray(String[]::new),
                told.language(),
                told.interpreter(),
                common.today(),
                common.now(),
                member(),
                common.answerBy(),
                common.formBy(),
                terms.appliedOn(),
                terms.plannedDeparture(),
                common.now(),
                ids,
                entries.stream()
                        .map(one -> one.with() == null ? null : one.with().value())
                        .toArray(UUID[]::new),
                entries.stream().map(Entry::role).toArray(String[]::new),
                entries.stream().map(Entry::country).toArray(String[]::new),
                parcels.isEmpty()
                        ? new UUID[ids.length]
                        : parcels.stream().map(ParcelId::value).toArray(UUID[]::new),
                deadlines);
        sql.execute(
                ENDS,
                organisation(),
                ids,
                entries.stream().map(one -> one.person().value()).toArray(UUID[]::new),
                entries.stream()
                        .map(one -> one.registration() == null
                                ? null
                                : one.registration().value())
                        .toArray(UUID[]::new));
        sql.execute(EXITS, common.today(), organisation(), member(), common.now(), ids, deadlines);
    }

    void insertGroup(UUID event, String code, Common common) {
        sql.execute(
                GROUP,
                Objects.requireNonNull(common.group()).value(),
                organisation(),
                common.operator() == null ? null : common.operator().value(),
                event,
                code,
                common.today(),
                common.now(),
                member());
    }

    /// Who it is at the acting end, for an application that was admitted.
    void addEnds(List<ReturnId> ids, List<PersonId> people) {
        sql.execute(
                ENDS,
                organisation(),
                ReturnRows.values(ids),
                people.stream().map(PersonId::value).toArray(UUID[]::new),
                new UUID[ids.size()]);
    }

    static UUID organisation() {
        return Acting.current().organisation().value();
    }

    static UUID member() {
        return Objects.requireNonNull(Acting.current().member(), "Somebody does this")
                .value();
    }
}
