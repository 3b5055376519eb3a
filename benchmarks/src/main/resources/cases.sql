-- Receivers: a municipality's social services and an organisation of civil society in every region.
insert into organisations.organisation (id, name, kind, region, municipality_code, created_at)
select gen_random_uuid(), 'Socialtjänsten ' || m.code, 'SOCIAL_SERVICES', null, m.code, now() - interval '3 years'
from (select distinct code from codes.code where list = 'municipality') m
on conflict do nothing;

insert into organisations.organisation (id, name, kind, created_at)
select gen_random_uuid(), 'Boendet ' || n, 'NGO', now() - interval '3 years' from generate_series(1, 30) n
on conflict do nothing;

create temporary table chosen as
select gen_random_uuid() as case_id, r.organisation, r.person_id, r.id as registration_id, r.region, r.municipality_code,
       case r.age_group when 'adult' then 'adult' else 'child' end as route, r.registered_on,
       now() - random() * interval '700 days' as opened_at,
       m.id as member, row_number() over (order by random()) as n
from (select distinct on (person_id) * from (select * from casework.registration where removed_at is null
      order by random() limit current_setting('bench.cases')::int * 11 / 10) drawn) r
         join lateral (select array_agg(id) as ids from organisations.member where organisation = r.organisation) office on true
         cross join lateral (select office.ids[1 + floor(random() * cardinality(office.ids))::int] as id) m
where office.ids is not null
limit current_setting('bench.cases')::int;

analyze chosen;

insert into casework.case_file (id, opened_by_organisation, opened_at, region, municipality_code, route, identified_on)
select case_id, organisation, opened_at, region, municipality_code, route, registered_on from chosen;

insert into casework.dossier (case_id, organisation, person_id, registration_id, created_at)
select case_id, organisation, person_id, registration_id, opened_at from chosen;

insert into casework.open_spell (case_id, during) select case_id, tstzrange(opened_at, null) from chosen;

insert into casework.holding (case_id, during, organisation, member)
select case_id, tstzrange(opened_at, null), organisation, member from chosen;

insert into casework.step (case_id, organisation, at, kind, by_member, member)
select case_id, organisation, opened_at, 'OPENED', member, member from chosen;

create temporary table wanted as
select gen_random_uuid() as need_id, c.*, (array['legal_advice', 'safe_housing', 'psychological', 'financial', 'health_care_contact'])[1 + floor(random() * 5)::int] as type,
       opened_at + random() * interval '20 days' as seen_at, random() as luck
from chosen c cross join generate_series(1, 3);

insert into needs.need (id, case_id, holder, owed_by, type, route, seen_on, seen_by, acute, due_on, state, unmet_reason, opened_at,
                        settled_at, met_by_authority, met_by_civil_society, first_help_on)
select need_id, case_id, organisation, organisation, type, route, seen_at::date, 'regional_coordinator', luck < 0.1,
       seen_at::date + 14, case when luck < 0.3 then 'OPEN' when luck < 0.85 then 'MET' else 'UNMET' end,
       case when luck >= 0.85 then (select code from codes.code where list = 'need_unmet_reason' order by sort limit 1) end, seen_at,
       case when luck >= 0.3 then seen_at + interval '9 days' end, luck between 0.3 and 0.5, luck between 0.45 and 0.85,
       case when luck between 0.3 and 0.85 then seen_at::date + floor(luck * 40)::int end
from wanted;

insert into needs.open_spell (need_id, during)
select need_id, tstzrange(seen_at, case when luck >= 0.3 then seen_at + interval '9 days' end) from wanted;

insert into needs.duty (need_id, during, organisation)
select need_id, tstzrange(seen_at, case when luck >= 0.3 then seen_at + interval '9 days' end), organisation from wanted;

insert into needs.measure (id, need_id, sector, began_on, ended_on, result, noted_at, noted_organisation)
select gen_random_uuid(), need_id, case when luck < 0.5 then 'MUNICIPALITY' else 'CIVIL_SOCIETY' end, seen_at::date + floor(luck * 40)::int,
       null, 'helped', seen_at + interval '9 days', organisation
from wanted where luck between 0.3 and 0.85;

create temporary table receivers as
select id, row_number() over (order by id) as n from organisations.organisation where kind in ('SOCIAL_SERVICES', 'NGO');

create temporary table offered as
select gen_random_uuid() as offer_id, w.*, r.id as receiver, w.seen_at + interval '1 day' as offered_at, random() as end_luck
from (select *, row_number() over () as place from wanted where luck < 0.3 or luck > 0.8) w
         join receivers r on r.n = 1 + w.place % (select count(*) from receivers);

insert into handover.offer (id, from_organisation, to_organisation, case_id, need_id, need_type, acute, route, region,
                            municipality_code, rule, offered_at, offered_by, half_at, answer_by, state, closed_at, closed_by_organisation,
                            declined_at)
select offer_id, organisation, receiver, case_id, need_id, type, luck < 0.1, route, region, municipality_code, 'answer_other',
       offered_at, member, offered_at + interval '7 days', offered_at + interval '14 days',
       case when end_luck < 0.25 and luck < 0.3 then 'OPEN' when end_luck < 0.7 then 'ACCEPTED' else 'DECLINED' end,
       case when not (end_luck < 0.25 and luck < 0.3) then offered_at + interval '5 days' end,
       case when not (end_luck < 0.25 and luck < 0.3) then receiver end,
       case when not (end_luck < 0.25 and luck < 0.3) and end_luck >= 0.7 then offered_at + interval '5 days' end
from offered;

insert into handover.answer (offer_id, late, from_organisation, to_organisation, kind, given_at, through, given_by, declined)
select offer_id, false, organisation, receiver, case when end_luck < 0.7 then 'ACCEPTED' else 'DECLINED' end,
       offered_at + interval '5 days', 'LINK', null, case when end_luck >= 0.7 then 'not_our_remit' end
from offered where not (end_luck < 0.25 and luck < 0.3);

insert into deadlines.clock (id, organisation, kind, subject_kind, subject, case_id, path, set_at, half_at, due_at, next_at)
select gen_random_uuid(), organisation, 'follow_up', 'CASE', case_id, case_id, '/cases/' || case_id, now(), null,
       now() + interval '1 day' + random() * interval '200 days', now() + interval '1 day' + random() * interval '200 days'
from chosen;

drop index if exists audit.entry_subjects_idx;

insert into audit.entry (seq, at, organisation, member, action, subject_kind, subjects, previous, hash)
select (select seq from audit.head) + i, now() - interval '2 years' + i * interval '6 seconds', c.organisation, c.member,
       (array['READ', 'LISTED', 'CORRECTED', 'READ'])[1 + i % 4], case i % 2 when 0 then 'CASE' else 'PERSON' end,
       array [case i % 2 when 0 then c.case_id else c.person_id end],
       sha256(int8send(i - 1)), sha256(int8send(i))
from generate_series(1, current_setting('bench.entries')::bigint) as i
         join chosen c on c.n = 1 + i % current_setting('bench.cases')::int;

update audit.head set seq = (select max(seq) from audit.entry);

create index entry_subjects_idx on audit.entry using gin (subjects) with (fastupdate = off);

-- What was filled in without triggers is counted for the chairs view by the application, once it runs.
insert into handover.recount (case_id) select case_id from chosen;
