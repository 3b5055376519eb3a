select year, age_group, count(*) filter (where 'migration_agency' = any (authorities_contacted)),
       count(*) filter (where 'regional_coordinator' = any (authorities_contacted)),
       count(*) filter (where 'social_services' = any (authorities_contacted)),
       count(*) filter (where 'police' = any (authorities_contacted)),
       count(*) filter (where 'border_police' = any (authorities_contacted)),
       count(*) filter (where 'detention' = any (authorities_contacted)),
       count(*) filter (where 'health_care' = any (authorities_contacted)),
       count(*) filter (where 'school' = any (authorities_contacted)),
       count(*) filter (where 'none' = any (authorities_contacted)),
       count(*) filter (where authorities_answered), count(*) filter (where authority_count > 0), count(*) filter (where authority_count > 1)
from surveys_api.counted_contact
where organisation_kind in ('NGO', 'SHELTER')
group by year, age_group;
