package se.ledfyr.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import se.ledfyr.organisations.OrganisationKind;

/// The figures of the chairs view counted the slow way: through every offer and case, from the
/// published views. What the kept sums must agree with.
final class SlowChairs {

    private static final int MOST_LINES = 100;

    private static final String WAITING = """
            select t.kind, t.municipality_code, count(*) filter (where o.state = 'OPEN'),
                   count(*) filter (where o.state = 'OPEN' and o.answer_by <= cast(? as timestamptz)),
                   count(*) filter (where o.state = 'OPEN' and o.stage in ('REGION', 'NATION')), min(o.offered_at),
                   count(*) filter (where o.state = 'TAKEN_FURTHER'), count(*) filter (where o.state = 'DECLINED')
            from handover.offer o join organisations.organisation t on t.id = o.to_organisation
            where o.state in ('OPEN', 'TAKEN_FURTHER')
               or o.state = 'DECLINED' and o.next_by is not null and o.stage not in ('REGION', 'NATION')
            group by 1, 2
            order by 4 desc, 7 desc, 8 desc, 3 desc, 1, 2
            limit ?
            """;

    private static final String AT_OFFICES = """
            select e.level, e.cause = 'NO', count(*) filter (where e.answer is null),
                   count(*) filter (where e.answer is null and e.answer_by <= cast(? as timestamptz)),
                   count(*) filter (where e.answer = 'TAKEN_OVER'), count(*) filter (where e.answer = 'FOUND_ANOTHER'),
                   count(*) filter (where e.answer = 'RETURNED'), count(*) filter (where e.answer = 'SETTLED')
            from handover.escalation e
            where coalesce(e.answered_at >= cast(? as timestamptz), true)
            group by 1, 2
            order by 1 desc, 2
            """;

    private static final String DECLINED = """
            select t.kind, t.municipality_code, a.declined, count(*), count(*) filter (where a.written_decision = false)
            from handover.offer o join organisations.organisation t on t.id = o.to_organisation
                     join handover.answer a on a.offer_id = o.id and a.kind = 'DECLINED' and not a.late
            where o.declined_at >= cast(? as timestamptz)
            group by 1, 2, 3
            order by 4 desc, 1, 2, 3
            limit ?
            """;

    /// A case that nobody was asked to take, and no need of which was offered, is not waiting for anybody: it
    /// is held by whoever opened it.
    private static final String TO_RESPONSIBILITY = """
            with asked as (select o.case_id, min(o.closed_at) filter (where o.state = 'ACCEPTED') as accepted_at
                           from handover_api.offer_course o
                           group by o.case_id),
                 days as (select case when a.accepted_at is not null
                                     then greatest((a.accepted_at at time zone 'Europe/Stockholm')::date - c.identified_on, 0) end as waited
                          from asked a
                                   join casework_api.counted_case c on c.id = a.case_id
                          where c.identified_on >= cast(? as date))
            select count(waited), percentile_disc(0.5) within group (order by waited),
                   percentile_disc(0.9) within group (order by waited), count(*) filter (where waited is null)
            from days
            """;

    private static final String TO_HELP = """
            select count(days_to_first_help), percentile_disc(0.5) within group (order by days_to_first_help),
                   percentile_disc(0.9) within group (order by days_to_first_help),
                   count(*) filter (where days_to_first_help is null and needs > 0)
            from needs_api.counted_person
            where identified_on >= cast(? as date)
            """;

    private static final String WITHOUT_SOCIAL_SERVICES = """
            select p.region, count(*)
            from needs_api.counted_person p
            where p.case_state = 'OPEN'
              and p.identified_on < cast(? as date)
              and p.social_services_on is null
              and not exists (select from handover_api.offer_course o
                              where o.case_id = p.case_id and o.closed_by_kind = 'SOCIAL_SERVICES' and o.state = 'ACCEPTED')
              and not exists (select from casework_api.counted_holding h
                              where h.case_id = p.case_id and h.organisation_kind = 'SOCIAL_SERVICES')
            group by p.region
            order by 2 desc, 1
            """;

    private SlowChairs() {}

    static ChairsFigures count(DSLContext sql, Instant now, LocalDate today, int days) {
        LocalDate aYearAgo = today.minusYears(1);
        OffsetDateTime since = aYearAgo.atStartOfDay(Boxes.SWEDISH_TIME).toOffsetDateTime();
        return new ChairsFigures(
                now,
                sql.fetch(WAITING, OfferRows.utc(now), MOST_LINES).map(row -> waiting(row, now)),
                sql.fetch(AT_OFFICES, OfferRows.utc(now), since).map(SlowChairs::atOffice),
                sql.fetch(DECLINED, since, MOST_LINES).map(SlowChairs::declined),
                days(sql.fetchSingle(TO_RESPONSIBILITY, aYearAgo)),
                days(sql.fetchSingle(TO_HELP, aYearAgo)),
                days,
                inRegions(sql, today.minusDays(days)));
    }

    private static List<ChairsFigures.InRegion> inRegions(DSLContext sql, LocalDate before) {
        return sql.fetch(WITHOUT_SOCIAL_SERVICES, before)
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
                (int) java.time.Duration.between(oldest, now).toDays());
    }

    private static ChairsFigures.AtOffice atOffice(Record row) {
        return new ChairsFigures.AtOffice(
                Stage.valueOf(row.get(0, String.class)),
                row.get(1, Boolean.class),
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
