-- The only schema with names and identifiers. Facts live in casework and know a person by id alone.
create schema people;

create table people.person
(
    id           uuid primary key,
    organisation uuid        not null references organisations.organisation,
    data_key     bytea,
    facts        bytea,
    erased_at    timestamptz,
    protection   text check (protection in ('CONFIDENTIALITY_MARKING', 'PROTECTED_REGISTRATION', 'FICTITIOUS_DATA')),
    created_at   timestamptz not null,
    unique (id, organisation),
    check (erased_at is null or data_key is null)
);
comment on column people.person.facts is 'birth year and citizenship as last used for finding candidates, sealed like the name';
comment on column people.person.erased_at is 'when the key was destroyed; nothing is ever sealed for this person again';
comment on column people.person.data_key is 'the person''s own key, wrapped by the key-encryption key; null while nothing about them is sealed, and again once it has been destroyed';
create index on people.person (organisation);

create table people.identity_field
(
    id           uuid primary key,
    organisation uuid        not null,
    person_id    uuid        not null,
    kind         text        not null check (kind in ('NAME', 'ALIAS', 'PERSONAL_NUMBER', 'COORDINATION_NUMBER', 'RESERVE_NUMBER', 'TELEPHONE', 'ADDRESS')),
    sealed       bytea       not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid,
    replaced_at  timestamptz,
    foreign key (person_id, organisation) references people.person (id, organisation)
);
create index on people.identity_field (person_id) where replaced_at is null;
create index on people.identity_field (person_id, recorded_at);

-- Keyed tokens of what is sealed: equal words give equal tokens inside one organisation, and nothing can be read back
-- without the index key. A false hit costs one decryption, so 64 bits are enough.
create table people.index_token
(
    organisation uuid   not null,
    token        bigint not null,
    person_id    uuid   not null,
    primary key (organisation, token, person_id),
    foreign key (person_id, organisation) references people.person (id, organisation)
);
create index on people.index_token (person_id);

-- Which keys this database was sealed under: a proof sealed by the key-encryption key and a fingerprint of the index key.
-- Without it a lost key file would be replaced by a fresh one, and half the register could never be opened again.
create table people.installed_keys
(
    one           boolean primary key default true check (one),
    key_uri       text        not null,
    proof         bytea       not null,
    index_proof   bytea       not null,
    installed_at  timestamptz not null
);
alter table people.installed_keys enable row level security;
alter table people.installed_keys force row level security;
create policy known_to_the_application on people.installed_keys for select to ledfyr_app using (true);
create policy set_once on people.installed_keys for insert to ledfyr_app with check (true);

do $$
declare t text;
begin
    foreach t in array array ['person', 'identity_field', 'index_token'] loop
        execute format('alter table people.%I enable row level security', t);
        execute format('alter table people.%I force row level security', t);
        execute format('create policy own_organisation on people.%I for all to ledfyr_app
                            using (organisation = (select access.acting_organisation()))
                            with check (organisation = (select access.acting_organisation()))', t);
    end loop;
end
$$;

grant usage on schema people to ledfyr_app;
grant select, insert, update on people.person, people.identity_field to ledfyr_app;
grant select, insert on people.installed_keys to ledfyr_app;
grant select, insert, delete on people.index_token to ledfyr_app;
