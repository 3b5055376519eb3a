-- What happened to grants of the two programmes, for the revisions of closed years: one row a change of one fact, nothing of
-- whom.
create policy national_facts on programmes.amp_change for select to ledfyr_statistics using ((select access.reads_national_facts()));
create policy national_facts on programmes.nsp_change for select to ledfyr_statistics using ((select access.reads_national_facts()));
grant select (organisation, grant_id, version, kind, field, old_value, new_value, changed_at)
    on programmes.amp_change, programmes.nsp_change to ledfyr_statistics;
grant select (created_at) on programmes.amp_grant, programmes.nsp_grant to ledfyr_statistics;

create view programmes_api.revision with (security_invoker = true) as
select 'amp_grant' as record, g.organisation, o.kind as organisation_kind, g.year, g.coordinator_region as region, c.kind, c.field,
       c.old_value, c.new_value, c.changed_at
from programmes.amp_change c
         join programmes.amp_grant g on g.id = c.grant_id and g.organisation = c.organisation
         join organisations.organisation o on o.id = g.organisation
union all
select 'amp_grant', g.organisation, o.kind, g.year, g.coordinator_region, 'ADDED', 'amp_grant', null, null, g.created_at
from programmes.amp_grant g
         join organisations.organisation o on o.id = g.organisation
union all
select 'nsp_grant', g.organisation, o.kind, g.year, g.home_region, c.kind, c.field, c.old_value, c.new_value, c.changed_at
from programmes.nsp_change c
         join programmes.nsp_grant g on g.id = c.grant_id and g.organisation = c.organisation
         join organisations.organisation o on o.id = g.organisation
union all
select 'nsp_grant', g.organisation, o.kind, g.year, g.home_region, 'ADDED', 'nsp_grant', null, null, g.created_at
from programmes.nsp_grant g
         join organisations.organisation o on o.id = g.organisation;

grant select on programmes_api.revision to ledfyr_app, ledfyr_statistics;
