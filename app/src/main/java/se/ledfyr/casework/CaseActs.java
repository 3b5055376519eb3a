package se.ledfyr.casework;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.PersonId;

/// What changes who holds a case. The application cannot write those rows itself: each act is a
/// function of the database that says for itself whom it serves, so that no way leads around the rule
/// of one holder.
@Repository
class CaseActs {

    private final DSLContext sql;
    private final Clock clock;

    CaseActs(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// @return false when the person's course has been opened already and is not closed
    boolean open(CaseId id, Registration registration, @Nullable UUID foundTogether, HolderInside inside) {
        Facts facts = registration.facts();
        return call(
                        UUID.class,
                        "casework.open_case(?, ?, ?, ?, ?, ?, ?::date, ?, ?::uuid, ?, ?::timestamptz)",
                        id.value(),
                        registration.person().value(),
                        registration.id().value(),
                        facts.region(),
                        facts.municipality(),
                        Route.ofAgeGroup(facts.ageGroup()).code(),
                        facts.registeredOn(),
                        foundTogether,
                        CaseRows.member(inside),
                        CaseRows.duty(inside),
                        now())
                .isPresent();
    }

    /// Holds an open case until the transaction ends.
    ///
    /// @return whether the acting organisation is its holder
    boolean holdFast(CaseId id) {
        return isTrue("casework.hold_fast(?)", id.value());
    }

    boolean moveInside(CaseId id, HolderInside to) {
        return isTrue(
                "casework.move_inside(?, ?::uuid, ?, ?::timestamptz)",
                id.value(),
                CaseRows.member(to),
                CaseRows.duty(to),
                now());
    }

    Set<UUID> fallToDuty(MemberId member) {
        return call(
                        UUID[].class,
                        "casework.fall_to_duty(?, ?, ?::timestamptz)",
                        member.value(),
                        HolderInside.ON_DUTY.name(),
                        now())
                .map(Set::of)
                .orElse(Set.of());
    }

    boolean close(CaseId id, Closing closing) {
        return isTrue(
                "casework.close_case(?, ?, ?, ?::timestamptz)", id.value(), closing.outcome(), closing.reason(), now());
    }

    boolean reopen(CaseId id, HolderInside inside, String reason) {
        return isTrue(
                "casework.reopen_case(?, ?::uuid, ?, ?, ?::timestamptz)",
                id.value(),
                CaseRows.member(inside),
                CaseRows.duty(inside),
                reason,
                now());
    }

    boolean release(CaseId id, UUID offer, Collection<OrganisationId> to) {
        return isTrue(
                "casework.release_to(?, ?, ?::uuid[], ?::timestamptz)",
                id.value(),
                offer,
                to.stream().map(OrganisationId::value).toArray(UUID[]::new),
                now());
    }

    /// @return how many organisations could have taken over
    int withdrawRelease(CaseId id) {
        return call(Integer.class, "casework.withdraw_release(?)", id.value()).orElse(0);
    }

    /// @return from whom; empty when there is no leave to take over
    Optional<OrganisationId> takeOver(CaseId id, PersonId person, HolderInside inside) {
        return call(
                        UUID.class,
                        "casework.take_over(?, ?, ?::uuid, ?, ?::timestamptz)",
                        id.value(),
                        person.value(),
                        CaseRows.member(inside),
                        CaseRows.duty(inside),
                        now())
                .map(OrganisationId::new);
    }

    /// @return how many times of the one before now run for the acting organisation
    int bringTimes(CaseId id, OrganisationId from) {
        return call(Integer.class, "casework.bring_times(?, ?, ?::timestamptz)", id.value(), from.value(), now())
                .orElse(0);
    }

    private boolean isTrue(String function, @Nullable Object... arguments) {
        return call(Boolean.class, function, arguments).orElse(false);
    }

    private <T> Optional<T> call(Class<T> type, String function, @Nullable Object... arguments) {
        return Optional.ofNullable(sql.resultQuery("select " + function + " as answer", arguments)
                .fetchSingle()
                .get("answer", type));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
