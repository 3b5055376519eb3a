package se.ledfyr.support;

import static se.ledfyr.support.internal.tables.Course.COURSE;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.people.PersonId;
import se.ledfyr.programmes.GrantId;

/// Courses as they are stored, and the days of many at once.
@Repository
class CourseRows {

    /// The home of tonight is found by the index of placements that have not ended; the last day by that of the grant.
    private static final String LIST = """
            select c.grant_id, c.person_id, c.granted_on, c.ended_on, c.outcome, g.age_group, g.rest_days, g.integration_days,
                   h.number as home_number, h.region as home_region, p.last_day
            from support.course c
                     join programmes_api.support_grant g on g.id = c.grant_id and g.organisation = c.organisation
                     left join lateral (select max(q.last_day) as last_day from support.period q
                                        where q.grant_id = c.grant_id and q.struck_at is null) p on true
                     left join lateral (select l.home_id from support.placement l
                                        where l.grant_id = c.grant_id and l.struck_at is null and l.arrives_on <= ? and l.leaves_on > ?
                                        limit 1) l on true
                     left join support.home h on h.id = l.home_id
            """;

    private static final String ENDING = """
             where c.organisation = ? and c.ended_on is null and c.grant_id in
                   (select e.grant_id from support.period e
                    where e.organisation = ? and e.struck_at is null and e.last_day between ? and ?
                      and not exists (select from support.period n
                                      where n.grant_id = e.grant_id and n.struck_at is null and n.last_day > e.last_day))
            """;

    private static final String COUNT = """
            select grant_id, phase, beyond, payer, sum(last_day - first_day + 1)::int as booked,
                   sum(greatest(0, least(last_day, ?) - first_day + 1))::int as used
            from support.period
            where grant_id = any (?) and struck_at is null
            group by grant_id, phase, beyond, payer
            """;

    private final DSLContext sql;

    CourseRows(DSLContext sql) {
        this.sql = sql;
    }

    /// Does nothing where the course has been begun already.
    void begin(GrantId grant, PersonId person, LocalDate grantedOn, OffsetDateTime now) {
        sql.insertInto(COURSE)
                .set(COURSE.GRANT_ID, grant.value())
                .set(COURSE.ORGANISATION, Acting.current().organisation().value())
                .set(COURSE.PERSON_ID, person.value())
                .set(COURSE.GRANTED_ON, grantedOn)
                .set(COURSE.BEGUN_AT, now)
                .onConflictDoNothing()
                .execute();
    }

    Optional<Row> find(GrantId grant) {
        return sql.selectFrom(COURSE)
                .where(COURSE.GRANT_ID.eq(grant.value()))
                .fetchOptional(row -> new Row(row.get(COURSE.ENDED_ON), row.get(COURSE.OUTCOME)));
    }

    /// The grants of a person that were not withdrawn, the latest first.
    List<GrantId> listGrantsOf(PersonId person) {
        return sql.fetch(
                        "select id from programmes_api.support_grant where person_id = ? and withdrawn_at is null"
                                + " order by granted_on desc, id",
                        person.value())
                .map(row -> new GrantId(row.get("id", UUID.class)));
    }

    /// @return false when it has ended already
    boolean end(GrantId grant, LocalDate day, String outcome) {
        return sql.update(COURSE)
                        .set(COURSE.ENDED_ON, day)
                        .set(COURSE.OUTCOME, outcome)
                        .where(COURSE.GRANT_ID.eq(grant.value()))
                        .and(COURSE.ENDED_ON.isNull())
                        .execute()
                == 1;
    }

    List<Line> list(CourseFilter filter, Optional<Mark> after, LocalDate today, int most) {
        UUID self = Acting.current().organisation().value();
        List<Object> values = new ArrayList<>(List.of(today, today, self));
        String day = filter == CourseFilter.OVER ? "c.ended_on" : "c.granted_on";
        String where = switch (filter) {
            case UNDER_WAY -> " where c.organisation = ? and c.ended_on is null ";
            case OVER -> " where c.organisation = ? and c.ended_on is not null ";
            case ENDING -> {
                values.addAll(List.of(self, today, today.plusDays(Courses.SOON)));
                yield ENDING;
            }
        };
        String further = "";
        if (after.isPresent()) {
            further = " and (" + day + ", c.grant_id) < (?, ?)";
            values.add(after.get().day());
            values.add(after.get().id());
        }
        String order = " order by " + day + " desc, c.grant_id desc limit " + most;
        return sql.fetch(LIST + where + further + order, values.toArray()).map(CourseRows::line);
    }

    int countEnding(LocalDate from, LocalDate until) {
        UUID self = Acting.current().organisation().value();
        return java.util.Objects.requireNonNull(sql.fetchOne(
                        "select count(*)::int as many from support.course c" + ENDING, self, self, from, until))
                .get("many", Integer.class);
    }

    /// The days of many, in one statement.
    Map<UUID, Map<Phase, Days>> count(Collection<UUID> grants, LocalDate today) {
        Map<UUID, Map<Phase, Days>> counted = new HashMap<>();
        sql.fetch(COUNT, today, grants.toArray(UUID[]::new)).forEach(row -> {
            Days days = counted.computeIfAbsent(row.get("grant_id", UUID.class), grant -> new EnumMap<>(Phase.class))
                    .computeIfAbsent(Phase.valueOf(row.get("phase", String.class)), phase -> new Days());
            int booked = row.get("booked", Integer.class);
            if (row.get("beyond", Boolean.class)) {
                days.beyond.merge(Payer.valueOf(row.get("payer", String.class)), booked, Integer::sum);
            } else {
                days.booked += booked;
                days.used += row.get("used", Integer.class);
            }
        });
        return counted;
    }

    /// Days while they are added up.
    static final class Days {
        private int used;
        private int booked;
        private final Map<Payer, Integer> beyond = new EnumMap<>(Payer.class);

        DayCount against(int granted) {
            return new DayCount(granted, used, booked, beyond);
        }
    }

    record Row(@Nullable LocalDate endedOn, @Nullable String outcome) {}

    record Line(
            UUID grant,
            PersonId person,
            boolean child,
            LocalDate grantedOn,
            int restDays,
            int integrationDays,
            @Nullable Integer homeNumber,
            @Nullable String homeRegion,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate endedOn,
            @Nullable String outcome) {}

    private static Line line(Record row) {
        return new Line(
                row.get("grant_id", UUID.class),
                new PersonId(row.get("person_id", UUID.class)),
                row.get("age_group", String.class).equals("child"),
                row.get("granted_on", LocalDate.class),
                row.get("rest_days", Integer.class),
                row.get("integration_days", Integer.class),
                row.get("home_number", Integer.class),
                row.get("home_region", String.class),
                row.get("last_day", LocalDate.class),
                row.get("ended_on", LocalDate.class),
                row.get("outcome", String.class));
    }
}
