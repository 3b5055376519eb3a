-- Reflection periods: half written down by the coordination office, half by one large social board, helped by the coordinator or not.
create temporary table thinking as
select gen_random_uuid() as id, b.*, h.board, p.place % 2 = 0 as by_board, p.place % 3 > 0 as helped, gen_random_uuid() as known_as, random() as luck,
       current_date - 3650 + (p.place * 3650 / (h.many * 15 / 100))::int as applied_on
from here h
         cross join lateral generate_series(1, h.many * 15 / 100) p (place)
         join base b on b.n = p.place;

create temporary table decided as
select t.*, case when applied_on > current_date - 10 then 'APPLIED' when luck < 0.15 then 'REFUSED' else 'GRANTED' end as state,
       applied_on + 7 as decided_on, case when luck > 0.6 then 60 else 30 end as days
from thinking t;

insert into people.person (id, organisation, created_at) select known_as, board, applied_on from decided where by_board;

insert into permits.application (id, by_organisation, office, applicant, region, municipality_code, helped, sex, applied_on, state, decided_on, start_on,
                                 first_end_on, end_on, asked_at, followed, answered_on, made_at, changed_at)
select id, case when by_board then board else organisation end, organisation, 'social_board', region, municipality_code, helped or not by_board,
       sex, applied_on, state, case when state <> 'APPLIED' then decided_on end, case when state = 'GRANTED' then decided_on end,
       case when state = 'GRANTED' then decided_on + 30 end, case when state = 'GRANTED' then decided_on + days end,
       case when state = 'GRANTED' and decided_on + days < current_date + 5 then decided_on + days end,
       case when state = 'GRANTED' and decided_on + days < current_date and luck > 0.17 then (array ['witness_permit', 'nsp', 'nothing'])[1 + n % 3] end,
       case when state = 'GRANTED' and decided_on + days < current_date and luck > 0.17 then decided_on + days end, applied_on, applied_on
from decided;

insert into permits.own_file (application_id, organisation, person_id, case_id)
select id, organisation, person_id, case_id from decided
union all
select id, board, known_as, null from decided where by_board;

insert into permits.extension (id, application_id, asked_by, cause, decided_on, from_on, until, noted_at)
select gen_random_uuid(), id, 'social_board', 'recovery', decided_on + 28, decided_on + 30, decided_on + days, decided_on + 28
from decided where state = 'GRANTED' and days > 30;

insert into permits.reflection_period (id, organisation, person_id, registration_id, applicant, via_coordinator, region, municipality_code, sex,
                                       applied_on, decided_on, decision, start_on, end_on, created_at, changed_at)
select id, organisation, person_id, case when helped or not by_board then registration_id end, 'social_board', helped or not by_board, region,
       municipality_code, sex, applied_on, decided_on, lower(state), case when state = 'GRANTED' then decided_on end,
       case when state = 'GRANTED' then decided_on + days end, decided_on, decided_on
from decided where state <> 'APPLIED';

insert into permits.permit (id, organisation, person_id, kind, from_on, to_on, decided_by, source, application_id, noted_at)
select id, organisation, person_id, 'reflection', decided_on, decided_on + days, 'migration_agency', 'decision', id, decided_on
from decided where state = 'GRANTED'
union all
select gen_random_uuid(), organisation, person_id, 'work', decided_on - 500, decided_on - 100, 'migration_agency', 'document', null, decided_on
from decided;

insert into permits.not_applied (id, organisation, case_id, person_id, cause, noted_on, noted_at)
select gen_random_uuid(), b.organisation, b.case_id, b.person_id, 'person_declined', b.created_at::date + 5, b.created_at + interval '5 days'
from base b join here h on b.n between h.many * 15 / 100 + 1 and h.many * 30 / 100;
