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
-- Without a list of what is still to be sorted in: every reader would have to look through that list, and whoever fills it
-- would sort all of it in while holding the end of the chain.
create index on audit.entry using gin (subjects) with (fastupdate = off);
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

-- Only an insert that continues the chain moves its end.
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
create policy owner_verifies on audit.entry for select to ledfyr_owner using (true);
create policy owner_continues on audit.entry for insert to ledfyr_owner with check (true);

-- What a transaction has noted, until it commits. The application writes here and nowhere else in the log; at commit the
-- database itself joins each note to the chain. The chain has one end, and whoever holds it makes everybody else wait:
-- so nothing is asked of the application, which may be busy, while it is held. No row outlives its transaction, and
-- therefore none needs to outlive a crash.
create unlogged table audit.noted
(
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    organisation uuid,
    member       uuid,
    concerns     uuid,
    action       text        not null,
    subject_kind text        not null,
    subjects     uuid[]      not null,
    reason       text,
    detail       text
);

alter table audit.noted enable row level security;
alter table audit.noted force row level security;
create policy in_ones_own_name on audit.noted for insert to ledfyr_app
    with check (organisation is not distinct from (select access.acting_organisation())
                and member is not distinct from (select access.acting_member()));
create policy owner_joins on audit.noted for all to ledfyr_owner using (true) with check (true);

-- A link's hash is SHA-256 over the hash before and every field, each with its length in front. `Link` in the
-- application computes the same when the chain is verified.
create function audit.part(id uuid) returns bytea immutable language sql set search_path = ''
return case when id is null then '\x00'::bytea else '\x01'::bytea || uuid_send(id) end;

create function audit.part(words text) returns bytea immutable language sql set search_path = ''
return case when words is null then int4send(-1)
            else int4send(octet_length(convert_to(words, 'UTF8'))) || convert_to(words, 'UTF8') end;

create function audit.part(ids uuid[]) returns bytea immutable language sql set search_path = ''
return int4send(cardinality(ids))
       || (select coalesce(string_agg(audit.part(one.id), ''::bytea order by one.place), ''::bytea)
           from unnest(ids) with ordinality as one (id, place));

create function audit.part(at timestamptz) returns bytea immutable language sql set search_path = ''
return int8send(floor(extract(epoch from at))::bigint)
       || int4send((extract(microseconds from at at time zone 'UTC')::bigint % 1000000 * 1000)::int);

create function audit.join_the_chain() returns trigger
    language plpgsql security definer set search_path = ''
as $$
declare
    tail audit.head;
begin
    select * into strict tail from audit.head for update;
    insert into audit.entry (seq, at, organisation, member, concerns, action, subject_kind, subjects, reason, detail,
                             previous, hash)
    values (tail.seq + 1, new.at, new.organisation, new.member, new.concerns, new.action, new.subject_kind, new.subjects,
            new.reason, new.detail, tail.hash,
            sha256(tail.hash || int8send(tail.seq + 1) || audit.part(new.at) || audit.part(new.organisation)
                   || audit.part(new.member) || audit.part(new.concerns) || audit.part(new.action)
                   || audit.part(new.subject_kind) || audit.part(new.subjects) || audit.part(new.reason)
                   || audit.part(new.detail)));
    delete from audit.noted where id = new.id;
    return null;
end
$$;
create constraint trigger join_the_chain after insert on audit.noted deferrable initially deferred
    for each row execute function audit.join_the_chain();

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
grant select on audit.entry to ledfyr_app;
grant insert on audit.noted to ledfyr_app;
revoke execute on function audit.join_the_chain(), audit.part(uuid), audit.part(text), audit.part(uuid[]),
    audit.part(timestamptz) from public;
