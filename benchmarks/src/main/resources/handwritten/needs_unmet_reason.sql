select year, age_group, unmet_reason, count(*)
from needs_api.counted_need
where state in ('UNMET', 'PARTLY_MET')
group by year, age_group, unmet_reason;
