package se.ledfyr.people;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;

/// Many people in three statements, however many they are. PostgreSQL refuses COPY into a table with row-level
/// security, so the rows travel as arrays.
@Repository
class PersonBatch {

    private static final String PEOPLE = """
            insert into people.person (id, organisation, data_key, facts, protection, created_at)
            select id, ?, data_key, facts, protection, ?::timestamptz
              from unnest(?::uuid[], ?::bytea[], ?::bytea[], ?::text[]) as new (id, data_key, facts, protection)
            """;

    private static final String FIELDS = """
            insert into people.identity_field (id, organisation, person_id, kind, sealed, recorded_at, recorded_by)
            select id, ?, person_id, kind, sealed, ?::timestamptz, ?::uuid
              from unnest(?::uuid[], ?::uuid[], ?::text[], ?::bytea[]) as new (id, person_id, kind, sealed)
            """;

    private static final String TOKENS = """
            insert into people.index_token (organisation, token, person_id)
            select ?, token, person_id
              from unnest(?::bigint[], ?::uuid[]) as new (token, person_id)
             order by token
            """;

    private final DSLContext sql;
    private final Clock clock;

    PersonBatch(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void add(List<Row> rows) {
        UUID organisation = Acting.current().organisation().value();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        sql.execute(
                PEOPLE,
                organisation,
                now,
                rows.stream().map(row -> row.person().value()).toArray(UUID[]::new),
                rows.stream().map(Row::dataKey).toArray(byte[][]::new),
                rows.stream().map(Row::facts).toArray(byte[][]::new),
                rows.stream().map(Row::protectionName).toArray(String[]::new));
        addFields(rows, organisation, now);
        addTokens(rows, organisation);
    }

    private void addFields(List<Row> rows, UUID organisation, OffsetDateTime now) {
        List<UUID> ids = new ArrayList<>();
        List<UUID> people = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<byte[]> sealed = new ArrayList<>();
        for (Row row : rows) {
            for (SealedPerson.Field field : row.fields()) {
                ids.add(field.id());
                people.add(row.person().value());
                kinds.add(field.kind().name());
                sealed.add(field.sealed().array());
            }
        }
        Acting acting = Acting.current();
        sql.execute(
                FIELDS,
                organisation,
                now,
                acting.member() == null ? null : acting.member().value(),
                ids.toArray(UUID[]::new),
                people.toArray(UUID[]::new),
                kinds.toArray(String[]::new),
                sealed.toArray(byte[][]::new));
    }

    private void addTokens(List<Row> rows, UUID organisation) {
        List<Long> tokens = new ArrayList<>();
        List<UUID> people = new ArrayList<>();
        for (Row row : rows) {
            for (Long token : row.tokens()) {
                tokens.add(token);
                people.add(row.person().value());
            }
        }
        sql.execute(TOKENS, organisation, tokens.toArray(Long[]::new), people.toArray(UUID[]::new));
    }

    /// One person, sealed.
    ///
    /// @param dataKey wrapped; null, like `facts`, when nothing is sealed
    record Row(
            PersonId person,
            byte @Nullable [] dataKey,
            byte @Nullable [] facts,
            @Nullable Protection protection,
            List<SealedPerson.Field> fields,
            Collection<Long> tokens) {

        private @Nullable String protectionName() {
            return protection == null ? null : protection.name();
        }

        @Override
        public String toString() {
            return "Row[…]";
        }
    }
}
