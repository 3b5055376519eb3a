package se.ledfyr.returns;

import static se.ledfyr.returns.internal.tables.Application.APPLICATION;
import static se.ledfyr.returns.internal.tables.OwnEnd.OWN_END;
import static se.ledfyr.returns.internal.tables.ReturnGroup.RETURN_GROUP;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.ParcelId;
import se.ledfyr.people.PersonId;

/// Reads rows of applications.
final class ReadReturn {

    /// Null where nothing is due: the database orders by infinity, which no calendar has.
    private static final Field<LocalDate> DUE = DSL.field(
                    "nullif({0}, 'infinity'::date)", LocalDate.class, APPLICATION.DUE_ON)
            .as("due_day");

    static final List<Field<?>> COLUMNS = List.of(
            APPLICATION.ID,
            APPLICATION.ORGANISATION,
            APPLICATION.OPERATOR,
            APPLICATION.GROUP_ID,
            APPLICATION.WITH_ID,
            APPLICATION.ROLE,
            APPLICATION.RETURN_COUNTRY,
            APPLICATION.TOLD_ON,
            APPLICATION.TOLD_ABOUT,
            APPLICATION.TOLD_LANGUAGE,
            APPLICATION.TOLD_INTERPRETER,
            APPLICATION.OPENED_ON,
            APPLICATION.ANSWER_BY,
            APPLICATION.FORM_BY,
            APPLICATION.APPLIED_ON,
            APPLICATION.PARCEL_ID,
            APPLICATION.STATE,
            APPLICATION.DECIDED_ON,
            APPLICATION.REFUSED,
            APPLICATION.GRANTED_ON,
            APPLICATION.EXIT_DEADLINE,
            APPLICATION.PLANNED_DEPARTURE,
            APPLICATION.DEPARTED_ON,
            APPLICATION.ARRIVED_ON,
            APPLICATION.FOLLOW_UP_ON,
            APPLICATION.CONTACT_UNTIL,
            APPLICATION.OUTCOME,
            APPLICATION.CONTACT_END,
            APPLICATION.ENDED_ON,
            APPLICATION.FUNDING_YEAR,
            APPLICATION.CARRIED_OVER,
            APPLICATION.PLANNED_ORE,
            APPLICATION.STAGE,
            DUE,
            APPLICATION.DUE_WHAT,
            APPLICATION.VERSION);

    private ReadReturn() {}

    static ReturnLine line(Record row) {
        UUID person = row.get(OWN_END.PERSON_ID);
        return new ReturnLine(of(row), person == null ? null : new PersonId(person), null, row.get(RETURN_GROUP.CODE));
    }

    static Return of(Record row) {
        UUID operator = row.get(APPLICATION.OPERATOR);
        UUID group = row.get(APPLICATION.GROUP_ID);
        UUID with = row.get(APPLICATION.WITH_ID);
        UUID parcel = row.get(APPLICATION.PARCEL_ID);
        return new Return(
                new ReturnId(row.get(APPLICATION.ID)),
                new OrganisationId(row.get(APPLICATION.ORGANISATION)),
                operator == null ? null : new OrganisationId(operator),
                group == null ? null : new GroupId(group),
                with == null ? null : new ReturnId(with),
                row.get(APPLICATION.ROLE),
                row.get(APPLICATION.RETURN_COUNTRY),
                new Information(
                        row.get(APPLICATION.TOLD_ON),
                        Set.of(row.get(APPLICATION.TOLD_ABOUT)),
                        row.get(APPLICATION.TOLD_LANGUAGE),
                        row.get(APPLICATION.TOLD_INTERPRETER)),
                days(row),
                parcel == null ? null : new ParcelId(parcel),
                new Return.Decision(
                        ReturnState.valueOf(row.get(APPLICATION.STATE)),
                        row.get(APPLICATION.DECIDED_ON),
                        row.get(APPLICATION.REFUSED)),
                new Return.Ending(
                        row.get(APPLICATION.OUTCOME), row.get(APPLICATION.CONTACT_END), row.get(APPLICATION.ENDED_ON)),
                money(row),
                Stage.valueOf(row.get(APPLICATION.STAGE)),
                new Return.Due(row.get(APPLICATION.DUE_WHAT), row.get(DUE)),
                row.get(APPLICATION.VERSION));
    }

    private static Return.Days days(Record row) {
        return new Return.Days(
                row.get(APPLICATION.OPENED_ON),
                row.get(APPLICATION.ANSWER_BY),
                row.get(APPLICATION.FORM_BY),
                row.get(APPLICATION.APPLIED_ON),
                row.get(APPLICATION.EXIT_DEADLINE),
                row.get(APPLICATION.PLANNED_DEPARTURE),
                row.get(APPLICATION.DEPARTED_ON),
                row.get(APPLICATION.ARRIVED_ON),
                row.get(APPLICATION.FOLLOW_UP_ON),
                row.get(APPLICATION.CONTACT_UNTIL));
    }

    private static Return.Money money(Record row) {
        @Nullable Short year = row.get(APPLICATION.FUNDING_YEAR);
        return new Return.Money(
                row.get(APPLICATION.GRANTED_ON),
                year == null ? null : year.intValue(),
                row.get(APPLICATION.CARRIED_OVER),
                row.get(APPLICATION.PLANNED_ORE));
    }
}
