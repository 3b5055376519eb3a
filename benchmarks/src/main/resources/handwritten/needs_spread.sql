select year, age_group, need, count(*), count(*) filter (where met_by_authority), count(*) filter (where met_by_civil_society)
from needs_api.counted_need_spread
group by year, age_group, need;
