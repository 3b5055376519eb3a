select year, count(*), round(sum(age_years)::numeric / nullif(sum(age_known), 0), 1), count(*) filter (where origin_country = 'SE'),
       round(100.0 * count(*) filter (where origin_country = 'SE') / count(*), 1),
       count(*) filter (where exposure = 'direct' and origin_country = 'SE'), count(*) filter (where exposure = 'direct' and own_police_report),
       count(*) filter (where exposure = 'direct' and form_count > 1), count(*) filter (where exposure = 'direct' and relative_form_count > 0),
       count(*) filter (where asylum_seeker), count(*) filter (where asylum_seeker and 'social_services' = any (authorities_contacted)),
       round(sum(met_by_authority_count)::numeric / count(*), 2), count(*) filter (where 'none' = any (social_services_interventions))
from surveys_api.counted_contact
where organisation_kind in ('NGO', 'SHELTER')
  and age_group = 'child'
group by year;
