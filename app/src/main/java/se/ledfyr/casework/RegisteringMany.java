package se.ledfyr.casework;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.people.PersonId;

/// Registering many people at once who are in keeping already, in two statements however many they are.
@Service
@Transactional
public class RegisteringMany {

    private static final int NOTED_AT_ONCE = 250;

    private static final String EVENTS = """
            insert into casework.event (id, organisation, code, region, created_at, created_by)
            select gen_random_uuid(), ?, code, min(region), ?::timestamptz, ?::uuid
              from unnest(?::text[], ?::text[]) as new (code, region)
             where code is not null
             group by code
             order by code
                on conflict (organisation, code) do nothing
            """;

    private static final String REGISTRATIONS = """
            insert into casework.registration (organisation, created_at, created_by, changed_at, id, person_id, registered_on,
                region, municipality_code, sex, age_group, birth_year, citizenship, forms, sector, referred_by, event_code,
                began, setting, children_accompanying, amp_requested, reflection_requested)
            select ?, ?::timestamptz, ?::uuid, ?::timestamptz, id, person_id, registered_on, region, municipality_code, sex,
                   age_group, birth_year, citizenship, string_to_array(forms, ';'), sector, referred_by, event_code, began,
                   setting, children, amp, reflection
              from unnest(?::uuid[], ?::uuid[], ?::date[], ?::text[], ?::text[], ?::text[], ?::text[], ?::smallint[],
                          ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[],
                          ?::boolean[], ?::boolean[])
                   as new (id, person_id, registered_on, region, municipality_code, sex, age_group, birth_year, citizenship,
                           forms, sector, referred_by, event_code, began, setting, children, amp, reflection)
            """;

    private final DSLContext sql;
    private final AuditLog audit;
    private final Clock clock;

    RegisteringMany(DSLContext sql, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /// One of many.
    ///
    /// @param facts an event that is not known yet is added with no more than its code and region
    public record OfPerson(RegistrationId id, PersonId person, Facts facts) {

        @Override
        public String toString() {
            return "OfPerson[" + id.value() + "]";
        }
    }

    /// Whether the acting organisation has no registration at all.
    public boolean isNothingRegistered() {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return !sql.fetchSingle("select exists (select from casework.registration)")
                .get(0, Boolean.class);
    }

    /// Registers all or none.
    ///
    /// @throws org.springframework.dao.DataIntegrityViolationException when somebody has one in that year
    public void register(List<OfPerson> many) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (many.isEmpty()) {
            return;
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        UUID organisation = Acting.current().organisation().value();
        sql.execute(
                EVENTS,
                organisation,
                now,
                member(),
                texts(many, one -> one.facts().event()),
                texts(many, one -> one.facts().region()));
        sql.execute(REGISTRATIONS, values(many, organisation, now));
        for (int from = 0; from < many.size(); from += NOTED_AT_ONCE) {
            List<UUID> subjects = new ArrayList<>();
            for (OfPerson one : many.subList(from, Math.min(many.size(), from + NOTED_AT_ONCE))) {
                subjects.add(one.id().value());
                subjects.add(one.person().value());
            }
            audit.note(Action.REGISTERED, Subject.REGISTRATION, subjects, null, null);
        }
    }

    private static @Nullable Object[] values(List<OfPerson> many, UUID organisation, OffsetDateTime now) {
        return new @Nullable Object[] {
            organisation,
            now,
            member(),
            now,
            many.stream().map(one -> one.id().value()).toArray(UUID[]::new),
            many.stream().map(one -> one.person().value()).toArray(UUID[]::new),
            texts(many, one -> one.facts().registeredOn().toString()),
            texts(many, one -> one.facts().region()),
            texts(many, one -> one.facts().municipality()),
            texts(many, one -> one.facts().sex()),
            texts(many, one -> one.facts().ageGroup()),
            texts(many, one -> Objects.toString(one.facts().birthYear(), null)),
            texts(many, one -> one.facts().citizenship()),
            texts(many, one -> String.join(";", one.facts().forms())),
            texts(many, one -> one.facts().sector()),
            texts(many, one -> one.facts().referredBy()),
            texts(many, one -> one.facts().event()),
            texts(many, one -> one.facts().began()),
            texts(many, one -> one.facts().setting()),
            texts(many, one -> String.valueOf(one.facts().childrenAccompanying())),
            texts(many, one -> String.valueOf(one.facts().ampRequested())),
            texts(many, one -> String.valueOf(one.facts().reflectionRequested()))
        };
    }

    /// As text, which PostgreSQL reads into the type of the column.
    private static @Nullable String[] texts(List<OfPerson> many, Function<OfPerson, @Nullable String> value) {
        @Nullable String[] texts = new @Nullable String[many.size()];
        IntStream.range(0, texts.length).forEach(i -> texts[i] = value.apply(many.get(i)));
        return texts;
    }

    private static @Nullable UUID member() {
        return Acting.current().member() == null
                ? null
                : Acting.current().member().value();
    }
}
