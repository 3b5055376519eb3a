select year, age_group, need, count(*), count(*) filter (where met_by_authority), count(*) filter (where met_by_civil_society)
from surveys_api.counted_need
where organisation_kind in ('NGO', 'SHELTER')
group by year, age_group, need;
