package se.ledfyr.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.ParcelId;
import se.ledfyr.people.PersonId;

/// The SQL of consents and shares of many at once: the rows travel as arrays.
@Repository
class ManyShareQueries {

    private static final String CONSENTS = """
            insert into consent.consent (id, organisation, person_id, purpose, receivers, groups, given_by, given_how, language,
                                         interpreter, from_on, recorded_at, recorded_by)
            select id, ?, person, ?, array[?::uuid], ?::text[], given_by, ?, ?, ?, ?::date, ?::timestamptz, ?::uuid
              from unnest(?::uuid[], ?::uuid[], ?::text[]) as new (id, person, given_by)
            """;

    /// Those that cover it and hold longest, held until the transaction ends.
    private static final String LIVE = """
            select c.id, c.person_id, c.until_on
              from consent.consent c
             where c.person_id = any (?::uuid[]) and c.purpose = ? and c.receivers @> array[?::uuid] and c.groups @> ?::text[]
               and c.withdrawn_at is null and ?::date between c.from_on and coalesce(c.until_on, 'infinity')
             order by c.person_id, c.until_on desc nulls first, c.recorded_at desc, c.id
               for share
            """;

    private static final String SHARES = """
            insert into consent.share (id, organisation, person_id, parcel_id, receiver, purpose, groups, consent_id, shared_at,
                                       shared_by)
            select id, ?, person, parcel, ?, ?, ?::text[], consent, ?::timestamptz, ?::uuid
              from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[]) as new (id, person, parcel, consent)
            """;

    private final DSLContext sql;

    ManyShareQueries(DSLContext sql) {
        this.sql = sql;
    }

    /// A live consent of somebody.
    record Live(UUID consent, @Nullable LocalDate until) {}

    /// One share as it is to be stored.
    record Line(UUID share, PersonId person, ParcelId parcel, UUID consent) {}

    List<UUID> insertConsents(
            List<PersonId> people,
            ManyShares.Asked asked,
            String purpose,
            OrganisationId receiver,
            Set<FieldGroup> groups,
            Instant at) {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(people.size()).toList();
        sql.execute(
                CONSENTS,
                Acting.current().organisation().value(),
                purpose,
                receiver.value(),
                FieldGroup.codes(groups),
                asked.givenHow(),
                asked.language(),
                asked.interpreter(),
                asked.on(),
                utc(at),
                member(),
                ids.toArray(UUID[]::new),
                values(people),
                people.stream().map(asked.givenBy()::get).toArray(String[]::new));
        return ids;
    }

    Map<PersonId, Live> holdLive(
            List<PersonId> people, String purpose, OrganisationId receiver, Set<FieldGroup> groups, LocalDate day) {
        Map<PersonId, Live> live = new LinkedHashMap<>();
        sql.fetch(LIVE, values(people), purpose, receiver.value(), FieldGroup.codes(groups), day)
                .forEach(row -> live.putIfAbsent(
                        new PersonId(row.get("person_id", UUID.class)),
                        new Live(row.get("id", UUID.class), row.get("until_on", LocalDate.class))));
        return live;
    }

    void insertShares(List<Line> lines, String purpose, OrganisationId receiver, Set<FieldGroup> groups, Instant at) {
        sql.execute(
                SHARES,
                Acting.current().organisation().value(),
                receiver.value(),
                purpose,
                FieldGroup.codes(groups),
                utc(at),
                member(),
                lines.stream().map(Line::share).toArray(UUID[]::new),
                lines.stream().map(line -> line.person().value()).toArray(UUID[]::new),
                lines.stream().map(line -> line.parcel().value()).toArray(UUID[]::new),
                lines.stream().map(Line::consent).toArray(UUID[]::new));
    }

    private static UUID[] values(List<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }

    private static @Nullable UUID member() {
        Acting acting = Acting.current();
        return acting.member() == null ? null : acting.member().value();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
