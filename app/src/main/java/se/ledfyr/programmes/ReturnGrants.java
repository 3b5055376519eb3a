package se.ledfyr.programmes;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.PersonId;

/// How work in the return programme makes and moves grants as they are counted.
///
/// The office that applies lays ready what is known; whoever decides admits, without seeing what lies there. All
/// methods take many at once in one statement, and are silent about those that are not the caller's to move.
@Service
@Transactional
public class ReturnGrants {

    private static final String PREPARE = """
            insert into programmes.awaited_grant (id, organisation, decider, person_id, registration_id, role, sex, age_group,
                                                  citizenship, return_country, group_case, applied_on, departed_on, made_at, made_by)
            select id, ?, ?::uuid, person, registration, role, sex, age_group, citizenship, country, ?, applied::date, null,
                   ?::timestamptz, ?::uuid
              from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as new (id, person, registration, role, sex, age_group, citizenship, country, applied)
            """;

    private final DSLContext sql;
    private final Clock clock;

    ReturnGrants(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// What is known about somebody who may be admitted.
    ///
    /// @param id of the application it belongs to
    /// @param registration from which form, sector and event are counted; null for somebody who accompanies
    /// @param role a code of `amp_person_role`
    /// @param returnCountry ISO 3166-1 alpha-2
    /// @param appliedOn when the form of the application was complete; null until then
    public record Awaited(
            UUID id,
            PersonId person,
            @Nullable RegistrationId registration,
            String role,
            String sex,
            String ageGroup,
            @Nullable String citizenship,
            String returnCountry,
            @Nullable LocalDate appliedOn) {

        /// Says which by id only.
        @Override
        public String toString() {
            return "Awaited[" + id + "]";
        }
    }

    /// Lays ready what becomes a grant of the acting office if they are admitted.
    ///
    /// @param decider who decides; null when the office writes the decision down itself
    /// @param group code of the event, for those who have no registration of their own
    public void prepare(List<Awaited> awaited, @Nullable OrganisationId decider, @Nullable String group) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Acting acting = Acting.current();
        sql.execute(
                PREPARE,
                acting.organisation().value(),
                decider == null ? null : decider.value(),
                group,
                now(),
                acting.member() == null ? null : acting.member().value(),
                awaited.stream().map(Awaited::id).toArray(UUID[]::new),
                awaited.stream().map(one -> one.person().value()).toArray(UUID[]::new),
                awaited.stream()
                        .map(one -> one.registration() == null
                                ? null
                                : one.registration().value())
                        .toArray(UUID[]::new),
                awaited.stream().map(Awaited::role).toArray(String[]::new),
                awaited.stream().map(Awaited::sex).toArray(String[]::new),
                awaited.stream().map(Awaited::ageGroup).toArray(String[]::new),
                awaited.stream().map(Awaited::citizenship).toArray(String[]::new),
                awaited.stream().map(Awaited::returnCountry).toArray(String[]::new),
                awaited.stream()
                        .map(one ->
                                one.appliedOn() == null ? null : one.appliedOn().toString())
                        .toArray(String[]::new));
    }

    /// Admits: each becomes a grant of the office that applied, counted in the year of `day`.
    ///
    /// @return the grant of each that was admitted, by application
    public Map<UUID, UUID> admit(Collection<UUID> applications, LocalDate day) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Map<UUID, UUID> grants = new LinkedHashMap<>();
        sql.fetch("select * from programmes.admit(?::uuid[], ?::date, ?::timestamptz)", ids(applications), day, now())
                .forEach(row -> grants.put(row.get("awaited", UUID.class), row.get("admitted", UUID.class)));
        return grants;
    }

    /// Writes into the grants what the course of the return has changed; old values are kept. Null leaves a value.
    ///
    /// @param why kept with the old values, 1-2000 characters, never about a person
    public void follow(
            Collection<UUID> applications,
            @Nullable LocalDate appliedOn,
            @Nullable LocalDate departedOn,
            @Nullable String returnCountry,
            String why) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        sql.fetch(
                "select programmes.follow_return(?::uuid[], ?::date, ?::date, ?::text, ?, ?::timestamptz)",
                ids(applications),
                appliedOn,
                departedOn,
                returnCountry,
                why,
                now());
    }

    /// Takes admissions back that were written down by mistake: the grants leave the figures.
    ///
    /// @param why kept with the grants, 1-2000 characters, never about a person
    public void takeBack(Collection<UUID> applications, String why) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        sql.fetch("select programmes.take_back(?::uuid[], ?, ?::timestamptz)", ids(applications), why, now());
    }

    private static UUID[] ids(Collection<UUID> applications) {
        return applications.toArray(UUID[]::new);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
