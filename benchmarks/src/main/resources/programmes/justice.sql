-- What the police know of half of all cases: one or two reports, and for each how far it came.
insert into justice.legal_file (case_id, organisation, person_id, begun_at)
select b.case_id, b.organisation, b.person_id, b.created_at from base b join here h on b.n <= h.many;

create temporary table reported as
select gen_random_uuid() as report_id, b.n, b.case_id, b.organisation, b.region, i as number, b.created_at::date + i as day, random() as luck
from base b join here h on b.n <= h.many cross join lateral generate_series(1, 1 + (b.n % 4 = 0)::int) i;

insert into justice.report (id, case_id, organisation, number, reported_on, initiated_by, region, noted_at)
select report_id, case_id, organisation, number, day, (array ['police', 'coordinator', 'person'])[1 + n % 3], region, day from reported;

insert into justice.report_crime (report_id, case_id, organisation, crime)
select report_id, case_id, organisation, (array ['thb', 'human_exploitation', 'procuring'])[1 + n % 3] from reported;

insert into justice.status_entry (id, case_id, organisation, report_id, status, since_on, until_on, noted_at)
select gen_random_uuid(), case_id, organisation, report_id, 'investigation_ongoing', day, case when luck >= 0.4 and day + 90 <= current_date then day + 90 end, day
from reported
union all
select gen_random_uuid(), case_id, organisation, report_id,
       case when luck < 0.8 then 'investigation_closed' when luck < 0.9 then 'prosecuted' else 'conviction' end, day + 90, null, day + 90
from reported where luck >= 0.4 and day + 90 <= current_date;

insert into justice.counsel (id, case_id, organisation, kind, asked_on, answer, answered_on, noted_at)
select gen_random_uuid(), case_id, organisation, 'injured_party_counsel', day, 'appointed', day + 3, day from reported where number = 1 and luck < 0.5;

insert into justice.right_answer (case_id, organisation, right_code, answer, answered_at)
select case_id, organisation, r.code, (array ['yes', 'no', 'not_known'])[1 + n % 3], day
from reported cross join unnest(array ['information', 'interpreter', 'counsel', 'protection', 'compensation']) r (code)
where number = 1 and luck < 0.6;

insert into justice.compensation (id, case_id, organisation, kind, asked_on, asked_ore, noted_at)
select gen_random_uuid(), case_id, organisation, 'damages', day + 30, 5000000, day + 30 from reported where number = 1 and luck > 0.8;

create temporary table unpaid as
select gen_random_uuid() as claim_id, case_id, organisation, day from reported where number = 1 and luck < 0.1;

insert into justice.wage_claim (id, case_id, organisation, number, holiday_pay, holiday_source, state, begun_at, changed_at)
select claim_id, case_id, organisation, 1, 1200, 'Semesterlagen', 'DRAFT', day, day from unpaid;

insert into justice.wage_rate (id, claim_id, case_id, organisation, kind, from_on, to_on, ore_per_hour, percent, source)
select gen_random_uuid(), claim_id, case_id, organisation, 'ORDINARY', day - 400, day, 15000, null, 'Kollektivavtal' from unpaid;

insert into justice.wage_work (id, claim_id, case_id, organisation, from_on, to_on, ordinary_minutes, overtime_minutes, unsocial_minutes)
select gen_random_uuid(), claim_id, case_id, organisation, day - i * 30, day - i * 30 + 29, 9600, 1200, 600 from unpaid cross join generate_series(1, 12) i;

insert into justice.wage_money (id, claim_id, case_id, organisation, kind, what, on_day, ore)
select gen_random_uuid(), claim_id, case_id, organisation, 'PAID', 'wage', day - i * 30 + 25, 500000 from unpaid cross join generate_series(1, 12) i;
