with form as (select year, form, count(*) as persons
from casework_api.counted_registration
where organisation_kind = 'REGIONAL_COORDINATION'
group by year, form)
select a.year, b.year, b.form, round(100.0 * (b.persons - a.persons) / nullif(a.persons, 0), 1)
from form a join form b on b.year = a.year + 1 and b.form = a.form;
