with c as (select year, group_case, count(*) as n, count(*) filter (where 'human_exploitation' = any (crimes)) as n0,
            count(*) filter (where 'thb' = any (crimes)) as n1,
            count(*) filter (where 'thb_grave' = any (crimes)) as n2,
            count(*) filter (where 'child_peace' = any (crimes)) as n3,
            count(*) filter (where 'procuring' = any (crimes)) as n4,
            count(*) filter (where 'purchase_sexual_service' = any (crimes)) as n5,
            count(*) filter (where 'purchase_child_act' = any (crimes)) as n6,
            count(*) filter (where 'rape' = any (crimes)) as n7,
            sum(crime_count) as n8,
            count(*) filter (where crime_count > 1) as n9
           from surveys_api.counted_contact
           where organisation_kind in ('NGO', 'SHELTER') and age_group = 'adult' and exposure = 'direct'
           group by year, group_case),
     g as (select year, group_case from c where group_case is not null and n >= 10)
select c.year, 'all', sum(n0), round(100.0 * sum(n0) / nullif(sum(n8), 0), 1), sum(n1), round(100.0 * sum(n1) / nullif(sum(n8), 0), 1), sum(n2), round(100.0 * sum(n2) / nullif(sum(n8), 0), 1), sum(n3), round(100.0 * sum(n3) / nullif(sum(n8), 0), 1), sum(n4), round(100.0 * sum(n4) / nullif(sum(n8), 0), 1), sum(n5), round(100.0 * sum(n5) / nullif(sum(n8), 0), 1), sum(n6), round(100.0 * sum(n6) / nullif(sum(n8), 0), 1), sum(n7), round(100.0 * sum(n7) / nullif(sum(n8), 0), 1), sum(n9), round(100.0 * sum(n9) / sum(n), 1)
from c
group by c.year
union all
select c.year, 'without:' || g.group_case, sum(n0), round(100.0 * sum(n0) / nullif(sum(n8), 0), 1), sum(n1), round(100.0 * sum(n1) / nullif(sum(n8), 0), 1), sum(n2), round(100.0 * sum(n2) / nullif(sum(n8), 0), 1), sum(n3), round(100.0 * sum(n3) / nullif(sum(n8), 0), 1), sum(n4), round(100.0 * sum(n4) / nullif(sum(n8), 0), 1), sum(n5), round(100.0 * sum(n5) / nullif(sum(n8), 0), 1), sum(n6), round(100.0 * sum(n6) / nullif(sum(n8), 0), 1), sum(n7), round(100.0 * sum(n7) / nullif(sum(n8), 0), 1), sum(n9), round(100.0 * sum(n9) / sum(n), 1)
from g join c on c.year = g.year and c.group_case is distinct from g.group_case
group by c.year, g.group_case;
