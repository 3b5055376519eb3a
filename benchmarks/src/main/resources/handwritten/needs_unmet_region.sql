select year, region, age_group, count(*), count(*) filter (where met_by_nobody), count(*) filter (where state = 'OPEN'),
       count(*) filter (where state = 'PARTLY_MET'), count(*) filter (where state = 'UNMET')
from needs_api.counted_need
group by year, region, age_group;
