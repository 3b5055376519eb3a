-- The return programme at work: applications that only a regional coordinator opens, the decision of whoever carries out returns,
-- and the course before, during and after the journey. An application is a thin row without anybody's name, seen by its two ends;
-- who it is about each end knows for itself, and identity goes along as a parcel through the gate of consents.
create schema returns;
create schema returns_api;

-- Many who go together: one act, one plan of costs. Each is decided alone.
create table returns.return_group
(
    id           uuid primary key,
    organisation uuid        not null references organisations.organisation,
    operator     uuid references organisations.organisation,
    event_id     uuid        not null,
    code         text        not null,
    opened_on    date        not null,
    opened_at    timestamptz not null,
    opened_by    uuid        not null,
    unique (id, organisation),
    foreign key (event_id, organisation) references casework.event (id, organisation),
    check (operator <> organisation)
);
comment on column returns.return_group.code is 'the code of the event as grants and tables name the group';
create index on returns.return_group (organisation, opened_on desc, id);
create index on returns.return_group (operator, opened_on desc, id) where operator is not null;

create table returns.application
(
    id                uuid primary key,
    organisation      uuid        not null references organisations.organisation,
    operator          uuid references organisations.organisation,
    group_id          uuid,
    with_id           uuid,
    role              text        not null check (role in ('exploited', 'accompanying_family_member', 'accompanying_child')),
    return_country    text        not null check (return_country ~ '^[A-Z]{2}$'),
    told_on           date        not null,
    told_about        text[]      not null check (cardinality(told_about) between 1 and 20),
    told_language     text        not null,
    told_interpreter  text        not null,
    opened_on         date        not null,
    opened_at         timestamptz not null,
    opened_by         uuid        not null,
    answer_by         date        not null,
    form_by           date        not null,
    applied_on        date,
    parcel_id         uuid references people.parcel,
    state             text        not null default 'SENT' check (state in ('SENT', 'ADMITTED', 'REFUSED', 'WITHDRAWN')),
    decided_on        date,
    decided_at        timestamptz,
    decided_in        uuid references organisations.organisation,
    decided_by        uuid,
    refused           text,
    grant_id          uuid,
    granted_on        date,
    exit_deadline     date,
    planned_departure date,
    departed_on       date,
    arrived_on        date,
    follow_up_on      date,
    contact_until     date,
    outcome           text,
    contact_end       text,
    ended_on          date,
    funding_year      smallint check (funding_year between 2000 and 2100),
    carried_over      boolean     not null generated always as
        (coalesce(funding_year <> extract(year from granted_on), false)) stored,
    planned_ore       bigint      not null default 0 check (planned_ore >= 0),
    stage             text        not null generated always as (case
        when state in ('REFUSED', 'WITHDRAWN') or outcome is not null then 'ENDED'
        when arrived_on is not null then 'AFTER'
        when departed_on is not null then 'JOURNEY'
        when state = 'ADMITTED' then 'BEFORE'
        else 'WAITING' end) stored,
    due_on            date        not null default 'infinity',
    due_what          text,
    version           int         not null default 1 check (version >= 1),
    changed_at        timestamptz not null,
    unique (id, organisation),
    foreign key (group_id, organisation) references returns.return_group (id, organisation),
    foreign key (with_id, organisation) references returns.application (id, organisation),
    foreign key (grant_id, organisation) references programmes.amp_grant (id, organisation),
    check (operator <> organisation),
    check ((role = 'exploited') = (with_id is null)),
    check ((operator is null) = (parcel_id is null)),
    check (told_on <= opened_on),
    check ((state = 'ADMITTED') = (grant_id is not null) and (grant_id is null) = (granted_on is null)),
    check ((state in ('ADMITTED', 'REFUSED')) = (decided_on is not null)),
    check ((state = 'REFUSED') = (refused is not null)),
    check (arrived_on >= departed_on and (arrived_on is null or departed_on is not null)),
    check ((outcome is null) = (ended_on is null) and (contact_end is null or outcome is not null)),
    check ((state = 'ADMITTED') = (funding_year is not null))
);
comment on column returns.application.with_id is 'the application of the exploited person whom somebody accompanies';
comment on column returns.application.applied_on is 'when the form of the application was complete; in a group often after the journey';
comment on column returns.application.funding_year is 'the year whose money pays; may be another than that of the admission';
comment on column returns.application.planned_ore is 'what is planned for this person, in whole öre; of a group''s plan their share';
comment on column returns.application.contact_until is 'first day on which contact may end: at least six months after the arrival';
-- Lists go by stage and by what is due first. Comparing organisations is free of leaks, so these serve under row security too.
create index of_office on returns.application (organisation, stage, due_on, id);
create index of_operator on returns.application (operator, stage, due_on, id) where operator is not null;
create index of_group on returns.application (group_id) where group_id is not null;
create index of_companions on returns.application (with_id) where with_id is not null;
create index of_grant on returns.application (grant_id) where grant_id is not null;
create index of_parcel on returns.application (parcel_id) where parcel_id is not null;

-- Who it is, at each end. The two know the person under different ids and never see the other's.
create table returns.own_end
(
    application_id  uuid not null references returns.application,
    organisation    uuid not null,
    person_id       uuid not null,
    registration_id uuid,
    closed          boolean not null default false,
    primary key (application_id, organisation),
    foreign key (person_id, organisation) references people.person (id, organisation),
    foreign key (registration_id, organisation) references casework.registration (id, organisation)
);
create index on returns.own_end (person_id);
-- Nobody has two applications at a time.
create unique index one_at_a_time on returns.own_end (organisation, person_id) where not closed and registration_id is not null;

create table returns.measure
(
    id             uuid primary key,
    application_id uuid        not null references returns.application,
    kind           text        not null,
    given_on       date        not null,
    noted_in       uuid        not null references organisations.organisation,
    noted_by       uuid        not null,
    noted_at       timestamptz not null,
    removed_at     timestamptz
);
create index on returns.measure (application_id, given_on, id);

create table returns.escort
(
    id             uuid primary key,
    application_id uuid        not null references returns.application,
    who            text        not null,
    from_country   text        not null check (from_country ~ '^[A-Z]{2}$'),
    to_country     text        not null check (to_country ~ '^[A-Z]{2}$'),
    from_on        date        not null,
    to_on          date        not null,
    noted_in       uuid        not null references organisations.organisation,
    noted_by       uuid        not null,
    noted_at       timestamptz not null,
    removed_at     timestamptz,
    check (to_on >= from_on)
);
create index on returns.escort (application_id, from_on, id);

-- By when somebody must have left the country, and what was done to have it moved.
create table returns.exit_step
(
    id             uuid primary key,
    application_id uuid        not null references returns.application,
    kind           text        not null check (kind in ('SET', 'ASKED', 'EXTENDED', 'REFUSED')),
    happened_on    date        not null,
    deadline       date,
    noted_in       uuid        not null references organisations.organisation,
    noted_by       uuid        not null,
    noted_at       timestamptz not null,
    check ((kind = 'REFUSED') = (deadline is null))
);
create index on returns.exit_step (application_id, noted_at, id);

create table returns.follow_up
(
    id             uuid primary key,
    application_id uuid not null references returns.application,
    rule           text not null,
    due_on         date not null,
    held_on        date,
    way            text,
    contentment    text,
    success        text,
    noted_in       uuid references organisations.organisation,
    noted_by       uuid,
    noted_at       timestamptz,
    unique (application_id, rule),
    check (num_nonnulls(held_on, way, noted_in, noted_by, noted_at) in (0, 5)),
    check (held_on is not null or num_nonnulls(contentment, success) = 0)
);

-- What a return is planned to cost, in whole öre: for a group, or for one application outside a group.
create table returns.cost_line
(
    id             uuid primary key,
    group_id       uuid references returns.return_group,
    application_id uuid references returns.application,
    what           text        not null,
    unit_ore       bigint      not null check (unit_ore between 0 and 100000000000),
    persons        int         not null check (persons between 1 and 1000),
    total_ore      bigint      not null generated always as (unit_ore * persons) stored,
    noted_in       uuid        not null references organisations.organisation,
    noted_by       uuid        not null,
    noted_at       timestamptz not null,
    removed_at     timestamptz,
    check (num_nonnulls(group_id, application_id) = 1)
);
create index on returns.cost_line (group_id) where group_id is not null;
create index on returns.cost_line (application_id) where application_id is not null;

-- Only a regional coordinator: a member with that role, in an office of that kind.
create function returns.may_open() returns boolean
    language sql stable security definer set search_path = ''
as $$
select exists (select from organisations.member m join organisations.organisation o on o.id = m.organisation
               where m.id = access.acting_member() and o.id = access.acting_organisation() and o.closed_at is null
                 and o.kind = 'REGIONAL_COORDINATION' and 'COORDINATOR' = any (m.roles) and m.disabled_at is null)
$$;

-- Applications about people who are sealed from the acting member.
create function returns.hidden_applications() returns uuid[]
    language plpgsql stable security definer set search_path = '' parallel safe
as $$
declare
    people uuid[] := people.hidden_from_me();
begin
    if cardinality(people) = 0 then
        return '{}';
    end if;
    return (select coalesce(array_agg(e.application_id), '{}') from returns.own_end e where e.person_id = any (people));
end
$$;

do $$
declare t text;
begin
    foreach t in array array ['return_group', 'application', 'own_end', 'measure', 'escort', 'exit_step', 'follow_up', 'cost_line'] loop
        execute format('alter table returns.%I enable row level security', t);
        execute format('alter table returns.%I force row level security', t);
        execute format('create policy owner_acts on returns.%I for all to ledfyr_owner using (true) with check (true)', t);
    end loop;
    -- The operator sees the course of those it admitted; before that, what it is to decide about and no more.
    foreach t in array array ['measure', 'escort', 'exit_step', 'follow_up'] loop
        execute format('create policy both_ends on returns.%I for select to ledfyr_app
                            using (exists (select from returns.application a where a.id = application_id
                                           and (a.organisation = (select access.acting_organisation()) or a.state = ''ADMITTED'')))', t);
        execute format('create policy in_ones_own_name on returns.%I for insert to ledfyr_app
                            with check (exists (select from returns.application a where a.id = application_id
                                                and (a.organisation = (select access.acting_organisation()) or a.state = ''ADMITTED'')))', t);
        execute format('create policy both_ends_change on returns.%I for update to ledfyr_app
                            using (exists (select from returns.application a where a.id = application_id
                                           and (a.organisation = (select access.acting_organisation()) or a.state = ''ADMITTED'')))
                            with check (true)', t);
        execute format('create policy sealed_is_not_there on returns.%I as restrictive for all to ledfyr_app
                            using (application_id <> all ((select returns.hidden_applications())::uuid[]))', t);
    end loop;
end
$$;

create policy both_ends on returns.application for select to ledfyr_app
    using (organisation = (select access.acting_organisation()) or operator = (select access.acting_organisation()));
create policy only_a_coordinator_opens on returns.application for insert to ledfyr_app
    with check (organisation = (select access.acting_organisation()) and (select returns.may_open())
                and opened_by = (select access.acting_member()) and state = 'SENT');
create policy both_ends_move on returns.application for update to ledfyr_app
    using (organisation = (select access.acting_organisation()) or operator = (select access.acting_organisation()))
    with check (true);
create policy sealed_is_not_there on returns.application as restrictive for all to ledfyr_app
    using (id <> all ((select returns.hidden_applications())::uuid[]));

create policy both_ends on returns.return_group for select to ledfyr_app
    using (organisation = (select access.acting_organisation()) or operator = (select access.acting_organisation()));
create policy only_a_coordinator_opens on returns.return_group for insert to ledfyr_app
    with check (organisation = (select access.acting_organisation()) and (select returns.may_open())
                and opened_by = (select access.acting_member()));

create policy own_end on returns.own_end for select to ledfyr_app
    using (organisation = (select access.acting_organisation()));
create policy own_end_adds on returns.own_end for insert to ledfyr_app
    with check (organisation = (select access.acting_organisation())
                and exists (select from returns.application a where a.id = application_id));
create policy own_end_closes on returns.own_end for update to ledfyr_app
    using (organisation = (select access.acting_organisation()))
    with check (organisation = (select access.acting_organisation()));
select people.hide_sealed('returns.own_end');

create policy both_ends on returns.cost_line for select to ledfyr_app
    using (exists (select from returns.return_group g where g.id = group_id)
           or exists (select from returns.application a where a.id = application_id));
create policy both_ends_add on returns.cost_line for insert to ledfyr_app
    with check (noted_by = (select access.acting_member())
                and (exists (select from returns.return_group g where g.id = group_id)
                     or exists (select from returns.application a where a.id = application_id)));
create policy both_ends_change on returns.cost_line for update to ledfyr_app
    using (exists (select from returns.return_group g where g.id = group_id)
           or exists (select from returns.application a where a.id = application_id))
    with check (true);
create policy sealed_is_not_there on returns.cost_line as restrictive for all to ledfyr_app
    using (application_id is null or application_id <> all ((select returns.hidden_applications())::uuid[]));

-- Who may take which step. The application asks first and says so in words; here it is certain.
create function returns.guard_step() returns trigger language plpgsql set search_path = ''
as $$
declare
    me     constant uuid    := access.acting_organisation();
    office constant boolean := me = old.organisation;
    decides constant boolean := me = coalesce(old.operator, old.organisation);
    lawful boolean;
begin
    if current_user = 'ledfyr_owner' then
        return new;
    end if;
    if new.state <> old.state then
        lawful := case
            when old.state = 'SENT' and new.state in ('ADMITTED', 'REFUSED') then
                decides and new.decided_in = me and new.decided_by is not distinct from access.acting_member()
            when old.state = 'SENT' and new.state = 'WITHDRAWN' then office
            when old.state = 'ADMITTED' and new.state = 'REFUSED' then
                decides and old.departed_on is null and new.decided_in = me
                and new.decided_by is not distinct from access.acting_member()
            else false
        end;
        if lawful is not true then
            raise exception 'No such step from here' using errcode = 'check_violation', constraint = 'return_step';
        end if;
    elsif not (office or old.state = 'ADMITTED') or old.state in ('REFUSED', 'WITHDRAWN') then
        raise exception 'Nothing is noted about what has ended or is not admitted'
            using errcode = 'check_violation', constraint = 'return_step';
    end if;
    return new;
end
$$;
create trigger guard_step before update on returns.application for each row execute function returns.guard_step();

-- What is due next, kept beside the row so that a list of many thousands need not look anything up.
create function returns.find_what_is_due() returns trigger language plpgsql set search_path = ''
as $$
begin
    new.due_on := 'infinity';
    new.due_what := null;
    if new.state in ('SENT', 'ADMITTED') and new.outcome is null then
        select coalesce(w.day, 'infinity'), w.what into new.due_on, new.due_what
        from (values ('decision', case when new.state = 'SENT' then new.answer_by end),
                     ('exit', case when new.departed_on is null then new.exit_deadline end),
                     ('departure', case when new.departed_on is null then new.planned_departure end),
                     ('arrival', case when new.departed_on is not null and new.arrived_on is null then new.departed_on + 3 end),
                     ('form', case when new.applied_on is null then new.form_by end),
                     ('follow_up', new.follow_up_on),
                     ('contact', case when new.arrived_on is not null then new.contact_until end)) as w (what, day)
        where w.day is not null
        order by w.day, w.what
        limit 1;
        if not found then
            new.due_on := 'infinity';
        end if;
    end if;
    return new;
end
$$;
create trigger a_find_what_is_due before insert or update on returns.application
    for each row execute function returns.find_what_is_due();

-- What ends with an application that leads nowhere: what was sent along and not adopted, and the person's place.
create function returns.settle() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    if new.state in ('REFUSED', 'WITHDRAWN') then
        update people.parcel p set data_key = null, sealed = null, sealed_identity = null, closed_at = new.changed_at
        where p.id = new.parcel_id and p.closed_at is null and p.adopted_at is null;
    end if;
    if new.stage = 'ENDED' then
        update returns.own_end e set closed = true where e.application_id = new.id;
    end if;
    return null;
end
$$;
create trigger settle after update on returns.application for each row
    when (old.stage <> new.stage) execute function returns.settle();

-- Sets the clocks of both ends to what is due next, and stops those of what is done. Those of a group that are due on the same day
-- for the same share one clock that leads to the group; somebody sealed has their own, which is hidden with them.
-- That the owner sets clocks for other organisations is allowed in V0025.

create function returns.set_clocks(ids uuid[], moment timestamptz) returns void
    language plpgsql volatile security definer set search_path = ''
as $$
declare
    me     constant uuid   := access.acting_organisation();
    groups constant uuid[] := (select coalesce(array_agg(distinct a.group_id), '{}') from returns.application a
                               where a.id = any (ids) and a.group_id is not null and me in (a.organisation, a.operator));
begin
    with ends as materialized (
        select e.organisation, 'return_' || a.due_what as kind,
               (a.due_on + 1)::timestamp at time zone 'Europe/Stockholm' as due_at, a.due_what is not null as is_due, a.id,
               case when w.single then 'PERSON' else 'RETURN_GROUP' end as subject_kind,
               case when w.single then e.person_id else a.group_id end as subject,
               case when w.single then '/returns/' || a.id else '/returns/groups/' || a.group_id end as path
        from returns.application a
                 join returns.own_end e on e.application_id = a.id
                 cross join lateral (select a.group_id is null or exists (select from emergency.seal s
                                                                          where s.person_id = e.person_id and s.lifted_at is null)
                                                as single) w
        where (a.id = any (ids) or a.group_id = any (groups)) and me in (a.organisation, a.operator)),
    wanted as (
        select distinct organisation, kind, subject_kind, subject, path, due_at from ends where is_due and due_at <> 'infinity'),
    over as (
        update deadlines.clock c
        set done_at = moment, next_at = null,
            stage = case when c.stage = 'DUE' then 'DUE' else 'STOPPED' end
        where c.done_at is null and c.kind like 'return\_%'
          and (c.subject, c.path) in (select n.subject, n.path from ends n)
          and not exists (select from wanted w where w.organisation = c.organisation and w.kind = c.kind
                             and w.subject = c.subject and w.path = c.path and w.due_at = c.due_at)
        returning c.id)
    insert into deadlines.clock (id, organisation, kind, subject_kind, subject, path, set_at, half_at, due_at, next_at)
    select gen_random_uuid(), w.organisation, w.kind, w.subject_kind, w.subject, w.path, moment, h.half_at, w.due_at,
           case when h.half_at is null or h.half_at <= moment then w.due_at else h.half_at end
    from wanted w
             cross join lateral (select case when w.kind in ('return_exit', 'return_contact') then w.due_at - interval '7 days' end
                                            as half_at) h
    where not exists (select from deadlines.clock c where c.organisation = w.organisation and c.kind = w.kind and c.done_at is null
                         and c.subject = w.subject and c.path = w.path and c.due_at = w.due_at);
end
$$;

-- Shares a plan of costs out: every live application of the group has the same part in whole öre, and the first ones one more
-- until the sum is that of the plan.
create function returns.share_out(the_group uuid) returns void
    language sql volatile security definer set search_path = ''
as $$
with plan as (select coalesce(sum(l.total_ore), 0)::bigint as ore from returns.cost_line l where l.group_id = the_group and l.removed_at is null),
     live as (select a.id, row_number() over (order by a.id) as place, count(*) over () as many
              from returns.application a
              where a.group_id = the_group and a.state in ('SENT', 'ADMITTED')
                and (select access.acting_organisation()) in (a.organisation, a.operator)),
     part as (select l.id, (p.ore / l.many + case when l.place <= p.ore % l.many then 1 else 0 end) as ore from live l cross join plan p)
update returns.application a set planned_ore = part.ore from part where a.id = part.id and a.planned_ore <> part.ore
$$;

revoke execute on function returns.may_open(), returns.hidden_applications(), returns.guard_step(), returns.find_what_is_due(),
    returns.settle(), returns.set_clocks(uuid[], timestamptz), returns.share_out(uuid) from public;
grant usage on schema returns, returns_api to ledfyr_app, ledfyr_statistics;
grant execute on function returns.may_open(), returns.hidden_applications(), returns.set_clocks(uuid[], timestamptz),
    returns.share_out(uuid) to ledfyr_app;
grant select, insert on returns.return_group, returns.application, returns.own_end, returns.measure, returns.escort,
    returns.exit_step, returns.follow_up, returns.cost_line to ledfyr_app;
grant update (return_country, applied_on, state, decided_on, decided_at, decided_in, decided_by, refused, grant_id, granted_on,
              exit_deadline, planned_departure, departed_on, arrived_on, follow_up_on, contact_until, outcome, contact_end, ended_on,
              funding_year, planned_ore, version, changed_at) on returns.application to ledfyr_app;
grant update (removed_at) on returns.measure, returns.escort, returns.cost_line to ledfyr_app;
grant update (due_on, held_on, way, contentment, success, noted_in, noted_by, noted_at) on returns.follow_up to ledfyr_app;

-- For counting and for money: one row an application, without who it is about.
create policy national_facts on returns.application for select to ledfyr_statistics
    using ((select access.reads_national_facts()));
create policy national_facts on returns.return_group for select to ledfyr_statistics
    using ((select access.reads_national_facts()));
grant select (id, organisation, operator, group_id, role, return_country, opened_on, applied_on, state, refused, grant_id, granted_on,
              departed_on, arrived_on, outcome, ended_on, funding_year, carried_over, planned_ore, stage)
    on returns.application to ledfyr_statistics;
grant select (id, organisation, code, opened_on) on returns.return_group to ledfyr_statistics;

create view returns_api.programme_return with (security_invoker = true) as
select a.organisation,
       a.id,
       a.grant_id,
       a.applied_on,
       a.granted_on,
       a.departed_on,
       a.funding_year,
       a.carried_over,
       a.group_id,
       a.planned_ore,
       a.outcome,
       a.operator,
       a.role,
       a.return_country,
       a.opened_on,
       a.arrived_on,
       a.ended_on,
       a.state,
       a.stage,
       g.code                              as group_code
from returns.application a
         left join returns.return_group g on g.id = a.group_id;

-- How people come into the programme, for a forecast: applications by the day on which they were opened, each group as one shock.
create view returns_api.arrival with (security_invoker = true) as
select a.organisation,
       a.operator,
       a.opened_on                                            as day,
       a.group_id,
       count(*)                                               as persons,
       count(*) filter (where a.state = 'ADMITTED')           as admitted,
       sum(a.planned_ore) filter (where a.state in ('SENT', 'ADMITTED')) as planned_ore
from returns.application a
group by a.organisation, a.operator, a.opened_on, a.group_id;

grant select on returns_api.programme_return, returns_api.arrival to ledfyr_app, ledfyr_statistics;
