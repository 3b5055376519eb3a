select year, age_group, sex, count(*)
from casework_api.counted_registration
where organisation_kind = 'REGIONAL_COORDINATION'
group by year, age_group, sex;
