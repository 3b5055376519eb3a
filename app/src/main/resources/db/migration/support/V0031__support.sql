-- The national support programme at work: what is asked for, what the programme's office decides, the days that are used, the
-- homes and their places. What is counted stays in programmes.nsp_grant; everything here points to it by (id, organisation).
create schema support;
create schema support_api;

alter table programmes.nsp_grant add constraint grant_of_one_person unique (id, organisation, person_id);

-- An application as its two ends see it: nothing in it tells who the person is. One that came by telephone or on paper has the
-- same organisation at both ends, the programme's own office.
create table support.application
(
    id                uuid primary key,
    from_organisation uuid        not null references organisations.organisation,
    to_organisation   uuid        not null references organisations.organisation,
    applicant         text        not null check (applicant in ('coordinator', 'social_board', 'member_organisation', 'person')),
    channel           text        not null check (channel in ('LEDFYR', 'TELEPHONE', 'PAPER')),
    case_id           uuid references casework.case_file,
    parcel_id         uuid references people.parcel,
    region            text        not null,
    age_group         text        not null check (age_group in ('adult', 'child', 'unknown')),
    children          smallint    not null check (children between 0 and 20),
    ground            text        not null,
    components        text[]      not null check (cardinality(components) > 0),
    applied_on        date        not null,
    made_at           timestamptz not null,
    made_by           uuid        not null,
    state             text        not null default 'OPEN' check (state in ('OPEN', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
    closed_at         timestamptz,
    closed_by_organisation uuid references organisations.organisation,
    closed_by_member  uuid,
    refused_because   text,
    granted           text[],
    rest_days         smallint check (rest_days >= 0),
    integration_days  smallint check (integration_days >= 0),
    ended_on          date,
    check ((channel = 'LEDFYR') = (from_organisation <> to_organisation)),
    check ((channel = 'LEDFYR') = (case_id is not null) and (channel = 'LEDFYR') = (parcel_id is not null)),
    check ((state = 'OPEN') = (closed_at is null) and (closed_at is null) = (closed_by_organisation is null)),
    check ((state = 'REFUSED') = (refused_because is not null)),
    check ((state = 'GRANTED') = (granted is not null) and (granted is null) = (rest_days is null)
           and (granted is null) = (integration_days is null)),
    check (ended_on is null or state = 'GRANTED')
);
comment on column support.application.ended_on is 'the receipt for whoever applied: the last day of the support';
create unique index one_open_application_of_a_case on support.application (case_id) where state = 'OPEN';
create index applications_here on support.application (to_organisation, state, applied_on desc, id desc);
create index applications_made on support.application (from_organisation, applied_on desc, id desc);
create index applications_of_a_case on support.application (case_id) where case_id is not null;

-- Whom it is about at the programme's office, and what it became there. The two ends never see each other's identifiers.
create table support.own_file
(
    application_id uuid not null primary key references support.application,
    organisation   uuid not null,
    person_id      uuid not null,
    grant_id       uuid,
    foreign key (person_id, organisation) references people.person (id, organisation),
    foreign key (grant_id, organisation) references programmes.nsp_grant (id, organisation)
);
create index on support.own_file (person_id);
create unique index on support.own_file (grant_id) where grant_id is not null;

-- A municipality that said no before anybody applied, with its reason and whether it said so in writing.
create table support.refusal
(
    id                uuid primary key,
    application_id    uuid    not null references support.application,
    municipality_code text    not null check (municipality_code ~ '^[0-9]{4}$'),
    declined          text    not null,
    in_writing        boolean not null,
    asked_in_writing  boolean not null,
    refused_on        date
);
create index on support.refusal (application_id);

-- What the two ends write to each other; each text has a key of its own. ADDRESS is where a home lies, for whoever applied.
create table support.note
(
    id             uuid primary key,
    application_id uuid        not null references support.application,
    kind           text        not null check (kind in ('WHY', 'QUESTION', 'REPLY', 'REFUSAL', 'WITHDRAWAL', 'ADDRESS')),
    replies_to     uuid references support.note,
    written_by     uuid        not null references organisations.organisation,
    member         uuid        not null,
    read_by        uuid        not null references organisations.organisation,
    written_at     timestamptz not null,
    data_key       bytea,
    sealed         bytea,
    check ((kind = 'REPLY') = (replies_to is not null)),
    check ((data_key is null) = (sealed is null))
);
create index on support.note (application_id);
create unique index one_reply_to_a_question on support.note (replies_to);

-- One row for everybody in the programme: begun with the decision, ended with an outcome.
create table support.course
(
    grant_id     uuid        not null,
    organisation uuid        not null,
    person_id    uuid        not null,
    granted_on   date        not null,
    begun_at     timestamptz not null,
    ended_on     date,
    outcome      text,
    primary key (grant_id, organisation),
    unique (grant_id, organisation, person_id),
    foreign key (grant_id, organisation, person_id) references programmes.nsp_grant (id, organisation, person_id),
    check ((ended_on is null) = (outcome is null))
);
create index courses_under_way on support.course (organisation, granted_on desc, grant_id desc) where ended_on is null;
create index courses_over on support.course (organisation, ended_on desc, grant_id desc) where ended_on is not null;
create index on support.course (person_id);

-- Days of rest and of integration, inside the grant or beyond it. What is booked ahead counts against the grant as what is used.
create table support.period
(
    id           uuid primary key,
    organisation uuid        not null,
    grant_id     uuid        not null,
    person_id    uuid        not null,
    phase        text        not null check (phase in ('REST', 'INTEGRATION')),
    beyond       boolean     not null,
    payer        text        not null check (payer in ('PROGRAMME', 'HOME', 'MUNICIPALITY', 'OTHER')),
    beyond_why   text,
    first_day    date        not null,
    last_day     date        not null,
    days         daterange   not null generated always as (daterange(first_day, last_day, '[]')) stored,
    written_at   timestamptz not null,
    written_by   uuid,
    struck_at    timestamptz,
    foreign key (grant_id, organisation, person_id) references support.course (grant_id, organisation, person_id),
    check (last_day >= first_day and last_day - first_day < 1000),
    -- Inside its limits the programme pays; beyond them somebody does, and there is a reason.
    check (beyond or payer = 'PROGRAMME'),
    check (beyond = (beyond_why is not null)),
    constraint no_day_twice exclude using gist (person_id with =, days with &&) where (struck_at is null)
);
create index on support.period (grant_id, first_day) where struck_at is null;
create index period_ends on support.period (organisation, last_day) where struck_at is null;

-- Days inside the grant never exceed it, whoever books at the same moment: the course is locked while they are added up.
create function support.keep_within_the_grant() returns trigger
    language plpgsql security definer set search_path = ''
as $$
declare
    granted int;
    booked  int;
begin
    perform from support.course c where c.grant_id = new.grant_id and c.organisation = new.organisation for update;
    select case new.phase when 'REST' then g.rest_days else g.integration_days end into granted
    from programmes.nsp_grant g where g.id = new.grant_id and g.organisation = new.organisation;
    select coalesce(sum(p.last_day - p.first_day + 1), 0) into booked
    from support.period p
    where p.grant_id = new.grant_id and p.organisation = new.organisation and p.phase = new.phase
      and not p.beyond and p.struck_at is null;
    if booked > granted then
        raise exception 'More days than were granted' using errcode = 'check_violation', constraint = 'within_the_grant';
    end if;
    return null;
end
$$;
create trigger keep_within_the_grant after insert or update of first_day, last_day, phase, beyond, struck_at on support.period
    for each row when (not new.beyond and new.struck_at is null) execute function support.keep_within_the_grant();

-- Single measures: what one person was given once.
create table support.measure
(
    id           uuid primary key,
    organisation uuid        not null,
    grant_id     uuid        not null,
    person_id    uuid        not null,
    kind         text        not null,
    given_on     date        not null,
    cost_ore     bigint check (cost_ore >= 0),
    written_at   timestamptz not null,
    written_by   uuid,
    struck_at    timestamptz,
    foreign key (grant_id, organisation, person_id) references support.course (grant_id, organisation, person_id)
);
create index on support.measure (grant_id, given_on) where struck_at is null;
create index on support.measure (organisation, given_on) where struck_at is null;

-- What was answered when a period came to its end: the clock asks before it does.
create table support.follow_up
(
    id           uuid primary key,
    organisation uuid        not null,
    grant_id     uuid        not null,
    person_id    uuid        not null,
    phase        text        not null check (phase in ('REST', 'INTEGRATION')),
    last_day     date        not null,
    follows      text        not null,
    answered_at  timestamptz not null,
    answered_by  uuid,
    foreign key (grant_id, organisation, person_id) references support.course (grant_id, organisation, person_id)
);
create index on support.follow_up (grant_id, answered_at);

-- A home has no name here: whoever may see it knows region and kind. Where it lies is sealed beside it.
create table support.home
(
    id              uuid        not null,
    organisation    uuid        not null references organisations.organisation,
    number          int         not null check (number > 0),
    region          text        not null,
    takes           text[]      not null check (cardinality(takes) > 0
        and takes <@ array ['women', 'men', 'children', 'addiction', 'young_adults']),
    certified_until date,
    operator        uuid references organisations.organisation,
    data_key        bytea,
    sealed          bytea,
    made_at         timestamptz not null,
    closed_on       date,
    primary key (id, organisation),
    unique (organisation, number),
    check ((data_key is null) = (sealed is null))
);
comment on column support.home.certified_until is 'last day of its certification; null for a home that is not certified';
comment on column support.home.sealed is 'its name and address, under a key of its own';

-- Numbered places and when there are so many.
create table support.place
(
    home_id      uuid      not null,
    organisation uuid      not null,
    number       int       not null check (number between 1 and 500),
    from_day     date      not null,
    to_day       date check (to_day > from_day),
    valid        daterange not null generated always as (daterange(from_day, to_day)) stored,
    constraint one_place_one_number primary key (home_id, number, valid without overlaps),
    foreign key (home_id, organisation) references support.home (id, organisation)
);
comment on column support.place.to_day is 'first day on which there is no such place any more; null while there is';

-- Who lives where. The nights are those from the day of arrival up to the one before leaving. A row without anybody is a place
-- that the home has filled itself or keeps closed.
create table support.placement
(
    id           uuid primary key,
    organisation uuid        not null,
    grant_id     uuid,
    person_id    uuid,
    kind         text        not null check (kind in ('protected_housing', 'outside_protected_housing', 'home_country')),
    home_id      uuid,
    place_no     int,
    arrives_on   date        not null,
    leaves_on    date        not null,
    nights       daterange   not null generated always as (daterange(arrives_on, leaves_on)) stored,
    written_at   timestamptz not null,
    written_by   uuid,
    struck_at    timestamptz,
    foreign key (grant_id, organisation, person_id) references support.course (grant_id, organisation, person_id),
    foreign key (home_id, organisation) references support.home (id, organisation),
    constraint only_while_there_is_such_a_place foreign key (home_id, place_no, period nights)
        references support.place (home_id, number, period valid),
    check (leaves_on > arrives_on and leaves_on - arrives_on < 1000),
    check ((grant_id is null) = (person_id is null)),
    check (person_id is not null or home_id is not null),
    check ((kind = 'protected_housing') = (home_id is not null) and (home_id is null) = (place_no is null)),
    constraint never_two_in_a_place exclude using gist (home_id with =, place_no with =, nights with &&) where (struck_at is null),
    constraint nobody_in_two_places exclude using gist (person_id with =, nights with &&) where (struck_at is null)
);
create index on support.placement (grant_id, arrives_on) where struck_at is null;
create index placements_by_end on support.placement (organisation, leaves_on) where struck_at is null and home_id is not null;

-- The first place of a home that is free all those nights, or null. Locks the home, so that two who ask at the same moment are
-- not given the same one. It counts everybody, also those whom the one who asks cannot see: a taken place is taken.
create function support.free_place(the_home uuid, arrives date, leaves date, but_not uuid) returns int
    language plpgsql volatile security definer set search_path = ''
as $$
begin
    perform from support.home h
    where h.id = the_home and h.organisation = (select access.acting_organisation()) and h.closed_on is null
    for update;
    if not found then
        return null;
    end if;
    return (select min(p.number)
            from support.place p
            where p.home_id = the_home and p.from_day <= arrives and (p.to_day is null or p.to_day >= leaves)
              and not exists (select from support.placement l
                              where l.home_id = the_home and l.place_no = p.number and l.struck_at is null
                                and l.arrives_on < leaves and l.leaves_on > arrives and l.id is distinct from but_not));
end
$$;

-- How many places of each home there are on a night and how many of them are taken, by whomever.
create function support.occupancy(night date) returns table (home uuid, places int, taken int)
    language sql stable security definer set search_path = ''
as $$
select h.id, coalesce(p.places, 0)::int, coalesce(l.taken, 0)::int
from support.home h
         left join (select q.home_id, count(*) as places from support.place q
                    where q.organisation = (select access.acting_organisation())
                      and q.from_day <= night and (q.to_day is null or q.to_day > night)
                    group by q.home_id) p on p.home_id = h.id
         left join (select m.home_id, count(*) as taken from support.placement m
                    where m.organisation = (select access.acting_organisation()) and m.struck_at is null
                      and m.home_id is not null and m.leaves_on > night and m.arrives_on <= night
                    group by m.home_id) l on l.home_id = h.id
where h.organisation = (select access.acting_organisation()) and h.closed_on is null
$$;

-- The places of one home on a night and until when each is taken.
create function support.places_on(the_home uuid, night date) returns table (number int, taken_until date)
    language sql stable security definer set search_path = ''
as $$
select p.number,
       (select max(l.leaves_on) from support.placement l
        where l.home_id = p.home_id and l.place_no = p.number and l.struck_at is null
          and l.arrives_on <= night and l.leaves_on > night)
from support.place p
where p.home_id = the_home and p.organisation = (select access.acting_organisation())
  and p.from_day <= night and (p.to_day is null or p.to_day > night)
order by p.number
$$;

-- Which regions have homes for whom, in the whole country, without saying where or how full they are.
create function support.covered() returns table (region text, takes text)
    language sql stable security definer set search_path = ''
as $$
select distinct h.region, t.takes
from support.home h
         cross join lateral unnest(h.takes) t (takes)
where h.closed_on is null and (select access.acting_organisation()) is not null
  and exists (select from support.place p where p.home_id = h.id and p.from_day <= current_date
                                            and (p.to_day is null or p.to_day > current_date))
$$;

-- Applications of somebody who is sealed at the office are not there for those who are not named.
create function support.hidden_applications() returns uuid[]
    language plpgsql stable security definer set search_path = '' parallel safe
as $$
declare
    people uuid[] := people.hidden_from_me();
begin
    if cardinality(people) = 0 then
        return '{}';
    end if;
    return (select coalesce(array_agg(f.application_id), '{}') from support.own_file f where f.person_id = any (people));
end
$$;

do $$
declare t text;
begin
    foreach t in array array ['application', 'own_file', 'refusal', 'note', 'course', 'period', 'measure', 'follow_up', 'home', 'place',
                              'placement'] loop
        execute format('alter table support.%I enable row level security', t);
        execute format('alter table support.%I force row level security', t);
        execute format('create policy owner_acts on support.%I for all to ledfyr_owner using (true) with check (true)', t);
    end loop;
    foreach t in array array ['own_file', 'course', 'period', 'measure', 'follow_up', 'home', 'place', 'placement'] loop
        execute format('create policy own_organisation on support.%I for select to ledfyr_app
                            using (organisation = (select access.acting_organisation()))', t);
        execute format('create policy own_organisation_adds on support.%I for insert to ledfyr_app
                            with check (organisation = (select access.acting_organisation()))', t);
        execute format('create policy own_organisation_changes on support.%I for update to ledfyr_app
                            using (organisation = (select access.acting_organisation()))
                            with check (organisation = (select access.acting_organisation()))', t);
    end loop;
    foreach t in array array ['own_file', 'course', 'period', 'measure', 'follow_up', 'placement'] loop
        perform people.hide_sealed(format('support.%I', t)::regclass);
    end loop;
    foreach t in array array ['course', 'period', 'measure', 'follow_up', 'home', 'place', 'placement', 'refusal', 'application'] loop
        execute format('create policy national_facts on support.%I for select to ledfyr_statistics
                            using ((select access.reads_national_facts()))', t);
    end loop;
end
$$;
-- The register of homes belongs to whoever runs the programme.
create policy only_the_programme on support.home as restrictive for insert to ledfyr_app
    with check (exists (select from organisations.organisation o
                        where o.id = (select access.acting_organisation()) and o.kind = 'PROGRAMME_OFFICE'));

create policy both_ends on support.application for select to ledfyr_app
    using (from_organisation = (select access.acting_organisation()) or to_organisation = (select access.acting_organisation()));
create policy applicant_applies on support.application for insert to ledfyr_app
    with check (from_organisation = (select access.acting_organisation()) and made_by = (select access.acting_member())
                and state = 'OPEN'
                and exists (select from organisations.organisation o where o.id = to_organisation and o.kind = 'PROGRAMME_OFFICE'));
create policy both_ends_move on support.application for update to ledfyr_app
    using (from_organisation = (select access.acting_organisation()) or to_organisation = (select access.acting_organisation()))
    with check (true);
create policy sealed_is_not_there on support.application as restrictive for all to ledfyr_app
    using ((case_id is null or case_id <> all ((select casework.hidden_cases())::uuid[]))
           and (parcel_id is null or parcel_id <> all ((select people.hidden_things())::uuid[]))
           and id <> all ((select support.hidden_applications())::uuid[]));

create policy both_ends on support.refusal for select to ledfyr_app
    using (exists (select from support.application a where a.id = application_id));
create policy applicant_adds on support.refusal for insert to ledfyr_app
    with check (exists (select from support.application a
                        where a.id = application_id and a.state = 'OPEN'
                          and (a.from_organisation = (select access.acting_organisation())
                               or a.to_organisation = (select access.acting_organisation()))));
create policy sealed_is_not_there on support.refusal as restrictive for all to ledfyr_app
    using (exists (select from support.application a where a.id = application_id));

create policy writer_and_reader on support.note for select to ledfyr_app
    using (written_by = (select access.acting_organisation()) or read_by = (select access.acting_organisation()));
create policy in_ones_own_name on support.note for insert to ledfyr_app
    with check (written_by = (select access.acting_organisation()) and member = (select access.acting_member()));
create policy sealed_is_not_there on support.note as restrictive for all to ledfyr_app
    using (exists (select from support.application a where a.id = application_id));

-- Who may take which step. The application asks first and says so in words; here it is certain.
create function support.guard_step() returns trigger language plpgsql set search_path = ''
as $$
declare
    me constant uuid := access.acting_organisation();
begin
    if current_user = 'ledfyr_owner' then
        return new;
    end if;
    if old.state = 'OPEN' and new.state <> 'OPEN' then
        if new.closed_by_organisation is distinct from me or new.closed_by_member is distinct from access.acting_member()
            or access.acting_member() is null then
            raise exception 'An application is ended in the name of who ends it';
        end if;
        if not (case new.state when 'WITHDRAWN' then me = old.from_organisation else me = old.to_organisation end) then
            raise exception 'No such step from here';
        end if;
    elsif new.state <> old.state or me <> old.to_organisation or old.state <> 'GRANTED' then
        raise exception 'No such step from here';
    end if;
    return new;
end
$$;
create trigger guard_step before update on support.application for each row execute function support.guard_step();

-- News for the other end, by letter: the office hears of an application, whoever applied of the answer, and each of what is written.
create function support.write_letter(to_whom uuid, who uuid, text_key text, application uuid, moment timestamptz) returns void
    language sql security definer set search_path = ''
as $$
insert into deadlines.letter (id, organisation, member, text_key, reference, path, made_at, next_try_at)
select gen_random_uuid(), m.organisation, m.id, text_key, upper(left(application::text, 8)), '/support/applications/' || application,
       moment, moment
from organisations.member m
where m.organisation = to_whom and m.disabled_at is null
  and (m.id = who or who is null and m.roles && array ['COORDINATOR', 'CASEWORKER'])
$$;

create function support.tell_the_office() returns trigger language plpgsql security definer set search_path = ''
as $$
begin
    perform support.write_letter(new.to_organisation, null, 'support.letter.arrived', new.id, new.made_at);
    return null;
end
$$;
create trigger tell_the_office after insert on support.application for each row
    when (new.from_organisation <> new.to_organisation) execute function support.tell_the_office();

-- What ends with an application: what was sent along for an office that did not adopt it.
create function support.settle() returns trigger language plpgsql security definer set search_path = ''
as $$
begin
    update people.parcel p set data_key = null, sealed = null, sealed_identity = null, closed_at = new.closed_at
    where p.id = new.parcel_id and p.closed_at is null and p.adopted_at is null;
    if new.closed_by_organisation <> new.from_organisation then
        perform support.write_letter(new.from_organisation, new.made_by, 'support.letter.answered', new.id, new.closed_at);
    end if;
    return null;
end
$$;
create trigger settle after update of state on support.application for each row
    when (old.state = 'OPEN' and new.state <> 'OPEN') execute function support.settle();

create function support.tell_the_reader() returns trigger language plpgsql security definer set search_path = ''
as $$
begin
    perform support.write_letter(new.read_by,
                                 case new.kind when 'REPLY' then (select q.member from support.note q where q.id = new.replies_to)
                                               else (select a.made_by from support.application a where a.id = new.application_id) end,
                                 'support.letter.written', new.application_id, new.written_at);
    return null;
end
$$;
create trigger tell_the_reader after insert on support.note for each row
    when (new.kind in ('QUESTION', 'REPLY', 'ADDRESS')) execute function support.tell_the_reader();

-- When a person is erased at either end, what was written about them is destroyed with them.
create function support.forget() returns trigger language plpgsql security definer set search_path = ''
as $$
begin
    update support.note n set data_key = null, sealed = null
    where n.application_id in (select f.application_id from support.own_file f where f.person_id = new.id
                               union
                               select a.id from support.application a
                               where a.from_organisation = new.organisation
                                 and a.case_id in (select d.case_id from casework.dossier d
                                                   where d.person_id = new.id and d.organisation = new.organisation));
    return null;
end
$$;
create trigger forget_what_was_applied_for after update of erased_at on people.person for each row
    when (old.erased_at is null and new.erased_at is not null) execute function support.forget();

revoke execute on function support.keep_within_the_grant(), support.free_place(uuid, date, date, uuid), support.occupancy(date),
    support.places_on(uuid, date), support.covered(), support.hidden_applications(), support.guard_step(),
    support.write_letter(uuid, uuid, text, uuid, timestamptz), support.tell_the_office(), support.settle(), support.tell_the_reader(),
    support.forget() from public;
grant execute on function support.free_place(uuid, date, date, uuid), support.occupancy(date), support.places_on(uuid, date),
    support.covered(), support.hidden_applications() to ledfyr_app;

-- What others may read. Days booked ahead are among them: what is to come costs too.
create view support_api.programme_day with (security_invoker = true) as
select p.organisation,
       p.grant_id,
       d.day::date                                          as day,
       case when p.beyond then 'BEYOND' else p.phase end    as kind,
       p.payer,
       l.home_id,
       p.phase
from support.period p
         cross join lateral generate_series(p.first_day::timestamp, p.last_day::timestamp, interval '1 day') d (day)
         left join support.placement l on l.grant_id = p.grant_id and l.organisation = p.organisation and l.struck_at is null
                                      and l.arrives_on <= d.day::date and l.leaves_on > d.day::date
where p.struck_at is null;

create view support_api.programme_measure with (security_invoker = true) as
select m.organisation, m.id, m.grant_id, m.kind, m.given_on, m.cost_ore
from support.measure m
where m.struck_at is null;

create view support_api.counted_outcome with (security_invoker = true) as
select c.organisation, c.grant_id, c.outcome, c.ended_on
from support.course c
where c.outcome is not null;

create view support_api.counted_application with (security_invoker = true) as
select a.id, a.to_organisation as organisation, a.applicant, a.channel, a.region, a.age_group, a.children, a.ground, a.components,
       a.applied_on, extract(year from a.applied_on)::int as year, a.state, a.closed_at, a.refused_because
from support.application a;

create view support_api.municipal_refusal with (security_invoker = true) as
select r.id, r.application_id, a.to_organisation as organisation, a.region, r.municipality_code, r.declined, r.in_writing,
       r.asked_in_writing, r.refused_on, extract(year from a.applied_on)::int as year, a.age_group
from support.refusal r
         join support.application a on a.id = r.application_id;

-- The grant with whom it is about, for the module that works with it; never for figures.
create view programmes_api.support_grant with (security_invoker = true) as
select g.id, g.organisation, g.person_id, g.granted_on, g.age_group, g.sex, g.forms, g.components, g.rest_days, g.integration_days,
       g.placement, g.home_region, g.guardian_grant_id, g.withdrawn_at
from programmes.nsp_grant g;

-- Whom a case is about in the own keeping, for lists of the modules above.
create view casework_api.own_case with (security_invoker = true) as
select d.case_id, d.organisation, d.person_id
from casework.dossier d
where d.organisation = (select access.acting_organisation());

grant usage on schema support, support_api to ledfyr_app, ledfyr_statistics;
grant select, insert on support.application, support.own_file, support.refusal, support.note, support.course, support.period,
    support.measure, support.follow_up, support.home, support.place, support.placement to ledfyr_app;
grant update (state, closed_at, closed_by_organisation, closed_by_member, refused_because, granted, rest_days, integration_days,
              ended_on) on support.application to ledfyr_app;
grant update (grant_id) on support.own_file to ledfyr_app;
grant update (ended_on, outcome) on support.course to ledfyr_app;
grant update (last_day, struck_at) on support.period to ledfyr_app;
grant update (struck_at) on support.measure to ledfyr_app;
grant update (region, takes, certified_until, operator, data_key, sealed, closed_on) on support.home to ledfyr_app;
grant update (to_day) on support.place to ledfyr_app;
grant update (leaves_on, struck_at) on support.placement to ledfyr_app;
grant select on support_api.programme_day, support_api.programme_measure, support_api.counted_outcome, support_api.counted_application,
    support_api.municipal_refusal to ledfyr_app, ledfyr_statistics;
grant select on programmes_api.support_grant, casework_api.own_case to ledfyr_app;

grant select (id, to_organisation, applicant, channel, region, age_group, children, ground, components, applied_on, state, closed_at,
              refused_because) on support.application to ledfyr_statistics;
grant select (id, application_id, municipality_code, declined, in_writing, asked_in_writing, refused_on)
    on support.refusal to ledfyr_statistics;
grant select (organisation, grant_id, outcome, ended_on) on support.course to ledfyr_statistics;
grant select (organisation, grant_id, phase, beyond, payer, first_day, last_day, struck_at) on support.period to ledfyr_statistics;
grant select (organisation, grant_id, home_id, arrives_on, leaves_on, struck_at) on support.placement to ledfyr_statistics;
grant select (organisation, id, grant_id, kind, given_on, cost_ore, struck_at) on support.measure to ledfyr_statistics;
