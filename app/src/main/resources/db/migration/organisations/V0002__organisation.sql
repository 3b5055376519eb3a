create schema organisations;
create schema organisations_api;

-- Which organisations take part is known to all who take part; it is no personal data.
create table organisations.organisation
(
    id                uuid primary key,
    name              text        not null unique check (name = btrim(name) and length(name) between 2 and 120),
    kind              text        not null check (kind in ('NATIONAL_COORDINATION', 'REGIONAL_COORDINATION', 'SOCIAL_SERVICES', 'POLICE',
                                                           'MIGRATION_AGENCY', 'PROSECUTOR', 'NGO', 'PROGRAMME_OFFICE', 'SHELTER')),
    region            text,
    municipality_code text,
    created_at        timestamptz not null,
    closed_at         timestamptz,
    check (kind <> 'REGIONAL_COORDINATION' or region is not null)
);

-- One office answers for a police region, so that a file of the whole country knows where each row belongs.
create unique index one_office_per_region on organisations.organisation (region)
    where kind = 'REGIONAL_COORDINATION' and closed_at is null;

create table organisations.member
(
    id           uuid primary key,
    organisation uuid        not null references organisations.organisation,
    login        text        not null unique check (login = lower(btrim(login)) and length(login) between 3 and 254),
    name         text        not null check (name = btrim(name) and length(name) between 1 and 120),
    roles        text[]      not null check (cardinality(roles) > 0
        and roles <@ array ['COORDINATOR', 'CASEWORKER', 'STATISTICIAN', 'ADMINISTRATOR', 'AUDITOR']),
    created_at   timestamptz not null,
    disabled_at  timestamptz,
    unique (id, organisation)
);
create index on organisations.member (organisation);

alter table organisations.member enable row level security;
alter table organisations.member force row level security;
create policy colleagues_and_the_one_at_the_door on organisations.member for select
    using (organisation = (select access.acting_organisation()) or login = (select access.login_at_the_door())
           or id = (select access.acting_member()));
create policy own_organisation_adds on organisations.member for insert
    with check (organisation = (select access.acting_organisation()));
create policy own_organisation_changes on organisations.member for update
    using (organisation = (select access.acting_organisation()))
    with check (organisation = (select access.acting_organisation()));

create view organisations_api.directory with (security_invoker = true) as
select id, name, kind, region, municipality_code
from organisations.organisation
where closed_at is null;

create view organisations_api.colleague with (security_invoker = true) as
select id, organisation, name
from organisations.member;

grant usage on schema organisations, organisations_api to ledfyr_app, ledfyr_statistics;
grant select, insert, update on organisations.organisation, organisations.member to ledfyr_app;
grant select on organisations_api.directory, organisations_api.colleague to ledfyr_app;
grant select (id, kind, name, region) on organisations.organisation to ledfyr_statistics;
