package se.ledfyr.people;

import static se.ledfyr.people.internal.tables.IdentityField.IDENTITY_FIELD;
import static se.ledfyr.people.internal.tables.IndexToken.INDEX_TOKEN;
import static se.ledfyr.people.internal.tables.Person.PERSON;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;

/// The SQL of identities. No organisation stands in any `where` clause: row-level security has removed
/// everybody else's people already.
@Repository
class PersonRows {

    /// However common a word, no more people than this are fetched for it.
    static final int MAX_PER_TOKEN = 250;

    private static final String HITS = """
            select hit.person_id, sum(asked.weight) as weight
              from unnest(?::bigint[], ?::int[]) as asked (token, weight)
             cross join lateral (
                   select t.person_id from people.index_token t where t.token = asked.token limit %d) hit
             group by hit.person_id
             order by weight desc, hit.person_id
             limit ?
            """.formatted(MAX_PER_TOKEN);

    private static final String BARE =
            "insert into people.person (id, organisation, created_at) select id, ?, cast(? as timestamptz) from unnest(?::uuid[]) as new (id)";

    private static final String INDEX =
            "insert into people.index_token (organisation, token, person_id) select ?, token, ? from unnest(?::bigint[]) as new (token)";

    private final DSLContext sql;
    private final Clock clock;

    PersonRows(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void addBare(List<PersonId> people) {
        sql.execute(
                BARE,
                organisation(),
                now(),
                people.stream().map(PersonId::value).toArray(UUID[]::new));
    }

    void add(PersonId person, @Nullable ByteBuffer dataKey, byte @Nullable [] facts, @Nullable Protection protection) {
        sql.insertInto(PERSON)
                .set(PERSON.ID, person.value())
                .set(PERSON.ORGANISATION, organisation())
                .set(PERSON.DATA_KEY, dataKey == null ? null : dataKey.array())
                .set(PERSON.FACTS, facts)
                .set(PERSON.PROTECTION, protection == null ? null : protection.name())
                .set(PERSON.CREATED_AT, now())
                .execute();
    }

    void setFacts(PersonId person, byte[] facts) {
        sql.update(PERSON)
                .set(PERSON.FACTS, facts)
                .where(PERSON.ID.eq(person.value()))
                .execute();
    }

    void setProtection(PersonId person, @Nullable Protection protection) {
        sql.update(PERSON)
                .set(PERSON.PROTECTION, protection == null ? null : protection.name())
                .where(PERSON.ID.eq(person.value()))
                .execute();
    }

    void addFields(PersonId person, List<SealedPerson.Field> fields) {
        if (fields.isEmpty()) {
            return;
        }
        Acting acting = Acting.current();
        UUID member = acting.member() == null ? null : acting.member().value();
        OffsetDateTime now = now();
        var insert = sql.insertInto(
                IDENTITY_FIELD,
                IDENTITY_FIELD.ID,
                IDENTITY_FIELD.ORGANISATION,
                IDENTITY_FIELD.PERSON_ID,
                IDENTITY_FIELD.KIND,
                IDENTITY_FIELD.SEALED,
                IDENTITY_FIELD.RECORDED_AT,
                IDENTITY_FIELD.RECORDED_BY);
        for (SealedPerson.Field field : fields) {
            insert = insert.values(
                    field.id(),
                    acting.organisation().value(),
                    person.value(),
                    field.kind().name(),
                    field.sealed().array(),
                    now,
                    member);
        }
        insert.execute();
    }

    /// Keeps the sealed values and marks them as no longer so.
    void replaceFields(Collection<UUID> fields) {
        if (!fields.isEmpty()) {
            sql.update(IDENTITY_FIELD)
                    .set(IDENTITY_FIELD.REPLACED_AT, now())
                    .where(IDENTITY_FIELD.ID.in(fields))
                    .execute();
        }
    }

    void index(PersonId person, Set<Long> tokens) {
        sql.deleteFrom(INDEX_TOKEN)
                .where(INDEX_TOKEN.PERSON_ID.eq(person.value()))
                .execute();
        if (!tokens.isEmpty()) {
            sql.execute(INDEX, organisation(), person.value(), tokens.toArray(Long[]::new));
        }
    }

    /// @return whether there was somebody not erased yet
    boolean erase(PersonId person) {
        sql.update(IDENTITY_FIELD)
                .set(IDENTITY_FIELD.REPLACED_AT, now())
                .where(IDENTITY_FIELD.PERSON_ID.eq(person.value()))
                .and(IDENTITY_FIELD.REPLACED_AT.isNull())
                .execute();
        index(person, Set.of());
        return sql.update(PERSON)
                        .setNull(PERSON.DATA_KEY)
                        .setNull(PERSON.FACTS)
                        .set(PERSON.ERASED_AT, now())
                        .where(PERSON.ID.eq(person.value()))
                        .and(PERSON.ERASED_AT.isNull())
                        .execute()
                == 1;
    }

    /// Makes others who want to change the same person wait until this transaction has ended.
    Optional<SealedPerson> lock(PersonId person) {
        sql.select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.ID.eq(person.value()))
                .forUpdate()
                .fetch();
        return find(person);
    }

    Optional<SealedPerson> find(PersonId person) {
        return list(List.of(person), Set.of(IdentityKind.values())).values().stream()
                .findFirst();
    }

    /// The people that can be seen among `people`, with their current values of some kinds.
    Map<PersonId, SealedPerson> list(Collection<PersonId> people, Set<IdentityKind> kinds) {
        Map<PersonId, List<SealedPerson.Field>> fields = new LinkedHashMap<>();
        Map<PersonId, Record> rows = new LinkedHashMap<>();
        sql.select(PERSON.fields())
                .select(IDENTITY_FIELD.ID, IDENTITY_FIELD.KIND, IDENTITY_FIELD.SEALED)
                .from(PERSON)
                .leftJoin(IDENTITY_FIELD)
                .on(IDENTITY_FIELD.PERSON_ID.eq(PERSON.ID))
                .and(IDENTITY_FIELD.REPLACED_AT.isNull())
                .and(IDENTITY_FIELD.KIND.in(kinds.stream().map(Enum::name).toList()))
                .where(PERSON.ID.eq(org.jooq.impl.DSL.any(
                        people.stream().map(PersonId::value).toArray(UUID[]::new))))
                .orderBy(IDENTITY_FIELD.RECORDED_AT, IDENTITY_FIELD.ID)
                .forEach(row -> {
                    PersonId id = new PersonId(row.get(PERSON.ID));
                    rows.put(id, row);
                    field(row)
                            .ifPresent(field -> fields.computeIfAbsent(id, key -> new ArrayList<>())
                                    .add(field));
                });
        Map<PersonId, SealedPerson> found = new LinkedHashMap<>();
        rows.forEach((id, row) -> found.put(id, person(id, row, fields.getOrDefault(id, List.of()))));
        return found;
    }

    /// Who shares most with what is asked for, best first.
    List<PersonId> hits(Map<Long, Integer> asked, int most) {
        if (asked.isEmpty()) {
            return List.of();
        }
        Long[] tokens = asked.keySet().toArray(Long[]::new);
        Integer[] weights = Stream.of(tokens).map(asked::get).toArray(Integer[]::new);
        return sql.fetch(HITS, tokens, weights, most).map(row -> new PersonId(row.get("person_id", UUID.class)));
    }

    private static Optional<SealedPerson.Field> field(Record row) {
        UUID id = row.get(IDENTITY_FIELD.ID);
        return id == null
                ? Optional.empty()
                : Optional.of(new SealedPerson.Field(
                        id,
                        IdentityKind.valueOf(row.get(IDENTITY_FIELD.KIND)),
                        ByteBuffer.wrap(row.get(IDENTITY_FIELD.SEALED))));
    }

    private static SealedPerson person(PersonId id, Record row, List<SealedPerson.Field> fields) {
        String protection = row.get(PERSON.PROTECTION);
        return new SealedPerson(
                id,
                buffer(row.get(PERSON.DATA_KEY)),
                buffer(row.get(PERSON.FACTS)),
                protection == null ? null : Protection.valueOf(protection),
                row.get(PERSON.CREATED_AT).toInstant(),
                instant(row.get(PERSON.ERASED_AT)),
                fields);
    }

    private static @Nullable ByteBuffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static UUID organisation() {
        return Acting.current().organisation().value();
    }
}
