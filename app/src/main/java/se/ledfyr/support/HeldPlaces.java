package se.ledfyr.support;

import static se.ledfyr.support.internal.tables.Placement.PLACEMENT;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.NotHere;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.deadlines.ClockHandler;
import se.ledfyr.deadlines.ClockRequest;
import se.ledfyr.deadlines.ClockSubject;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.deadlines.DueTimes;
import se.ledfyr.deadlines.RunningClock;

/// Places taken out of use for some nights: a home has filled one itself, keeps it closed, or somebody holds it for a
/// person who may come.
///
/// Seen and released by who held it; to colleagues it is a place that is taken, like every other. A hold can have a
/// last day of its own, after which a clock releases it. For the programme's office alone.
@Service
@Transactional
public class HeldPlaces {

    static final String HELD = "place_held";

    private static final String SUBJECT = "HOLD";

    private final Placements placements;
    private final DSLContext sql;
    private final Clocks clocks;
    private final DueTimes times;
    private final Office office;
    private final AuditLog audit;

    HeldPlaces(Placements placements, DSLContext sql, Clocks clocks, DueTimes times, Office office, AuditLog audit) {
        this.placements = placements;
        this.sql = sql;
        this.clocks = clocks;
        this.times = times;
        this.office = office;
        this.audit = audit;
    }

    /// Takes the first free place of a home out of use.
    ///
    /// @param heldUntil the last day it is held unless somebody releases it before; null for all its nights
    /// @throws NotHere when there is no such home
    /// @throws Clash when no place is free all those nights
    /// @throws IllegalArgumentException when the last day has passed or does not come before the end
    public UUID hold(HomeId home, LocalDate arrives, LocalDate leaves, @Nullable LocalDate heldUntil) {
        office.require();
        LocalDate today = office.today();
        if (heldUntil != null && (heldUntil.isBefore(today) || !heldUntil.isBefore(leaves))) {
            throw new IllegalArgumentException("A place is held from today, and not longer than its nights");
        }
        UUID id = placements.hold(home, arrives, leaves);
        if (heldUntil != null) {
            clocks.set(ClockRequest.of(
                            HELD,
                            new ClockSubject(SUBJECT, id),
                            times.until(today, heldUntil, HELD),
                            "/support/homes/" + home.value() + "#held")
                    .forMember(Office.member()));
        }
        audit.note(Action.HOME_CHANGED, Subject.HOME, List.of(home.value()), null, "place held");
        return id;
    }

    /// What the acting member holds in a home from today on, in order.
    public List<Hold> listOf(HomeId home) {
        office.require();
        return sql.selectFrom(PLACEMENT)
                .where(PLACEMENT.HOME_ID.eq(home.value()))
                .and(PLACEMENT.PERSON_ID.isNull())
                .and(PLACEMENT.WRITTEN_BY.eq(Office.member().value()))
                .and(PLACEMENT.STRUCK_AT.isNull())
                .and(PLACEMENT.LEAVES_ON.gt(office.today()))
                .orderBy(PLACEMENT.ARRIVES_ON, PLACEMENT.PLACE_NO)
                .fetch()
                .map(this::read);
    }

    /// Gives a place back: from today on it is free.
    ///
    /// @throws NotHere when the acting member holds no such place in that home
    public void release(HomeId home, UUID hold) {
        office.require();
        if (listOf(home).stream().noneMatch(one -> one.id().equals(hold))
                || released(hold).isEmpty()) {
            throw new NotHere();
        }
        clocks.stop(new ClockSubject(SUBJECT, hold));
    }

    /// The time has come. Nothing happens to what was released before.
    void releaseByTime(RunningClock clock) {
        released(clock.subject().id());
        clocks.stop(clock.subject());
    }

    private Optional<UUID> released(UUID hold) {
        Optional<UUID> home = Optional.ofNullable(Objects.requireNonNull(sql.fetchOne(
                        "select support.release_hold(?, ?, ?::timestamptz) as home",
                        hold,
                        office.today(),
                        office.now()))
                .get("home", UUID.class));
        home.ifPresent(one -> audit.note(Action.HOME_CHANGED, Subject.HOME, List.of(one), null, "held place released"));
        return home;
    }

    private Hold read(Record row) {
        UUID id = row.get(PLACEMENT.ID);
        return new Hold(
                id,
                row.get(PLACEMENT.PLACE_NO),
                row.get(PLACEMENT.ARRIVES_ON),
                row.get(PLACEMENT.LEAVES_ON),
                clocks.listOf(new ClockSubject(SUBJECT, id)).stream()
                        .filter(clock -> clock.doneAt() == null)
                        .map(RunningClock::lastDay)
                        .findFirst()
                        .orElse(null));
    }

    /// What happens when such a clock rings.
    @Configuration(proxyBeanMethods = false)
    static class Handlers {

        @Bean
        ClockHandler placeHeld(HeldPlaces places) {
            return new ClockHandler() {
                @Override
                public String kind() {
                    return HELD;
                }

                @Override
                public String key() {
                    return "support.clock." + HELD;
                }

                @Override
                public void due(RunningClock clock) {
                    places.releaseByTime(clock);
                }
            };
        }
    }
}
