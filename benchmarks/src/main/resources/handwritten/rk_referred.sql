select year, referred_by, count(*), count(*) filter (where form = 'labour')
from casework_api.counted_registration
where organisation_kind = 'REGIONAL_COORDINATION'
group by year, referred_by;
