package se.ledfyr.permits;

import static se.ledfyr.permits.internal.tables.Permit.PERMIT;
import static se.ledfyr.permits.internal.tables.ReflectionPeriod.REFLECTION_PERIOD;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.CaseId;
import se.ledfyr.people.PersonId;

/// The statements about permits. Whose they are is decided by row-level security.
@Repository
class PermitQueries {

    private static final String OVERLAP = "one_reflection_period_at_a_time";

    private static final Field<Boolean> FILED = DSL.field(DSL.exists(DSL.selectOne()
                    .from(REFLECTION_PERIOD)
                    .where(REFLECTION_PERIOD.ID.eq(PERMIT.ID))
                    .and(REFLECTION_PERIOD.ORGANISATION.eq(PERMIT.ORGANISATION))))
            .as("filed");

    private final DSLContext sql;

    PermitQueries(DSLContext sql) {
        this.sql = sql;
    }

    List<Permit> listOf(PersonId person) {
        return sql.select(PERMIT.fields())
                .select(FILED)
                .from(PERMIT)
                .where(PERMIT.PERSON_ID.eq(person.value()))
                .and(PERMIT.STRUCK_AT.isNull())
                .orderBy(PERMIT.FROM_ON.desc().nullsLast(), PERMIT.TO_ON.desc().nullsFirst(), PERMIT.ID)
                .fetch(PermitQueries::read);
    }

    void insert(PermitId id, PersonId person, NewPermit permit, Instant at) {
        Acting acting = Acting.current();
        guarded(() -> sql.insertInto(PERMIT)
                .set(PERMIT.ID, id.value())
                .set(PERMIT.ORGANISATION, acting.organisation().value())
                .set(PERMIT.PERSON_ID, person.value())
                .set(PERMIT.KIND, permit.kind())
                .set(PERMIT.FROM_ON, permit.from())
                .set(PERMIT.TO_ON, permit.to())
                .set(PERMIT.DECIDED_BY, permit.decidedBy())
                .set(PERMIT.SOURCE, permit.source())
                .set(PERMIT.NOTED_AT, ApplicationQueries.utc(at))
                .set(
                        PERMIT.NOTED_BY,
                        acting.member() == null ? null : acting.member().value())
                .execute());
    }

    /// @return false when there is no such permit in that version
    boolean change(PermitId id, int version, NewPermit permit) {
        return guarded(() -> sql.update(PERMIT)
                        .set(PERMIT.KIND, permit.kind())
                        .set(PERMIT.FROM_ON, permit.from())
                        .set(PERMIT.TO_ON, permit.to())
                        .set(PERMIT.DECIDED_BY, permit.decidedBy())
                        .set(PERMIT.SOURCE, permit.source())
                        .set(PERMIT.VERSION, PERMIT.VERSION.plus(1))
                        .where(PERMIT.ID.eq(id.value()))
                        .and(PERMIT.VERSION.eq(version))
                        .and(PERMIT.STRUCK_AT.isNull())
                        .execute())
                == 1;
    }

    void strike(PermitId id, Instant at) {
        sql.update(PERMIT)
                .set(PERMIT.STRUCK_AT, ApplicationQueries.utc(at))
                .set(PERMIT.VERSION, PERMIT.VERSION.plus(1))
                .where(PERMIT.ID.eq(id.value()))
                .execute();
    }

    /// Does what writes periods.
    ///
    /// @throws PeriodOverlaps when the database says that the person has another reflection period at the time
    static int guarded(IntSupplier writing) {
        try {
            return writing.getAsInt();
        } catch (DataIntegrityViolationException refused) {
            String message = refused.getMessage();
            if (message != null && message.contains(OVERLAP)) {
                throw new PeriodOverlaps(refused);
            }
            throw refused;
        }
    }

    /// What was told along with a case.
    List<Brought> bring(CaseId id, Instant at) {
        return sql.fetch(
                        "select id, from_on, to_on from permits.bring_permits(?, ?::timestamptz)",
                        id.value(),
                        ApplicationQueries.utc(at))
                .map(row -> new Brought(
                        new PermitId(row.get("id", UUID.class)),
                        row.get("from_on", LocalDate.class),
                        row.get("to_on", LocalDate.class)));
    }

    record Brought(
            PermitId id, @Nullable LocalDate from, @Nullable LocalDate to) {}

    private static Permit read(Record row) {
        UUID application = row.get(PERMIT.APPLICATION_ID);
        return new Permit(
                new PermitId(row.get(PERMIT.ID)),
                row.get(PERMIT.KIND),
                row.get(PERMIT.FROM_ON),
                row.get(PERMIT.TO_ON),
                row.get(PERMIT.DECIDED_BY),
                row.get(PERMIT.SOURCE),
                application == null ? null : new ApplicationId(application),
                row.get(FILED),
                row.get(PERMIT.VERSION));
    }
}
