-- Support that one person was granted by a programme. What comes before a grant (application, ground, decision of one in a
-- group) and after it (days, placement, journey, follow-up) gets tables of its own that point here by (id, organisation);
-- what the files tell about those is kept on the grant until such rows exist, and the published views are where that changes.
create schema programmes;
create schema programmes_api;

-- The return programme. Only a regional coordinator may apply, so that grants are kept by the office whose coordinator did,
-- beside the registration they came from: the link is a foreign key and never leaves the organisation.
create table programmes.amp_grant
(
    id                 uuid        not null,
    organisation       uuid        not null references organisations.organisation,
    person_id          uuid        not null,
    registration_id    uuid,
    granted_on         date        not null,
    year               smallint    not null generated always as (extract(year from granted_on)) stored,
    sex                text        not null,
    age_group          text        not null check (age_group in ('adult', 'child', 'unknown')),
    role               text        not null check (role in ('exploited', 'accompanying_family_member', 'accompanying_child')),
    forms              text[]      not null default '{}' check (not forms && array ['multiple', 'not_reported']),
    citizenship        text check (citizenship ~ '^[A-Z]{2}$'),
    return_country     text check (return_country ~ '^[A-Z]{2}$'),
    sectors            text[]      not null default '{}',
    group_case         text,
    applied_on         date,
    departed_on        date,
    coordinator_region text        not null,
    version            int         not null default 1 check (version >= 1),
    created_at         timestamptz not null,
    created_by         uuid,
    changed_at         timestamptz not null,
    withdrawn_at       timestamptz,
    withdrawn_reason   text,
    primary key (id, organisation),
    foreign key (person_id, organisation) references people.person (id, organisation),
    foreign key (registration_id, organisation) references casework.registration (id, organisation),
    check (role = 'exploited' or registration_id is null),
    check (role = 'exploited' or forms = '{}'),
    check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index amp_newest_first on programmes.amp_grant (organisation, granted_on desc, id desc);
create index amp_by_person on programmes.amp_grant (person_id);
create index amp_by_registration on programmes.amp_grant (registration_id) where registration_id is not null;

-- The national support programme. Its own office decides and keeps its grants; it registers nobody for the coordinators.
create table programmes.nsp_grant
(
    id                 uuid        not null,
    organisation       uuid        not null references organisations.organisation,
    person_id          uuid        not null,
    granted_on         date        not null,
    year               smallint    not null generated always as (extract(year from granted_on)) stored,
    age_group          text        not null check (age_group in ('adult', 'child', 'unknown')),
    sex                text,
    exposure           text        not null check (exposure in ('direct', 'indirect')),
    forms              text[]      not null default '{}' check (not forms && array ['multiple', 'not_reported']),
    citizenship        text check (citizenship ~ '^[A-Z]{2}$'),
    nationality_other  text,
    components         text[]      not null check (cardinality(components) > 0),
    rest_days          int         not null,
    integration_days   int         not null,
    placement          text        not null,
    home_region        text,
    guardian_grant_id  uuid,
    eligibility_reason text        not null,
    referred_by        text        not null,
    version            int         not null default 1 check (version >= 1),
    created_at         timestamptz not null,
    created_by         uuid,
    changed_at         timestamptz not null,
    withdrawn_at       timestamptz,
    withdrawn_reason   text,
    primary key (id, organisation),
    foreign key (person_id, organisation) references people.person (id, organisation),
    foreign key (guardian_grant_id, organisation) references programmes.nsp_grant (id, organisation),
    check (citizenship is null or nationality_other is null),
    -- How long a period may be changes with the agreements, so the limits stand in the rules of the files, not here.
    check (rest_days >= 0 and (rest_days > 0) = ('rest_period' = any (components))),
    check (integration_days >= 0 and (integration_days > 0) = ('integration_period' = any (components))),
    check (guardian_grant_id is null or age_group = 'child'),
    check (age_group <> 'child' or exposure = 'direct' or forms = '{}'),
    check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index nsp_newest_first on programmes.nsp_grant (organisation, granted_on desc, id desc);
create index nsp_by_person on programmes.nsp_grant (person_id);
create index nsp_by_guardian on programmes.nsp_grant (guardian_grant_id) where guardian_grant_id is not null;

-- What a grant said before.
create table programmes.amp_change
(
    id           bigint generated always as identity primary key,
    organisation uuid        not null,
    grant_id     uuid        not null,
    version      int         not null,
    kind         text        not null check (kind in ('CORRECTED', 'WITHDRAWN', 'RESTORED')),
    field        text        not null,
    old_value    text,
    new_value    text,
    reason       text        not null check (length(reason) between 1 and 2000),
    changed_at   timestamptz not null,
    changed_by   uuid,
    foreign key (grant_id, organisation) references programmes.amp_grant (id, organisation)
);
create index on programmes.amp_change (grant_id, id);

create table programmes.nsp_change
(
    id           bigint generated always as identity primary key,
    organisation uuid        not null,
    grant_id     uuid        not null,
    version      int         not null,
    kind         text        not null check (kind in ('CORRECTED', 'WITHDRAWN', 'RESTORED')),
    field        text        not null,
    old_value    text,
    new_value    text,
    reason       text        not null check (length(reason) between 1 and 2000),
    changed_at   timestamptz not null,
    changed_by   uuid,
    foreign key (grant_id, organisation) references programmes.nsp_grant (id, organisation)
);
create index on programmes.nsp_change (grant_id, id);

-- A grant in a file whose id belongs to somebody sealed is a new one to whoever brings the file, as if the id were free.
create table programmes.stand_in
(
    organisation uuid not null,
    filed_id     uuid not null,
    grant_id     uuid not null,
    primary key (organisation, filed_id)
);

create function programmes.stand_in_for(ids uuid[]) returns void
    language sql volatile security definer set search_path = ''
as $$
insert into programmes.stand_in (organisation, filed_id, grant_id)
select g.organisation, g.id, gen_random_uuid()
from (select organisation, id, person_id from programmes.amp_grant
      union all
      select organisation, id, person_id from programmes.nsp_grant) g
where g.organisation = (select access.acting_organisation()) and g.id = any (ids) and g.person_id = any (people.hidden_from_me())
$$;
revoke execute on function programmes.stand_in_for(uuid[]) from public;
grant execute on function programmes.stand_in_for(uuid[]) to ledfyr_app;

alter table programmes.stand_in enable row level security;
alter table programmes.stand_in force row level security;
create policy own_organisation on programmes.stand_in for select to ledfyr_app
    using (organisation = (select access.acting_organisation()));
create policy owner_acts on programmes.stand_in for all to ledfyr_owner using (true) with check (true);

do $$
declare t text;
begin
    foreach t in array array ['amp_grant', 'nsp_grant', 'amp_change', 'nsp_change'] loop
        execute format('alter table programmes.%I enable row level security', t);
        execute format('alter table programmes.%I force row level security', t);
        execute format('create policy own_organisation on programmes.%I for select to ledfyr_app
                            using (organisation = (select access.acting_organisation()))', t);
        execute format('create policy own_organisation_adds on programmes.%I for insert to ledfyr_app
                            with check (organisation = (select access.acting_organisation()))', t);
    end loop;
    foreach t in array array ['amp_grant', 'nsp_grant'] loop
        execute format('create policy own_organisation_changes on programmes.%I for update to ledfyr_app
                            using (organisation = (select access.acting_organisation()))
                            with check (organisation = (select access.acting_organisation()))', t);
        execute format('create policy national_facts on programmes.%I for select to ledfyr_statistics
                            using ((select access.reads_national_facts()))', t);
        -- What helps to hide sealed people works as the owner.
        execute format('create policy owner_looks on programmes.%I for select to ledfyr_owner using (true)', t);
        perform people.hide_sealed(format('programmes.%I', t)::regclass);
    end loop;
end
$$;
-- The history of a grant that is not there is not there either.
create policy sealed_is_not_there on programmes.amp_change as restrictive for all to ledfyr_app
    using (exists (select from programmes.amp_grant g where g.id = grant_id));
create policy sealed_is_not_there on programmes.nsp_change as restrictive for all to ledfyr_app
    using (exists (select from programmes.nsp_grant g where g.id = grant_id));

-- What statistics may count, one row a grant. What is counted but stored nowhere is derived here.
create view programmes_api.counted_amp_grant with (security_invoker = true) as
select g.id,
       g.organisation,
       o.kind                                                                                         as organisation_kind,
       granted_on,
       year,
       extract(month from granted_on)::int                                                            as month,
       coordinator_region                                                                             as region,
       sex,
       age_group,
       role,
       forms,
       case
           when role <> 'exploited' then role
           else case cardinality(forms) when 0 then 'not_reported' when 1 then forms[1] else 'multiple' end
           end                                                                                        as form,
       citizenship,
       return_country,
       coalesce(citizenship <> return_country, false)                                                 as returned_elsewhere,
       sectors,
       cardinality(sectors)                                                                           as sector_count,
       group_case
from programmes.amp_grant g
         join organisations.organisation o on o.id = g.organisation
where withdrawn_at is null;

create view programmes_api.counted_nsp_grant with (security_invoker = true) as
select g.id,
       g.organisation,
       o.kind                                                                                      as organisation_kind,
       granted_on,
       year,
       extract(month from granted_on)::int                                                         as month,
       home_region                                                                                 as region,
       age_group,
       sex,
       coalesce(sex, 'not_recorded')                                                               as sex_recorded,
       exposure,
       forms,
       case cardinality(forms) when 0 then 'not_reported' when 1 then forms[1] else 'multiple' end as form,
       coalesce(citizenship, nationality_other)                                                    as nationality,
       components,
       rest_days,
       integration_days,
       placement,
       eligibility_reason,
       referred_by
from programmes.nsp_grant g
         join organisations.organisation o on o.id = g.organisation
where withdrawn_at is null;

grant usage on schema programmes, programmes_api to ledfyr_app, ledfyr_statistics;
grant select, insert, update on programmes.amp_grant, programmes.nsp_grant to ledfyr_app;
grant select, insert on programmes.amp_change, programmes.nsp_change to ledfyr_app;
grant select on programmes.stand_in to ledfyr_app;
grant select (id, organisation, granted_on, year, sex, age_group, role, forms, citizenship, return_country, sectors, group_case,
              coordinator_region, withdrawn_at) on programmes.amp_grant to ledfyr_statistics;
grant select (id, organisation, granted_on, year, age_group, sex, exposure, forms, citizenship, nationality_other, components,
              rest_days, integration_days, placement, home_region, eligibility_reason, referred_by, withdrawn_at)
    on programmes.nsp_grant to ledfyr_statistics;
grant select on programmes_api.counted_amp_grant, programmes_api.counted_nsp_grant to ledfyr_app, ledfyr_statistics;
