select year, count(permit_granted), count(*) filter (where permit_granted), count(*) filter (where reflection_granted),
       count(*) filter (where permit_kind = 'kind_unknown'), count(*) filter (where permit_kind = 'reflection'), count(*) filter (where permit_kind = 'witness'), count(*) filter (where permit_kind = 'temporary_other'), count(*) filter (where permit_kind = 'work'), count(*) filter (where permit_kind = 'temporary_protection')
from surveys_api.counted_contact
where organisation_kind in ('NGO', 'SHELTER')
  and age_group = 'adult'
group by year;
