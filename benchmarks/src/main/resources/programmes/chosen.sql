-- Who works where, and which cases the rest hangs on. `bench.programme` says how many programme cases there are: half of them in the
-- support programme, 35 in a hundred returns and 15 reflection periods, spread over ten years; besides, as many cases with a legal file.
select setseed(0.25);

create temporary table here as
select (select organisation from organisations.member where login = 'programme_office0@example.org')      as support,
       (select organisation from organisations.member where login = 'return_operator0@example.org')       as operator,
       (select organisation from organisations.member where login = 'national_coordination0@example.org') as nation,
       (select organisation from organisations.member where login = 'social_services0@example.org')       as board,
       current_setting('bench.programme')::int                                                            as many;

create temporary table somebody as select organisation, min(id::text)::uuid as id from organisations.member group by organisation;

create temporary table base as
select d.*, row_number() over (order by d.drawn) as n
from (select distinct on (d.person_id) d.case_id, d.organisation, d.person_id, d.registration_id, d.created_at, c.region, c.municipality_code,
             r.sex, r.age_group, r.citizenship, r.forms, r.sector, md5(d.case_id::text) as drawn
      from casework.dossier d
               join casework.case_file c on c.id = d.case_id
               join casework.registration r on r.id = d.registration_id and r.organisation = d.organisation
               join organisations.organisation o on o.id = d.organisation and o.kind = 'REGIONAL_COORDINATION') d;

create unique index on base (n);

analyze base;
