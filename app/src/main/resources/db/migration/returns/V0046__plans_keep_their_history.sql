-- What was planned for a return, and whose year pays for it, as it stood before each change: an account of a day gone by is reckoned
-- with the plan of that day. A row says until when something stood; what stands now stands on the application.
create table returns.plan_before
(
    id             bigint generated always as identity primary key,
    application_id uuid        not null references returns.application,
    until_at       timestamptz not null,
    planned_ore    bigint      not null check (planned_ore >= 0),
    funding_year   smallint
);
create index on returns.plan_before (application_id, until_at, id);
alter table returns.plan_before enable row level security;
alter table returns.plan_before force row level security;
create policy owner_acts on returns.plan_before for all to ledfyr_owner using (true) with check (true);
comment on table returns.plan_before is 'nobody reads it but the functions of the owner that reckon with money';

-- Lines of a plan were never deleted, so that what stood before is known of all returns that belong to no group.
insert into returns.plan_before (application_id, until_at, planned_ore, funding_year)
select e.application_id, e.at,
       coalesce((select sum(l.total_ore) from returns.cost_line l
                 where l.application_id = e.application_id and l.noted_at < e.at and (l.removed_at is null or l.removed_at >= e.at)), 0),
       a.funding_year
from (select application_id, noted_at as at from returns.cost_line where application_id is not null
      union
      select application_id, removed_at from returns.cost_line where application_id is not null and removed_at is not null) e
         join returns.application a on a.id = e.application_id
order by e.at;
-- Of a group, as if it had been shared among those who have a part in it today.
insert into returns.plan_before (application_id, until_at, planned_ore, funding_year)
select a.id, e.at, t.ore / a.many + case when a.place <= t.ore % a.many then 1 else 0 end, a.funding_year
from (select group_id, noted_at as at from returns.cost_line where group_id is not null
      union
      select group_id, removed_at from returns.cost_line where group_id is not null and removed_at is not null) e
         cross join lateral (select coalesce(sum(l.total_ore), 0)::bigint as ore from returns.cost_line l
                             where l.group_id = e.group_id and l.noted_at < e.at and (l.removed_at is null or l.removed_at >= e.at)) t
         join (select b.id, b.group_id, b.funding_year, row_number() over (partition by b.group_id order by b.id) as place,
                      count(*) over (partition by b.group_id) as many
               from returns.application b
               where b.group_id is not null and b.planned_ore > 0) a on a.group_id = e.group_id
order by e.at;

create function returns.keep_plan() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    insert into returns.plan_before (application_id, until_at, planned_ore, funding_year)
    values (old.id, new.changed_at, old.planned_ore, old.funding_year);
    return null;
end
$$;
create trigger keep_plan after update on returns.application for each row
    when ((old.planned_ore, old.funding_year) is distinct from (new.planned_ore, new.funding_year))
    execute function returns.keep_plan();

-- As before, with the moment in which it is shared out.
drop function returns.share_out(uuid);
create function returns.share_out(the_group uuid, moment timestamptz) returns void
    language sql volatile security definer set search_path = ''
as $$
with plan as (select coalesce(sum(l.total_ore), 0)::bigint as ore from returns.cost_line l where l.group_id = the_group and l.removed_at is null),
     known as (select a.id, returns.is_sealed(a, a.organisation) as sealed
               from returns.application a
               where a.group_id = the_group and a.state in ('SENT', 'ADMITTED')
                 and (select access.acting_organisation()) in (a.organisation, a.operator)),
     live as (select k.id, row_number() over (order by k.id) as place, count(*) over () as many from known k where not k.sealed),
     part as (select l.id, (p.ore / l.many + case when l.place <= p.ore % l.many then 1 else 0 end) as ore from live l cross join plan p
              union all
              -- Where nobody else is left they keep what they had.
              select k.id, 0 from known k where k.sealed and exists (select from live))
update returns.application a
set planned_ore = part.ore, changed_at = greatest(a.changed_at, moment)
from part where a.id = part.id and a.planned_ore <> part.ore
$$;
revoke execute on function returns.keep_plan(), returns.share_out(uuid, timestamptz) from public;
grant execute on function returns.share_out(uuid, timestamptz) to ledfyr_app;

-- The shares of a group's plan are drawn anew in the moment in which somebody in it is sealed at the office, or no longer is. Until
-- then whoever saw what the plan comes to and what each has of it could tell that somebody is missing.
create or replace function returns.part_clocks() returns trigger
    language plpgsql security definer set search_path = ''
as $$
declare
    moment constant timestamptz := coalesce(new.lifted_at, new.sealed_at);
    theirs constant uuid[] := (select coalesce(array_agg(a.id), '{}')
                               from returns.own_end e
                                        join returns.application a on e.application_id in (a.id, a.with_id)
                               where e.organisation = new.organisation and e.person_id = new.person_id);
    shared uuid;
begin
    perform returns.set_clocks(theirs, moment);
    for shared in select distinct a.group_id from returns.application a where a.id = any (theirs) and a.group_id is not null loop
        perform returns.share_out(shared, moment);
    end loop;
    return null;
end
$$;

create view returns_api.plan_before with (security_invoker = true) as
select b.id, b.application_id, b.until_at, b.planned_ore, b.funding_year
from returns.plan_before b;

-- Plans of groups, line by line: somebody without a part in a plan costs nothing by it, which is something else than no plan.
create view returns_api.group_plan with (security_invoker = true) as
select l.group_id, l.total_ore, l.noted_at, l.removed_at
from returns.cost_line l
where l.group_id is not null;
