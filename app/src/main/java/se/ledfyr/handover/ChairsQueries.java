package se.ledfyr.handover;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.organisations.OrganisationKind;

/// The figures of the chairs view, read as the statistics role: what waits from the open offers, all
/// else from the sums that are kept beside the work (`handover.tally`).
@Component
class ChairsQueries {

    private static final int MOST_LINES = 100;

    private static final String WAITING = """
            select t.kind, t.municipality_code, sum(o.open), sum(o.overdue), sum(o.carried), min(o.oldest), sum(o.refused),
                   sum(o.left_at_no)
            from (select to_organisation, count(*) as open, count(*) filter (where answer_by <= cast(? as timestamptz)) as overdue,
                         count(*) filter (where stage in ('REGION', 'NATION')) as carried, 0 as refused, 0 as left_at_no,
                         min(offered_at) as oldest
                  from handover.offer
                  where state = 'OPEN' and offered_at > '2000-01-01 00:00Z' -- as the index `waiting` has it
                  group by to_organisation
                  union all
                  select to_organisation, 0, 0, 0, count(*), 0, min(offered_at)
                  from handover.offer
                  where state = 'TAKEN_FURTHER'
                  group by to_organisation
                  union all
                  select to_organisation, 0, 0, 0, 0, count(*), min(offered_at)
                  from handover.offer
                  where state = 'DECLINED' and next_by is not null and stage in ('WAITING', 'REMINDED')
                  group by to_organisation) o
                     join organisations.organisation t on t.id = o.to_organisation
            group by 1, 2
            order by 4 desc, 7 desc, 8 desc, 3 desc, 1, 2
            limit ?
            """;

    private static final String AT_OFFICES = """
            select level, cause, count(*) filter (where answered_at is null),
                   count(*) filter (where answered_at is null and answer_by <= cast(? as timestamptz)),
                   count(*) filter (where answer = 'TAKEN_OVER'), count(*) filter (where answer = 'FOUND_ANOTHER'),
                   count(*) filter (where answer = 'RETURNED'), count(*) filter (where answer = 'SETTLED')
            from handover.escalation
            where answered_at is null or answered_at >= cast(? as timestamptz)
            group by 1, 2
            order by level desc, cause desc
            """;

    /// Sums of some figures from a day on: the days of its month, and the months after. Two questions, because each is
    /// then answered by one stretch of the index.
    private static final String SINCE = """
            (select figure, days, organisation, declined, number from handover.tally
             where figure = any (?) and span = 'DAY' and day >= cast(? as date) and day < cast(? as date)
             union all
             select figure, days, organisation, declined, number from handover.tally
             where figure = any (?) and span = 'MONTH' and day >= cast(? as date)) kept
            """;

    private static final String DECLINED = """
            select t.kind, t.municipality_code, d.declined, sum(d.number) filter (where d.figure = 'DECLINED'),
                   coalesce(sum(d.number) filter (where d.figure = 'WITHOUT_DECISION'), 0)
            from (select figure, organisation, declined, sum(number) as number
                  from %s
                  group by figure, organisation, declined) d
                     join organisations.organisation t on t.id = d.organisation
            group by 1, 2, 3
            order by 4 desc, 1, 2, 3
            limit ?
            """.formatted(SINCE);

    /// The smallest number of days that half, or nine tenths, of the people do not exceed.
    private static final String DAYS = """
            with taken as (select days, sum(number) as people from %s group by days),
                 up_to as (select days, people, sum(people) over (order by days) as so_far, sum(people) over () as all_of
                           from taken
                           where days is not null)
            select coalesce(max(all_of), 0), min(days) filter (where so_far >= 0.5 * all_of),
                   min(days) filter (where so_far >= 0.9 * all_of),
                   coalesce((select people from taken where days is null), 0)
            from up_to
            """.formatted(SINCE);

    private static final String WITHOUT_SOCIAL_SERVICES = """
            select region, sum(number)
            from handover.tally
            where figure = 'SOCIAL_SERVICES'
              and (span = 'MONTH' and day < cast(? as date) or span = 'DAY' and day >= cast(? as date) and day < cast(? as date))
            group by region
            order by 2 desc, 1
            """;

    ChairsFigures count(DSLContext sql, Instant now, LocalDate today, int days) {
        LocalDate since = today.minusYears(1);
        return new ChairsFigures(
                sql.fetchSingle("select at from handover.tallied")
                        .get(0, OffsetDateTime.class)
                        .toInstant(),
                sql.fetch(WAITING, OfferRows.utc(now), MOST_LINES).map(row -> waiting(row, now)),
                sql.fetch(
                                AT_OFFICES,
                                OfferRows.utc(now),
                                since.atStartOfDay(Boxes.SWEDISH_TIME).toOffsetDateTime())
                        .map(ChairsQueries::atOffice),
                sql.fetch(DECLINED, since(since, MOST_LINES, "DECLINED", "WITHOUT_DECISION"))
                        .map(ChairsQueries::declined),
                days(sql.fetchSingle(DAYS, since(since, null, "RESPONSIBILITY"))),
                days(sql.fetchSingle(DAYS, since(since, null, "HELP"))),
                days,
                inRegions(sql, today.minusDays(days)));
    }

    /// What [#SINCE] asks for, in its order, and how many lines where that is asked as well.
    private static Object[] since(LocalDate day, @Nullable Integer lines, String... figures) {
        LocalDate months = day.withDayOfMonth(1).plusMonths(1);
        return Stream.of(figures, day, months, figures, months, lines)
                .filter(Objects::nonNull)
                .toArray();
    }

    private static List<ChairsFigures.InRegion> inRegions(DSLContext sql, LocalDate before) {
        LocalDate month = before.withDayOfMonth(1);
        return sql.fetch(WITHOUT_SOCIAL_SERVICES, month, month, before)
                .map(row -> new ChairsFigures.InRegion(row.get(0, String.class), row.get(1, Integer.class)));
    }

    private static ChairsFigures.Waiting waiting(Record row, Instant now) {
        Instant oldest = row.get(5, OffsetDateTime.class).toInstant();
        return new ChairsFigures.Waiting(
                OrganisationKind.valueOf(row.get(0, String.class)),
                row.get(1, String.class),
                row.get(2, Integer.class),
                row.get(3, Integer.class),
                row.get(4, Integer.class),
                row.get(6, Integer.class),
                row.get(7, Integer.class),
                (int) Duration.between(oldest, now).toDays());
    }

    private static ChairsFigures.AtOffice atOffice(Record row) {
        return new ChairsFigures.AtOffice(
                Stage.valueOf(row.get(0, String.class)),
                row.get(1, String.class).equals("NO"),
                row.get(2, Integer.class),
                row.get(3, Integer.class),
                row.get(4, Integer.class),
                row.get(5, Integer.class),
                row.get(6, Integer.class),
                row.get(7, Integer.class));
    }

    private static ChairsFigures.Declined declined(Record row) {
        return new ChairsFigures.Declined(
                OrganisationKind.valueOf(row.get(0, String.class)),
                row.get(1, String.class),
                DeclineReason.find(row.get(2, String.class)).orElseThrow(),
                row.get(3, Integer.class),
                row.get(4, Integer.class));
    }

    private static ChairsFigures.Days days(Record row) {
        return new ChairsFigures.Days(
                row.get(0, Integer.class),
                row.get(1, Integer.class),
                row.get(2, Integer.class),
                row.get(3, Integer.class));
    }
}
