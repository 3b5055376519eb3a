package se.ledfyr.casework;

import static se.ledfyr.casework.internal.tables.CaseFile.CASE_FILE;
import static se.ledfyr.casework.internal.tables.Dossier.DOSSIER;
import static se.ledfyr.casework.internal.tables.Holding.HOLDING;
import static se.ledfyr.casework.internal.tables.Step.STEP;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.people.PersonId;

/// The statements behind lists of cases. Each walks along one index from the place where the page
/// begins; row-level security has removed what the acting organisation has no dossier in.
@Repository
class HeldQueries {

    private static final List<Field<?>> SHOWN = List.of(
            CASE_FILE.ID,
            CASE_FILE.REFERENCE,
            CASE_FILE.REGION,
            CASE_FILE.MUNICIPALITY_CODE,
            CASE_FILE.ROUTE,
            CASE_FILE.IDENTIFIED_ON,
            CASE_FILE.OUTCOME,
            DOSSIER.PERSON_ID);

    private final DSLContext sql;

    HeldQueries(DSLContext sql) {
        this.sql = sql;
    }

    List<HeldCase> list(HeldFilter filter, HeldPage.@Nullable Place after, int lines) {
        return switch (filter) {
            case MINE -> held(HOLDING.MEMBER.eq(actingMember()), after, lines);
            case DUTY -> held(HOLDING.MEMBER.isNull(), after, lines);
            case ALL -> held(DSL.noCondition(), after, lines);
            case PASSED_ON -> ended(CaseHistory.Kind.PASSED_ON, passedOnLast(), after, lines);
            case CLOSED -> ended(CaseHistory.Kind.CLOSED, CASE_FILE.CLOSED_AT.eq(STEP.AT), after, lines);
        };
    }

    /// At most a thousand, which is more than were ever found at once.
    List<HeldCase> foundAt(EventId event) {
        return held(CASE_FILE.FOUND_TOGETHER.eq(event.value()), null, 1_000);
    }

    Map<CaseId, String> references(Collection<CaseId> cases) {
        return sql.select(CASE_FILE.ID, CASE_FILE.REFERENCE)
                .from(CASE_FILE)
                .join(DOSSIER)
                .on(DOSSIER.CASE_ID.eq(CASE_FILE.ID))
                .where(CASE_FILE.ID.in(cases.stream().map(CaseId::value).toList()))
                .fetchMap(row -> new CaseId(row.get(CASE_FILE.ID)), row -> row.get(CASE_FILE.REFERENCE));
    }

    private List<HeldCase> held(Condition whose, HeldPage.@Nullable Place after, int lines) {
        return sql.select(SHOWN)
                .select(HOLDING.BEGAN, HOLDING.MEMBER, HOLDING.DUTY)
                .from(HOLDING)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(HOLDING.CASE_ID))
                .join(DOSSIER)
                .on(DOSSIER.CASE_ID.eq(HOLDING.CASE_ID))
                .and(DOSSIER.ORGANISATION.eq(HOLDING.ORGANISATION))
                .where(HOLDING.ORGANISATION.eq(Acting.current().organisation().value()))
                .and(HOLDING.ENDED.isNull())
                .and(whose)
                .and(behind(HOLDING.BEGAN, HOLDING.CASE_ID, after))
                .orderBy(HOLDING.BEGAN.desc(), HOLDING.CASE_ID.desc())
                .limit(lines)
                .fetch(row -> line(
                        row, row.get(HOLDING.BEGAN), CaseRows.inside(row.get(HOLDING.MEMBER), row.get(HOLDING.DUTY))));
    }

    private List<HeldCase> ended(CaseHistory.Kind kind, Condition stillSo, HeldPage.@Nullable Place after, int lines) {
        return sql.select(SHOWN)
                .select(STEP.AT)
                .from(STEP)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(STEP.CASE_ID))
                .join(DOSSIER)
                .on(DOSSIER.CASE_ID.eq(STEP.CASE_ID))
                .and(DOSSIER.ORGANISATION.eq(STEP.ORGANISATION))
                .where(STEP.ORGANISATION.eq(Acting.current().organisation().value()))
                .and(STEP.KIND.eq(DSL.inline(kind.name())))
                .and(stillSo)
                .and(behind(STEP.AT, STEP.CASE_ID, after))
                .orderBy(STEP.AT.desc(), STEP.CASE_ID.desc())
                .limit(lines)
                .fetch(row -> line(row, row.get(STEP.AT), null));
    }

    /// The case is open, and the organisation has not had it back since.
    private static Condition passedOnLast() {
        var later = STEP.as("later");
        return CASE_FILE
                .STATE
                .eq(DSL.inline("OPEN"))
                .andNotExists(DSL.selectOne()
                        .from(later)
                        .where(later.CASE_ID.eq(STEP.CASE_ID))
                        .and(later.ORGANISATION.eq(STEP.ORGANISATION))
                        .and(later.ID.gt(STEP.ID)));
    }

    private static Condition behind(Field<OffsetDateTime> at, Field<UUID> id, HeldPage.@Nullable Place after) {
        return after == null
                ? DSL.noCondition()
                : DSL.row(at, id).lt(after.since().atOffset(ZoneOffset.UTC), after.id());
    }

    /// Nobody's where the operator acts: no member has this id.
    private static UUID actingMember() {
        Acting acting = Acting.current();
        return acting.member() == null ? new UUID(0, 0) : acting.member().value();
    }

    private static HeldCase line(Record row, OffsetDateTime since, @Nullable HolderInside inside) {
        return new HeldCase(
                new CaseId(row.get(CASE_FILE.ID)),
                row.get(CASE_FILE.REFERENCE),
                row.get(CASE_FILE.REGION),
                row.get(CASE_FILE.MUNICIPALITY_CODE),
                Route.ofCode(row.get(CASE_FILE.ROUTE)),
                row.get(CASE_FILE.IDENTIFIED_ON),
                since.toInstant(),
                inside,
                row.get(CASE_FILE.OUTCOME),
                new PersonId(row.get(DOSSIER.PERSON_ID)),
                null);
    }
}
