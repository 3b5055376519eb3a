select year, age_group, need, sector, count(*)
from needs_api.counted_measure
group by year, age_group, need, sector;
