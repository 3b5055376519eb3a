select year, age_group, sum(need_count), sum(met_by_authority_count), sum(met_by_civil_society_count), sum(met_count),
       round(100.0 * sum(met_by_authority_count) / nullif(sum(need_count), 0), 1),
       round(100.0 * sum(met_by_civil_society_count) / nullif(sum(need_count), 0), 1),
       round(100.0 * sum(met_count) / nullif(sum(need_count), 0), 1), count(*) filter (where need_count > 0),
       round(sum(need_count)::numeric / count(*), 2), round(sum(need_count)::numeric / nullif(sum(needs_answered), 0), 2),
       sum(met_by_nobody_count)
from surveys_api.counted_contact
where organisation_kind in ('NGO', 'SHELTER')
group by year, age_group;
