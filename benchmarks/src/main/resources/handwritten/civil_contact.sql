select year, coalesce(age_group, 'all'), contact_kind, count(*)
from surveys_api.counted_contact
where organisation_kind in ('NGO', 'SHELTER')
group by year, rollup (age_group), contact_kind;
