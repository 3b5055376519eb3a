package se.ledfyr.needs;

import static se.ledfyr.needs.internal.tables.Duty.DUTY;
import static se.ledfyr.needs.internal.tables.Need.NEED;
import static se.ledfyr.needs.internal.tables.OwnFile.OWN_FILE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.CaseId;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.PersonId;

/// The statements about needs. Whose needs they are is decided by row-level security: those of cases the acting
/// organisation holds, and those it owes.
@Repository
class NeedQueries {

    private final DSLContext sql;

    NeedQueries(DSLContext sql) {
        this.sql = sql;
    }

    void insert(NeedId id, CaseId caseId, NewNeed need, boolean childRoute, Instant at) {
        Acting acting = Acting.current();
        sql.insertInto(NEED)
                .set(NEED.ID, id.value())
                .set(NEED.CASE_ID, caseId.value())
                .set(NEED.CHILD_ID, need.child() == null ? null : need.child().value())
                .set(NEED.HOLDER, acting.organisation().value())
                .set(NEED.OWED_BY, acting.organisation().value())
                .set(NEED.TYPE, need.type())
                .set(NEED.ROUTE, childRoute ? "child" : "adult")
                .set(NEED.SEEN_ON, need.seenOn())
                .set(NEED.SEEN_BY, need.seenBy())
                .set(NEED.ACUTE, need.acute())
                .set(NEED.DUE_ON, need.dueOn())
                .set(NEED.OPENED_AT, utc(at))
                .set(
                        NEED.NOTED_BY,
                        acting.member() == null ? null : acting.member().value())
                .execute();
    }

    Optional<Need> find(NeedId id) {
        return sql.selectFrom(NEED).where(NEED.ID.eq(id.value())).fetchOptional(NeedQueries::read);
    }

    /// Holds the row until the transaction ends, so that two changes follow one another.
    Optional<Need> findForChange(NeedId id) {
        return sql.selectFrom(NEED).where(NEED.ID.eq(id.value())).forUpdate().fetchOptional(NeedQueries::read);
    }

    List<Need> listOf(CaseId caseId) {
        return sql.selectFrom(NEED)
                .where(NEED.CASE_ID.eq(caseId.value()))
                .and(NEED.STATE.ne(NeedState.STRUCK.name()))
                .orderBy(
                        NEED.STATE.ne(NeedState.OPEN.name()),
                        NEED.ACUTE.desc(),
                        NEED.DUE_ON.asc().nullsLast(),
                        NEED.SEEN_ON,
                        NEED.ID)
                .fetch(NeedQueries::read);
    }

    boolean hasOpen(CaseId caseId) {
        return sql.fetchExists(NEED, NEED.CASE_ID.eq(caseId.value()).and(NEED.STATE.eq(NeedState.OPEN.name())));
    }

    List<Need> list(NeedFilter filter, LocalDate today, int skip, int most) {
        UUID own = Acting.current().organisation().value();
        return sql.selectFrom(NEED)
                .where(NEED.STATE.eq(NeedState.OPEN.name()))
                .and(filter.ours() ? NEED.OWED_BY.eq(own) : NEED.HOLDER.eq(own).and(NEED.OWED_BY.ne(own)))
                .and(filter.overdue() ? NEED.DUE_ON.lt(today) : DSL.noCondition())
                .and(filter.type() == null ? DSL.noCondition() : NEED.TYPE.eq(filter.type()))
                .orderBy(NEED.ACUTE.desc(), NEED.DUE_ON.asc().nullsLast(), NEED.ID)
                .limit(most)
                .offset(skip)
                .fetch(NeedQueries::read);
    }

    void settle(NeedId id, NeedState state, @Nullable String reason, Instant at) {
        sql.update(NEED)
                .set(NEED.STATE, state.name())
                .set(NEED.UNMET_REASON, reason)
                .set(NEED.SETTLED_AT, utc(at))
                .set(NEED.VERSION, NEED.VERSION.plus(1))
                .where(NEED.ID.eq(id.value()))
                .execute();
    }

    void reopen(NeedId id, Instant at) {
        sql.update(NEED)
                .set(NEED.STATE, NeedState.OPEN.name())
                .set(NEED.UNMET_REASON, (String) null)
                .set(NEED.SETTLED_AT, (OffsetDateTime) null)
                .set(NEED.OPENED_AT, utc(at))
                .set(NEED.VERSION, NEED.VERSION.plus(1))
                .where(NEED.ID.eq(id.value()))
                .execute();
    }

    void setDue(NeedId id, boolean acute, @Nullable LocalDate due) {
        sql.update(NEED)
                .set(NEED.ACUTE, acute)
                .set(NEED.DUE_ON, due)
                .set(NEED.VERSION, NEED.VERSION.plus(1))
                .where(NEED.ID.eq(id.value()))
                .execute();
    }

    List<Duty> duties(NeedId id) {
        return sql.select(DUTY.ORGANISATION, DUTY.BEGAN, DUTY.ENDED)
                .from(DUTY)
                .where(DUTY.NEED_ID.eq(id.value()))
                .orderBy(DUTY.BEGAN)
                .fetch(row -> new Duty(
                        new OrganisationId(row.get(DUTY.ORGANISATION)),
                        row.get(DUTY.BEGAN).toInstant(),
                        instant(row.get(DUTY.ENDED))));
    }

    /// @return false when the acting organisation owes no such open need
    boolean release(NeedId id, UUID offer, Collection<OrganisationId> to, Instant at) {
        return Boolean.TRUE.equals(sql.fetchValue(
                "select needs.let_go(?, ?, ?, ?::timestamptz)",
                id.value(),
                offer,
                to.stream().map(OrganisationId::value).toArray(UUID[]::new),
                utc(at)));
    }

    /// @return false when there was no leave to take back
    boolean withdrawRelease(NeedId id) {
        return Boolean.TRUE.equals(sql.fetchValue("select needs.hold_on(?)", id.value()));
    }

    /// @return who owed the need before; empty when there is no leave for the acting organisation
    Optional<OrganisationId> takeOver(NeedId id, Instant at) {
        UUID before = (UUID) sql.fetchValue("select needs.take_over(?, ?::timestamptz)", id.value(), utc(at));
        return Optional.ofNullable(before).map(OrganisationId::new);
    }

    void keepOwnFile(NeedId id, PersonId person, Instant at) {
        sql.insertInto(OWN_FILE)
                .set(OWN_FILE.NEED_ID, id.value())
                .set(OWN_FILE.ORGANISATION, Acting.current().organisation().value())
                .set(OWN_FILE.PERSON_ID, person.value())
                .set(OWN_FILE.MADE_AT, utc(at))
                .onConflictDoNothing()
                .execute();
    }

    Optional<PersonId> findOwnFile(NeedId id) {
        return sql.select(OWN_FILE.PERSON_ID)
                .from(OWN_FILE)
                .where(OWN_FILE.NEED_ID.eq(id.value()))
                .fetchOptional(row -> new PersonId(row.value1()));
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static Need read(Record row) {
        UUID child = row.get(NEED.CHILD_ID);
        return new Need(
                new NeedId(row.get(NEED.ID)),
                new CaseId(row.get(NEED.CASE_ID)),
                child == null ? null : new ChildId(child),
                row.get(NEED.TYPE),
                row.get(NEED.ROUTE).equals("child"),
                new OrganisationId(row.get(NEED.HOLDER)),
                new OrganisationId(row.get(NEED.OWED_BY)),
                row.get(NEED.SEEN_ON),
                row.get(NEED.SEEN_BY),
                row.get(NEED.ACUTE),
                row.get(NEED.DUE_ON),
                NeedState.valueOf(row.get(NEED.STATE)),
                row.get(NEED.UNMET_REASON),
                instant(row.get(NEED.SETTLED_AT)),
                row.get(NEED.MET_BY_AUTHORITY),
                row.get(NEED.MET_BY_CIVIL_SOCIETY),
                row.get(NEED.FIRST_HELP_ON),
                row.get(NEED.VERSION));
    }
}
