select year, age_group, need, round(100.0 * count(*) filter (where met_by_authority) / count(*), 1),
       round(100.0 * count(*) filter (where met_by_civil_society) / count(*), 1), round(100.0 * sum(met_count) / count(*), 1)
from surveys_api.counted_need
where organisation_kind in ('NGO', 'SHELTER')
group by year, age_group, need;
