with c as (select year, group_case, count(*) as n, count(*) filter (where 'no_report_made' = any (legal_status)) as n0,
            count(*) filter (where 'investigation_not_started' = any (legal_status)) as n1,
            count(*) filter (where 'investigation_ongoing' = any (legal_status)) as n2,
            count(*) filter (where 'investigation_closed' = any (legal_status)) as n3,
            count(*) filter (where 'prosecuted' = any (legal_status)) as n4,
            count(*) filter (where 'conviction' = any (legal_status)) as n5,
            count(*) filter (where 'unknown_outcome' = any (legal_status)) as n6,
            sum(status_count) as n7
           from surveys_api.counted_contact
           where organisation_kind in ('NGO', 'SHELTER') and age_group = 'adult' and exposure = 'direct'
           group by year, group_case),
     g as (select year, group_case from c where group_case is not null and n >= 10)
select c.year, 'all', sum(n0), round(100.0 * sum(n0) / nullif(sum(n7), 0), 1), sum(n1), round(100.0 * sum(n1) / nullif(sum(n7), 0), 1), sum(n2), round(100.0 * sum(n2) / nullif(sum(n7), 0), 1), sum(n3), round(100.0 * sum(n3) / nullif(sum(n7), 0), 1), sum(n4), round(100.0 * sum(n4) / nullif(sum(n7), 0), 1), sum(n5), round(100.0 * sum(n5) / nullif(sum(n7), 0), 1), sum(n6), round(100.0 * sum(n6) / nullif(sum(n7), 0), 1), sum(n7)
from c
group by c.year
union all
select c.year, 'without:' || g.group_case, sum(n0), round(100.0 * sum(n0) / nullif(sum(n7), 0), 1), sum(n1), round(100.0 * sum(n1) / nullif(sum(n7), 0), 1), sum(n2), round(100.0 * sum(n2) / nullif(sum(n7), 0), 1), sum(n3), round(100.0 * sum(n3) / nullif(sum(n7), 0), 1), sum(n4), round(100.0 * sum(n4) / nullif(sum(n7), 0), 1), sum(n5), round(100.0 * sum(n5) / nullif(sum(n7), 0), 1), sum(n6), round(100.0 * sum(n6) / nullif(sum(n7), 0), 1), sum(n7)
from g join c on c.year = g.year and c.group_case is distinct from g.group_case
group by c.year, g.group_case;
