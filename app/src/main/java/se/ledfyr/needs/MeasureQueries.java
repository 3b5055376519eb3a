package se.ledfyr.needs;

import static se.ledfyr.needs.internal.tables.Measure.MEASURE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.OrganisationId;

/// The statements about measures. They are seen with the need; only who noted one may change it.
@Repository
class MeasureQueries {

    private final DSLContext sql;

    MeasureQueries(DSLContext sql) {
        this.sql = sql;
    }

    void insert(MeasureId id, NeedId need, NewMeasure measure, Instant at) {
        Acting acting = Acting.current();
        sql.insertInto(MEASURE)
                .set(MEASURE.ID, id.value())
                .set(MEASURE.NEED_ID, need.value())
                .set(
                        MEASURE.GIVEN_BY,
                        measure.givenBy() == null ? null : measure.givenBy().value())
                .set(MEASURE.SECTOR, measure.sector().name())
                .set(MEASURE.BEGAN_ON, measure.began())
                .set(MEASURE.ENDED_ON, measure.ended())
                .set(MEASURE.RESULT, measure.result())
                .set(MEASURE.NOTED_AT, NeedQueries.utc(at))
                .set(MEASURE.NOTED_ORGANISATION, acting.organisation().value())
                .set(
                        MEASURE.NOTED_BY,
                        acting.member() == null ? null : acting.member().value())
                .execute();
    }

    List<Measure> listOf(NeedId need) {
        UUID own = Acting.current().organisation().value();
        return sql.selectFrom(MEASURE)
                .where(MEASURE.NEED_ID.eq(need.value()))
                .and(MEASURE.STRUCK_AT.isNull())
                .orderBy(MEASURE.BEGAN_ON.asc().nullsLast(), MEASURE.NOTED_AT, MEASURE.ID)
                .fetch(row -> read(row, own));
    }

    boolean change(NeedId need, MeasureId id, @Nullable LocalDate ended, String result) {
        return sql.update(MEASURE)
                        .set(MEASURE.ENDED_ON, ended)
                        .set(MEASURE.RESULT, result)
                        .where(MEASURE.ID.eq(id.value()))
                        .and(MEASURE.NEED_ID.eq(need.value()))
                        .and(MEASURE.STRUCK_AT.isNull())
                        .execute()
                == 1;
    }

    boolean strike(NeedId need, MeasureId id, Instant at) {
        return sql.update(MEASURE)
                        .set(MEASURE.STRUCK_AT, NeedQueries.utc(at))
                        .where(MEASURE.ID.eq(id.value()))
                        .and(MEASURE.NEED_ID.eq(need.value()))
                        .and(MEASURE.STRUCK_AT.isNull())
                        .execute()
                == 1;
    }

    private static Measure read(Record row, UUID own) {
        UUID giver = row.get(MEASURE.GIVEN_BY);
        return new Measure(
                new MeasureId(row.get(MEASURE.ID)),
                new NeedId(row.get(MEASURE.NEED_ID)),
                giver == null ? null : new OrganisationId(giver),
                Sector.valueOf(row.get(MEASURE.SECTOR)),
                row.get(MEASURE.BEGAN_ON),
                row.get(MEASURE.ENDED_ON),
                row.get(MEASURE.RESULT),
                own.equals(row.get(MEASURE.NOTED_ORGANISATION)));
    }
}
