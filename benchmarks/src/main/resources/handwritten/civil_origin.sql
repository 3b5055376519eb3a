select year, case_shown, count(*), count(*) filter (where origin_region <> 'eu'),
       round(100.0 * count(*) filter (where origin_region <> 'eu') / count(*), 1), sum(europe),
       round(100.0 * count(*) filter (where origin_region = 'eu') / nullif(sum(europe), 0), 1),
       round(100.0 * count(*) filter (where origin_region = 'europe_non_eu') / nullif(sum(europe), 0), 1), sum(only_one)
from surveys_api.counted_origin
where organisation_kind in ('NGO', 'SHELTER')
  and age_group = 'adult'
group by year, case_shown;
