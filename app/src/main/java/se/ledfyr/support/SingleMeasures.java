package se.ledfyr.support;

import static se.ledfyr.support.internal.tables.Measure.MEASURE;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.audit.Action;
import se.ledfyr.programmes.GrantId;
import se.ledfyr.programmes.SupportGrant;

/// Single measures of the programme: legal advice, a statement about the home country. For the programme's office
/// alone.
@Service
@Transactional
public class SingleMeasures {

    private final Courses courses;
    private final DSLContext sql;
    private final Office office;

    SingleMeasures(Courses courses, DSLContext sql, Office office) {
        this.courses = courses;
        this.sql = sql;
        this.office = office;
    }

    /// Shown with the course, whose reading is noted.
    public List<SingleMeasure> listOf(GrantId grant) {
        office.require();
        return sql.selectFrom(MEASURE)
                .where(MEASURE.GRANT_ID.eq(grant.value()))
                .and(MEASURE.STRUCK_AT.isNull())
                .orderBy(MEASURE.GIVEN_ON, MEASURE.ID)
                .fetch(row -> new SingleMeasure(
                        row.get(MEASURE.ID),
                        row.get(MEASURE.KIND),
                        row.get(MEASURE.GIVEN_ON),
                        row.get(MEASURE.COST_ORE)));
    }

    /// @throws NotHere when there is no such grant
    /// @throws IllegalArgumentException for a day before the decision or in the future
    public void add(GrantId id, SingleMeasure measure) {
        SupportGrant grant = courses.begun(id);
        if (measure.givenOn().isAfter(office.today()) || measure.givenOn().isBefore(grant.grantedOn())) {
            throw new IllegalArgumentException("Given between the decision and today");
        }
        sql.insertInto(MEASURE)
                .set(MEASURE.ID, measure.id())
                .set(MEASURE.ORGANISATION, Acting.current().organisation().value())
                .set(MEASURE.GRANT_ID, id.value())
                .set(MEASURE.PERSON_ID, grant.person().value())
                .set(MEASURE.KIND, measure.kind())
                .set(MEASURE.GIVEN_ON, measure.givenOn())
                .set(MEASURE.COST_ORE, measure.costOre())
                .set(MEASURE.WRITTEN_AT, office.now())
                .set(MEASURE.WRITTEN_BY, Office.member().value())
                .execute();
        courses.note(grant, Action.PROGRAMME_MEASURE_CHANGED, measure.kind());
    }

    /// Strikes a measure that was written down by mistake.
    ///
    /// @throws NotHere when there is no such measure
    public void strike(GrantId id, UUID measure) {
        SupportGrant grant = courses.begun(id);
        int struck = sql.update(MEASURE)
                .set(MEASURE.STRUCK_AT, office.now())
                .where(MEASURE.ID.eq(measure))
                .and(MEASURE.GRANT_ID.eq(id.value()))
                .and(MEASURE.STRUCK_AT.isNull())
                .execute();
        if (struck == 0) {
            throw new NotHere();
        }
        courses.note(grant, Action.PROGRAMME_MEASURE_CHANGED, "struck");
    }
}
