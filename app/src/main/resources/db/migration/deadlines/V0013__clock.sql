-- Every time limit of the house: rules as data, the clocks that run, letters that remind, and secret calendar addresses.
create schema deadlines;

-- How long somebody has. A rule is a period of validity, like a code: a clock is set by the rule of its own day, and a
-- changed rule never moves a clock that runs already.
create table deadlines.rule
(
    code       text      not null check (code ~ '^[a-z_]{3,40}$'),
    valid      daterange not null check (not isempty(valid)),
    amount     int       not null check (amount between 0 and 3650),
    unit       text      not null check (unit in ('HOURS', 'DAYS', 'WORKING_DAYS', 'SAME_DAY', 'MONTHS')),
    rolls      boolean   not null,
    reminder   numeric(3, 2) check (reminder > 0 and reminder < 1),
    label_sv   text      not null check (label_sv <> ''),
    label_en   text      not null check (label_en <> ''),
    ground     text      not null check (ground in ('LAW', 'CONVENTION', 'AGREEMENT', 'HOUSE')),
    source_sv  text      not null check (source_sv <> ''),
    source_en  text      not null check (source_en <> ''),
    primary key (code, valid without overlaps),
    check ((unit = 'SAME_DAY') = (amount = 0))
);
comment on column deadlines.rule.rolls is 'a last day that is no working day moves to the next one, as lagen (1930:173) 2 § has it';
comment on column deadlines.rule.reminder is 'the share of the time after which a reminder goes out; null for none';
comment on column deadlines.rule.ground is 'whether somebody outside has laid the time down, or the house has chosen it';

-- One limit that runs for one thing. What the thing is, only its own module knows: here it is a kind and an identifier.
create table deadlines.clock
(
    id           uuid        primary key,
    organisation uuid        not null references organisations.organisation,
    kind         text        not null check (kind ~ '^[a-z_]{3,40}$'),
    subject_kind text        not null check (subject_kind ~ '^[A-Z_]{3,40}$'),
    subject      uuid        not null,
    case_id      uuid,
    member       uuid,
    path         text        not null check (path ~ '^/[a-z0-9/#-]{0,200}$'),
    set_at       timestamptz not null,
    half_at      timestamptz,
    due_at       timestamptz not null,
    stage        text        not null default 'RUNNING' check (stage in ('RUNNING', 'REMINDED', 'DUE', 'STOPPED')),
    next_at      timestamptz,
    failures     int         not null default 0 check (failures >= 0),
    handled_at   timestamptz,
    done_at      timestamptz,
    foreign key (member, organisation) references organisations.member (id, organisation),
    check (half_at < due_at),
    check (stage <> 'REMINDED' or half_at is not null),
    check ((stage in ('RUNNING', 'REMINDED')) = (next_at is not null)),
    check ((stage = 'STOPPED') = (done_at is not null and handled_at is null) or stage = 'DUE'),
    check ((stage = 'DUE') = (handled_at is not null))
);
comment on column deadlines.clock.path is 'the page the clock leads to: identifiers only, never a word about anybody';
comment on column deadlines.clock.next_at is 'when something happens next: the reminder, the due time, or another try after a failure';
comment on column deadlines.clock.handled_at is 'when the house dealt with the due time; a clock is dealt with once';
comment on column deadlines.clock.done_at is 'when what was owed was done; for a clock that was handled before, later than the due time';
create index in_turn on deadlines.clock (next_at, id) where next_at is not null;
create index of_subject on deadlines.clock (subject);
create index of_case on deadlines.clock (case_id) where case_id is not null;
create index open_by_time on deadlines.clock (organisation, due_at) where done_at is null;

alter table deadlines.clock enable row level security;
alter table deadlines.clock force row level security;
create policy own_organisation on deadlines.clock for select to ledfyr_app
    using (organisation = (select access.acting_organisation()));
create policy own_organisation_sets on deadlines.clock for insert to ledfyr_app
    with check (organisation = (select access.acting_organisation()));
create policy own_organisation_changes on deadlines.clock for update to ledfyr_app
    using (organisation = (select access.acting_organisation()))
    with check (organisation = (select access.acting_organisation()));
create policy owner_finds_what_is_due on deadlines.clock for select to ledfyr_owner using (true);
create policy owner_holds_what_is_due on deadlines.clock for update to ledfyr_owner using (true);

-- What mail is to go out: a link and a reference, and to whom. Once sent, neither the address nor the link is kept.
create table deadlines.letter
(
    id           uuid        primary key,
    organisation uuid        not null references organisations.organisation,
    member       uuid,
    address      text check (length(address) between 3 and 254),
    text_key     text        not null check (text_key ~ '^[a-z0-9.-]{3,80}$'),
    reference    text        not null check (length(reference) between 1 and 40),
    path         text check (path ~ '^/' and length(path) <= 500),
    made_at      timestamptz not null,
    next_try_at  timestamptz,
    tries        int         not null default 0 check (tries >= 0),
    sent_at      timestamptz,
    given_up_at  timestamptz,
    foreign key (member, organisation) references organisations.member (id, organisation),
    check (num_nonnulls(next_try_at, sent_at, given_up_at) = 1),
    check (next_try_at is null or num_nonnulls(member, address) = 1),
    check ((next_try_at is null) = (path is null)),
    check (next_try_at is not null or address is null)
);
create index letters_in_turn on deadlines.letter (next_try_at, id) where next_try_at is not null;
create index letters_of_organisation on deadlines.letter (organisation, made_at);

alter table deadlines.letter enable row level security;
alter table deadlines.letter force row level security;
create policy own_organisation on deadlines.letter for select to ledfyr_app
    using (organisation = (select access.acting_organisation()));
create policy own_organisation_writes on deadlines.letter for insert to ledfyr_app
    with check (organisation = (select access.acting_organisation()));
create policy own_organisation_changes on deadlines.letter for update to ledfyr_app
    using (organisation = (select access.acting_organisation()))
    with check (organisation = (select access.acting_organisation()));
create policy owner_finds_what_waits on deadlines.letter for select to ledfyr_owner using (true);
create policy owner_holds_what_waits on deadlines.letter for update to ledfyr_owner using (true);

-- The house itself works through what is due, for every organisation in turn and with nobody bound. To whoever acts for an
-- organisation these functions tell nothing: there is no way through them to see that another organisation has a clock.
-- Rows come locked until the transaction ends, and rows that another node holds are passed over.
create function deadlines.take_due(until timestamptz, most int) returns table (id uuid, organisation uuid)
    language sql volatile security definer set search_path = ''
as $$
select c.id, c.organisation
from deadlines.clock c
where c.next_at <= until
  and access.acting_organisation() is null
order by c.next_at, c.id
limit most for no key update skip locked
$$;

create function deadlines.take_letters(until timestamptz, most int) returns table (id uuid, organisation uuid)
    language sql volatile security definer set search_path = ''
as $$
select l.id, l.organisation
from deadlines.letter l
where l.next_try_at <= until
  and access.acting_organisation() is null
order by l.next_try_at, l.id
limit most for no key update skip locked
$$;

-- The address somebody's calendar program presents, before it is known whose it is.
create function access.calendar_at_the_door() returns text stable parallel safe language sql
return nullif(current_setting('ledfyr.calendar', true), '');

-- One secret address a member; only its hash is kept.
create table deadlines.calendar
(
    member       uuid        primary key,
    organisation uuid        not null,
    secret_hash  text        not null unique,
    made_at      timestamptz not null,
    used_at      timestamptz,
    revoked_at   timestamptz,
    foreign key (member, organisation) references organisations.member (id, organisation)
);

alter table deadlines.calendar enable row level security;
alter table deadlines.calendar force row level security;
create policy own_or_presented on deadlines.calendar for select to ledfyr_app
    using (member = (select access.acting_member()) or secret_hash = (select access.calendar_at_the_door()));
create policy own_added on deadlines.calendar for insert to ledfyr_app
    with check (member = (select access.acting_member()) and organisation = (select access.acting_organisation()));
create policy own_changed on deadlines.calendar for update to ledfyr_app
    using (member = (select access.acting_member()))
    with check (member = (select access.acting_member()) and organisation = (select access.acting_organisation()));

-- The scheduler's own table, as its library wants it: which job of the house runs next, and on which node. About nobody.
create table deadlines.scheduled_tasks
(
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index on deadlines.scheduled_tasks (execution_time);
create index on deadlines.scheduled_tasks (last_heartbeat);

revoke execute on function deadlines.take_due(timestamptz, int), deadlines.take_letters(timestamptz, int) from public;
grant usage on schema deadlines to ledfyr_app;
grant execute on function deadlines.take_due(timestamptz, int), deadlines.take_letters(timestamptz, int) to ledfyr_app;
grant select on deadlines.rule to ledfyr_app;
grant select, insert, update on deadlines.clock, deadlines.letter, deadlines.calendar to ledfyr_app;
grant select, insert, update, delete on deadlines.scheduled_tasks to ledfyr_app;
