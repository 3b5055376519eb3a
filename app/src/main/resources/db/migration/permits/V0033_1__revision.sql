-- What happened to reflection periods, for the revisions of closed years: one row a change of one fact, nothing of whom.
create policy national_facts on permits.change for select to ledfyr_statistics using ((select access.reads_national_facts()));
grant select (organisation, period_id, version, kind, field, old_value, new_value, changed_at) on permits.change to ledfyr_statistics;
grant select (created_at) on permits.reflection_period to ledfyr_statistics;

create view permits_api.revision with (security_invoker = true) as
select 'reflection_period' as record, p.organisation, o.kind as organisation_kind, p.year, p.region, c.kind, c.field, c.old_value,
       c.new_value, c.changed_at
from permits.change c
         join permits.reflection_period p on p.id = c.period_id and p.organisation = c.organisation
         join organisations.organisation o on o.id = p.organisation
union all
select 'reflection_period', p.organisation, o.kind, p.year, p.region, 'ADDED', 'reflection_period', null, p.decision, p.created_at
from permits.reflection_period p
         join organisations.organisation o on o.id = p.organisation;

grant select on permits_api.revision to ledfyr_app, ledfyr_statistics;
