-- The support programme at its own office: one row a person who was granted support, the earliest first. Of each hundred two courses
-- are never ended, as happens, and the others end with their days.
create temporary table granted as
select gen_random_uuid() as grant_id, gen_random_uuid() as application_id, coalesce(p.id, gen_random_uuid()) as person_id, p.id is null as bare,
       h.support as organisation, h.many / 2 as many, n, current_date - 3650 + (n::bigint * 3650 / (h.many / 2))::int as granted_on,
       random() as luck, (array [10, 20, 30])[1 + n % 3] as rest, (array [0, 0, 30, 60, 90])[1 + n % 5] as integration, n % 10 = 0 as child
from here h
         cross join lateral generate_series(1, h.many / 2) n
         left join (select id, row_number() over (order by id) as place from people.person
                    where organisation = (select support from here) and data_key is not null) p on p.place = h.many / 2 - n + 1;

create unique index on granted (n);

analyze granted;

insert into people.person (id, organisation, created_at) select person_id, organisation, granted_on from granted where bare;

insert into programmes.nsp_grant (id, organisation, person_id, granted_on, age_group, sex, exposure, forms, components, rest_days, integration_days,
                                  placement, home_region, guardian_grant_id, eligibility_reason, referred_by, created_at, changed_at)
select g.grant_id, g.organisation, g.person_id, g.granted_on, case when g.child then 'child' else 'adult' end,
       case when g.luck < 0.5 then 'female' else 'male' end, case when g.child then 'indirect' else 'direct' end,
       case when g.child then '{}' else array ['labour'] end,
       case when g.integration > 0 then array ['rest_period', 'integration_period'] else array ['rest_period'] end, g.rest, g.integration,
       'protected_housing', (array ['nord', 'mitt', 'stockholm', 'ost', 'vast', 'syd', 'bergslagen'])[1 + g.n % 7], adult.grant_id,
       (array ['refused_by_social_services', 'delay_by_authority', 'fear_of_authorities', 'law_gap'])[1 + g.n % 4], 'regional_coordinator',
       g.granted_on, g.granted_on
from granted g
         left join granted adult on g.child and adult.n = g.n - 1;

-- Besides those who were granted support, as many again by a tenth who were refused it, and some who wait.
create temporary table asked as
select g.application_id, g.n, g.luck, 'GRANTED' as state, g.granted_on - 3 as applied_on, g.granted_on as closed_on, g.person_id, g.grant_id, g.child,
       g.rest, g.integration
from granted g
union all
select gen_random_uuid(), n, random(), case when n <= h.many / 2 * 1.1 then 'REFUSED' else 'OPEN' end,
       case when n <= h.many / 2 * 1.1 then current_date - 3650 + (random() * 3640)::int else current_date - (random() * 30)::int end,
       case when n <= h.many / 2 * 1.1 then current_date end, gen_random_uuid(), null, false, 0, 0
from here h cross join lateral generate_series(h.many / 2 + 1, (h.many / 2 * 1.11)::int) n;

-- Every other one came through Ledfyr from a coordination office, the others on paper.
create temporary table applied as
select a.*, h.support, b.case_id, coalesce(b.organisation, h.support) as from_organisation, b.person_id as known_as, b.region,
       case when b.case_id is not null then gen_random_uuid() end as parcel_id
from asked a cross join here h left join base b on a.n % 2 = 0 and b.n = a.n;

insert into people.parcel (id, from_organisation, to_organisation, groups, made_at, opened_at, adopted_at, closed_at)
select parcel_id, from_organisation, support, array ['identity', 'basics'], applied_on, applied_on, case when state = 'GRANTED' then closed_on end,
       coalesce(closed_on, applied_on)
from applied where parcel_id is not null;

insert into people.parcel_person (parcel_id, organisation, person_id)
select parcel_id, from_organisation, known_as from applied where parcel_id is not null;

insert into support.application (id, from_organisation, to_organisation, applicant, channel, case_id, parcel_id, region, age_group, children, ground,
                                 components, applied_on, made_at, made_by, state, closed_at, closed_by_organisation, refused_because, granted,
                                 rest_days, integration_days)
select a.application_id, a.from_organisation, a.support, 'coordinator', case when a.case_id is null then 'PAPER' else 'LEDFYR' end, a.case_id,
       a.parcel_id, coalesce(a.region, 'syd'), case when a.child then 'child' else 'adult' end, 0, 'refused_by_social_services',
       array ['rest_period'], a.applied_on, a.applied_on, s.id, a.state, a.closed_on, case when a.closed_on is not null then a.support end,
       case when a.state = 'REFUSED' then 'society_answers' end, case when a.state = 'GRANTED' then array ['rest_period'] end,
       case when a.state = 'GRANTED' then a.rest end, case when a.state = 'GRANTED' then a.integration end
from applied a join somebody s on s.organisation = a.from_organisation;

insert into people.person (id, organisation, created_at)
select person_id, support, applied_on from applied where state <> 'GRANTED' and case_id is null;

insert into support.own_file (application_id, organisation, person_id, grant_id)
select application_id, support, person_id, grant_id from applied where state = 'GRANTED' or case_id is null;

insert into support.refusal (id, application_id, municipality_code, declined, in_writing, asked_in_writing, refused_on)
select gen_random_uuid(), a.application_id, c.codes[1 + floor(random() * cardinality(c.codes))::int],
       (array ['no_place', 'not_our_remit', 'not_eligible'])[1 + floor(random() * 3)::int], random() < 0.4, random() < 0.6, a.applied_on - 10
from applied a
         cross join lateral generate_series(1, a.n % 4) i
         cross join (select array_agg(distinct code) as codes from codes.code where list = 'municipality') c;

insert into support.note (id, application_id, kind, written_by, member, read_by, written_at)
select gen_random_uuid(), a.application_id, 'WHY', a.from_organisation, s.id, a.support, a.applied_on
from applied a join somebody s on s.organisation = a.from_organisation;

insert into support.course (grant_id, organisation, person_id, granted_on, begun_at, ended_on, outcome)
select grant_id, organisation, person_id, granted_on, granted_on,
       case when luck > 0.02 and granted_on + rest + integration < current_date then granted_on + rest + integration end,
       case when luck > 0.02 and granted_on + rest + integration < current_date
            then (array ['public_support', 'work_and_housing', 'permit', 'returned_home', 'contact_lost'])[1 + n % 5] end
from granted;

insert into support.period (id, organisation, grant_id, person_id, phase, beyond, payer, beyond_why, first_day, last_day, written_at)
select gen_random_uuid(), organisation, grant_id, person_id, 'REST', false, 'PROGRAMME', null, granted_on, granted_on + rest - 1, granted_on
from granted
union all
select gen_random_uuid(), organisation, grant_id, person_id, 'INTEGRATION', false, 'PROGRAMME', null, granted_on + rest,
       granted_on + rest + integration - 1, granted_on
from granted where integration > 0
union all
select gen_random_uuid(), organisation, grant_id, person_id, 'INTEGRATION', true, 'HOME', 'no_housing', granted_on + rest + integration,
       granted_on + rest + integration + 13, granted_on
from granted where integration > 0 and luck between 0.1 and 0.2;

-- Sixty homes, so large that a place is empty again when its turn comes.
create temporary table room as select ceil(many / 2 * 0.0004)::int as places from here;

insert into support.home (id, organisation, number, region, takes, certified_until, made_at)
select gen_random_uuid(), h.support, n, (array ['nord', 'mitt', 'stockholm', 'ost', 'vast', 'syd', 'bergslagen'])[1 + n % 7], array ['women', 'men'],
       current_date + 400, now() - interval '10 years'
from here h cross join generate_series(1, 60) n;

insert into support.place (home_id, organisation, number, from_day)
select h.id, h.organisation, n, current_date - 3700 from support.home h cross join room r cross join lateral generate_series(1, r.places) n;

insert into support.placement (id, organisation, grant_id, person_id, kind, home_id, place_no, arrives_on, leaves_on, written_at)
select gen_random_uuid(), g.organisation, g.grant_id, g.person_id, 'protected_housing', h.id, 1 + (g.n / 60) % r.places, g.granted_on,
       least(g.granted_on + g.rest + g.integration, coalesce(next.granted_on, current_date + 30)), g.granted_on
from granted g
         cross join room r
         join support.home h on h.organisation = g.organisation and h.number = 1 + g.n % 60
         left join granted next on next.n = g.n + 60 * r.places
where coalesce(next.granted_on, current_date + 30) > g.granted_on;

insert into support.measure (id, organisation, grant_id, person_id, kind, given_on, cost_ore, written_at)
select gen_random_uuid(), organisation, grant_id, person_id, kind, granted_on + day, 100000 + floor(random() * 500000)::bigint, granted_on
from granted cross join (values ('psychological', 2), ('interpretation', 5)) m (kind, day);

insert into support.follow_up (id, organisation, grant_id, person_id, phase, last_day, follows, answered_at)
select gen_random_uuid(), organisation, grant_id, person_id, 'REST', granted_on + rest - 1, 'nothing', granted_on + rest
from granted where granted_on + rest < current_date;

-- Kept by triggers, where there are any.
insert into support.worth (grant_id, organisation, periods, programme_days, measure_ore, last_given)
select grant_id, organisation, sum(periods), sum(days), sum(ore), max(given_on)
from (select grant_id, organisation, 1 as periods, case when payer = 'PROGRAMME' then last_day - first_day + 1 else 0 end as days, 0 as ore,
             null::date as given_on
      from support.period
      union all
      select grant_id, organisation, 0, 0, cost_ore, given_on from support.measure) written
group by grant_id, organisation
on conflict do nothing;
