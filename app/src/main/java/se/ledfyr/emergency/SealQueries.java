package se.ledfyr.emergency;

import static se.ledfyr.emergency.internal.tables.Glass.GLASS;
import static se.ledfyr.emergency.internal.tables.Insider.INSIDER;
import static se.ledfyr.emergency.internal.tables.Opening.OPENING;
import static se.ledfyr.emergency.internal.tables.Seal.SEAL;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.people.PersonId;

/// The statements about seals. Row-level security has removed every seal of somebody the acting member may not
/// see.
@Repository
class SealQueries {

    private final DSLContext sql;
    private final Clock clock;

    SealQueries(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// A seal in force.
    record Found(UUID id, OffsetDateTime at, MemberId by, byte[] reason) {}

    Optional<Found> find(PersonId person) {
        return sql.selectFrom(SEAL)
                .where(SEAL.PERSON_ID.eq(person.value()))
                .and(SEAL.LIFTED_AT.isNull())
                .fetchOptional(row -> new Found(
                        row.get(SEAL.ID),
                        row.get(SEAL.SEALED_AT),
                        new MemberId(row.get(SEAL.SEALED_BY)),
                        row.get(SEAL.REASON)));
    }

    boolean wasEverSealed(PersonId person) {
        return sql.fetchExists(SEAL, SEAL.PERSON_ID.eq(person.value()));
    }

    List<Seal.Insider> insiders(PersonId person) {
        return sql.selectFrom(INSIDER)
                .where(INSIDER.PERSON_ID.eq(person.value()))
                .and(INSIDER.UNTIL.isNull())
                .fetch(row -> new Seal.Insider(
                        new MemberId(row.get(INSIDER.MEMBER)),
                        row.get(INSIDER.SINCE).toInstant(),
                        memberOrNull(row, INSIDER.NAMED_BY)));
    }

    /// Everybody sealed to the acting member, since longest first.
    List<PersonId> sealedToMe() {
        return sql.select(INSIDER.PERSON_ID)
                .from(INSIDER)
                .where(INSIDER.MEMBER.eq(me()))
                .and(INSIDER.UNTIL.isNull())
                .orderBy(INSIDER.SINCE, INSIDER.PERSON_ID)
                .fetch(row -> new PersonId(row.value1()));
    }

    /// How somebody's sealed case was opened by breaking the glass, latest first.
    List<Breaking> breakings(PersonId person) {
        return sql.select(GLASS.MEMBER, GLASS.BROKEN_AT, GLASS.UNTIL, GLASS.REASON)
                .from(OPENING)
                .join(GLASS)
                .on(GLASS.ID.eq(OPENING.GLASS_ID))
                .where(OPENING.PERSON_ID.eq(person.value()))
                .orderBy(GLASS.BROKEN_AT.desc(), GLASS.ID)
                .fetch(row -> new Breaking(
                        new MemberId(row.get(GLASS.MEMBER)),
                        row.get(GLASS.BROKEN_AT).toInstant(),
                        row.get(GLASS.UNTIL).toInstant(),
                        row.get(GLASS.REASON)));
    }

    void seal(UUID id, PersonId person, byte[] reason) {
        sql.insertInto(SEAL)
                .set(SEAL.ID, id)
                .set(SEAL.ORGANISATION, organisation())
                .set(SEAL.PERSON_ID, person.value())
                .set(SEAL.SEALED_AT, now())
                .set(SEAL.SEALED_BY, me())
                .set(SEAL.REASON, reason)
                .execute();
    }

    void name(PersonId person, Collection<MemberId> members) {
        for (MemberId member : members) {
            sql.insertInto(INSIDER)
                    .set(INSIDER.ORGANISATION, organisation())
                    .set(INSIDER.PERSON_ID, person.value())
                    .set(INSIDER.MEMBER, member.value())
                    .set(INSIDER.SINCE, now())
                    .set(INSIDER.NAMED_BY, me())
                    .execute();
        }
    }

    void nameNoMore(PersonId person, Collection<MemberId> members) {
        sql.update(INSIDER)
                .set(INSIDER.UNTIL, now())
                .where(INSIDER.PERSON_ID.eq(person.value()))
                .and(INSIDER.MEMBER.in(members.stream().map(MemberId::value).toList()))
                .and(INSIDER.UNTIL.isNull())
                .execute();
    }

    void lift(UUID seal, byte[] reason) {
        sql.update(SEAL)
                .set(SEAL.LIFTED_AT, now())
                .set(SEAL.LIFTED_BY, me())
                .set(SEAL.LIFTED_REASON, reason)
                .where(SEAL.ID.eq(seal))
                .execute();
    }

    private static @Nullable MemberId memberOrNull(Record row, org.jooq.Field<UUID> field) {
        UUID id = row.get(field);
        return id == null ? null : new MemberId(id);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static UUID organisation() {
        return Acting.current().organisation().value();
    }

    /// A seal is somebody's act: the operator of the installation has none.
    private static UUID me() {
        MemberId member = Acting.current().member();
        if (member == null) {
            throw new se.ledfyr.access.NotHere();
        }
        return member.value();
    }
}
