package se.ledfyr.casework;

import static se.ledfyr.casework.internal.tables.Registration.REGISTRATION;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import se.ledfyr.people.PersonId;

/// The statements behind lists of registrations. They run as the application role or as the statistics
/// role; which rows there are is decided by the database, not here.
final class WorkListQueries {

    private static final List<Field<?>> FACTS = List.of(
            REGISTRATION.ID,
            REGISTRATION.ORGANISATION,
            REGISTRATION.REGISTERED_ON,
            REGISTRATION.REGION,
            REGISTRATION.MUNICIPALITY_CODE,
            REGISTRATION.SEX,
            REGISTRATION.AGE_GROUP,
            REGISTRATION.BIRTH_YEAR,
            REGISTRATION.CITIZENSHIP,
            REGISTRATION.FORMS,
            REGISTRATION.EVENT_CODE);

    private WorkListQueries() {}

    /// One more line than asked for tells whether there is another page.
    static List<Found> facts(DSLContext sql, WorkListFilter filter, WorkListPage.@Nullable Place after, int lines) {
        return sql.select(FACTS)
                .from(REGISTRATION)
                .where(matches(filter))
                .and(behind(after))
                .orderBy(REGISTRATION.REGISTERED_ON.desc(), REGISTRATION.ID.desc())
                .limit(lines)
                .fetch(row -> found(row, null));
    }

    static List<Found> people(DSLContext sql, WorkListFilter filter, WorkListPage.@Nullable Place after, int lines) {
        return sql.select(FACTS)
                .select(REGISTRATION.PERSON_ID)
                .from(REGISTRATION)
                .where(matches(filter))
                .and(behind(after))
                .orderBy(REGISTRATION.REGISTERED_ON.desc(), REGISTRATION.ID.desc())
                .limit(lines)
                .fetch(row -> found(row, new PersonId(row.get(REGISTRATION.PERSON_ID))));
    }

    static List<Found> of(DSLContext sql, Collection<PersonId> people, int lines) {
        return sql.select(FACTS)
                .select(REGISTRATION.PERSON_ID)
                .from(REGISTRATION)
                .where(REGISTRATION.PERSON_ID.in(
                        people.stream().map(PersonId::value).toArray(UUID[]::new)))
                .orderBy(REGISTRATION.REGISTERED_ON.desc(), REGISTRATION.ID.desc())
                .limit(lines)
                .fetch(row -> found(row, new PersonId(row.get(REGISTRATION.PERSON_ID))));
    }

    /// The years in which something was registered, newest first: from the two ends of an index, not
    /// from every row.
    static List<Integer> years(DSLContext sql) {
        Record ends = sql.select(DSL.min(REGISTRATION.REGISTERED_ON), DSL.max(REGISTRATION.REGISTERED_ON))
                .from(REGISTRATION)
                .fetchSingle();
        LocalDate first = ends.get(0, LocalDate.class);
        LocalDate last = ends.get(1, LocalDate.class);
        return first == null || last == null
                ? List.of()
                : IntStream.rangeClosed(0, last.getYear() - first.getYear())
                        .mapToObj(back -> last.getYear() - back)
                        .toList();
    }

    private static Condition matches(WorkListFilter filter) {
        Condition condition = filter.removed() ? REGISTRATION.REMOVED_AT.isNotNull() : REGISTRATION.REMOVED_AT.isNull();
        if (filter.year() != null) {
            // As days, which are what the list is ordered by: the index then leads straight to the year.
            LocalDate first = LocalDate.of(filter.year(), 1, 1);
            condition = condition.and(
                    REGISTRATION.REGISTERED_ON.between(first, first.plusYears(1).minusDays(1)));
        }
        if (filter.region() != null) {
            condition = condition.and(REGISTRATION.REGION.eq(filter.region()));
        }
        if (filter.event() != null) {
            condition = condition.and(REGISTRATION.EVENT_CODE.eq(filter.event()));
        }
        return condition;
    }

    private static Condition behind(WorkListPage.@Nullable Place after) {
        return after == null
                ? DSL.noCondition()
                : DSL.row(REGISTRATION.REGISTERED_ON, REGISTRATION.ID).lt(after.day(), after.id());
    }

    private static Found found(Record row, @Nullable PersonId person) {
        Short birthYear = row.get(REGISTRATION.BIRTH_YEAR);
        WorkListLine line = new WorkListLine(
                new RegistrationId(row.get(REGISTRATION.ID)),
                person,
                null,
                row.get(REGISTRATION.REGISTERED_ON),
                row.get(REGISTRATION.REGION),
                row.get(REGISTRATION.MUNICIPALITY_CODE),
                row.get(REGISTRATION.SEX),
                row.get(REGISTRATION.AGE_GROUP),
                birthYear == null ? null : birthYear.intValue(),
                row.get(REGISTRATION.CITIZENSHIP),
                new TreeSet<>(Arrays.asList(row.get(REGISTRATION.FORMS))),
                row.get(REGISTRATION.EVENT_CODE));
        return new Found(row.get(REGISTRATION.ORGANISATION), line);
    }

    /// A line and whose it is.
    record Found(UUID organisation, WorkListLine line) {}
}
