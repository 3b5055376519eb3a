-- A held place is its holder's: whoever held it sees it among the homes and can release it, by hand or by a clock. To colleagues a
-- place that is taken tells nothing, neither by a page nor by a query; a place that somebody sealed lives in looks the same.
create policy a_hold_is_its_holders on support.placement as restrictive for all to ledfyr_app
    using (person_id is not null or written_by = (select access.acting_member()));

-- Gives a held place back: from `day` on it is free. Answers which home it is in; null where there is no such hold to release for
-- whoever asks, who is the one that holds it, or the house when its time has come.
create function support.release_hold(hold uuid, day date, moment timestamptz) returns uuid
    language sql volatile security definer set search_path = ''
as $$
update support.placement p
   set leaves_on = case when p.arrives_on < day then day else p.leaves_on end,
       struck_at = case when p.arrives_on < day then null else moment end
 where p.id = hold
   and p.organisation = (select access.acting_organisation())
   and p.person_id is null
   and p.struck_at is null
   and p.leaves_on > day
   and ((select access.acts_for_the_house()) or p.written_by = (select access.acting_member()))
returning p.home_id
$$;

-- The homes that the acting organisation runs, and how full they are on a night. Nothing of who lives there, and not where the home
-- lies: whoever runs it knows.
create function support.operated(night date)
    returns table (home uuid, number int, region text, takes text[], certified_until date, places int, taken int)
    language sql stable security definer set search_path = ''
as $$
select h.id, h.number, h.region, h.takes, h.certified_until,
       (select count(*) from support.place q
        where q.home_id = h.id and q.from_day <= night and (q.to_day is null or q.to_day > night))::int,
       (select count(*) from support.placement m
        where m.home_id = h.id and m.struck_at is null and m.arrives_on <= night and m.leaves_on > night)::int
from support.home h
where h.operator = (select access.acting_organisation())
  and (select access.acting_member()) is not null
  and (h.closed_on is null or h.closed_on > night)
order by h.number
$$;
create index homes_of_operator on support.home (operator) where operator is not null;

revoke execute on function support.release_hold(uuid, date, timestamptz), support.operated(date) from public;
grant execute on function support.release_hold(uuid, date, timestamptz), support.operated(date) to ledfyr_app;

-- Of whom was refused, what the grant says where the programme granted support afterwards: nothing else is known without a name.
create or replace view support_api.municipal_refusal with (security_invoker = true) as
select r.id, r.application_id, a.to_organisation as organisation, a.region, r.municipality_code, r.declined, r.in_writing,
       r.asked_in_writing, r.refused_on, extract(year from a.applied_on)::int as year, a.age_group, g.sex, g.forms
from support.refusal r
         join support.application a on a.id = r.application_id
         left join support.own_file f on f.application_id = a.id and f.organisation = a.to_organisation
         left join programmes.nsp_grant g on g.id = f.grant_id and g.organisation = f.organisation and g.withdrawn_at is null;

create policy national_facts on support.own_file for select to ledfyr_statistics using ((select access.reads_national_facts()));
grant select (application_id, organisation, grant_id) on support.own_file to ledfyr_statistics;
