-- Who asks, and what is hidden from them, is asked once and not for every contact.
create or replace function surveys.group_cases(of_year int) returns setof text
    language sql stable security definer set search_path = ''
as $$
with asking as materialized (select access.acting_organisation() as id, surveys.hidden_contacts() as hidden),
     beside as materialized (select o.organisation
                             from surveys.participant p join surveys.participant o on o.platform = p.platform
                             where p.organisation = (select id from asking) and p.left_at is null)
select c.group_case
from surveys.contact c
where c.group_case is not null and c.struck_at is null and c.year between of_year - 1 and of_year
  and c.id <> all ((select hidden from asking)::uuid[])
  and (c.organisation = (select id from asking)
       or c.state = 'SENT' and c.organisation in (select organisation from beside))
group by c.group_case
having bool_or(c.organisation = (select id from asking)) or count(distinct c.organisation) >= 2
$$;
create index contact_of_group on surveys.contact (year, group_case, organisation, state, id) where group_case is not null and struck_at is null;

-- Whether anything of a year was written since it was counted last: what was counted stays right until this says something else.
create view surveys_api.year_as_written with (security_invoker = true) as
select c.year, count(*) as contacts, sum(c.version) as versions, max(c.written_at) as last_at
from surveys.contact c
where c.state = 'SENT'
group by c.year;

grant select (version, written_at) on surveys.contact to ledfyr_statistics;
grant select on surveys_api.year_as_written to ledfyr_app, ledfyr_statistics;
create index contact_written on surveys.contact (year, sent_at) include (version, written_at) where state = 'SENT';

-- How many of the contacts are adults' is what every table of them asks first.
create statistics surveys.contact_in_words on (lower(form)) from surveys.contact;
