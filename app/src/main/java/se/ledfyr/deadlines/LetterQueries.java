package se.ledfyr.deadlines;

import static se.ledfyr.deadlines.internal.tables.Letter.LETTER;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;

/// The only SQL about letters. Row-level security leaves those of the acting organisation.
@Repository
class LetterQueries {

    /// A letter that waits.
    ///
    /// @param member null when it goes to an address outside
    /// @param tries how often it has been tried in vain
    record Waiting(
            UUID id, @Nullable MemberId member, @Nullable String address, Letter letter, int tries) {

        /// Says which, and nothing about whom to.
        @Override
        public String toString() {
            return "Waiting[" + id + "]";
        }
    }

    private final DSLContext sql;

    LetterQueries(DSLContext sql) {
        this.sql = sql;
    }

    void add(
            OrganisationId organisation,
            @Nullable MemberId member,
            @Nullable String address,
            Letter letter,
            Instant now) {
        sql.insertInto(LETTER)
                .set(LETTER.ID, UUID.randomUUID())
                .set(LETTER.ORGANISATION, organisation.value())
                .set(LETTER.MEMBER, member == null ? null : member.value())
                .set(LETTER.ADDRESS, address)
                .set(LETTER.TEXT_KEY, letter.textKey())
                .set(LETTER.REFERENCE, letter.reference())
                .set(LETTER.PATH, letter.path())
                .set(LETTER.MADE_AT, utc(now))
                .set(LETTER.NEXT_TRY_AT, utc(now))
                .execute();
    }

    /// Many letters to members, as one statement.
    void addAll(OrganisationId organisation, List<ToMember> letters, Instant now) {
        if (letters.isEmpty()) {
            return;
        }
        var insert = sql.insertInto(
                LETTER,
                LETTER.ID,
                LETTER.ORGANISATION,
                LETTER.MEMBER,
                LETTER.TEXT_KEY,
                LETTER.REFERENCE,
                LETTER.PATH,
                LETTER.MADE_AT,
                LETTER.NEXT_TRY_AT);
        for (ToMember each : letters) {
            insert = insert.values(
                    UUID.randomUUID(),
                    organisation.value(),
                    each.member().value(),
                    each.letter().textKey(),
                    each.letter().reference(),
                    each.letter().path(),
                    utc(now),
                    utc(now));
        }
        insert.execute();
    }

    void addUnlessWaiting(OrganisationId organisation, MemberId member, Letter letter, Instant now) {
        boolean waits = sql.fetchExists(DSL.selectOne()
                .from(LETTER)
                .where(LETTER.MEMBER.eq(member.value()))
                .and(LETTER.TEXT_KEY.eq(letter.textKey()))
                .and(LETTER.PATH.eq(letter.path()))
                .and(LETTER.NEXT_TRY_AT.isNotNull()));
        if (!waits) {
            add(organisation, member, null, letter, now);
        }
    }

    /// The members a sealed thing is sealed to; empty for what is not sealed.
    Optional<Set<MemberId>> keptTo(UUID thing) {
        return Optional.ofNullable(keptTo(Set.of(thing)).get(thing));
    }

    /// Those of the things that are sealed in the acting organisation, each with the members it is sealed to.
    Map<UUID, Set<MemberId>> keptTo(Set<UUID> things) {
        return sql.fetch("""
                        select thing, insiders
                        from (select thing, people.kept_to(thing) as insiders from unnest(?::uuid[]) thing) asked
                        where insiders is not null
                        """, (Object) things.toArray(UUID[]::new))
                .intoMap(
                        row -> row.get("thing", UUID.class),
                        row -> Arrays.stream(row.get("insiders", UUID[].class))
                                .map(MemberId::new)
                                .collect(Collectors.toSet()));
    }

    int countWaiting(MemberId to) {
        return sql.fetchCount(LETTER, LETTER.NEXT_TRY_AT.isNotNull().and(LETTER.MEMBER.eq(to.value())));
    }

    /// The letter, if it still waits.
    Optional<Waiting> find(UUID id) {
        return sql.selectFrom(LETTER)
                .where(LETTER.ID.eq(id))
                .and(LETTER.NEXT_TRY_AT.isNotNull())
                .fetchOptional(row -> new Waiting(
                        row.get(LETTER.ID),
                        row.get(LETTER.MEMBER) == null ? null : new MemberId(row.get(LETTER.MEMBER)),
                        row.get(LETTER.ADDRESS),
                        new Letter(row.get(LETTER.TEXT_KEY), row.get(LETTER.REFERENCE), row.get(LETTER.PATH)),
                        row.get(LETTER.TRIES)));
    }

    /// Neither the address nor the link is needed any longer.
    void sent(UUID id, Instant now) {
        sql.update(LETTER)
                .set(LETTER.SENT_AT, utc(now))
                .set(LETTER.TRIES, LETTER.TRIES.plus(1))
                .setNull(LETTER.NEXT_TRY_AT)
                .setNull(LETTER.PATH)
                .setNull(LETTER.ADDRESS)
                .where(LETTER.ID.eq(id))
                .execute();
    }

    void tryAgain(UUID id, Instant nextTry) {
        sql.update(LETTER)
                .set(LETTER.TRIES, LETTER.TRIES.plus(1))
                .set(LETTER.NEXT_TRY_AT, utc(nextTry))
                .where(LETTER.ID.eq(id))
                .execute();
    }

    void giveUp(UUID id, Instant now) {
        sql.update(LETTER)
                .set(LETTER.GIVEN_UP_AT, utc(now))
                .set(LETTER.TRIES, LETTER.TRIES.plus(1))
                .setNull(LETTER.NEXT_TRY_AT)
                .setNull(LETTER.PATH)
                .setNull(LETTER.ADDRESS)
                .where(LETTER.ID.eq(id))
                .execute();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
