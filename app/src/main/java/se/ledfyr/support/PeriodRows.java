package se.ledfyr.support;

import static se.ledfyr.support.internal.tables.Period.PERIOD;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.programmes.GrantId;
import se.ledfyr.programmes.SupportGrant;

/// Days as they are stored. What was struck stays, and counts no more.
@Repository
class PeriodRows {

    private final DSLContext sql;

    PeriodRows(DSLContext sql) {
        this.sql = sql;
    }

    void insert(SupportGrant grant, Period period, OffsetDateTime now) {
        sql.insertInto(PERIOD)
                .set(PERIOD.ID, period.id())
                .set(PERIOD.ORGANISATION, Acting.current().organisation().value())
                .set(PERIOD.GRANT_ID, grant.id().value())
                .set(PERIOD.PERSON_ID, grant.person().value())
                .set(PERIOD.PHASE, period.phase().name())
                .set(PERIOD.BEYOND, period.beyond())
                .set(PERIOD.PAYER, period.payer().name())
                .set(PERIOD.BEYOND_WHY, period.beyondWhy())
                .set(PERIOD.FIRST_DAY, period.first())
                .set(PERIOD.LAST_DAY, period.last())
                .set(PERIOD.WRITTEN_AT, now)
                .set(PERIOD.WRITTEN_BY, Office.member().value())
                .execute();
    }

    List<Period> listOf(GrantId grant) {
        return sql.selectFrom(PERIOD)
                .where(PERIOD.GRANT_ID.eq(grant.value()))
                .and(PERIOD.STRUCK_AT.isNull())
                .orderBy(PERIOD.FIRST_DAY)
                .fetch(PeriodRows::read);
    }

    Optional<Period> find(GrantId grant, UUID id) {
        return sql.selectFrom(PERIOD)
                .where(PERIOD.ID.eq(id))
                .and(PERIOD.GRANT_ID.eq(grant.value()))
                .and(PERIOD.STRUCK_AT.isNull())
                .fetchOptional(PeriodRows::read);
    }

    void setLast(UUID id, LocalDate last) {
        sql.update(PERIOD).set(PERIOD.LAST_DAY, last).where(PERIOD.ID.eq(id)).execute();
    }

    void strike(UUID id, OffsetDateTime now) {
        sql.update(PERIOD).set(PERIOD.STRUCK_AT, now).where(PERIOD.ID.eq(id)).execute();
    }

    private static Period read(Record row) {
        return new Period(
                row.get(PERIOD.ID),
                Phase.valueOf(row.get(PERIOD.PHASE)),
                row.get(PERIOD.BEYOND),
                Payer.valueOf(row.get(PERIOD.PAYER)),
                row.get(PERIOD.BEYOND_WHY),
                row.get(PERIOD.FIRST_DAY),
                row.get(PERIOD.LAST_DAY));
    }
}
