-- How a member proves who they are. Kept apart from the member so that a list of colleagues never touches a secret.
create table access.credential
(
    member_id          uuid primary key,
    organisation       uuid        not null,
    password_hash      text,
    changed_at         timestamptz not null,
    invitation_hash    text unique,
    invitation_expires timestamptz,
    foreign key (member_id, organisation) references organisations.member (id, organisation),
    check ((invitation_hash is null) = (invitation_expires is null))
);

alter table access.credential enable row level security;
alter table access.credential force row level security;
create policy own_organisation_or_invited on access.credential for select
    using (organisation = (select access.acting_organisation())
           or invitation_hash = (select access.invitation_at_the_door()));
create policy own_organisation_adds on access.credential for insert
    with check (organisation = (select access.acting_organisation()));
create policy own_organisation_changes on access.credential for update
    using (organisation = (select access.acting_organisation()))
    with check (organisation = (select access.acting_organisation()));

grant select, insert, update on access.credential to ledfyr_app;
