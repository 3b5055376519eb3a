select year, age_group, round(sum(needs)::numeric / count(*), 2)
from needs_api.counted_person
where needs > 0
group by year, age_group;
