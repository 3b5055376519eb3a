-- Returns of all coordination offices, carried out by one operator. One in seven went with a group of forty.
create temporary table going as
select s.*, gen_random_uuid() as grant_id, gen_random_uuid() as parcel_id, coalesce(p.id, gen_random_uuid()) as known_as, p.id is null as bare
from (select *, row_number() over (order by opened_on desc, id) as latest
      from (select *, current_date - 3650 + (k * 3650 / of_office)::int as opened_on
            from (select gen_random_uuid() as id, random() as luck, b.*, h.operator, row_number() over (partition by b.organisation order by b.drawn) as k,
                         count(*) over (partition by b.organisation) as of_office
                  from base b join here h on b.n <= h.many * 35 / 100) counted) dated) s
         left join (select id, organisation, row_number() over (order by id) as place from people.person
                    where organisation = (select operator from here) and data_key is not null) p on p.place = s.latest;

create temporary table together as
select gen_random_uuid() as group_id, gen_random_uuid() as event_id, organisation, k / 40 as part, max(opened_on) as opened_on, min(operator::text)::uuid as operator,
       'B-' || row_number() over (order by organisation, k / 40) as code, min(region) as region
from going where (k / 40) % 7 = 3 group by organisation, k / 40;

insert into casework.event (id, organisation, code, region, created_at) select event_id, organisation, code, region, opened_on from together;

insert into returns.return_group (id, organisation, operator, event_id, code, opened_on, opened_at, opened_by)
select t.group_id, t.organisation, t.operator, t.event_id, t.code, t.opened_on, t.opened_on, s.id
from together t join somebody s on s.organisation = t.organisation;

create temporary table opened as
select g.*, t.group_id, t.code,
       case when g.opened_on > current_date - 20 then 'SENT' when g.luck < 0.08 then 'REFUSED' when g.luck < 0.12 then 'WITHDRAWN' else 'ADMITTED' end as state
from going g left join together t on t.organisation = g.organisation and t.part = g.k / 40;

create temporary table travelled as
select r.*, case when state = 'ADMITTED' and opened_on + 25 <= current_date then opened_on + 25 end as departed_on,
       case when state = 'ADMITTED' and opened_on + 27 <= current_date then opened_on + 27 end as arrived_on,
       case when state = 'ADMITTED' and luck > 0.13 and opened_on + 217 <= current_date then opened_on + 217 end as ended_on
from opened r;

insert into people.person (id, organisation, created_at) select known_as, operator, opened_on from travelled where bare;

insert into people.parcel (id, from_organisation, to_organisation, groups, made_at, opened_at, adopted_at, closed_at)
select parcel_id, organisation, operator, array ['identity', 'basics'], opened_on, opened_on, case when state = 'ADMITTED' then opened_on + 5 end,
       opened_on + 5
from travelled;

insert into people.parcel_person (parcel_id, organisation, person_id) select parcel_id, organisation, person_id from travelled;

insert into programmes.amp_grant (id, organisation, person_id, registration_id, granted_on, sex, age_group, role, forms, citizenship, return_country,
                                  sectors, group_case, applied_on, departed_on, coordinator_region, created_at, changed_at)
select grant_id, organisation, person_id, registration_id, opened_on + 5, sex, age_group, 'exploited', forms, citizenship, coalesce(citizenship, 'TH'),
       case when sector is null then '{}' else array [sector] end, code, opened_on + 3, departed_on, region, opened_on + 5, opened_on + 5
from travelled where state = 'ADMITTED';

insert into returns.application (id, organisation, operator, group_id, role, return_country, told_on, told_about, told_language, told_interpreter,
                                 opened_on, opened_at, opened_by, answer_by, form_by, applied_on, parcel_id, state, decided_on, decided_at, decided_in,
                                 refused, grant_id, granted_on, planned_departure, departed_on, arrived_on, follow_up_on, contact_until, outcome,
                                 ended_on, funding_year, planned_ore, due_on, due_what, changed_at)
select t.id, t.organisation, t.operator, t.group_id, 'exploited', coalesce(t.citizenship, 'TH'), t.opened_on, array ['voluntary', 'time'], 'en', 'telephone',
       t.opened_on, t.opened_on, s.id, t.opened_on + 10, t.opened_on + 60, case when t.state <> 'SENT' then t.opened_on + 3 end, t.parcel_id, t.state,
       case when t.state in ('ADMITTED', 'REFUSED') then t.opened_on + 5 end, case when t.state in ('ADMITTED', 'REFUSED') then t.opened_on + 5 end,
       case when t.state in ('ADMITTED', 'REFUSED') then t.operator end, case when t.state = 'REFUSED' then 'not_voluntary' end,
       case when t.state = 'ADMITTED' then t.grant_id end, case when t.state = 'ADMITTED' then t.opened_on + 5 end,
       case when t.state = 'ADMITTED' then t.opened_on + 25 end, t.departed_on, t.arrived_on,
       case when t.ended_on is null and t.arrived_on is not null then t.arrived_on + 90 end, t.arrived_on + 184,
       case when t.ended_on is not null then 'settled' end, t.ended_on,
       case when t.state = 'ADMITTED' then extract(year from t.opened_on + 5) end, case when t.state = 'ADMITTED' then 2500000 else 0 end,
       case when t.state = 'SENT' then t.opened_on + 10 when t.state <> 'ADMITTED' or t.ended_on is not null then 'infinity'
            when t.departed_on is null then t.opened_on + 25 when t.arrived_on is null then t.departed_on + 3 else t.arrived_on + 90 end,
       case when t.state = 'SENT' then 'decision' when t.state <> 'ADMITTED' or t.ended_on is not null then null
            when t.departed_on is null then 'departure' when t.arrived_on is null then 'arrival' else 'follow_up' end, t.opened_on
from travelled t join somebody s on s.organisation = t.organisation;

insert into programmes.awaited_grant (id, organisation, decider, person_id, registration_id, role, sex, age_group, citizenship, return_country,
                                      group_case, applied_on, departed_on, grant_id, made_at)
select id, organisation, operator, person_id, registration_id, 'exploited', sex, age_group, citizenship, coalesce(citizenship, 'TH'), code, opened_on + 3,
       departed_on, case when state = 'ADMITTED' then grant_id end, opened_on
from travelled;

insert into returns.own_end (application_id, organisation, person_id, registration_id, closed)
select id, organisation, person_id, registration_id, state in ('REFUSED', 'WITHDRAWN') or ended_on is not null from travelled
union all
select id, operator, known_as, null, state in ('REFUSED', 'WITHDRAWN') or ended_on is not null from travelled where state = 'ADMITTED';

insert into returns.measure (id, application_id, kind, given_on, noted_in, noted_by, noted_at)
select gen_random_uuid(), t.id, m.kind, t.opened_on + m.day, t.operator, s.id, t.opened_on + m.day
from travelled t join somebody s on s.organisation = t.operator
         cross join (values ('counselling', 2), ('tickets', 15), ('reception', 27)) m (kind, day)
where t.arrived_on is not null;

insert into returns.escort (id, application_id, who, from_country, to_country, from_on, to_on, noted_in, noted_by, noted_at)
select gen_random_uuid(), t.id, 'social_worker', 'SE', coalesce(t.citizenship, 'TH'), t.departed_on, t.arrived_on, t.operator, s.id, t.arrived_on
from travelled t join somebody s on s.organisation = t.operator where t.arrived_on is not null and t.luck > 0.7;

insert into returns.exit_step (id, application_id, kind, happened_on, deadline, noted_in, noted_by, noted_at)
select gen_random_uuid(), t.id, 'SET', t.opened_on, t.opened_on + 30, t.organisation, s.id, t.opened_on
from travelled t join somebody s on s.organisation = t.organisation where t.luck > 0.6;

insert into returns.follow_up (id, application_id, rule, due_on, held_on, way, contentment, success, noted_in, noted_by, noted_at)
select gen_random_uuid(), t.id, f.rule, t.arrived_on + f.day, held.on_day, case when held.on_day is not null then 'telephone' end,
       case when held.on_day is not null then 'quite' end, case when held.on_day is not null then 'yes' end,
       case when held.on_day is not null then t.operator end, case when held.on_day is not null then s.id end, held.on_day
from travelled t join somebody s on s.organisation = t.operator
         cross join (values ('return_follow_up_first', 30), ('return_follow_up_second', 90), ('return_follow_up_third', 184)) f (rule, day)
         cross join lateral (select case when t.ended_on is not null then t.arrived_on + f.day end as on_day) held
where t.arrived_on is not null;

insert into returns.cost_line (id, application_id, what, unit_ore, persons, noted_in, noted_by, noted_at)
select gen_random_uuid(), t.id, 'tickets', 2500000, 1, t.organisation, s.id, t.opened_on
from travelled t join somebody s on s.organisation = t.organisation where t.group_id is null;

insert into returns.cost_line (id, group_id, what, unit_ore, persons, noted_in, noted_by, noted_at)
select gen_random_uuid(), t.group_id, w.what, 625000, 40, t.organisation, s.id, t.opened_on
from together t join somebody s on s.organisation = t.organisation
         cross join (values ('tickets'), ('documents'), ('escort'), ('reception')) w (what);
