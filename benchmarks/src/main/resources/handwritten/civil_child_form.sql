select year, form, count(*)
from surveys_api.counted_contact
where organisation_kind in ('NGO', 'SHELTER')
  and age_group = 'child' and exposure = 'direct'
group by year, form;
