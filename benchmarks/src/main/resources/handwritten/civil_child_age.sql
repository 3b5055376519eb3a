select year, age_years, count(*)
from surveys_api.counted_contact
where organisation_kind in ('NGO', 'SHELTER')
  and age_group = 'child' and age_years is not null
group by year, age_years;
