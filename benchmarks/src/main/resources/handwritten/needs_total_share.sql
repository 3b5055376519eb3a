select year, age_group, round(100.0 * count(*) filter (where met_by_authority) / count(*), 1),
       round(100.0 * count(*) filter (where met_by_civil_society) / count(*), 1), round(100.0 * sum(met_by_sectors) / count(*), 1),
       round(100.0 * count(*) filter (where met_by_nobody) / count(*), 1)
from needs_api.counted_need
group by year, age_group;
