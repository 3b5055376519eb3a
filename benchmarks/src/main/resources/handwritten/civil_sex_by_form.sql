select year, sex, count(*) filter (where 'sexual' = any (forms)), count(*) filter (where 'labour' = any (forms))
from surveys_api.counted_contact
where organisation_kind in ('NGO', 'SHELTER')
  and age_group = 'adult' and exposure = 'direct'
group by year, sex;
