-- What some thirty organisations of civil society have answered in six years: `bench.contacts` questionnaires, half answered as real ones
-- are, most of them in the two last years. The organisations where visitors work have more than the others.
select setseed(0.5);

create temporary table platform as
select organisation as id from organisations.member where login = 'civil_platform0@example.org';

insert into organisations.organisation (id, name, kind, created_at)
select gen_random_uuid(), 'Mötesplatsen ' || n, case n % 4 when 0 then 'SHELTER' else 'NGO' end, now() - interval '8 years'
from generate_series(1, 26) n;

create temporary table reporting as
select o.id, row_number() over (order by m.organisation is null, o.name) as n,
       case when m.organisation is not null then 4 else 1 end as weight
from organisations.organisation o
         left join (select distinct organisation from organisations.member where login ~ '^(ngo|shelter)[0-9]+@') m on m.organisation = o.id
where o.kind in ('NGO', 'SHELTER') and (m.organisation is not null or o.name like 'Mötesplatsen %');

insert into surveys.participant (organisation, platform, label, joined_at)
select r.id, p.id, 'ORG-' || lpad(r.n::text, 2, '0'), now() - interval '7 years' from reporting r, platform p;

insert into surveys.year (platform, year, closed_at)
select p.id, y, make_timestamptz(y + 1, 2, 15, 12, 0, 0) from platform p, generate_series(extract(year from now())::int - 5, extract(year from now())::int - 1) y;

create temporary table seat as
select id, row_number() over () - 1 as place from (select id from reporting r cross join generate_series(1, r.weight)) s;

create temporary table met as
select gen_random_uuid() as id, s.id as organisation, y.year, n,
       case when random() < 0.82 then 'ADULT' else 'CHILD' end as form, random() < 0.88 as direct, random() as luck, random() as second,
       random() as third, random() as fourth
from (select n, random() as spread, floor(random() * (select count(*) from seat))::int as place
      from generate_series(1, current_setting('bench.contacts')::int) n) drawn
         join seat s on s.place = drawn.place
         cross join lateral (select extract(year from now())::int
                                    - case when spread < 0.3 then 0 when spread < 0.6 then 1 else 2 + floor((spread - 0.6) * 10)::int end as year) y;

create function pg_temp.code(said text) returns jsonb immutable language sql
return case when said is not null then jsonb_build_object('codes', jsonb_build_array(said)) end;

create function pg_temp.codes(said text[]) returns jsonb immutable language sql
return case when cardinality(said) > 0 then jsonb_build_object('codes', to_jsonb(said)) end;

create function pg_temp.said(said anyelement) returns jsonb immutable language sql
as $$select case when said is not null then jsonb_build_object('value', to_jsonb(said)) end$$;

-- One of them, or none for a chance above the share that answers.
create function pg_temp.one(chance float, share float, among text[]) returns text immutable language sql
return case when chance < share then among[1 + floor(chance / share * cardinality(among))::int] end;

create temporary table answered as
select m.id, m.organisation, m.year, m.form, m.n, m.luck,
       jsonb_strip_nulls(jsonb_build_object(
           'contact', pg_temp.code(case when m.luck < 0.7 then 'new_2025' else 'carried_over' end),
           'exposure', pg_temp.code(case when m.direct then 'direct' else 'indirect' end),
           'sex', pg_temp.code(pg_temp.one(m.second, 1, array ['female', 'female', 'female', 'male', 'male', 'other', 'unknown'])),
           'origin_country', pg_temp.code(o.country),
           'origin_region', pg_temp.code(o.region),
           'forms', case when m.direct then pg_temp.codes(f.forms) end,
           'relative_forms', case when m.form = 'CHILD' then pg_temp.codes(f.forms) end,
           'began', case when m.form = 'ADULT' and m.direct then pg_temp.codes(array_remove(array [
                        pg_temp.one(m.fourth, 0.7, array ['work_recruitment', 'stranger', 'partner', 'social_media', 'acquaintance', 'debt'])], null)) end,
           'setting', case when m.form = 'ADULT' and m.direct then pg_temp.code(pg_temp.one(m.third, 0.5, array ['offline_only', 'both', 'online_only'])) end,
           'authorities_contacted', case when m.direct or m.form = 'CHILD' then pg_temp.codes(case when m.luck < 0.1 then array ['none'] when m.luck < 0.8
                        then (array ['police', 'social_services', 'migration_agency', 'health_care', 'detention', 'border_police'])[1 + m.n % 4:2 + m.n % 5] end) end,
           'identified_by', pg_temp.code(pg_temp.one(m.fourth, 0.8, array ['regional_coordinator', 'member_organisation', 'self', 'police', 'social_services', 'volunteer'])),
           'time_to_support', pg_temp.code(pg_temp.one(m.third, 0.7, array ['within_week', 'within_month', 'longer', 'not_given'])),
           'needs', case when m.direct or m.form = 'CHILD' then pg_temp.codes(d.needs) end,
           'met_by_authority', case when m.direct or m.form = 'CHILD' then pg_temp.codes(d.needs[1:(m.third * 2)::int]) end,
           'met_by_civil_society', case when m.direct or m.form = 'CHILD' then pg_temp.codes(d.needs[1:(m.luck * 4)::int]) end,
           'why_civil_society', pg_temp.code(pg_temp.one(m.second, 0.8, array ['no_public_support', 'public_support_insufficient', 'did_not_dare',
                        'public_support_ended', 'offered_support_unsuitable'])),
           'group_case', case when m.form = 'ADULT' and m.n % 17 = 0 then pg_temp.said(('fall_' || m.year || '_' || m.n % 3)::text) end)
        || case m.form when 'ADULT' then jsonb_build_object(
           'has_children', pg_temp.said(case when m.third < 0.6 then m.third < 0.25 end),
           'police_reports', pg_temp.said(case when m.fourth < 0.6 then (m.fourth * 5)::int end),
           'crimes', case when m.direct and m.fourth < 0.4 then pg_temp.codes((array ['human_exploitation', 'thb', 'procuring', 'rape'])[1 + m.n % 3:1 + m.n % 4]) end,
           'legal_status', case when m.direct then pg_temp.code(pg_temp.one(m.fourth, 0.5, array ['no_report_made', 'investigation_ongoing',
                        'investigation_closed', 'prosecuted'])) end,
           'rights_met', pg_temp.said(case when m.second < 0.4 then m.second < 0.2 end),
           'permit_granted', pg_temp.said(case when m.luck < 0.6 then m.luck < 0.2 end),
           'residence_status', pg_temp.code(case when m.luck < 0.15 then 'reflection' when m.luck between 0.2 and 0.5 then 'undocumented' end),
           'reflection_granted', pg_temp.said(case when m.luck < 0.5 then m.luck < 0.1 end))
          else jsonb_build_object(
           'age_years', pg_temp.said(case when m.third < 0.9 then (m.third * 18)::int end),
           'own_police_report', case when m.direct then pg_temp.said(case when m.second < 0.5 then m.second < 0.2 end) end,
           'social_services_interventions', pg_temp.code(pg_temp.one(m.fourth, 0.6, array ['none', 'advice_information', 'basic'])),
           'asylum_seeker', pg_temp.said(case when m.luck < 0.7 then m.luck < 0.3 end)) end) as answers
from met m
         cross join lateral (select (array ['NG', 'RO', 'UA', 'TH', 'SE', 'CO', 'VN', 'BG', 'MA', 'SY'])[1 + m.n % 10] as country,
                                    (array ['africa', 'eu', 'europe_non_eu', 'asia', 'eu', 'south_america', 'asia', 'eu', 'africa', 'asia'])[1 + m.n % 10]
                                        as region
                             where m.luck < 0.8) o
         cross join lateral (select (array ['sexual', 'labour', 'sexual', 'criminal', 'begging', 'household', 'forced_marriage'])
                                        [1 + m.n % 7:1 + m.n % 7 + (m.second * 1.3)::int] as forms) f
         cross join lateral (select case when m.luck < 0.95 then (array ['legal_advice', 'safe_housing', 'psychological', 'advice_information', 'basic',
                                    'authority_contact', 'health_care_contact', 'financial'])[1 + m.n % 5:1 + m.n % 5 + (m.second * 3)::int] end as needs) d
union all
select m.id, m.organisation, m.year, m.form, m.n, m.luck,
       jsonb_build_object('contact', pg_temp.code('new_2025'), 'exposure', pg_temp.code(case when m.direct then 'direct' else 'indirect' end),
                          'sex', pg_temp.code('unknown'))
from met m where m.luck >= 0.8;

-- Sent through the year after the one it is about; three in a hundred are drafts of the last year, one in a hundred was taken out.
insert into surveys.contact (id, organisation, year, form, edition, definition_hash, state, answers, version, begun_at, written_at, sent_at, struck_at)
select a.id, a.organisation, a.year, a.form, lower(a.form) || '-2025', decode(repeat('25', 32), 'hex'), case when w.draft then 'DRAFT' else 'SENT' end, a.answers,
       1, w.at, w.at, case when not w.draft then w.at end, case when a.n % 100 = 1 then w.at + interval '1 day' end
from answered a
         cross join lateral (select a.n % 33 = 0 and a.year = extract(year from now())::int as draft,
                                    least(make_timestamptz(a.year, 1, 10, 9, 0, 0) + a.luck * interval '400 days', now()) as at) w;

insert into surveys.own_reference (contact_id, organisation, reference)
select id, organisation, 'Pärm ' || n from answered where n % 8 > 0;

-- One in thirty was corrected, some of them after the year had been closed.
insert into surveys.contact_change (organisation, contact_id, version, kind, field, old_value, new_value, reason, changed_at)
select organisation, id, 2, 'CORRECTED', 'police_reports', '0', '1', 'Läste fel i anteckningen', make_timestamptz(year + 1, 2, 1, 12, 0, 0) + luck * interval '20 days'
from answered where n % 30 = 0 and form = 'ADULT' and year < extract(year from now())::int;

insert into surveys.informal_note (id, organisation, year, low, high, forms, observations, state, written_at, sent_at)
select gen_random_uuid(), r.id, y, 10, 25, array ['sexual', 'begging'], 'Många kom under våren, färre sedan.', 'SENT', now(), now()
from reporting r cross join generate_series(extract(year from now())::int - 5, extract(year from now())::int) y
where r.n % 3 = 0;
