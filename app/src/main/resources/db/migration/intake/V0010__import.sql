-- Which files were taken, by whom; the file itself is not kept.
create schema intake;

create table intake.import
(
    id           uuid primary key,
    organisation uuid        not null references organisations.organisation,
    member       uuid,
    taken_at     timestamptz not null,
    sha256       bytea       not null check (length(sha256) = 32),
    kind         text        not null check (kind ~ '^[a-z_]{3,40}$'),
    rows         int         not null check (rows >= 0),
    added        int         not null check (added >= 0),
    corrected    int         not null check (corrected >= 0),
    unchanged    int         not null check (unchanged >= 0),
    check (rows = added + corrected + unchanged)
);
create index on intake.import (organisation, taken_at desc);

alter table intake.import enable row level security;
alter table intake.import force row level security;
create policy own_organisation on intake.import for select using (organisation = (select access.acting_organisation()));
create policy own_organisation_adds on intake.import for insert with check (organisation = (select access.acting_organisation()));

grant usage on schema intake to ledfyr_app;
grant select, insert on intake.import to ledfyr_app;
