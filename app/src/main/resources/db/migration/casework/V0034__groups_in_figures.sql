-- Figures may leave out a named group. Which group a case belongs to is told by the event its people were found at; of the
-- event, statistics sees the name that other tables print already, and nothing of where it was or who the employer is.
create policy national_facts on casework.event for select to ledfyr_statistics using ((select access.reads_national_facts()));
grant select (id, organisation, code) on casework.event to ledfyr_statistics;

-- One row a case and calendar year in which it was open some day, in Swedish time.
create view casework_api.case_year with (security_invoker = true) as
select distinct c.id as case_id, y.year, o.kind as organisation_kind, c.region, c.municipality_code, c.route, e.code as group_event
from casework.case_file c
         join organisations.organisation o on o.id = c.opened_by_organisation
         join casework.open_spell s on s.case_id = c.id
         cross join lateral generate_series(extract(year from s.began at time zone 'Europe/Stockholm')::int,
                                            extract(year from coalesce(s.ended, now()) at time zone 'Europe/Stockholm')::int) as y (year)
         left join casework.event e on e.id = c.found_together;

grant select on casework_api.case_year to ledfyr_app, ledfyr_statistics;
