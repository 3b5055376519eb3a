-- The append-only record of who saw and changed what. Entries form one chain: each carries the hash of the one before.
create schema audit;

create table audit.entry
(
    seq          bigint primary key,
    at           timestamptz not null,
    organisation uuid,
    member       uuid,
    concerns     uuid,
    action       text        not null check (action ~ '^[A-Z_]{3,40}$'),
    subject_kind text        not null check (subject_kind ~ '^[A-Z_]{3,40}$'),
    subjects     uuid[]      not null check (cardinality(subjects) <= 1000),
    reason       text check (length(reason) between 1 and 2000),
    detail       text check (length(detail) <= 500),
    previous     bytea       not null check (length(previous) = 32),
    hash         bytea       not null check (length(hash) = 32)
);
comment on column audit.entry.organisation is 'acting for whom; null when nobody had signed in';
comment on column audit.entry.concerns is 'whose data it was about; differs from organisation when national staff read';
comment on column audit.entry.subjects is 'identifiers only, never names';
comment on column audit.entry.detail is 'counts, codes and field names, never personal data';
create index on audit.entry using gin (subjects);
create index on audit.entry (organisation, seq desc);
create index on audit.entry (concerns, seq desc);
-- Entries are written in the order of time, so a day is a few neighbouring blocks.
create index on audit.entry using brin (at);

-- Where the chain ends. Without it, cutting off the last entries would leave a chain that looks whole.
create table audit.head
(
    one  boolean primary key default true check (one),
    seq  bigint not null,
    hash bytea  not null check (length(hash) = 32)
);
insert into audit.head (seq, hash) values (0, decode(repeat('00', 32), 'hex'));

-- The application may look at the head and hold it; only an insert that continues the chain moves it.
create function audit.hold_head() returns table (seq bigint, hash bytea)
    language sql security definer set search_path = ''
as 'select h.seq, h.hash from audit.head h for update';

create function audit.continue_chain() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    update audit.head h set seq = new.seq, hash = new.hash where h.seq = new.seq - 1 and h.hash = new.previous;
    if not found then
        raise exception 'The audit chain can only be continued at its end';
    end if;
    return new;
end
$$;
create trigger continue_chain before insert on audit.entry for each row execute function audit.continue_chain();

create function audit.refuse() returns trigger language plpgsql
as $$
begin
    raise exception 'The audit log is append-only';
end
$$;
create trigger append_only before update or delete on audit.entry for each row execute function audit.refuse();
create trigger never_emptied before truncate on audit.entry for each statement execute function audit.refuse();

alter table audit.entry enable row level security;
alter table audit.entry force row level security;
create policy own_and_about_own on audit.entry for select
    using (organisation = (select access.acting_organisation()) or concerns = (select access.acting_organisation())
           or (select access.reads_audit()));
create policy in_ones_own_name on audit.entry for insert
    with check (organisation is not distinct from (select access.acting_organisation())
                and member is not distinct from (select access.acting_member()));
create policy owner_verifies on audit.entry for select to ledfyr_owner using (true);

-- Which entries are about a thing, of those the acting organisation may see. Row-level security keeps the planner from
-- asking the index first, because comparing arrays is not proven free of leaks; with millions of entries every person's
-- page would read them all. Here the owner asks the index, and the rule of the policy stands in the question itself.
create function audit.about(subject uuid, most int) returns setof bigint
    language sql stable security definer set search_path = ''
as $$
select e.seq
from audit.entry e
where e.subjects @> array [subject]
  and (e.organisation = (select access.acting_organisation()) or e.concerns = (select access.acting_organisation()))
order by e.seq desc
limit most
$$;

grant usage on schema audit to ledfyr_app;
revoke execute on function audit.about(uuid, int) from public;
grant execute on function audit.about(uuid, int) to ledfyr_app;
grant select, insert on audit.entry to ledfyr_app;
revoke execute on function audit.hold_head() from public;
grant execute on function audit.hold_head() to ledfyr_app;
