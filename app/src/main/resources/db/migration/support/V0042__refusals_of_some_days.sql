-- The day of the application instead of a year worked out of it, so that a report reads those of its year and no others; and what the
-- report asks for stands beside the keys by which it is found, since it asks for thousands at once.
create or replace view support_api.municipal_refusal with (security_invoker = true) as
select r.id, r.application_id, a.to_organisation as organisation, a.region, r.municipality_code, r.declined, r.in_writing,
       r.asked_in_writing, r.refused_on, extract(year from a.applied_on)::int as year, a.age_group, g.sex, g.forms, a.applied_on
from support.refusal r
         join support.application a on a.id = r.application_id
         left join support.own_file f on f.application_id = a.id and f.organisation = a.to_organisation
         left join programmes.nsp_grant g on g.id = f.grant_id and g.organisation = f.organisation and g.withdrawn_at is null;

create index applications_by_day on support.application (applied_on)
    include (id, from_organisation, to_organisation, case_id, parcel_id);
create index refusals_of_an_application on support.refusal (application_id)
    include (id, municipality_code, declined, in_writing, asked_in_writing);
drop index support.refusal_application_id_idx;
