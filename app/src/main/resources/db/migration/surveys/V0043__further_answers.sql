-- A question of a later year has no column beside the answers. What is answered to such questions is kept together in one,
-- so that statistics may count it and still not read the answers themselves. What leads to another contact stays out.
create function surveys.further(answers jsonb) returns jsonb immutable parallel safe language sql
return (select coalesce(jsonb_object_agg(a.question, a.said), '{}')
        from jsonb_each(answers - array ['contact', 'exposure', 'age_years', 'sex', 'origin_country', 'origin_region', 'guardian_id',
                                         'relative_forms', 'forms', 'began', 'setting', 'authorities_contacted', 'identified_by',
                                         'time_to_support', 'needs', 'met_by_authority', 'met_by_civil_society',
                                         'social_services_interventions', 'why_civil_society', 'has_children', 'children_place',
                                         'own_police_report', 'police_reports', 'crimes', 'legal_status', 'convicted_for', 'rights_met',
                                         'permit_granted', 'residence_status', 'reflection_granted', 'asylum_seeker', 'group_case'])
                 as a (question, said)
        where coalesce(a.said ->> 'value', '') !~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$');

alter table surveys.contact add column further jsonb not null generated always as (surveys.further(answers)) stored;
grant select (further) on surveys.contact to ledfyr_statistics;

-- One row an answer to a question that has no column of its own: each code, yes and no as true and false, numbers as they are.
-- That something is not known is no answer to count.
create view surveys_api.counted_answer with (security_invoker = true) as
select c.id,
       c.organisation,
       o.kind        as organisation_kind,
       c.year,
       null::text    as region,
       lower(c.form) as age_group,
       c.exposure,
       c.group_case,
       f.question,
       a.answer
from surveys.contact c
         join organisations.organisation o on o.id = c.organisation
         cross join lateral jsonb_each(c.further) as f (question, said)
         cross join lateral (select jsonb_array_elements_text(f.said -> 'codes')
                             union all
                             select f.said ->> 'value') as a (answer)
where c.state = 'SENT' and c.struck_at is null and a.answer is not null;

grant select on surveys_api.counted_answer to ledfyr_app, ledfyr_statistics;
