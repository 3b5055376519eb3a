-- Whether anything that is counted has changed, without counting it: a contact never goes, and whatever happens to one that was
-- sent gives it another version. Tables that are kept are kept with this beside them. Answered from the index alone.
create index contact_state on surveys.contact (year) include (id, organisation, state, version) where state = 'SENT';
grant select (version) on surveys.contact to ledfyr_statistics;

create view surveys_api.state_of_year with (security_invoker = true) as
select c.year, count(*) as contacts, sum(c.version) as versions
from surveys.contact c
where c.state = 'SENT'
group by c.year;
grant select on surveys_api.state_of_year to ledfyr_app, ledfyr_statistics;
