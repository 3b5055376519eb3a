select year, case_shown, origin_region, count(*)
from surveys_api.counted_origin
where organisation_kind in ('NGO', 'SHELTER')
  and age_group = 'adult'
group by year, case_shown, origin_region;
