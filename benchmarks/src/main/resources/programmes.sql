-- Everybody in the support programme: at its own office, with days, places and measures. As many as `bench.programme` says.
create temporary table office as
select id from organisations.organisation where kind = 'PROGRAMME_OFFICE' order by created_at limit 1;

insert into support.home (id, organisation, number, region, takes, certified_until, made_at)
select gen_random_uuid(), o.id, n, (array ['nord', 'mitt', 'stockholm', 'ost', 'vast', 'syd', 'bergslagen'])[1 + n % 7], array ['women', 'men'],
       current_date + 400, now() - interval '3 years'
from office o cross join generate_series(1, 60) n;

insert into support.place (home_id, organisation, number, from_day)
select h.id, h.organisation, n, current_date - 2000 from support.home h cross join generate_series(1, 40) n;

create temporary table joined as
select gen_random_uuid() as grant_id, gen_random_uuid() as person_id, gen_random_uuid() as application_id, o.id as organisation, n,
       current_date - floor(random() * 700)::int as granted_on, random() as luck, 15 * (1 + floor(random() * 6))::int as rest,
       30 * floor(random() * 6)::int as integration
from office o cross join generate_series(1, current_setting('bench.programme')::int) n;

insert into people.person (id, organisation, created_at) select person_id, organisation, granted_on from joined;

insert into programmes.nsp_grant (id, organisation, person_id, granted_on, age_group, sex, exposure, forms, components, rest_days, integration_days,
                                  placement, home_region, eligibility_reason, referred_by, created_at, changed_at)
select grant_id, organisation, person_id, granted_on, 'adult', case when luck < 0.5 then 'female' else 'male' end, 'direct', array ['labour'],
       case when integration > 0 then array ['rest_period', 'integration_period'] else array ['rest_period'] end, rest, integration,
       'protected_housing', 'syd', 'no_social_services_decision', 'regional_coordinator', granted_on, granted_on
from joined;

insert into support.application (id, from_organisation, to_organisation, applicant, channel, region, age_group, children, ground, components,
                                 applied_on, made_at, made_by, state, closed_at, closed_by_organisation, granted, rest_days, integration_days)
select application_id, organisation, organisation, 'coordinator', 'PAPER', 'syd', 'adult', 0, 'no_social_services_decision', array ['rest_period'],
       granted_on - 3, granted_on - 3, gen_random_uuid(), case when luck < 0.02 then 'OPEN' else 'GRANTED' end,
       case when luck >= 0.02 then granted_on end, case when luck >= 0.02 then organisation end, case when luck >= 0.02 then array ['rest_period'] end,
       case when luck >= 0.02 then rest end, case when luck >= 0.02 then integration end
from joined;

insert into support.own_file (application_id, organisation, person_id, grant_id)
select application_id, organisation, person_id, case when luck >= 0.02 then grant_id end from joined;

insert into support.course (grant_id, organisation, person_id, granted_on, begun_at, ended_on, outcome)
select grant_id, organisation, person_id, granted_on, granted_on, case when luck > 0.3 then granted_on + rest + integration end,
       case when luck > 0.3 then (select code from codes.code where list = 'nsp_outcome' order by sort limit 1) end
from joined;

update support.course set ended_on = null where outcome is null and ended_on is not null;

insert into support.period (id, organisation, grant_id, person_id, phase, beyond, payer, first_day, last_day, written_at)
select gen_random_uuid(), organisation, grant_id, person_id, 'REST', false, 'PROGRAMME', granted_on, granted_on + rest - 1, granted_on from joined
union all
select gen_random_uuid(), organisation, grant_id, person_id, 'INTEGRATION', false, 'PROGRAMME', granted_on + rest, granted_on + rest + integration - 1,
       granted_on
from joined where integration > 0;

insert into support.placement (id, organisation, grant_id, person_id, kind, home_id, place_no, arrives_on, leaves_on, written_at)
select gen_random_uuid(), j.organisation, j.grant_id, j.person_id, 'protected_housing', h.id, 1 + j.n % 40,
       current_date - 5 + (j.n / 2400) * 5, current_date + (j.n / 2400) * 5, now()
from joined j
         join support.home h on h.organisation = j.organisation and h.number = 1 + (j.n / 40) % 60
where j.n < 24000;

insert into support.measure (id, organisation, grant_id, person_id, kind, given_on, cost_ore, written_at)
select gen_random_uuid(), organisation, grant_id, person_id, 'other', granted_on + 2, 100000 + floor(luck * 500000)::bigint, granted_on from joined;

-- What the police know of half of all cases.
insert into justice.legal_file (case_id, organisation, person_id, begun_at)
select d.case_id, d.organisation, d.person_id, d.created_at from casework.dossier d
limit current_setting('bench.programme')::int;

create temporary table reported as
select gen_random_uuid() as report_id, f.case_id, f.organisation, f.begun_at::date as day, random() as luck from justice.legal_file f;

insert into justice.report (id, case_id, organisation, number, reported_on, initiated_by, region, noted_at)
select report_id, case_id, organisation, 1, day, 'police', 'syd', day from reported;

insert into justice.report_crime (report_id, case_id, organisation, crime)
select report_id, case_id, organisation, 'human_trafficking' from reported;

insert into justice.status_entry (id, case_id, organisation, report_id, status, since_on, noted_at)
select gen_random_uuid(), case_id, organisation, report_id,
       case when luck < 0.4 then 'investigation_ongoing' when luck < 0.8 then 'investigation_closed' else 'prosecuted' end, day, day
from reported;
