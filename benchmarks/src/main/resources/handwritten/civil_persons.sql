select year, age_group, exposure, count(*)
from surveys_api.counted_contact
where organisation_kind in ('NGO', 'SHELTER')
group by year, age_group, exposure;
