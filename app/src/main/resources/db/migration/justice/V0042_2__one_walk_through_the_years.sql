-- What statistics may count of legal processes, as before: one row a case and year in which it was open, with what was known at the
-- end of that year. The years of all cases are walked through once instead of three times, and what is known of a case is looked up
-- along its key.
create or replace view justice_api.counted_person with (security_invoker = true) as
with keeper as (select distinct on (f.case_id) f.case_id, f.organisation
                from justice.legal_file f
                         left join casework_api.counted_holding h
                                   on h.case_id = f.case_id and h.organisation = f.organisation and h.ended is null
                order by f.case_id, (h.case_id is null), f.begun_at, f.organisation)
select y.case_id                                          as id,
       y.organisation_kind,
       y.year,
       y.region,
       y.municipality_code,
       y.route                                            as age_group,
       y.group_event,
       coalesce(s.statuses, '{}')                         as statuses,
       coalesce(cardinality(s.statuses), 0)               as status_answers,
       coalesce(s.convicted_of, '{}')                     as convicted_of,
       coalesce(t.reports, 0)                             as reports,
       coalesce(t.crimes, '{}')                           as crimes,
       coalesce(cardinality(t.crimes), 0)                 as crime_answers
from casework_api.case_year y
         left join keeper k on k.case_id = y.case_id
         left join lateral (select array_agg(distinct e.status order by e.status) as statuses,
                                   array_agg(distinct e.convicted_of order by e.convicted_of)
                                       filter (where e.convicted_of is not null) as convicted_of
                            from justice.status_entry e
                                     left join justice.report r on r.id = e.report_id
                            where e.case_id = k.case_id and e.organisation = k.organisation and e.struck_at is null
                              and e.since_on <= make_date(y.year, 12, 31)
                              and (e.until_on is null or e.until_on > make_date(y.year, 12, 31))
                              and r.struck_at is null
                              -- That no report was made stands until one is.
                              and (e.report_id is not null
                                   or not exists (select from justice.report f
                                                  where f.case_id = k.case_id and f.organisation = k.organisation and f.struck_at is null
                                                    and f.reported_on <= make_date(y.year, 12, 31)))) s on true
         left join lateral (select count(distinct r.id)::int as reports,
                                   array_agg(distinct c.crime order by c.crime) filter (where c.crime is not null) as crimes
                            from justice.report r
                                     left join justice.report_crime c on c.report_id = r.id
                            where r.case_id = k.case_id and r.organisation = k.organisation and r.struck_at is null
                              and r.reported_on <= make_date(y.year, 12, 31)) t on true;
