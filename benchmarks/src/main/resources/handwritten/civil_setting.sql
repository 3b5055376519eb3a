select year, setting, count(*), count(*) filter (where 'sexual' = any (forms))
from surveys_api.counted_contact
where organisation_kind in ('NGO', 'SHELTER')
  and age_group = 'adult' and exposure = 'direct' and setting is not null
group by year, setting;
