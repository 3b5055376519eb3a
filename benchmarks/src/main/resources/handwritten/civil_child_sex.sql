select year, exposure, sex, count(*)
from surveys_api.counted_contact
where organisation_kind in ('NGO', 'SHELTER')
  and age_group = 'child'
group by year, exposure, sex;
