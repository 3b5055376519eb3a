create schema casework;
create schema casework_api;

-- An inspection or a find: what many people share, written once.
create table casework.event
(
    id                uuid primary key,
    organisation      uuid        not null references organisations.organisation,
    code              text        not null check (code ~ '^[A-ZÅÄÖ0-9][A-ZÅÄÖ0-9-]{0,39}$'),
    region            text        not null,
    municipality_code text,
    place             text check (length(place) between 1 and 200),
    employer          text check (length(employer) between 1 and 200),
    period_from       date,
    period_to         date,
    sector            text,
    referred_by       text,
    forms             text[]      not null default '{}',
    created_at        timestamptz not null,
    created_by        uuid,
    unique (organisation, code),
    unique (organisation, code, region),
    unique (id, organisation),
    check (period_from <= period_to)
);

-- One registration is one person in one year. Nobody is labelled a victim: what is kept is an assessment, whose and when.
--
-- The id is unique inside its organisation and nowhere else. Files bring their own ids, and unique indexes ask nobody's
-- row-level security: were ids unique in the country, a refused id would tell that another organisation has it.
create table casework.registration
(
    id                       uuid        not null,
    organisation             uuid        not null references organisations.organisation,
    person_id                uuid        not null,
    registered_on            date        not null,
    year                     smallint    not null generated always as (extract(year from registered_on)) stored,
    region                   text        not null,
    municipality_code        text check (municipality_code ~ '^[0-9]{4}$'),
    sex                      text        not null,
    age_group                text        not null check (age_group in ('adult', 'child', 'unknown')),
    birth_year               smallint,
    citizenship              text check (citizenship ~ '^[A-Z]{2}$'),
    forms                    text[]      not null default '{}',
    sector                   text,
    referred_by              text        not null,
    event_code               text,
    began                    text,
    setting                  text,
    children_accompanying    int         not null default 0 check (children_accompanying >= 0),
    amp_requested            boolean     not null default false,
    reflection_requested     boolean     not null default false,
    indicators               text[]      not null default '{}',
    assessment               text        not null default 'reason_to_assume'
        check (assessment in ('reason_to_assume', 'not_yet_clear', 'no_reason')),
    assessed_by              uuid,
    assessed_on              date,
    consent_to_contact       text        not null default 'not_asked' check (consent_to_contact in ('yes', 'no', 'not_asked')),
    guardian                 text check (guardian in ('with_guardian', 'alone', 'unknown')),
    social_services_informed text check (social_services_informed in ('yes', 'no', 'unknown')),
    note_sealed              bytea,
    version                  int         not null default 1 check (version >= 1),
    created_at               timestamptz not null,
    created_by               uuid,
    changed_at               timestamptz not null,
    removed_at               timestamptz,
    removed_reason           text,
    primary key (id, organisation),
    foreign key (person_id, organisation) references people.person (id, organisation),
    -- An event lies in one region. When that is corrected, everybody registered in it moves in the same transaction.
    constraint registration_in_region_of_event foreign key (organisation, event_code, region)
        references casework.event (organisation, code, region) deferrable initially immediate,
    check (not forms && array ['multiple', 'not_reported']),
    check (birth_year is null or age_group <> 'unknown'),
    check (birth_year is null or age_group <> 'adult' or extract(year from registered_on) - birth_year >= 18),
    check (birth_year is null or age_group <> 'child' or extract(year from registered_on) - birth_year between 0 and 18),
    check ((removed_at is null) = (removed_reason is null))
);

-- Each person once a year: whoever meets a known person again continues the registration that is there.
create unique index person_once_a_year on casework.registration (person_id, year) where removed_at is null;
create index newest_first on casework.registration (organisation, registered_on desc, id desc);
create index newest_of_all on casework.registration (registered_on desc, id desc);
create index by_region on casework.registration (organisation, region, registered_on desc, id desc);
-- Few are taken out of the figures; without this, finding them would mean looking through all that are not.
create index removed_newest_first on casework.registration (organisation, registered_on desc, id desc) where removed_at is not null;
create index by_event on casework.registration (organisation, event_code) where event_code is not null;
create index by_person on casework.registration (person_id);

-- What a registration said before. Old values stay, with who changed them and why.
create table casework.change
(
    id              bigint generated always as identity primary key,
    organisation    uuid        not null,
    registration_id uuid        not null,
    version         int         not null,
    kind            text        not null check (kind in ('CORRECTED', 'REMOVED', 'RESTORED')),
    field           text        not null,
    old_value       text,
    new_value       text,
    old_sealed      bytea,
    reason          text        not null check (length(reason) between 1 and 2000),
    changed_at      timestamptz not null,
    changed_by      uuid,
    foreign key (registration_id, organisation) references casework.registration (id, organisation)
);
create index on casework.change (registration_id, id);

-- The application sees what its organisation made. The statistics role sees facts of all, and only while the statistics
-- unit is bound: the columns that lead to a person are not granted to it at all.
do $$
declare t text;
begin
    foreach t in array array ['event', 'registration', 'change'] loop
        execute format('alter table casework.%I enable row level security', t);
        execute format('alter table casework.%I force row level security', t);
        execute format('create policy own_organisation on casework.%I for select to ledfyr_app
                            using (organisation = (select access.acting_organisation()))', t);
        execute format('create policy own_organisation_adds on casework.%I for insert to ledfyr_app
                            with check (organisation = (select access.acting_organisation()))', t);
    end loop;
    foreach t in array array ['event', 'registration'] loop
        execute format('create policy own_organisation_changes on casework.%I for update to ledfyr_app
                            using (organisation = (select access.acting_organisation()))
                            with check (organisation = (select access.acting_organisation()))', t);
    end loop;
end
$$;
create policy national_facts on casework.registration for select to ledfyr_statistics
    using ((select access.reads_national_facts()));
-- Of the changes, only those of what is counted: what an organisation keeps for its own work is nobody else's.
create policy national_facts on casework.change for select to ledfyr_statistics
    using ((select access.reads_national_facts())
           and field not in ('note', 'indicators', 'assessed_on', 'consent_to_contact', 'guardian', 'social_services_informed'));

-- What statistics may count: one row a person and year, facts only. `form` is derived here and nowhere stored.
create view casework_api.counted_registration with (security_invoker = true) as
select r.id,
       r.organisation,
       o.kind                                                                      as organisation_kind,
       registered_on,
       year,
       extract(month from registered_on)::int                                      as month,
       r.region,
       r.municipality_code,
       sex,
       age_group,
       case age_group when 'child' then 'child' else 'adult_or_unknown' end         as age_folded,
       birth_year,
       citizenship,
       forms,
       case cardinality(forms) when 0 then 'not_reported' when 1 then forms[1] else 'multiple' end as form,
       sector,
       referred_by,
       event_code,
       began,
       setting,
       children_accompanying,
       amp_requested,
       reflection_requested
from casework.registration r
         join organisations.organisation o on o.id = r.organisation
where removed_at is null
  and assessment = 'reason_to_assume';

-- What happened to a year after it was counted: additions, corrections and removals, without anybody's identity.
create view casework_api.revision with (security_invoker = true) as
select c.registration_id, r.organisation, o.kind as organisation_kind, r.year, r.region, c.kind, c.field, c.old_value, c.new_value,
       c.changed_at
from casework.change c
         join casework.registration r on r.id = c.registration_id and r.organisation = c.organisation
         join organisations.organisation o on o.id = r.organisation
where c.field not in ('note', 'indicators', 'assessed_on', 'consent_to_contact', 'guardian', 'social_services_informed')
union all
select r.id, r.organisation, o.kind, r.year, r.region, 'ADDED', 'registration', null, null, r.created_at
from casework.registration r
         join organisations.organisation o on o.id = r.organisation;

grant usage on schema casework to ledfyr_app, ledfyr_statistics;
grant usage on schema casework_api to ledfyr_app, ledfyr_statistics;
grant select, insert, update on casework.event, casework.registration to ledfyr_app;
grant select, insert on casework.change to ledfyr_app;
grant select (id, organisation, registered_on, year, region, municipality_code, sex, age_group, birth_year, citizenship, forms,
              sector, referred_by, event_code, began, setting, children_accompanying, amp_requested, reflection_requested,
              indicators, assessment, version, created_at, changed_at, removed_at) on casework.registration to ledfyr_statistics;
grant select (id, organisation, registration_id, version, kind, field, old_value, new_value, changed_at)
    on casework.change to ledfyr_statistics;
grant select on casework_api.counted_registration, casework_api.revision to ledfyr_app, ledfyr_statistics;
