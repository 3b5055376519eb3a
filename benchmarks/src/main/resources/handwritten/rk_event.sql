select year, event_code, region, count(*)
from casework_api.counted_registration
where organisation_kind = 'REGIONAL_COORDINATION'
  and event_code is not null
group by year, event_code, region;
