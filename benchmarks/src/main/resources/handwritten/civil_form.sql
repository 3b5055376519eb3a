select year, count(*) filter (where 'sexual' = any (forms)),
       count(*) filter (where 'labour' = any (forms)),
       count(*) filter (where 'criminal' = any (forms)),
       count(*) filter (where 'begging' = any (forms)),
       count(*) filter (where 'household' = any (forms)),
       count(*) filter (where 'forced_marriage' = any (forms)),
       count(*) filter (where 'organ' = any (forms)),
       count(*) filter (where 'military_service' = any (forms)),
       count(*) filter (where 'other' = any (forms)),
       sum(form_count), count(*) filter (where form_count > 1), round(100.0 * count(*) filter (where form_count > 1) / count(*), 1),
       count(*) filter (where form_count = 0)
from surveys_api.counted_contact
where organisation_kind in ('NGO', 'SHELTER')
  and age_group = 'adult' and exposure = 'direct'
group by year;
