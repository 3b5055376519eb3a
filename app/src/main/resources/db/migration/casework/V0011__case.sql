-- A case is one person's course through the system. It is a thin thing, shared by the organisations that take part in it,
-- and says nothing about who the person is: every organisation keeps its own file on the person, its dossier.
--
-- The rule of this file: every open case has exactly one accountable holder at every instant of its life. It is written
-- down as keys and references over time. The functions below keep to it; the constraints hold even if they do not.

-- Eight characters that can be read out over the telephone, without letters that are easily taken for one another.
-- The 40 bits they carry are drawn from a random id, never counted up: a reference tells nothing about how many there are.
create function casework.new_reference() returns text volatile language sql set search_path = ''
return (with drawn as (select uuid_send(gen_random_uuid()) as bytes)
        select string_agg(case place when 5 then '-' else '' end
                          || substr('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', get_byte(bytes, place - 1) % 32 + 1, 1), '' order by place)
        from drawn, generate_series(1, 8) as place);

create table casework.case_file
(
    id                     uuid primary key,
    reference              text        not null unique default casework.new_reference()
        check (reference ~ '^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$'),
    opened_by_organisation uuid        not null references organisations.organisation,
    opened_at              timestamptz not null,
    state                  text        not null default 'OPEN' check (state in ('OPEN', 'CLOSED')),
    closed_at              timestamptz,
    outcome                text,
    region                 text        not null,
    municipality_code      text check (municipality_code ~ '^[0-9]{4}$'),
    route                  text        not null check (route in ('adult', 'child')),
    identified_on          date        not null,
    found_together         uuid,
    sealed                 boolean     not null default false,
    check ((state = 'CLOSED') = (closed_at is not null)),
    check ((state = 'CLOSED') = (outcome is not null))
);
comment on column casework.case_file.outcome is 'code list case_outcome';
comment on column casework.case_file.route is 'whoever may be under 18 takes the child route';
comment on column casework.case_file.found_together is 'the same for everybody found at one event; names the event to whoever keeps it, and nothing to others';
create index on casework.case_file (found_together) where found_together is not null;

-- What one organisation has on the person of a case. Who has none does not see the case.
create table casework.dossier
(
    case_id         uuid        not null references casework.case_file,
    organisation    uuid        not null references organisations.organisation,
    person_id       uuid        not null,
    registration_id uuid,
    created_at      timestamptz not null,
    primary key (case_id, organisation),
    foreign key (person_id, organisation) references people.person (id, organisation),
    foreign key (registration_id, organisation) references casework.registration (id, organisation)
);
create index on casework.dossier (person_id);
create index on casework.dossier (registration_id) where registration_id is not null;
create index on casework.dossier (organisation, created_at desc);

-- The times at which a case was open. began and ended repeat the range in a form whose comparison PostgreSQL knows to be
-- free of leaks: under row-level security only such comparisons may use an index.
create table casework.open_spell
(
    case_id uuid      not null references casework.case_file,
    during  tstzrange not null check (not isempty(during) and lower_inc(during) and not upper_inc(during) and not lower_inf(during)),
    began   timestamptz not null generated always as (lower(during)) stored,
    ended   timestamptz generated always as (upper(during)) stored,
    constraint one_spell_at_a_time primary key (case_id, during without overlaps)
);
create unique index open_now on casework.open_spell (case_id) where ended is null;

-- Who is accountable, and inside the organisation who: a member or a duty function.
create table casework.holding
(
    case_id      uuid        not null references casework.case_file,
    during       tstzrange   not null check (not isempty(during) and lower_inc(during) and not upper_inc(during) and not lower_inf(during)),
    organisation uuid        not null references organisations.organisation,
    member       uuid,
    duty         text check (duty = btrim(duty) and length(duty) between 1 and 60),
    began        timestamptz not null generated always as (lower(during)) stored,
    ended        timestamptz generated always as (upper(during)) stored,
    constraint one_holder_at_a_time primary key (case_id, during without overlaps),
    constraint held_by_one_inside check ((member is null) <> (duty is null)),
    constraint holder_has_a_dossier foreign key (case_id, organisation) references casework.dossier (case_id, organisation),
    foreign key (member, organisation) references organisations.member (id, organisation),
    constraint nobody_holds_what_is_closed foreign key (case_id, period during)
        references casework.open_spell (case_id, period during) deferrable initially deferred
);
alter table casework.open_spell add constraint always_held_while_open foreign key (case_id, period during)
    references casework.holding (case_id, period during) deferrable initially deferred;
create unique index held_now on casework.holding (case_id) where ended is null;
create index held_here on casework.holding (organisation, began desc, case_id desc) where ended is null;
create index held_by_member on casework.holding (organisation, member, began desc, case_id desc) where ended is null;

-- An OPEN case is open now, a CLOSED one is not. Looked at when the transaction is whole.
create function casework.state_fits_spells() returns trigger
    language plpgsql security definer set search_path = ''
as $$
declare
    the_case constant uuid := case tg_table_name when 'case_file' then (to_jsonb(new) ->> 'id')::uuid
                                                 else (to_jsonb(coalesce(new, old)) ->> 'case_id')::uuid end;
    is_open boolean;
begin
    select c.state = 'OPEN' into is_open from casework.case_file c where c.id = the_case;
    if is_open is distinct from exists (select from casework.open_spell s where s.case_id = the_case and s.ended is null) then
        raise exception 'The state of a case and its open spells do not fit' using errcode = 'check_violation';
    end if;
    return null;
end
$$;
create constraint trigger state_fits_spells after insert or update of state on casework.case_file
    deferrable initially deferred for each row execute function casework.state_fits_spells();
create constraint trigger state_fits_spells after insert or update or delete on casework.open_spell
    deferrable initially deferred for each row execute function casework.state_fits_spells();

-- The holder's leave for another organisation to take over. It names the offer it was given for and dies with the holding.
create table casework.release
(
    case_id           uuid        not null references casework.case_file,
    to_organisation   uuid        not null references organisations.organisation,
    from_organisation uuid        not null references organisations.organisation,
    offer_id          uuid        not null,
    made_at           timestamptz not null,
    primary key (case_id, to_organisation),
    check (to_organisation <> from_organisation)
);
create index on casework.release (to_organisation);
create index on casework.release (from_organisation);

-- What an organisation did with a case, for its own eyes.
create table casework.step
(
    id           bigint generated always as identity primary key,
    case_id      uuid        not null,
    organisation uuid        not null,
    at           timestamptz not null,
    kind         text        not null check (kind in ('OPENED', 'MOVED', 'PASSED_ON', 'TAKEN', 'CLOSED', 'REOPENED')),
    by_member    uuid,
    member       uuid,
    duty         text,
    other        uuid references organisations.organisation,
    outcome      text,
    reason       text check (length(reason) between 1 and 2000),
    foreign key (case_id, organisation) references casework.dossier (case_id, organisation),
    check ((kind in ('PASSED_ON', 'TAKEN')) = (other is not null)),
    check ((kind = 'CLOSED') = (outcome is not null))
);
comment on column casework.step.by_member is 'whose act it was; null when nobody''s: by a clock, the operator, or another organisation';
create index on casework.step (case_id, id);
-- For the lists of what was passed on and what was closed.
create index ended_here on casework.step (organisation, kind, at desc, case_id desc) where kind in ('PASSED_ON', 'CLOSED');

-- Cases that belong together: families, and companions beside those found at one event. Seen by whoever sees both.
create table casework.link
(
    case_id      uuid        not null references casework.case_file,
    other        uuid        not null references casework.case_file,
    kind         text        not null check (kind in ('PARENT', 'SIBLING', 'PARTNER', 'RELATIVE', 'COMPANION')),
    organisation uuid        not null,
    linked_at    timestamptz not null,
    linked_by    uuid,
    primary key (case_id, other),
    check (case_id <> other),
    foreign key (case_id, organisation) references casework.dossier (case_id, organisation),
    foreign key (other, organisation) references casework.dossier (case_id, organisation)
);
comment on column casework.link.kind is 'what case_id is to other: its parent, sibling …';
create unique index one_link_a_pair on casework.link (least(case_id, other), greatest(case_id, other));
create index on casework.link (other);

-- Who sees what. Everything hangs on the dossier: what hides the dossier hides the case.
--
-- Asked as `(select true … limit 1)` and not with `exists`: that the planner would rather answer by reading all dossiers of
-- the organisation first, which for the fifty lines of a list is a thousand times too many.
do $$
declare t text;
begin
    foreach t in array array ['case_file', 'dossier', 'open_spell', 'holding', 'release', 'step', 'link'] loop
        execute format('alter table casework.%I enable row level security', t);
        execute format('alter table casework.%I force row level security', t);
        -- The functions below act as the owner, and each says itself whom it serves.
        execute format('create policy owner_acts on casework.%I for all to ledfyr_owner using (true) with check (true)', t);
    end loop;
end
$$;
create policy own_organisation on casework.dossier for select to ledfyr_app
    using (organisation = (select access.acting_organisation()));
create policy with_a_dossier on casework.case_file for select to ledfyr_app
    using ((select true from casework.dossier d where d.case_id = case_file.id limit 1));
create policy with_a_dossier on casework.open_spell for select to ledfyr_app
    using ((select true from casework.dossier d where d.case_id = open_spell.case_id limit 1));
-- Only the own holdings: whom another organisation lets do the work is its own affair. See casework.course.
create policy own_organisation on casework.holding for select to ledfyr_app
    using (organisation = (select access.acting_organisation())
           and (select true from casework.dossier d where d.case_id = holding.case_id limit 1));
create policy both_ends on casework.release for select to ledfyr_app
    using (from_organisation = (select access.acting_organisation()) or to_organisation = (select access.acting_organisation()));
create policy own_organisation on casework.step for select to ledfyr_app
    using (organisation = (select access.acting_organisation())
           and (select true from casework.dossier d where d.case_id = step.case_id limit 1));
create policy with_both_dossiers on casework.link for select to ledfyr_app
    using ((select true from casework.dossier d where d.case_id = link.case_id limit 1)
           and (select true from casework.dossier d where d.case_id = link.other limit 1));
create policy with_both_dossiers_adds on casework.link for insert to ledfyr_app
    with check (organisation = (select access.acting_organisation())
                and (select true from casework.dossier d where d.case_id = link.case_id limit 1)
                and (select true from casework.dossier d where d.case_id = link.other limit 1));
create policy national_facts on casework.case_file for select to ledfyr_statistics using ((select access.reads_national_facts()));
create policy national_facts on casework.holding for select to ledfyr_statistics using ((select access.reads_national_facts()));
create policy national_facts on casework.open_spell for select to ledfyr_statistics using ((select access.reads_national_facts()));

-- The course of a case as the acting organisation may know it: which organisation was accountable from when to when, as far
-- as the one it gave the case to itself. Where the person went after that is told to those who have had the duty since:
-- somebody who gave a case away must not be able to follow the person from shelter to shelter. What moved inside an
-- organisation is not told at all.
create function casework.course(the_case uuid) returns table (organisation uuid, began timestamptz, ended timestamptz)
    language sql stable security definer set search_path = ''
as $$
with held as (select h.organisation, h.began, h.ended,
                     case when lag(h.organisation) over order_of_time = h.organisation and lag(h.ended) over order_of_time = h.began
                          then 0 else 1 end as starts
              from casework.holding h
              where h.case_id = the_case
                and exists (select from casework.dossier d
                            where d.case_id = the_case and d.organisation = (select access.acting_organisation()))
              window order_of_time as (order by h.began)),
     numbered as (select *, sum(starts) over (order by began) as run from held),
     runs as (select n.organisation, n.run, min(n.began) as began,
                     case when bool_or(n.ended is null) then null else max(n.ended) end as ended
              from numbered n
              group by n.organisation, n.run),
     last_own as (select max(r.run) as run from runs r where r.organisation = (select access.acting_organisation()))
select r.organisation, r.began,
       -- When the one it was given to gave it on is not told either; that the case was closed is.
       case when r.run <= (select run from last_own) then r.ended else c.closed_at end
from runs r
         join casework.case_file c on c.id = the_case
where r.run <= (select run from last_own) + 1
order by r.began
$$;

-- The next holding: ends the present one and begins another at the same instant, later than anything before. Whoever calls
-- this holds the case row and knows that the change is allowed.
create function casework.pass_on(the_case uuid, to_organisation uuid, to_member uuid, to_duty text, moment timestamptz)
    returns timestamptz language plpgsql security definer set search_path = ''
as $$
declare
    turn timestamptz;
begin
    update casework.holding h
       set during = tstzrange(h.began, greatest(moment, h.began + interval '1 microsecond'))
     where h.case_id = the_case and h.ended is null
    returning h.ended into strict turn;
    insert into casework.holding (case_id, during, organisation, member, duty)
    values (the_case, tstzrange(turn, null), to_organisation, to_member, to_duty);
    return turn;
end
$$;

-- Opens a case for a person of the acting organisation, which thereby holds it. Opening twice at the same moment opens one.
-- Answers null when the person's course has been opened already and is not closed.
create function casework.open_case(the_case uuid, person uuid, registration uuid, in_region text, in_municipality text,
                                   by_route text, found_on date, together uuid, inside_member uuid, inside_duty text,
                                   moment timestamptz)
    returns uuid language plpgsql security definer set search_path = ''
as $$
declare
    acting constant uuid := access.acting_organisation();
begin
    perform pg_advisory_xact_lock(hashtextextended(person::text, 11));
    if acting is null
           or exists (select from casework.dossier d join casework.case_file c on c.id = d.case_id
                      where d.person_id = person and d.organisation = acting and c.state = 'OPEN') then
        return null;
    end if;
    insert into casework.case_file (id, opened_by_organisation, opened_at, region, municipality_code, route, identified_on,
                                    found_together)
    values (the_case, acting, moment, in_region, in_municipality, by_route, found_on, together);
    insert into casework.dossier (case_id, organisation, person_id, registration_id, created_at)
    values (the_case, acting, person, registration, moment);
    insert into casework.open_spell (case_id, during) values (the_case, tstzrange(moment, null));
    insert into casework.holding (case_id, during, organisation, member, duty)
    values (the_case, tstzrange(moment, null), acting, inside_member, inside_duty);
    insert into casework.step (case_id, organisation, at, kind, by_member, member, duty)
    values (the_case, acting, moment, 'OPENED', access.acting_member(), inside_member, inside_duty);
    return the_case;
end
$$;

-- Holds the row of an open case until the transaction ends. True when the acting organisation is its holder.
create function casework.hold_fast(the_case uuid) returns boolean
    language plpgsql security definer set search_path = ''
as $$
begin
    perform from casework.case_file c where c.id = the_case and c.state = 'OPEN' for update;
    return found and exists (select from casework.holding h where h.case_id = the_case and h.ended is null
                                and h.organisation = access.acting_organisation());
end
$$;

create function casework.move_inside(the_case uuid, to_member uuid, to_duty text, moment timestamptz) returns boolean
    language plpgsql security definer set search_path = ''
as $$
declare
    acting constant uuid := access.acting_organisation();
begin
    if not casework.hold_fast(the_case) then
        return false;
    end if;
    insert into casework.step (case_id, organisation, at, kind, by_member, member, duty)
    values (the_case, acting, casework.pass_on(the_case, acting, to_member, to_duty, moment), 'MOVED', access.acting_member(),
            to_member, to_duty);
    return true;
end
$$;

-- Everything a member of the acting organisation holds goes to a duty function. Answers which cases.
create function casework.fall_to_duty(from_member uuid, to_duty text, moment timestamptz) returns uuid[]
    language plpgsql security definer set search_path = ''
as $$
declare
    acting constant uuid := access.acting_organisation();
    fallen uuid[] := '{}';
    one uuid;
begin
    -- In the order of their ids, like everybody who holds several: two who go through the same cases then never block each other.
    for one in select h.case_id from casework.holding h
               where h.organisation = acting and h.member = from_member and h.ended is null order by h.case_id
    loop
        perform from casework.case_file c where c.id = one for update;
        if exists (select from casework.holding h where h.case_id = one and h.ended is null and h.organisation = acting
                                                     and h.member = from_member) then
            insert into casework.step (case_id, organisation, at, kind, by_member, duty)
            values (one, acting, casework.pass_on(one, acting, null, to_duty, moment), 'MOVED', access.acting_member(), to_duty);
            fallen := fallen || one;
        end if;
    end loop;
    return fallen;
end
$$;

create function casework.close_case(the_case uuid, with_outcome text, why text, moment timestamptz) returns boolean
    language plpgsql security definer set search_path = ''
as $$
declare
    turn timestamptz;
begin
    if not casework.hold_fast(the_case) then
        return false;
    end if;
    update casework.holding h
       set during = tstzrange(h.began, greatest(moment, h.began + interval '1 microsecond'))
     where h.case_id = the_case and h.ended is null
    returning h.ended into strict turn;
    update casework.open_spell s set during = tstzrange(s.began, turn) where s.case_id = the_case and s.ended is null;
    update casework.case_file c set state = 'CLOSED', closed_at = turn, outcome = with_outcome where c.id = the_case;
    delete from casework.release r where r.case_id = the_case;
    insert into casework.step (case_id, organisation, at, kind, by_member, outcome, reason)
    values (the_case, access.acting_organisation(), turn, 'CLOSED', access.acting_member(), with_outcome, why);
    return true;
end
$$;

-- Opens a closed case again. Only who closed it can, and only while they have not opened another one for the same person.
create function casework.reopen_case(the_case uuid, to_member uuid, to_duty text, why text, moment timestamptz) returns boolean
    language plpgsql security definer set search_path = ''
as $$
declare
    acting constant uuid := access.acting_organisation();
    last_holder uuid;
    last_end timestamptz;
    turn timestamptz;
    person uuid;
begin
    select d.person_id into person from casework.dossier d where d.case_id = the_case and d.organisation = acting;
    if not found then
        return false;
    end if;
    perform pg_advisory_xact_lock(hashtextextended(person::text, 11));
    perform from casework.case_file c where c.id = the_case and c.state = 'CLOSED' for update;
    if not found or exists (select from casework.dossier d join casework.case_file c on c.id = d.case_id
                            where d.person_id = person and d.organisation = acting and c.state = 'OPEN') then
        return false;
    end if;
    select h.organisation, h.ended into last_holder, last_end
    from casework.holding h where h.case_id = the_case order by h.began desc limit 1;
    if last_holder is distinct from acting then
        return false;
    end if;
    turn := greatest(moment, last_end + interval '1 microsecond');
    insert into casework.open_spell (case_id, during) values (the_case, tstzrange(turn, null));
    insert into casework.holding (case_id, during, organisation, member, duty)
    values (the_case, tstzrange(turn, null), acting, to_member, to_duty);
    update casework.case_file c set state = 'OPEN', closed_at = null, outcome = null where c.id = the_case;
    insert into casework.step (case_id, organisation, at, kind, by_member, member, duty, reason)
    values (the_case, acting, turn, 'REOPENED', access.acting_member(), to_member, to_duty, why);
    return true;
end
$$;

create function casework.release_to(the_case uuid, offer uuid, organisations uuid[], moment timestamptz) returns boolean
    language plpgsql security definer set search_path = ''
as $$
begin
    if not casework.hold_fast(the_case) then
        return false;
    end if;
    insert into casework.release (case_id, to_organisation, from_organisation, offer_id, made_at)
    select the_case, one, access.acting_organisation(), offer, moment from unnest(organisations) as one
    on conflict (case_id, to_organisation) do update set offer_id = excluded.offer_id, made_at = excluded.made_at;
    return true;
end
$$;

-- Takes back leave: the holder all of it, anybody else what was given to them. Answers how many could have taken over.
create function casework.withdraw_release(the_case uuid) returns int
    language plpgsql security definer set search_path = ''
as $$
declare
    acting constant uuid := access.acting_organisation();
    gone int;
begin
    perform from casework.case_file c where c.id = the_case for update;
    delete from casework.release r where r.case_id = the_case and (r.from_organisation = acting or r.to_organisation = acting);
    get diagnostics gone = row_count;
    return gone;
end
$$;

-- Takes over a case with the holder's leave. Of two who try at once the second waits here, and then finds no leave.
-- Answers whom it was taken over from, or null.
create function casework.take_over(the_case uuid, person uuid, to_member uuid, to_duty text, moment timestamptz) returns uuid
    language plpgsql security definer set search_path = ''
as $$
declare
    acting constant uuid := access.acting_organisation();
    before uuid;
    turn timestamptz;
begin
    perform from casework.case_file c where c.id = the_case and c.state = 'OPEN' for update;
    if not found then
        return null;
    end if;
    select h.organisation into strict before from casework.holding h where h.case_id = the_case and h.ended is null;
    perform from casework.release r
    where r.case_id = the_case and r.to_organisation = acting and r.from_organisation = before;
    if not found then
        return null;
    end if;
    -- Who had the case before may have it again: their file goes on, with whom they now know the person to be.
    insert into casework.dossier as known (case_id, organisation, person_id, created_at) values (the_case, acting, person, moment)
    on conflict (case_id, organisation) do update
        set person_id = excluded.person_id,
            registration_id = case when known.person_id = excluded.person_id then known.registration_id end;
    turn := casework.pass_on(the_case, acting, to_member, to_duty, moment);
    delete from casework.release r where r.case_id = the_case;
    insert into casework.step (case_id, organisation, at, kind, by_member, member, duty, other)
    values (the_case, acting, turn, 'TAKEN', access.acting_member(), to_member, to_duty, before),
           (the_case, before, turn, 'PASSED_ON', null, null, null, acting);
    return before;
end
$$;

-- Takes away a link that the acting organisation made by mistake.
create function casework.unlink(one uuid, other_case uuid) returns boolean
    language plpgsql security definer set search_path = ''
as $$
begin
    delete from casework.link l
    where l.organisation = access.acting_organisation()
      and ((l.case_id = one and l.other = other_case) or (l.case_id = other_case and l.other = one));
    return found;
end
$$;

-- What statistics may count of cases: nobody's identity, and of the holders only which organisation.
create view casework_api.counted_case with (security_invoker = true) as
select c.id, c.opened_by_organisation, o.kind as opened_by_kind, c.opened_at, c.identified_on, c.state, c.closed_at, c.outcome,
       c.region, c.municipality_code, c.route, (c.found_together is not null) as found_together
from casework.case_file c
         join organisations.organisation o on o.id = c.opened_by_organisation;

create view casework_api.counted_holding with (security_invoker = true) as
select h.case_id, h.organisation, o.kind as organisation_kind, h.began, h.ended
from casework.holding h
         join organisations.organisation o on o.id = h.organisation;

grant select on casework.case_file, casework.dossier, casework.open_spell, casework.holding, casework.release, casework.step
    to ledfyr_app;
grant select, insert on casework.link to ledfyr_app;
grant select on casework_api.counted_case, casework_api.counted_holding to ledfyr_app, ledfyr_statistics;
grant select (id, opened_by_organisation, opened_at, state, closed_at, outcome, region, municipality_code, route, identified_on,
              found_together) on casework.case_file to ledfyr_statistics;
grant select (case_id, organisation, began, ended) on casework.holding to ledfyr_statistics;
grant select (case_id, began, ended) on casework.open_spell to ledfyr_statistics;

revoke execute on all functions in schema casework from public;
grant execute on function casework.course(uuid), casework.move_inside(uuid, uuid, text, timestamptz),
    casework.open_case(uuid, uuid, uuid, text, text, text, date, uuid, uuid, text, timestamptz),
    casework.fall_to_duty(uuid, text, timestamptz), casework.close_case(uuid, text, text, timestamptz),
    casework.reopen_case(uuid, uuid, text, text, timestamptz), casework.release_to(uuid, uuid, uuid[], timestamptz),
    casework.withdraw_release(uuid), casework.take_over(uuid, uuid, uuid, text, timestamptz), casework.hold_fast(uuid),
    casework.unlink(uuid, uuid) to ledfyr_app;
