-- What statistics may count: contacts that were sent, in the year they are reported for. One row is one person an organisation
-- met; whether two organisations met the same person nobody can tell.
create view surveys_api.counted_contact with (security_invoker = true) as
select c.id,
       c.organisation,
       o.kind                                                                                        as organisation_kind,
       c.year,
       null::text                                                                                    as region,
       lower(c.form)                                                                                 as age_group,
       contact_kind,
       exposure,
       age_years,
       (age_years is not null)::int                                                                  as age_known,
       sex,
       origin_country,
       origin_region,
       relative_forms,
       cardinality(relative_forms)                                                                   as relative_form_count,
       forms,
       cardinality(forms)                                                                            as form_count,
       case cardinality(forms) when 0 then 'not_reported' when 1 then forms[1] else 'multiple' end   as form,
       began,
       setting,
       authorities_contacted,
       cardinality(array_remove(authorities_contacted, 'none'))                                      as authority_count,
       cardinality(authorities_contacted) > 0                                                        as authorities_answered,
       identified_by,
       (identified_by is not null)::int                                                              as identified,
       time_to_support,
       (time_to_support is not null)::int                                                            as time_answered,
       needs,
       cardinality(needs)                                                                            as need_count,
       (cardinality(needs) > 0)::int                                                                 as needs_answered,
       met_by_authority,
       cardinality(met_by_authority)                                                                 as met_by_authority_count,
       met_by_civil_society,
       cardinality(met_by_civil_society)                                                             as met_by_civil_society_count,
       cardinality(met_by_authority) + cardinality(met_by_civil_society)                             as met_count,
       (select count(*) from unnest(needs) as n where n <> all (met_by_authority) and n <> all (met_by_civil_society))::int
                                                                                                     as met_by_nobody_count,
       social_services_interventions,
       why_civil_society,
       has_children,
       case when has_children then coalesce(children_place, 'not_given') end                         as children_place,
       own_police_report,
       police_reports,
       crimes,
       cardinality(crimes)                                                                           as crime_count,
       legal_status,
       cardinality(legal_status)                                                                     as status_count,
       convicted_for,
       rights_met,
       permit_granted,
       residence_status,
       case when permit_granted then coalesce(residence_status, 'kind_unknown') end                  as permit_kind,
       reflection_granted,
       asylum_seeker,
       group_case
from surveys.contact c
         join organisations.organisation o on o.id = c.organisation
where c.state = 'SENT' and c.struck_at is null;

-- One row a need of one person.
create view surveys_api.counted_need with (security_invoker = true) as
select c.id, c.organisation, c.organisation_kind, c.year, c.region, c.age_group, c.exposure, c.group_case, n.need,
       n.need = any (c.met_by_authority)                                                     as met_by_authority,
       n.need = any (c.met_by_civil_society)                                                 as met_by_civil_society,
       (n.need = any (c.met_by_authority))::int + (n.need = any (c.met_by_civil_society))::int as met_count
from surveys_api.counted_contact c
         cross join lateral unnest(c.needs) as n (need);

-- One row an answer on how it began: one person can give several.
create view surveys_api.counted_start with (security_invoker = true) as
select c.id, c.organisation, c.organisation_kind, c.year, c.region, c.age_group, c.exposure, c.forms, c.group_case, b.began
from surveys_api.counted_contact c
         cross join lateral unnest(c.began) as b (began);

-- One row a person whose origin is known, under everybody and once more without each group case of at least ten of them in the
-- year. What is smaller is never left out: the difference would show it.
create view surveys_api.counted_origin with (security_invoker = true) as
with known as (select c.id, c.organisation, c.organisation_kind, c.year, c.region, c.age_group, c.group_case, c.origin_country, c.origin_region
               from surveys_api.counted_contact c
               where c.origin_country is not null),
     larger as (select year, age_group, group_case from known where group_case is not null group by 1, 2, 3 having count(*) >= 10)
select k.*,
       w.case_shown,
       (k.origin_region in ('eu', 'europe_non_eu'))::int                                                        as europe,
       (count(*) over (partition by k.year, k.age_group, w.case_shown, k.origin_country) = 1)::int              as only_one
from known k
         cross join lateral (select 'all' as case_shown
                             union all
                             select 'without:' || l.group_case
                             from larger l
                             where l.year = k.year and l.age_group = k.age_group and l.group_case is distinct from k.group_case) w;

-- One row a person with a reason, and children who were exposed themselves once more by themselves.
create view surveys_api.counted_reason with (security_invoker = true) as
select c.id, c.organisation, c.organisation_kind, c.year, c.region, c.age_group, c.group_case, e.exposure_shown, c.why_civil_society
from surveys_api.counted_contact c
         cross join lateral (select 'all' as exposure_shown
                             union all
                             select c.exposure where c.age_group = 'child' and c.exposure = 'direct') e
where c.why_civil_society is not null;

grant select on surveys_api.counted_contact, surveys_api.counted_need, surveys_api.counted_start, surveys_api.counted_origin,
    surveys_api.counted_reason to ledfyr_app, ledfyr_statistics;
