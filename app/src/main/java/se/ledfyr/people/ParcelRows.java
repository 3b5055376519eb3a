package se.ledfyr.people;

import static se.ledfyr.people.internal.tables.Parcel.PARCEL;
import static se.ledfyr.people.internal.tables.ParcelPerson.PARCEL_PERSON;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.OrganisationId;

/// The SQL of parcels. Row-level security leaves the sender those it sent, and the addressee those that are not
/// closed.
@Repository
class ParcelRows {

    private final DSLContext sql;
    private final Clock clock;

    ParcelRows(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// A parcel that is not closed, as it lies in the database.
    record Row(
            ParcelKey.Ends ends,
            Set<FieldGroup> groups,
            ByteBuffer dataKey,
            ByteBuffer sealed,
            @Nullable ByteBuffer sealedIdentity,
            Instant madeAt,
            @Nullable LocalDate adoptableUntil,
            @Nullable Instant adoptedAt,
            @Nullable PersonId ownEnd) {}

    void add(
            ParcelKey.Ends ends,
            PersonId person,
            Set<FieldGroup> groups,
            ByteBuffer dataKey,
            byte[] sealed,
            byte @Nullable [] sealedIdentity,
            @Nullable LocalDate adoptableUntil) {
        sql.insertInto(PARCEL)
                .set(PARCEL.ID, ends.id().value())
                .set(PARCEL.FROM_ORGANISATION, ends.from().value())
                .set(PARCEL.TO_ORGANISATION, ends.to().value())
                .set(PARCEL.GROUPS, FieldGroup.codes(groups))
                .set(PARCEL.DATA_KEY, dataKey.array())
                .set(PARCEL.SEALED, sealed)
                .set(PARCEL.SEALED_IDENTITY, sealedIdentity)
                .set(PARCEL.MADE_AT, now())
                .set(PARCEL.ADOPTABLE_UNTIL, adoptableUntil)
                .execute();
        addEnd(ends.id(), person);
    }

    /// Who a parcel is about at the acting end.
    void addEnd(ParcelId parcel, PersonId person) {
        sql.insertInto(PARCEL_PERSON)
                .set(PARCEL_PERSON.PARCEL_ID, parcel.value())
                .set(PARCEL_PERSON.ORGANISATION, Acting.current().organisation().value())
                .set(PARCEL_PERSON.PERSON_ID, person.value())
                .execute();
    }

    /// A parcel to the acting organisation, held until the transaction ends.
    Optional<Row> lockArrived(ParcelId parcel) {
        return sql.select(PARCEL.fields())
                .from(PARCEL)
                .where(PARCEL.ID.eq(parcel.value()))
                .and(PARCEL.TO_ORGANISATION.eq(Acting.current().organisation().value()))
                .and(PARCEL.CLOSED_AT.isNull())
                .forUpdate()
                .fetchOptional(row -> row(row, ownEnd(parcel)));
    }

    void setOpened(ParcelId parcel) {
        sql.update(PARCEL)
                .set(PARCEL.OPENED_AT, now())
                .where(PARCEL.ID.eq(parcel.value()))
                .and(PARCEL.OPENED_AT.isNull())
                .execute();
    }

    void setAdopted(ParcelId parcel) {
        sql.update(PARCEL)
                .set(PARCEL.ADOPTED_AT, now())
                .where(PARCEL.ID.eq(parcel.value()))
                .execute();
    }

    /// @return false when there is no such parcel, it is closed, or its addressee has made it their own
    boolean close(ParcelId parcel) {
        return Boolean.TRUE.equals(
                sql.fetchValue("select people.close_parcel(?, ?::timestamptz)", parcel.value(), now()));
    }

    /// The parcels that are about a person at the acting end.
    List<ParcelId> listOf(PersonId person) {
        return sql.select(PARCEL_PERSON.PARCEL_ID)
                .from(PARCEL_PERSON)
                .where(PARCEL_PERSON.PERSON_ID.eq(person.value()))
                .fetch(row -> new ParcelId(row.value1()));
    }

    Map<ParcelId, ParcelFate> fates(Collection<ParcelId> parcels) {
        Map<ParcelId, ParcelFate> fates = new LinkedHashMap<>();
        sql.select(PARCEL.ID, PARCEL.OPENED_AT, PARCEL.ADOPTED_AT, PARCEL.CLOSED_AT)
                .from(PARCEL)
                .where(PARCEL.ID.eq(org.jooq.impl.DSL.any(
                        parcels.stream().map(ParcelId::value).toArray(UUID[]::new))))
                .and(PARCEL.FROM_ORGANISATION.eq(Acting.current().organisation().value()))
                .forEach(row -> fates.put(
                        new ParcelId(row.value1()),
                        new ParcelFate(instant(row.value2()), instant(row.value3()), instant(row.value4()))));
        return fates;
    }

    private @Nullable PersonId ownEnd(ParcelId parcel) {
        return sql.select(PARCEL_PERSON.PERSON_ID)
                .from(PARCEL_PERSON)
                .where(PARCEL_PERSON.PARCEL_ID.eq(parcel.value()))
                .fetchOptional(row -> new PersonId(row.value1()))
                .orElse(null);
    }

    private static Row row(Record row, @Nullable PersonId ownEnd) {
        Set<FieldGroup> groups = EnumSet.noneOf(FieldGroup.class);
        Arrays.stream(row.get(PARCEL.GROUPS))
                .forEach(code -> groups.add(FieldGroup.of(code).orElseThrow()));
        byte[] identity = row.get(PARCEL.SEALED_IDENTITY);
        return new Row(
                new ParcelKey.Ends(
                        new ParcelId(row.get(PARCEL.ID)),
                        new OrganisationId(row.get(PARCEL.FROM_ORGANISATION)),
                        new OrganisationId(row.get(PARCEL.TO_ORGANISATION))),
                groups,
                ByteBuffer.wrap(row.get(PARCEL.DATA_KEY)),
                ByteBuffer.wrap(row.get(PARCEL.SEALED)),
                identity == null ? null : ByteBuffer.wrap(identity),
                Objects.requireNonNull(instant(row.get(PARCEL.MADE_AT))),
                row.get(PARCEL.ADOPTABLE_UNTIL),
                instant(row.get(PARCEL.ADOPTED_AT)),
                ownEnd);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
