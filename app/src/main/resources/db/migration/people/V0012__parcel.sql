-- What passes between two organisations: a sealed copy of exactly the field groups that were chosen, with a key of its own.
-- Nobody ever reads another organisation's rows; what was shared lies here, until it is closed and its key destroyed.
create table people.parcel
(
    id                uuid primary key,
    from_organisation uuid        not null references organisations.organisation,
    to_organisation   uuid        not null references organisations.organisation,
    groups            text[]      not null check (cardinality(groups) > 0
        and groups <@ array ['identity', 'contact', 'basics', 'exploitation', 'situation', 'needs', 'health_safety', 'note']),
    data_key          bytea,
    sealed            bytea,
    sealed_identity   bytea,
    made_at           timestamptz not null,
    adoptable_until   date,
    opened_at         timestamptz,
    adopted_at        timestamptz,
    closed_at         timestamptz,
    check (from_organisation <> to_organisation),
    check ((closed_at is null) = (data_key is not null)),
    check (closed_at is null or sealed is null and sealed_identity is null),
    check (sealed_identity is null or groups && array ['identity', 'contact']),
    check (adopted_at >= made_at and opened_at >= made_at and closed_at >= made_at)
);
comment on column people.parcel.data_key is 'the parcel''s own key, wrapped by the key-encryption key; destroyed when it is closed';
comment on column people.parcel.sealed is 'what the addressee may read while deciding: everything but identity and contact';
comment on column people.parcel.sealed_identity is 'identity and contact, opened by adoption only';
comment on column people.parcel.adoptable_until is 'last day on which it may be adopted, in Swedish local time: that of the consent it was sent on';
create index on people.parcel (from_organisation, made_at);
create index on people.parcel (to_organisation, made_at) where closed_at is null;

-- Which person a parcel is about, at each end. The two ends know the person under different ids and never see the other's.
create table people.parcel_person
(
    parcel_id    uuid not null references people.parcel,
    organisation uuid not null,
    person_id    uuid not null,
    primary key (parcel_id, organisation),
    unique (parcel_id, organisation, person_id),
    foreign key (person_id, organisation) references people.person (id, organisation)
);
create index on people.parcel_person (person_id);

alter table people.parcel enable row level security;
alter table people.parcel force row level security;
create policy both_ends on people.parcel for select to ledfyr_app
    using (from_organisation = (select access.acting_organisation())
           or to_organisation = (select access.acting_organisation()) and closed_at is null);
create policy sender_makes on people.parcel for insert to ledfyr_app
    with check (from_organisation = (select access.acting_organisation()) and opened_at is null and adopted_at is null);
create policy addressee_opens on people.parcel for update to ledfyr_app
    using (to_organisation = (select access.acting_organisation()) and closed_at is null)
    with check (to_organisation = (select access.acting_organisation()) and closed_at is null);
create policy owner_closes on people.parcel for all to ledfyr_owner using (true) with check (true);

alter table people.parcel_person enable row level security;
alter table people.parcel_person force row level security;
create policy own_end on people.parcel_person for select to ledfyr_app
    using (organisation = (select access.acting_organisation()));
create policy own_end_adds on people.parcel_person for insert to ledfyr_app
    with check (organisation = (select access.acting_organisation())
                and exists (select from people.parcel p where p.id = parcel_id));

-- What happened to a parcel did happen: a time once written is never moved or taken back.
create function people.parcel_goes_forward() returns trigger language plpgsql set search_path = ''
as $$
begin
    if (old.opened_at is not null and new.opened_at is distinct from old.opened_at)
       or (old.adopted_at is not null and new.adopted_at is distinct from old.adopted_at)
       or old.closed_at is not null then
        raise exception 'What happened to a parcel is not undone';
    end if;
    return new;
end
$$;
create trigger parcel_goes_forward before update on people.parcel for each row execute function people.parcel_goes_forward();

-- Closing destroys the key and what it sealed. The sender may do it until the addressee has made the person their own; the
-- addressee may at any time. A function with the owner's rights, because a closed parcel is hidden from its addressee.
create function people.close_parcel(which uuid, moment timestamptz) returns boolean
    language plpgsql security definer set search_path = ''
as $$
begin
    update people.parcel p
       set data_key = null, sealed = null, sealed_identity = null, closed_at = moment
     where p.id = which
       and p.closed_at is null
       and (p.from_organisation = (select access.acting_organisation()) and p.adopted_at is null
            or p.to_organisation = (select access.acting_organisation()));
    return found;
end
$$;
revoke execute on function people.close_parcel(uuid, timestamptz) from public;
grant execute on function people.close_parcel(uuid, timestamptz) to ledfyr_app;

grant select, insert on people.parcel, people.parcel_person to ledfyr_app;
grant update (opened_at, adopted_at) on people.parcel to ledfyr_app;
