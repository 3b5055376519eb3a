select year, count(*) filter (where authorities_answered), count(origin_country), count(permit_granted), sum(status_count),
       count(*) filter (where 'work_recruitment' = any (began)), count(*) filter (where need_count > 0), count(why_civil_society),
       count(identified_by), count(time_to_support), count(has_children), count(setting), count(rights_met)
from surveys_api.counted_contact
where organisation_kind in ('NGO', 'SHELTER')
  and age_group = 'adult'
group by year;
