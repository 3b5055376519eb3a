-- The same rows as before. Which group cases are large is counted once, and not again for every person.
create or replace view surveys_api.counted_origin with (security_invoker = true) as
with known as (select c.id, c.organisation, c.organisation_kind, c.year, c.region, c.age_group, c.group_case, c.origin_country, c.origin_region
               from surveys_api.counted_contact c
               where c.origin_country is not null),
     larger as materialized (select year, age_group, group_case from known where group_case is not null group by 1, 2, 3 having count(*) >= 10)
select k.*,
       w.case_shown,
       (k.origin_region in ('eu', 'europe_non_eu'))::int                                                        as europe,
       (count(*) over (partition by k.year, k.age_group, w.case_shown, k.origin_country) = 1)::int              as only_one
from known k
         cross join lateral (select 'all' as case_shown
                             union all
                             select 'without:' || l.group_case
                             from larger l
                             where l.year = k.year and l.age_group = k.age_group and l.group_case is distinct from k.group_case) w;

-- What members have sent in a year, for counting them and for reading them page by page. The last two are what the policies ask.
create index contact_sent on surveys.contact (year, form, organisation, sent_at, id, state) where state = 'SENT' and struck_at is null;
