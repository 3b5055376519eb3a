select year, count(*) filter (where amp_requested), count(*) filter (where reflection_requested),
       count(*) filter (where children_accompanying > 0), sum(children_accompanying)
from casework_api.counted_registration
where organisation_kind = 'REGIONAL_COORDINATION'
group by year;
