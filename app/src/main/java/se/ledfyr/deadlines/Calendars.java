package se.ledfyr.deadlines;

import static se.ledfyr.deadlines.internal.tables.Calendar.CALENDAR;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Door;
import se.ledfyr.access.Right;
import se.ledfyr.access.Secret;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Membership;
import se.ledfyr.organisations.OrganisationId;

/// Secret addresses by which members see their time limits in a calendar program, which cannot sign in.
///
/// An address shows that something is due and when, and never what. It works for one member, until it is closed or
/// replaced, or the member is shut out or may no longer work with people.
@Service
public class Calendars {

    private static final int DAYS_AHEAD = 180;

    /// The acting member's address.
    ///
    /// @param usedAt when a calendar program last asked; null when none has
    public record Address(Instant madeAt, @Nullable Instant usedAt) {}

    private final DSLContext sql;
    private final ClockQueries clocks;
    private final Door door;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Calendars(
            DSLContext sql,
            ClockQueries clocks,
            Door door,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.clocks = clocks;
        this.door = door;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// The acting member's open address; empty when they have none.
    public Optional<Address> find() {
        MemberId me = me();
        return Objects.requireNonNull(transaction.execute(status -> sql.selectFrom(CALENDAR)
                .where(CALENDAR.MEMBER.eq(me.value()))
                .and(CALENDAR.REVOKED_AT.isNull())
                .fetchOptional(row ->
                        new Address(row.get(CALENDAR.MADE_AT).toInstant(), instant(row.get(CALENDAR.USED_AT))))));
    }

    /// Opens an address for the acting member; the one before no longer works.
    ///
    /// @return the secret, which is not kept and cannot be shown again
    public Secret open() {
        MemberId me = me();
        Secret secret = Secret.random();
        transaction.executeWithoutResult(status -> {
            sql.insertInto(CALENDAR)
                    .set(CALENDAR.MEMBER, me.value())
                    .set(CALENDAR.ORGANISATION, Acting.current().organisation().value())
                    .set(CALENDAR.SECRET_HASH, secret.hash())
                    .set(CALENDAR.MADE_AT, now())
                    .onConflict(CALENDAR.MEMBER)
                    .doUpdate()
                    .set(CALENDAR.SECRET_HASH, secret.hash())
                    .set(CALENDAR.MADE_AT, now())
                    .setNull(CALENDAR.USED_AT)
                    .setNull(CALENDAR.REVOKED_AT)
                    .execute();
            audit.note(Action.CALENDAR_OPENED, Subject.MEMBER, me.value(), null);
        });
        return secret;
    }

    /// Closes the acting member's address.
    public void close() {
        MemberId me = me();
        transaction.executeWithoutResult(status -> {
            int closed = sql.update(CALENDAR)
                    .set(CALENDAR.REVOKED_AT, now())
                    .where(CALENDAR.MEMBER.eq(me.value()))
                    .and(CALENDAR.REVOKED_AT.isNull())
                    .execute();
            if (closed == 1) {
                audit.note(Action.CALENDAR_CLOSED, Subject.MEMBER, me.value(), null);
            }
        });
    }

    /// The time limits that an address shows: overdue, and due in the next half year, for its member.
    ///
    /// @param secret as it stands in the address
    /// @return empty for an address that is none, is closed, or whose member may no longer see any
    public Optional<List<RunningClock>> read(String secret) {
        return findMember(secret).flatMap(member -> {
            Acting acting = new Acting(
                    member.organisation().id(),
                    member.member().id(),
                    Right.of(member.organisation().kind(), member.member().roles()));
            return acting.may(Right.WORK_WITH_PEOPLE)
                    ? Optional.of(acting.get(() -> list(member.member().id())))
                    : Optional.empty();
        });
    }

    private Optional<Membership> findMember(String secret) {
        String hash = new Secret(secret).hash();
        return Objects.requireNonNull(transaction.execute(status -> {
                    sql.execute("select set_config('ledfyr.calendar', ?, true)", hash);
                    return sql.select(CALENDAR.MEMBER, CALENDAR.ORGANISATION)
                            .from(CALENDAR)
                            .where(CALENDAR.SECRET_HASH.eq(hash))
                            .and(CALENDAR.REVOKED_AT.isNull())
                            .fetchOptional();
                }))
                .flatMap(row -> door.findInside(new MemberId(row.value1()), new OrganisationId(row.value2())));
    }

    private List<RunningClock> list(MemberId member) {
        return Objects.requireNonNull(transaction.execute(status -> {
            sql.update(CALENDAR)
                    .set(CALENDAR.USED_AT, now())
                    .where(CALENDAR.MEMBER.eq(member.value()))
                    .execute();
            return clocks.listOpen(clock.instant().plus(Duration.ofDays(DAYS_AHEAD)), member, Clocks.MOST);
        }));
    }

    private static MemberId me() {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return Objects.requireNonNull(Acting.current().member());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
