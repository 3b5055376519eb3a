select year, convicted_for, count(*)
from surveys_api.counted_contact
where organisation_kind in ('NGO', 'SHELTER')
  and age_group = 'adult' and exposure = 'direct' and convicted_for is not null
group by year, convicted_for;
