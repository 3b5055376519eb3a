select year, count(*) filter (where has_children), count(*) filter (where children_place = 'with_guardian'),
       count(*) filter (where children_place = 'home_country'), count(*) filter (where children_place = 'elsewhere'),
       count(*) filter (where children_place in ('home_country', 'elsewhere')), count(*) filter (where children_place = 'not_given')
from surveys_api.counted_contact
where organisation_kind in ('NGO', 'SHELTER')
  and age_group = 'adult' and exposure = 'direct'
group by year;
