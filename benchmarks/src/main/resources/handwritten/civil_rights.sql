with c as (select year, group_case, count(*) as n, count(*) filter (where rights_met) as n0
           from surveys_api.counted_contact
           where organisation_kind in ('NGO', 'SHELTER') and age_group = 'adult' and exposure = 'direct' and rights_met is not null
           group by year, group_case),
     g as (select year, group_case from c where group_case is not null and n >= 10)
select c.year, 'all', sum(n0), sum(n), round(100.0 * sum(n0) / sum(n), 1)
from c
group by c.year
union all
select c.year, 'without:' || g.group_case, sum(n0), sum(n), round(100.0 * sum(n0) / sum(n), 1)
from g join c on c.year = g.year and c.group_case is distinct from g.group_case
group by c.year, g.group_case;
