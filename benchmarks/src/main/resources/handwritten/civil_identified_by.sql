with c as (select year, age_group, group_case, count(*) as n, count(*) filter (where identified_by = 'regional_coordinator') as n0,
            count(*) filter (where identified_by = 'member_organisation') as n1,
            count(*) filter (where identified_by = 'self') as n2,
            count(*) filter (where identified_by = 'migration_agency') as n3,
            count(*) filter (where identified_by = 'social_services') as n4,
            count(*) filter (where identified_by = 'police') as n5,
            count(*) filter (where identified_by = 'volunteer') as n6,
            count(*) filter (where identified_by = 'workplace_inspection') as n7,
            sum(identified) as n8
           from surveys_api.counted_contact
           where organisation_kind in ('NGO', 'SHELTER')
           group by year, age_group, group_case),
     g as (select year, age_group, group_case from c where group_case is not null and n >= 10)
select c.year, c.age_group, 'all', sum(n0), round(100.0 * sum(n0) / nullif(sum(n8), 0), 1), sum(n1), round(100.0 * sum(n1) / nullif(sum(n8), 0), 1), sum(n2), round(100.0 * sum(n2) / nullif(sum(n8), 0), 1), sum(n3), round(100.0 * sum(n3) / nullif(sum(n8), 0), 1), sum(n4), round(100.0 * sum(n4) / nullif(sum(n8), 0), 1), sum(n5), round(100.0 * sum(n5) / nullif(sum(n8), 0), 1), sum(n6), round(100.0 * sum(n6) / nullif(sum(n8), 0), 1), sum(n7), round(100.0 * sum(n7) / nullif(sum(n8), 0), 1)
from c
group by c.year, c.age_group
union all
select c.year, c.age_group, 'without:' || g.group_case, sum(n0), round(100.0 * sum(n0) / nullif(sum(n8), 0), 1), sum(n1), round(100.0 * sum(n1) / nullif(sum(n8), 0), 1), sum(n2), round(100.0 * sum(n2) / nullif(sum(n8), 0), 1), sum(n3), round(100.0 * sum(n3) / nullif(sum(n8), 0), 1), sum(n4), round(100.0 * sum(n4) / nullif(sum(n8), 0), 1), sum(n5), round(100.0 * sum(n5) / nullif(sum(n8), 0), 1), sum(n6), round(100.0 * sum(n6) / nullif(sum(n8), 0), 1), sum(n7), round(100.0 * sum(n7) / nullif(sum(n8), 0), 1)
from g join c on c.year = g.year and c.age_group = g.age_group and c.group_case is distinct from g.group_case
group by c.year, c.age_group, g.group_case;
