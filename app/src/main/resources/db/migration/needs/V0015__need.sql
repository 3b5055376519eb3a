-- The ledger of needs: what a person needs, who owes it to them at every moment, and who gave what.
--
-- A row says nothing about who the person is. It is seen by the organisation that holds the case and by the one that
-- owes the need; each knows the person, if at all, through a file of its own.
create schema needs;
create schema needs_api;

-- A child of somebody in a case: with them, elsewhere in the country or in the home country. No name and no birthday:
-- a child whose identity is needed is registered as a person of their own.
create table needs.child
(
    id          uuid primary key,
    case_id     uuid        not null references casework.case_file,
    holder      uuid        not null references organisations.organisation,
    number      int         not null check (number >= 1),
    place       text        not null check (place in ('accompanying', 'elsewhere_in_sweden', 'home_country')),
    age_years   smallint check (age_years between 0 and 17),
    sex         text        not null,
    own_case_id uuid references casework.case_file,
    noted_at    timestamptz not null,
    noted_by    uuid,
    struck_at   timestamptz,
    unique (id, case_id),
    unique (case_id, number)
);
comment on column needs.child.age_years is 'whole years, 0 under one year; null when not known, which is still a child';
create index on needs.child (own_case_id) where own_case_id is not null;

-- Children are always asked for, in three places. An answer that is missing is a question that is still to be asked.
create table needs.children_asked
(
    case_id  uuid        not null references casework.case_file,
    holder   uuid        not null references organisations.organisation,
    place    text        not null check (place in ('accompanying', 'elsewhere_in_sweden', 'home_country')),
    answer   text        not null check (answer in ('yes', 'no', 'does_not_want_to_say')),
    asked_on date        not null,
    asked_by uuid,
    primary key (case_id, place)
);

-- Whom the holder turned to for somebody: the social services, the children's house. What is missing here is reminded of.
create table needs.contact
(
    id        uuid primary key,
    case_id   uuid        not null references casework.case_file,
    child_id  uuid,
    holder    uuid        not null references organisations.organisation,
    authority text        not null check (authority in ('social_services', 'barnahus')),
    result    text        not null check (result in ('reported', 'knew_already', 'not_needed')),
    made_on   date        not null,
    noted_at  timestamptz not null,
    noted_by  uuid,
    foreign key (child_id, case_id) references needs.child (id, case_id)
);
create index on needs.contact (case_id);

create table needs.need
(
    id                   uuid primary key,
    case_id              uuid        not null references casework.case_file,
    child_id             uuid,
    holder               uuid        not null references organisations.organisation,
    owed_by              uuid        not null references organisations.organisation,
    type                 text        not null,
    route                text        not null check (route in ('adult', 'child')),
    seen_on              date        not null,
    seen_by              text        not null,
    acute                boolean     not null default false,
    due_on               date,
    state                text        not null default 'OPEN' check (state in ('OPEN', 'MET', 'PARTLY_MET', 'UNMET', 'STRUCK')),
    unmet_reason         text,
    opened_at            timestamptz not null,
    settled_at           timestamptz,
    noted_by             uuid,
    met_by_authority     boolean     not null default false,
    met_by_civil_society boolean     not null default false,
    first_help_on        date,
    version              int         not null default 1,
    foreign key (child_id, case_id) references needs.child (id, case_id),
    check (child_id is null or route = 'child'),
    check ((state = 'OPEN') = (settled_at is null)),
    check ((state in ('PARTLY_MET', 'UNMET')) = (unmet_reason is not null)),
    check (due_on >= seen_on)
);
comment on column needs.need.holder is 'who holds the case now; moves with the case';
comment on column needs.need.owed_by is 'who answers for the need now, or did when it was settled';
comment on column needs.need.seen_by is 'who noticed it, as a code of list referred_by';
comment on column needs.need.met_by_authority is 'kept by the measures: something was given by state, region or municipality';
create index on needs.need (case_id);
create index on needs.need (child_id) where child_id is not null;
create index owed_now on needs.need (owed_by, acute desc, due_on, id) where state = 'OPEN';
create index held_now on needs.need (holder, acute desc, due_on, id) where state = 'OPEN';

-- When a need was open, and who owed it. Every instant of the one is an instant of the other: the two references below
-- say so in both directions, so that no open need is ever owed by nobody, or by two.
create table needs.open_spell
(
    need_id uuid      not null references needs.need,
    during  tstzrange not null check (not isempty(during) and not lower_inf(during) and lower_inc(during) and not upper_inc(during)),
    constraint one_open_spell_at_a_time primary key (need_id, during without overlaps)
);

create table needs.duty
(
    need_id      uuid      not null references needs.need,
    during       tstzrange not null check (not isempty(during) and not lower_inf(during) and lower_inc(during) and not upper_inc(during)),
    organisation uuid      not null references organisations.organisation,
    began        timestamptz not null generated always as (lower(during)) stored,
    ended        timestamptz generated always as (upper(during)) stored,
    constraint owed_by_one_at_a_time primary key (need_id, during without overlaps),
    constraint duty_while_open foreign key (need_id, period during) references needs.open_spell (need_id, period during)
        deferrable initially deferred
);
alter table needs.open_spell add constraint always_owed foreign key (need_id, period during)
    references needs.duty (need_id, period during) deferrable initially deferred;

-- What was given, by whom and how it went.
create table needs.measure
(
    id                 uuid primary key,
    need_id            uuid        not null references needs.need,
    given_by           uuid references organisations.organisation,
    sector             text        not null check (sector in ('STATE', 'REGION', 'MUNICIPALITY', 'CIVIL_SOCIETY')),
    began_on           date,
    ended_on           date,
    result             text        not null check (result in ('ongoing', 'helped', 'helped_partly', 'no_help')),
    noted_at           timestamptz not null,
    noted_organisation uuid        not null references organisations.organisation,
    noted_by           uuid,
    struck_at          timestamptz,
    check (ended_on >= began_on)
);
comment on column needs.measure.given_by is 'null when whoever gave it does not take part here';
comment on column needs.measure.began_on is 'null when the day is not known';
create index on needs.measure (need_id);

-- The person a need is about, in the file of an organisation that owes it and does not take part in the case.
create table needs.own_file
(
    need_id      uuid        not null references needs.need,
    organisation uuid        not null references organisations.organisation,
    person_id    uuid        not null,
    made_at      timestamptz not null,
    primary key (need_id, organisation),
    foreign key (person_id, organisation) references people.person (id, organisation)
);
create index on needs.own_file (person_id);

-- The leave of whoever owes a need for others to take it over. It ends when somebody does.
create table needs.release
(
    need_id           uuid        not null references needs.need,
    to_organisation   uuid        not null references organisations.organisation,
    offer_id          uuid        not null,
    from_organisation uuid        not null references organisations.organisation,
    made_at           timestamptz not null,
    primary key (need_id, to_organisation),
    check (to_organisation <> from_organisation)
);
create index on needs.release (to_organisation);

-- A need begins in the hands of the one who holds the open case. The case stands still meanwhile: it can neither be
-- closed nor taken over between the question and the answer.
create function needs.begin_need() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    perform from casework.case_file c where c.id = new.case_id for share;
    if new.state <> 'OPEN' or not exists (select from casework.holding h
                  where h.case_id = new.case_id and h.ended is null and h.organisation = new.holder) then
        raise exception 'A need begins with whoever holds an open case';
    end if;
    return new;
end
$$;
create trigger begin_need before insert on needs.need for each row execute function needs.begin_need();

-- The ledger of duty follows the state of the need.
create function needs.keep_duty() returns trigger
    language plpgsql security definer set search_path = ''
as $$
declare
    latest timestamptz;
    instant timestamptz;
begin
    select max(coalesce(upper(d.during), lower(d.during))) into latest from needs.duty d where d.need_id = new.id;
    if new.state = 'OPEN' then
        instant := greatest(new.opened_at, latest + interval '1 microsecond');
        insert into needs.open_spell (need_id, during) values (new.id, tstzrange(instant, null));
        insert into needs.duty (need_id, during, organisation) values (new.id, tstzrange(instant, null), new.owed_by);
    else
        instant := greatest(new.settled_at, latest + interval '1 microsecond');
        update needs.duty set during = tstzrange(lower(during), instant) where need_id = new.id and upper_inf(during);
        update needs.open_spell set during = tstzrange(lower(during), instant) where need_id = new.id and upper_inf(during);
        delete from needs.release where need_id = new.id;
    end if;
    return null;
end
$$;
create trigger duty_begins after insert on needs.need for each row execute function needs.keep_duty();
create trigger duty_follows after update of state on needs.need for each row
    when ((old.state = 'OPEN') <> (new.state = 'OPEN')) execute function needs.keep_duty();

-- What a need says of the help that came is counted from its measures, so that the two never differ.
create function needs.count_help() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    update needs.need n
    set (met_by_authority, met_by_civil_society, first_help_on) =
            (select coalesce(bool_or(m.sector <> 'CIVIL_SOCIETY'), false),
                    coalesce(bool_or(m.sector = 'CIVIL_SOCIETY'), false),
                    min(m.began_on)
             from needs.measure m
             where m.need_id = n.id and m.struck_at is null and m.result <> 'no_help')
    where n.id = new.need_id;
    return null;
end
$$;
create trigger count_help after insert or update on needs.measure for each row execute function needs.count_help();

-- Whoever takes over a case holds its needs, and owes what the one before owed. What others owe they go on owing.
create function needs.follow_the_case() returns trigger
    language plpgsql security definer set search_path = ''
as $$
declare
    moved needs.need;
    instant timestamptz;
begin
    update needs.child set holder = new.organisation where case_id = new.case_id and holder <> new.organisation;
    update needs.children_asked set holder = new.organisation where case_id = new.case_id and holder <> new.organisation;
    update needs.contact set holder = new.organisation where case_id = new.case_id and holder <> new.organisation;
    for moved in select * from needs.need n where n.case_id = new.case_id and n.holder <> new.organisation for update loop
        if moved.state = 'OPEN' and moved.owed_by = moved.holder then
            perform needs.pass_duty(moved.id, new.organisation, lower(new.during));
        end if;
        update needs.need set holder = new.organisation where id = moved.id;
    end loop;
    return null;
end
$$;

-- Ends the duty under way and begins that of another; every leave given before is void. Who may is asked by the callers.
create function needs.pass_duty(passed uuid, taker uuid, passed_at timestamptz) returns void
    language plpgsql security definer set search_path = ''
as $$
declare
    instant timestamptz;
begin
    select greatest(passed_at, lower(d.during) + interval '1 microsecond') into strict instant
    from needs.duty d where d.need_id = passed and upper_inf(d.during);
    update needs.duty set during = tstzrange(lower(during), instant) where need_id = passed and upper_inf(during);
    insert into needs.duty (need_id, during, organisation) values (passed, tstzrange(instant, null), taker);
    update needs.need set owed_by = taker where id = passed;
    delete from needs.release where need_id = passed;
    -- What the one before had a clock for is no longer theirs to do, and nobody who acts for another can stop it.
    update deadlines.clock c set stage = 'STOPPED', next_at = null, done_at = passed_at
    where c.subject = passed and c.subject_kind = 'NEED' and c.organisation <> taker and c.stage in ('RUNNING', 'REMINDED');
end
$$;
create trigger needs_follow after insert on casework.holding for each row execute function needs.follow_the_case();

-- A case with an open need cannot be closed: each need is met, or somebody says why not.
create function needs.refuse_closing() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    if exists (select from needs.need n where n.case_id = new.id and n.state = 'OPEN') then
        raise exception 'A case with an open need cannot be closed';
    end if;
    return new;
end
$$;
create trigger no_open_need before update of state on casework.case_file for each row
    when (old.state = 'OPEN' and new.state = 'CLOSED') execute function needs.refuse_closing();

-- Lets others take over a need that the acting organisation owes. False when it owes no such open need.
create function needs.let_go(released uuid, offer uuid, addressees uuid[], released_at timestamptz) returns boolean
    language plpgsql security definer set search_path = ''
as $$
declare
    acting uuid := access.acting_organisation();
begin
    perform from needs.need n where n.id = released and n.owed_by = acting and n.state = 'OPEN'
                                 and n.id <> all (people.hidden_things()) for update;
    if not found then
        return false;
    end if;
    insert into needs.release (need_id, to_organisation, offer_id, from_organisation, made_at)
    select released, a, offer, acting, released_at from unnest(addressees) as a
    on conflict (need_id, to_organisation) do update set offer_id = excluded.offer_id, made_at = excluded.made_at;
    return true;
end
$$;

-- Takes back the leave. False when the acting organisation gave none, or it has been used.
create function needs.hold_on(kept uuid) returns boolean
    language plpgsql security definer set search_path = ''
as $$
begin
    perform from needs.need n where n.id = kept for update;
    delete from needs.release
    where need_id = kept and from_organisation = access.acting_organisation() and kept <> all (people.hidden_things());
    return found;
end
$$;

-- Takes over a need that has been released to the acting organisation. Of two who try, the second finds no release.
create function needs.take_over(taken uuid, taken_at timestamptz) returns uuid
    language plpgsql security definer set search_path = ''
as $$
declare
    acting uuid := access.acting_organisation();
    before uuid;
begin
    select n.owed_by into before from needs.need n where n.id = taken and n.state = 'OPEN' for update;
    if not found or taken = any (people.hidden_things())
        or not exists (select from needs.release r where r.need_id = taken and r.to_organisation = acting) then
        return null;
    end if;
    perform needs.pass_duty(taken, acting, taken_at);
    return before;
end
$$;

-- Moves what is known of a child to a case of the child's own, which the acting organisation holds as well.
create function needs.give_own_case(moved uuid, own uuid) returns boolean
    language plpgsql security definer set search_path = ''
as $$
declare
    acting uuid := access.acting_organisation();
begin
    perform from needs.child c where c.id = moved and c.holder = acting and c.own_case_id is null for update;
    if not found or not exists (select from casework.holding h
                                where h.case_id = own and h.ended is null and h.organisation = acting) then
        return false;
    end if;
    update needs.child set own_case_id = own where id = moved;
    update needs.need set case_id = own, child_id = null where child_id = moved;
    return true;
end
$$;

-- The holder sees everything of the case; whoever owes a need sees that need, and the child it is about.
do $$
declare t text;
begin
    foreach t in array array ['child', 'children_asked', 'contact', 'need', 'open_spell', 'duty', 'measure', 'own_file', 'release'] loop
        execute format('alter table needs.%I enable row level security', t);
        execute format('alter table needs.%I force row level security', t);
        execute format('create policy owner_keeps_the_ledger on needs.%I for all to ledfyr_owner using (true) with check (true)', t);
    end loop;
    foreach t in array array ['child', 'children_asked', 'contact'] loop
        execute format('create policy holder on needs.%I for all to ledfyr_app
                            using (holder = (select access.acting_organisation()))
                            with check (holder = (select access.acting_organisation())
                                        and exists (select from casework.holding h
                                                    where h.case_id = %1$I.case_id and h.ended is null
                                                      and h.organisation = %1$I.holder))', t);
    end loop;
    foreach t in array array ['open_spell', 'duty', 'measure'] loop
        execute format('create policy with_the_need on needs.%1$I for select to ledfyr_app
                            using (exists (select from needs.need n where n.id = %1$I.need_id))', t);
    end loop;
    foreach t in array array ['need', 'measure', 'child', 'contact', 'duty'] loop
        execute format('create policy national_facts on needs.%I for select to ledfyr_statistics
                            using ((select access.reads_national_facts()))', t);
    end loop;
end
$$;
create policy of_an_owed_need on needs.child for select to ledfyr_app
    using (exists (select from needs.need n where n.child_id = child.id and n.owed_by = (select access.acting_organisation())));
create policy holder_or_owing on needs.need for select to ledfyr_app
    using (holder = (select access.acting_organisation()) or owed_by = (select access.acting_organisation()));
create policy holder_adds on needs.need for insert to ledfyr_app
    with check (holder = (select access.acting_organisation()) and owed_by = holder);
create policy holder_or_owing_changes on needs.need for update to ledfyr_app
    using (holder = (select access.acting_organisation()) or owed_by = (select access.acting_organisation()))
    with check (holder = (select access.acting_organisation()) or owed_by = (select access.acting_organisation()));
create policy noted_in_ones_own_name on needs.measure for insert to ledfyr_app
    with check (noted_organisation = (select access.acting_organisation())
                and exists (select from needs.need n where n.id = measure.need_id));
create policy put_right_by_whoever_noted on needs.measure for update to ledfyr_app
    using (noted_organisation = (select access.acting_organisation()) and exists (select from needs.need n where n.id = measure.need_id))
    with check (noted_organisation = (select access.acting_organisation()));
create policy own_organisation on needs.own_file for all to ledfyr_app
    using (organisation = (select access.acting_organisation()))
    with check (organisation = (select access.acting_organisation()));
create policy giver_and_addressee on needs.release for select to ledfyr_app
    using (from_organisation = (select access.acting_organisation()) or to_organisation = (select access.acting_organisation()));

-- What statistics may count of needs: one row a need, without anybody's identity.
create view needs_api.counted_need with (security_invoker = true) as
select n.id,
       n.holder                             as organisation,
       o.kind                               as organisation_kind,
       extract(year from n.seen_on)::int    as year,
       c.region,
       c.municipality_code,
       n.type                               as need,
       n.route                              as age_group,
       n.acute,
       n.state,
       n.unmet_reason,
       n.owed_by,
       n.seen_on,
       n.due_on,
       n.first_help_on,
       n.met_by_authority,
       n.met_by_civil_society,
       n.met_by_authority::int + n.met_by_civil_society::int    as met_by_sectors,
       not (n.met_by_authority or n.met_by_civil_society)       as met_by_nobody
from needs.need n
         join organisations.organisation o on o.id = n.holder
         left join casework_api.counted_case c on c.id = n.case_id
where n.state <> 'STRUCK';

-- The same with "all of the above" laid on each kind of need it stands for, as whoever answered so meant it.
create view needs_api.counted_need_spread with (security_invoker = true) as
select n.id, n.organisation, n.organisation_kind, n.year, n.region, n.municipality_code, n.age_group, n.met_by_authority,
       n.met_by_civil_society, n.met_by_nobody, one.need
from needs_api.counted_need n
         cross join lateral (select n.need where n.need <> 'all_of_above'
                             union all
                             select l.code from codes_api.code l
                             where n.need = 'all_of_above' and l.list = 'need_support' and l.code <> 'all_of_above'
                               and l.valid_from <= n.seen_on and coalesce(l.valid_to > n.seen_on, true)) as one (need);

-- What was given, one row a measure.
create view needs_api.counted_measure with (security_invoker = true) as
select m.id, m.need_id, n.organisation, n.organisation_kind, n.year, n.region, n.municipality_code, n.need, n.age_group, m.sector,
       g.kind as given_by_kind, m.began_on, m.ended_on, m.result
from needs.measure m
         join needs_api.counted_need n on n.id = m.need_id
         left join organisations.organisation g on g.id = m.given_by
where m.struck_at is null;

-- Everybody in a case, and their children: one row each, from the day they were identified to the first help that came and
-- the day the social services knew.
create view needs_api.counted_person with (security_invoker = true) as
with person as (select c.id as key, c.id as case_id, c.route as age_group, false as is_child_of_case
                from casework_api.counted_case c
                union all
                select k.id, k.case_id, 'child', true
                from needs.child k
                where k.struck_at is null and k.own_case_id is null),
     needed as (select coalesce(n.child_id, n.case_id) as key, count(*) as needs, count(*) filter (where n.state = 'OPEN') as open_needs,
                       min(n.first_help_on) as first_help_on
                from needs.need n
                where n.state <> 'STRUCK'
                group by 1),
     informed as (select coalesce(t.child_id, t.case_id) as key, min(t.made_on) as social_services_on
                  from needs.contact t
                  where t.authority = 'social_services' and t.result <> 'not_needed'
                  group by 1)
select p.key                                                         as id,
       p.case_id,
       p.is_child_of_case,
       c.opened_by_organisation                                      as organisation,
       c.opened_by_kind                                              as organisation_kind,
       extract(year from c.identified_on)::int                       as year,
       c.region,
       c.municipality_code,
       c.state                                                       as case_state,
       p.age_group,
       c.identified_on,
       coalesce(n.needs, 0)::int                                     as needs,
       coalesce(n.open_needs, 0)::int                                as open_needs,
       n.first_help_on,
       case when n.first_help_on is not null then greatest(n.first_help_on - c.identified_on, 0) end as days_to_first_help,
       case
           when n.first_help_on is null then 'not_given'
           when n.first_help_on <= c.identified_on + 7 then 'within_week'
           when n.first_help_on <= c.identified_on + interval '1 month' then 'within_month'
           else 'longer'
           end                                                       as time_to_help,
       i.social_services_on
from person p
         join casework_api.counted_case c on c.id = p.case_id
         left join needed n on n.key = p.key
         left join informed i on i.key = p.key;

grant usage on schema needs, needs_api to ledfyr_app, ledfyr_statistics;
grant select, insert on needs.child, needs.contact, needs.children_asked, needs.need, needs.measure, needs.own_file to ledfyr_app;
grant update (place, age_years, sex, struck_at) on needs.child to ledfyr_app;
grant update (answer, asked_on, asked_by) on needs.children_asked to ledfyr_app;
grant update (acute, due_on, state, unmet_reason, opened_at, settled_at, version) on needs.need to ledfyr_app;
grant update (began_on, ended_on, result, struck_at) on needs.measure to ledfyr_app;
grant select on needs.open_spell, needs.duty, needs.release to ledfyr_app;

grant select on needs_api.counted_need, needs_api.counted_need_spread, needs_api.counted_measure, needs_api.counted_person
    to ledfyr_app, ledfyr_statistics;
grant select (id, case_id, child_id, holder, owed_by, type, route, seen_on, acute, due_on, state, unmet_reason, settled_at,
              met_by_authority, met_by_civil_society, first_help_on) on needs.need to ledfyr_statistics;
grant select (id, need_id, given_by, sector, began_on, ended_on, result, struck_at) on needs.measure to ledfyr_statistics;
grant select (id, case_id, age_years, sex, own_case_id, struck_at) on needs.child to ledfyr_statistics;
grant select (id, case_id, child_id, authority, result, made_on) on needs.contact to ledfyr_statistics;
grant select (need_id, began, ended, organisation) on needs.duty to ledfyr_statistics;

revoke execute on function needs.begin_need(), needs.keep_duty(), needs.count_help(), needs.follow_the_case(),
    needs.refuse_closing(), needs.pass_duty(uuid, uuid, timestamptz), needs.let_go(uuid, uuid, uuid[], timestamptz),
    needs.hold_on(uuid), needs.take_over(uuid, timestamptz), needs.give_own_case(uuid, uuid) from public;
grant execute on function needs.let_go(uuid, uuid, uuid[], timestamptz), needs.hold_on(uuid),
    needs.take_over(uuid, timestamptz), needs.give_own_case(uuid, uuid) to ledfyr_app;
