select year, region, count(*)
from casework_api.counted_registration
where organisation_kind = 'REGIONAL_COORDINATION'
group by year, region;
