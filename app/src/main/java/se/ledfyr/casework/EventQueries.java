package se.ledfyr.casework;

import static se.ledfyr.casework.internal.tables.Event.EVENT;
import static se.ledfyr.casework.internal.tables.Registration.REGISTRATION;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.people.PersonId;

/// The statements about events. Row-level security has already removed every event of another organisation.
@Repository
class EventQueries {

    private final DSLContext sql;

    EventQueries(DSLContext sql) {
        this.sql = sql;
    }

    /// @return false when the organisation has an event with this code
    boolean insert(Event event, Instant at) {
        Acting acting = Acting.current();
        return sql.insertInto(EVENT)
                        .set(columns(event))
                        .set(EVENT.ID, event.id().value())
                        .set(EVENT.CODE, event.code())
                        .set(EVENT.ORGANISATION, acting.organisation().value())
                        .set(EVENT.CREATED_AT, at.atOffset(ZoneOffset.UTC))
                        .set(
                                EVENT.CREATED_BY,
                                acting.member() == null ? null : acting.member().value())
                        .onConflict(EVENT.ORGANISATION, EVENT.CODE)
                        .doNothing()
                        .execute()
                == 1;
    }

    void update(Event event) {
        sql.update(EVENT)
                .set(columns(event))
                .where(EVENT.ID.eq(event.id().value()))
                .execute();
    }

    Optional<Event> find(EventId id) {
        return sql.selectFrom(EVENT).where(EVENT.ID.eq(id.value())).fetchOptional(EventQueries::read);
    }

    /// Holds the event until the transaction ends, so that nobody is added to a region it is just leaving.
    Optional<Event> findForChange(EventId id) {
        return sql.selectFrom(EVENT).where(EVENT.ID.eq(id.value())).forUpdate().fetchOptional(EventQueries::read);
    }

    Optional<Event> find(String code) {
        return sql.selectFrom(EVENT).where(EVENT.CODE.eq(code)).fetchOptional(EventQueries::read);
    }

    List<EventLine> list() {
        Field<Integer> people = DSL.field(DSL.selectCount()
                .from(REGISTRATION)
                .where(inEvent(EVENT.CODE))
                .and(REGISTRATION.ORGANISATION.eq(EVENT.ORGANISATION)));
        return sql.select(EVENT.fields())
                .select(people)
                .from(EVENT)
                .orderBy(EVENT.CREATED_AT.desc(), EVENT.ID)
                .fetch(row -> new EventLine(read(row), row.get(people)));
    }

    EventCount count(String code) {
        return sql.select(
                        DSL.count().cast(Long.class),
                        counting(REGISTRATION.SEX.eq("female")),
                        counting(REGISTRATION.SEX.eq("male")),
                        counting(REGISTRATION.AGE_GROUP.eq("child")),
                        counting(REGISTRATION.AGE_GROUP.eq("unknown")))
                .from(REGISTRATION)
                .where(inEvent(DSL.val(code)))
                .fetchSingle(Records.mapping(EventCount::new));
    }

    private static Field<Long> counting(Condition condition) {
        return DSL.count().filterWhere(condition).cast(Long.class);
    }

    /// The codes in use that begin with `stem`.
    List<String> codesLike(String stem) {
        return sql.select(EVENT.CODE)
                .from(EVENT)
                .where(EVENT.CODE.startsWith(stem))
                .fetch(EVENT.CODE);
    }

    /// The people registered last in an event, latest first.
    List<PersonId> latest(String code, int most) {
        return sql.select(REGISTRATION.PERSON_ID)
                .from(REGISTRATION)
                .where(inEvent(DSL.val(code)))
                .orderBy(REGISTRATION.CREATED_AT.desc(), REGISTRATION.ID)
                .limit(most)
                .fetch(row -> new PersonId(row.value1()));
    }

    /// Everything registered in an event, also what was taken out of the figures.
    List<RegistrationId> registrations(String code) {
        return sql.select(REGISTRATION.ID)
                .from(REGISTRATION)
                .where(REGISTRATION.EVENT_CODE.eq(code))
                .orderBy(REGISTRATION.ID)
                .fetch(row -> new RegistrationId(row.value1()));
    }

    /// A region is changed for the event and its registrations in one transaction. What refers to what
    /// is looked at once both have changed.
    void lookAtReferencesLast() {
        sql.execute("set constraints casework.registration_in_region_of_event deferred");
    }

    /// Moves those registered in an event whom the acting member cannot see, as sealed cases are: an
    /// event lies in one region whoever looks, and a refusal would tell that somebody is there.
    void moveUnseen(Event event, String reason, Instant at) {
        sql.execute(
                "select casework.move_unseen(?, ?, ?, ?, ?::timestamptz)",
                event.code(),
                event.region(),
                event.municipality(),
                reason,
                at.atOffset(ZoneOffset.UTC));
    }

    private static Condition inEvent(Field<String> code) {
        return REGISTRATION.EVENT_CODE.eq(code).and(REGISTRATION.REMOVED_AT.isNull());
    }

    private static Map<Field<?>, @Nullable Object> columns(Event event) {
        Map<Field<?>, @Nullable Object> columns = new HashMap<>();
        columns.put(EVENT.REGION, event.region());
        columns.put(EVENT.MUNICIPALITY_CODE, event.municipality());
        columns.put(EVENT.PLACE, event.place());
        columns.put(EVENT.EMPLOYER, event.employer());
        columns.put(EVENT.PERIOD_FROM, event.from());
        columns.put(EVENT.PERIOD_TO, event.to());
        columns.put(EVENT.SECTOR, event.sector());
        columns.put(EVENT.REFERRED_BY, event.referredBy());
        columns.put(EVENT.FORMS, DSL.val(event.forms().toArray(String[]::new)));
        return columns;
    }

    private static Event read(Record row) {
        return new Event(
                new EventId(row.get(EVENT.ID)),
                row.get(EVENT.CODE),
                row.get(EVENT.REGION),
                row.get(EVENT.MUNICIPALITY_CODE),
                row.get(EVENT.PLACE),
                row.get(EVENT.EMPLOYER),
                row.get(EVENT.PERIOD_FROM),
                row.get(EVENT.PERIOD_TO),
                row.get(EVENT.SECTOR),
                row.get(EVENT.REFERRED_BY),
                new TreeSet<>(Arrays.asList(row.get(EVENT.FORMS))));
    }
}
