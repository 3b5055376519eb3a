select year, age_group, count(*) filter (where time_to_support = 'within_week'), count(*) filter (where time_to_support = 'within_month'), count(*) filter (where time_to_support = 'longer'), count(*) filter (where time_to_support = 'not_given'),
       round(100.0 * count(*) filter (where time_to_support = 'within_week') / nullif(sum(time_answered), 0), 1), round(100.0 * count(*) filter (where time_to_support = 'within_month') / nullif(sum(time_answered), 0), 1), round(100.0 * count(*) filter (where time_to_support = 'longer') / nullif(sum(time_answered), 0), 1), round(100.0 * count(*) filter (where time_to_support = 'not_given') / nullif(sum(time_answered), 0), 1)
from surveys_api.counted_contact
where organisation_kind in ('NGO', 'SHELTER')
group by year, age_group;
