-- The only schema with names and identifiers. Facts live in casework and know a person by id alone.
create schema people;

create table people.person
(
    id           uuid primary key,
    organisation uuid        not null references organisations.organisation,
    data_key     bytea,
    protection   text check (protection in ('CONFIDENTIALITY_MARKING', 'PROTECTED_REGISTRATION', 'FICTITIOUS_DATA')),
    created_at   timestamptz not null,
    unique (id, organisation)
);
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
grant select, insert, delete on people.index_token to ledfyr_app;
