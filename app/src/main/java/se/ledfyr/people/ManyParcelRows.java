package se.ledfyr.people;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.OrganisationId;

/// The SQL of many parcels at once: the rows travel as arrays. What one array cannot hold inside another, the groups,
/// travels as one text with commas.
@Repository
class ManyParcelRows {

    private static final String PARCELS = """
            insert into people.parcel (id, from_organisation, to_organisation, groups, data_key, sealed, sealed_identity, made_at,
                                       adoptable_until)
            select id, ?, receiver, string_to_array(groups, ','), data_key, sealed, sealed_identity, ?::timestamptz, until::date
              from unnest(?::uuid[], ?::uuid[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[], ?::text[])
                as new (id, receiver, groups, data_key, sealed, sealed_identity, until)
            """;

    private static final String ENDS = """
            insert into people.parcel_person (parcel_id, organisation, person_id)
            select parcel, ?, person from unnest(?::uuid[], ?::uuid[]) as new (parcel, person)
            """;

    private static final String ARRIVED = """
            select id, from_organisation, to_organisation, groups, data_key, sealed, sealed_identity, adoptable_until, adopted_at
              from people.parcel
             where id = any (?::uuid[]) and to_organisation = ? and closed_at is null
             order by id
               for update
            """;

    private final DSLContext sql;

    ManyParcelRows(DSLContext sql) {
        this.sql = sql;
    }

    /// A parcel that is ready to be stored.
    record Packed(
            ParcelKey.Ends ends,
            PersonId person,
            Set<FieldGroup> groups,
            ByteBuffer dataKey,
            byte[] sealed,
            byte @Nullable [] sealedIdentity,
            @Nullable LocalDate adoptableUntil) {

        @Override
        public String toString() {
            return "Packed[…]";
        }
    }

    /// A parcel to the acting organisation that is not closed.
    record Arrived(
            ParcelKey.Ends ends,
            Set<FieldGroup> groups,
            ByteBuffer dataKey,
            ByteBuffer sealed,
            @Nullable ByteBuffer sealedIdentity,
            @Nullable LocalDate adoptableUntil,
            @Nullable OffsetDateTime adoptedAt) {

        @Override
        public String toString() {
            return "Arrived[…]";
        }
    }

    void add(List<Packed> packed, OffsetDateTime now) {
        sql.execute(
                PARCELS,
                organisation(),
                now,
                packed.stream().map(one -> one.ends().id().value()).toArray(UUID[]::new),
                packed.stream().map(one -> one.ends().to().value()).toArray(UUID[]::new),
                packed.stream()
                        .map(one -> String.join(",", FieldGroup.codes(one.groups())))
                        .toArray(String[]::new),
                packed.stream().map(one -> one.dataKey().array()).toArray(byte[][]::new),
                packed.stream().map(Packed::sealed).toArray(byte[][]::new),
                packed.stream().map(Packed::sealedIdentity).toArray(byte[][]::new),
                packed.stream()
                        .map(one -> one.adoptableUntil() == null
                                ? null
                                : one.adoptableUntil().toString())
                        .toArray(String[]::new));
        addEnds(
                packed.stream().map(one -> one.ends().id()).toList(),
                packed.stream().map(Packed::person).toList());
    }

    /// Held until the transaction ends, always in the same order.
    List<Arrived> lockArrived(Collection<ParcelId> which) {
        return sql.fetch(ARRIVED, ids(which), organisation()).map(ManyParcelRows::read);
    }

    void setOpened(Collection<ParcelId> which, OffsetDateTime now) {
        sql.execute(
                "update people.parcel set opened_at = ?::timestamptz where id = any (?::uuid[]) and opened_at is null",
                now,
                ids(which));
    }

    void setAdopted(List<ParcelId> which, List<PersonId> people, OffsetDateTime now) {
        addEnds(which, people);
        sql.execute("update people.parcel set adopted_at = ?::timestamptz where id = any (?::uuid[])", now, ids(which));
    }

    private void addEnds(List<ParcelId> parcels, List<PersonId> people) {
        sql.execute(
                ENDS,
                organisation(),
                ids(parcels),
                people.stream().map(PersonId::value).toArray(UUID[]::new));
    }

    private static UUID[] ids(Collection<ParcelId> which) {
        return which.stream().map(ParcelId::value).toArray(UUID[]::new);
    }

    private static UUID organisation() {
        return Acting.current().organisation().value();
    }

    private static Arrived read(Record row) {
        Set<FieldGroup> groups = EnumSet.noneOf(FieldGroup.class);
        Arrays.stream(row.get("groups", String[].class))
                .forEach(code -> groups.add(FieldGroup.of(code).orElseThrow()));
        byte[] identity = row.get("sealed_identity", byte[].class);
        return new Arrived(
                new ParcelKey.Ends(
                        new ParcelId(row.get("id", UUID.class)),
                        new OrganisationId(row.get("from_organisation", UUID.class)),
                        new OrganisationId(row.get("to_organisation", UUID.class))),
                groups,
                ByteBuffer.wrap(Objects.requireNonNull(row.get("data_key", byte[].class))),
                ByteBuffer.wrap(Objects.requireNonNull(row.get("sealed", byte[].class))),
                identity == null ? null : ByteBuffer.wrap(identity),
                row.get("adoptable_until", LocalDate.class),
                row.get("adopted_at", OffsetDateTime.class));
    }
}
