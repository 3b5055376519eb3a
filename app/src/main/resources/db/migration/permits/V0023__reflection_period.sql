-- Reflection periods that somebody applied for. Kept by the coordination office of the region: it meets the social boards of
-- the region, and the registration that a case may come from is there too. Extensions, what followed and permits of other kinds
-- get tables of their own that point here by (id, organisation).
create schema permits;
create schema permits_api;

create table permits.reflection_period
(
    id                uuid        not null,
    organisation      uuid        not null references organisations.organisation,
    person_id         uuid        not null,
    registration_id   uuid,
    applicant         text        not null check (applicant in ('social_board', 'lead_investigator')),
    via_coordinator   boolean,
    region            text        not null,
    municipality_code text check (municipality_code ~ '^[0-9]{4}$'),
    sex               text        not null,
    applied_on        date        not null,
    decided_on        date        not null,
    year              smallint    not null generated always as (extract(year from decided_on)) stored,
    decision          text        not null check (decision in ('granted', 'refused')),
    start_on          date,
    end_on            date,
    version           int         not null default 1 check (version >= 1),
    created_at        timestamptz not null,
    created_by        uuid,
    changed_at        timestamptz not null,
    withdrawn_at      timestamptz,
    withdrawn_reason  text,
    primary key (id, organisation),
    foreign key (person_id, organisation) references people.person (id, organisation),
    foreign key (registration_id, organisation) references casework.registration (id, organisation),
    check ((via_coordinator is not null) = (applicant = 'social_board')),
    check (municipality_code is null or applicant = 'social_board'),
    check (registration_id is null or via_coordinator),
    check ((start_on is not null) = (decision = 'granted') and (end_on is not null) = (decision = 'granted')),
    -- A right of at least thirty days; how long it may be is nowhere said.
    check (end_on - start_on >= 30),
    check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index newest_first on permits.reflection_period (organisation, decided_on desc, id desc);
create index by_person on permits.reflection_period (person_id);
create index by_registration on permits.reflection_period (registration_id) where registration_id is not null;

-- What a case said before.
create table permits.change
(
    id           bigint generated always as identity primary key,
    organisation uuid        not null,
    period_id    uuid        not null,
    version      int         not null,
    kind         text        not null check (kind in ('CORRECTED', 'WITHDRAWN', 'RESTORED')),
    field        text        not null,
    old_value    text,
    new_value    text,
    reason       text        not null check (length(reason) between 1 and 2000),
    changed_at   timestamptz not null,
    changed_by   uuid,
    foreign key (period_id, organisation) references permits.reflection_period (id, organisation)
);
create index on permits.change (period_id, id);

-- A case in a file whose id belongs to somebody sealed is a new one to whoever brings the file, as if the id were free.
create table permits.stand_in
(
    organisation uuid not null,
    filed_id     uuid not null,
    period_id    uuid not null,
    primary key (organisation, filed_id)
);

create function permits.stand_in_for(ids uuid[]) returns void
    language sql volatile security definer set search_path = ''
as $$
insert into permits.stand_in (organisation, filed_id, period_id)
select p.organisation, p.id, gen_random_uuid()
from permits.reflection_period p
where p.organisation = (select access.acting_organisation()) and p.id = any (ids) and p.person_id = any (people.hidden_from_me())
$$;
revoke execute on function permits.stand_in_for(uuid[]) from public;
grant execute on function permits.stand_in_for(uuid[]) to ledfyr_app;

alter table permits.stand_in enable row level security;
alter table permits.stand_in force row level security;
create policy own_organisation on permits.stand_in for select to ledfyr_app
    using (organisation = (select access.acting_organisation()));
create policy owner_acts on permits.stand_in for all to ledfyr_owner using (true) with check (true);

do $$
declare t text;
begin
    foreach t in array array ['reflection_period', 'change'] loop
        execute format('alter table permits.%I enable row level security', t);
        execute format('alter table permits.%I force row level security', t);
        execute format('create policy own_organisation on permits.%I for select to ledfyr_app
                            using (organisation = (select access.acting_organisation()))', t);
        execute format('create policy own_organisation_adds on permits.%I for insert to ledfyr_app
                            with check (organisation = (select access.acting_organisation()))', t);
    end loop;
end
$$;
create policy own_organisation_changes on permits.reflection_period for update to ledfyr_app
    using (organisation = (select access.acting_organisation()))
    with check (organisation = (select access.acting_organisation()));
create policy national_facts on permits.reflection_period for select to ledfyr_statistics
    using ((select access.reads_national_facts()));
-- What helps to hide sealed people works as the owner.
create policy owner_looks on permits.reflection_period for select to ledfyr_owner using (true);
select people.hide_sealed('permits.reflection_period');
-- The history of a case that is not there is not there either.
create policy sealed_is_not_there on permits.change as restrictive for all to ledfyr_app
    using (exists (select from permits.reflection_period p where p.id = period_id));

-- One row an application that was decided, in the year of the decision.
create view permits_api.counted_reflection_period with (security_invoker = true) as
select p.id,
       p.organisation,
       o.kind                              as organisation_kind,
       decided_on,
       year,
       extract(month from decided_on)::int as month,
       p.region,
       p.municipality_code,
       sex,
       applicant,
       via_coordinator,
       decision,
       end_on - start_on                   as days
from permits.reflection_period p
         join organisations.organisation o on o.id = p.organisation
where withdrawn_at is null;

grant usage on schema permits, permits_api to ledfyr_app, ledfyr_statistics;
grant select, insert, update on permits.reflection_period to ledfyr_app;
grant select, insert on permits.change to ledfyr_app;
grant select on permits.stand_in to ledfyr_app;
grant select (id, organisation, applicant, via_coordinator, region, municipality_code, sex, decided_on, year, decision, start_on,
              end_on, withdrawn_at) on permits.reflection_period to ledfyr_statistics;
grant select on permits_api.counted_reflection_period to ledfyr_app, ledfyr_statistics;
