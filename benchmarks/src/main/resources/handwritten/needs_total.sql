select year, age_group, count(*), count(*) filter (where met_by_authority), count(*) filter (where met_by_civil_society),
       sum(met_by_sectors), count(*) filter (where met_by_nobody)
from needs_api.counted_need
group by year, age_group;
