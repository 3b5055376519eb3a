select year, age_group, time_to_help, count(*)
from needs_api.counted_person
where needs > 0
group by year, age_group, time_to_help;
