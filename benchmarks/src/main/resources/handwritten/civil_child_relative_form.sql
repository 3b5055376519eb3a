select year, count(*) filter (where 'sexual' = any (relative_forms)),
       count(*) filter (where 'labour' = any (relative_forms)),
       count(*) filter (where 'criminal' = any (relative_forms)),
       count(*) filter (where 'begging' = any (relative_forms)),
       count(*) filter (where 'household' = any (relative_forms)),
       count(*) filter (where 'forced_marriage' = any (relative_forms)),
       count(*) filter (where 'organ' = any (relative_forms)),
       count(*) filter (where 'military_service' = any (relative_forms)),
       count(*) filter (where 'other' = any (relative_forms))
from surveys_api.counted_contact
where organisation_kind in ('NGO', 'SHELTER')
  and age_group = 'child'
group by year;
