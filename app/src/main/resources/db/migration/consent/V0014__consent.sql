-- What people have said may be told to whom, and what went. Nothing that is about a person leaves an organisation without a
-- row in consent.share, and none is written without a live consent, a lawful ground of that day or an override with its
-- reason. The application asks first; the triggers below hold also for whoever gets past it.
create schema consent;
create schema consent_api;

create table consent.consent
(
    id             uuid primary key,
    organisation   uuid        not null,
    person_id      uuid        not null,
    purpose        text        not null check (purpose ~ '^[a-z_]{2,40}$'),
    receivers      uuid[]      not null check (cardinality(receivers) between 1 and 50),
    groups         text[]      not null check (cardinality(groups) > 0
        and groups <@ array ['identity', 'contact', 'basics', 'exploitation', 'situation', 'needs', 'health_safety', 'note']),
    given_by       text        not null,
    given_how      text        not null,
    language       text        not null check (language ~ '^[a-z]{2,3}$'),
    interpreter    text        not null,
    witness_sealed bytea,
    from_on        date        not null,
    until_on       date,
    recorded_at    timestamptz not null,
    recorded_by    uuid,
    withdrawn_at   timestamptz,
    withdrawn_by   uuid,
    unique (id, organisation, person_id),
    foreign key (person_id, organisation) references people.person (id, organisation),
    check (until_on >= from_on),
    check (not organisation = any (receivers)),
    check (withdrawn_at is not null or withdrawn_by is null)
);
comment on column consent.consent.from_on is 'first day on which it holds, in Swedish local time';
comment on column consent.consent.until_on is 'last day on which it holds; null until it is withdrawn';
comment on column consent.consent.witness_sealed is 'who was there, sealed with the person''s own key';
create index on consent.consent (person_id, recorded_at);

create table consent.share
(
    id           uuid primary key,
    organisation uuid        not null,
    person_id    uuid        not null,
    parcel_id    uuid        not null unique,
    receiver     uuid        not null references organisations.organisation,
    purpose      text        not null check (purpose ~ '^[a-z_]{2,40}$'),
    groups       text[]      not null check (cardinality(groups) > 0),
    consent_id   uuid,
    ground       text,
    overridden   boolean     not null default false,
    reason       text check (length(reason) between 1 and 2000),
    shared_at    timestamptz not null,
    shared_by    uuid,
    stopped_at   timestamptz,
    foreign key (person_id, organisation) references people.person (id, organisation),
    foreign key (consent_id, organisation, person_id) references consent.consent (id, organisation, person_id),
    foreign key (parcel_id, organisation, person_id) references people.parcel_person (parcel_id, organisation, person_id),
    constraint one_basis check ((consent_id is not null)::int + (ground is not null)::int + overridden::int = 1),
    constraint others_need_a_reason check (consent_id is not null or reason is not null)
);
create index on consent.share (person_id, shared_at);
create index on consent.share (consent_id) where consent_id is not null;

create function consent.local_day(moment timestamptz) returns date immutable parallel safe language sql
return (moment at time zone 'Europe/Stockholm')::date;

-- The gate. A consent is held until the transaction ends, so that a withdrawal at the same moment comes either before the
-- share, which is then refused, or after it, and then finds the parcel and closes it.
create function consent.pass_the_gate() returns trigger language plpgsql set search_path = ''
as $$
begin
    if new.consent_id is not null then
        perform from consent.consent c
          where c.id = new.consent_id and c.organisation = new.organisation and c.person_id = new.person_id
            and c.purpose = new.purpose and new.receiver = any (c.receivers) and new.groups <@ c.groups
            and c.withdrawn_at is null
            and consent.local_day(new.shared_at) between c.from_on and coalesce(c.until_on, 'infinity')
            for share;
    elsif new.ground is not null then
        perform from codes.code g
          where g.list = 'lawful_ground' and g.code = new.ground and g.valid @> consent.local_day(new.shared_at);
    else
        perform from organisations.member m
          where m.id = (select access.acting_member()) and m.id = new.shared_by and m.organisation = new.organisation
            and 'LEAD' = any (m.roles) and m.disabled_at is null;
    end if;
    if not found then
        raise exception 'Nothing is shared without a live consent, a lawful ground or an override'
            using errcode = 'check_violation', constraint = 'consent_gate';
    end if;
    perform from people.parcel p
      where p.id = new.parcel_id and p.from_organisation = new.organisation and p.to_organisation = new.receiver
        and p.groups <@ new.groups and new.groups <@ p.groups and p.closed_at is null;
    if not found then
        raise exception 'What is shared is what lies in the parcel'
            using errcode = 'check_violation', constraint = 'consent_gate';
    end if;
    return new;
end
$$;
create trigger pass_the_gate before insert on consent.share for each row execute function consent.pass_the_gate();

-- No parcel without its share, however it was made.
create function consent.parcel_was_let_through() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    if not exists (select from consent.share s where s.parcel_id = new.id) then
        raise exception 'A parcel leaves through the gate or not at all'
            using errcode = 'check_violation', constraint = 'consent_gate';
    end if;
    return null;
end
$$;
revoke execute on function consent.parcel_was_let_through() from public;
create constraint trigger parcel_was_let_through after insert on people.parcel deferrable initially deferred
    for each row execute function consent.parcel_was_let_through();

-- What was said, withdrawn or stopped stays said, withdrawn or stopped.
create function consent.only_once() returns trigger language plpgsql set search_path = ''
as $$
begin
    if to_jsonb(old) ->> tg_argv[0] is not null then
        raise exception 'This has ended and is not begun again';
    end if;
    return new;
end
$$;
create trigger withdrawn_once before update on consent.consent for each row execute function consent.only_once('withdrawn_at');
create trigger stopped_once before update on consent.share for each row execute function consent.only_once('stopped_at');

-- Advice asked for and given without anybody's identity. There is no field for free words: none to write a name in.
create table consent.consultation
(
    id             uuid primary key,
    organisation   uuid        not null references organisations.organisation,
    held_on        date        not null,
    year           smallint    not null generated always as (extract(year from held_on)) stored,
    region         text        not null,
    asked_by       text        not null,
    channel        text        not null,
    topics         text[]      not null check (cardinality(topics) between 1 and 20),
    form           text,
    concerns       text        not null check (concerns in ('adult', 'child', 'unknown', 'several', 'nobody')),
    outcome        text        not null,
    minutes        int check (minutes between 1 and 1440),
    recorded_at    timestamptz not null,
    recorded_by    uuid,
    removed_at     timestamptz,
    removed_reason text check (length(removed_reason) between 1 and 2000),
    check ((removed_at is null) = (removed_reason is null))
);
create index on consent.consultation (organisation, held_on desc, id desc);

-- An adult who was met and said no, counted without a name. A child, and anybody who may be one, cannot be left at that.
create table consent.notice
(
    id             uuid primary key,
    organisation   uuid        not null references organisations.organisation,
    met_on         date        not null,
    year           smallint    not null generated always as (extract(year from met_on)) stored,
    region         text        not null,
    sex            text        not null,
    age_group      text        not null default 'adult' check (age_group = 'adult'),
    citizenship    text check (citizenship ~ '^[A-Z]{2}$'),
    form           text,
    sector         text,
    referred_by    text        not null,
    declined       text[]      not null check (cardinality(declined) between 1 and 20),
    informed       boolean     not null,
    recorded_at    timestamptz not null,
    recorded_by    uuid,
    removed_at     timestamptz,
    removed_reason text check (length(removed_reason) between 1 and 2000),
    check ((removed_at is null) = (removed_reason is null))
);
comment on column consent.notice.informed is 'whether they were told what help there is and where, should they change their mind';
create index on consent.notice (organisation, met_on desc, id desc);

do $$
declare t text;
begin
    foreach t in array array ['consent', 'share', 'consultation', 'notice'] loop
        execute format('alter table consent.%I enable row level security', t);
        execute format('alter table consent.%I force row level security', t);
        execute format('create policy own_organisation on consent.%I for all to ledfyr_app
                            using (organisation = (select access.acting_organisation()))
                            with check (organisation = (select access.acting_organisation()))', t);
    end loop;
    foreach t in array array ['consultation', 'notice'] loop
        execute format('create policy national_facts on consent.%I for select to ledfyr_statistics
                            using ((select access.reads_national_facts()))', t);
    end loop;
end
$$;
create policy owner_looks_for_the_share on consent.share for select to ledfyr_owner using (true);

-- Work done for people nobody asked the name of: counted among what coordinators do, never among persons.
create view consent_api.counted_consultation with (security_invoker = true) as
select c.id, c.organisation, o.kind as organisation_kind, c.held_on, c.year, extract(month from c.held_on)::int as month,
       c.region, c.asked_by, c.channel, c.topics, c.form, c.concerns, c.outcome, c.minutes
from consent.consultation c
         join organisations.organisation o on o.id = c.organisation
where c.removed_at is null;

create view consent_api.counted_notice with (security_invoker = true) as
select n.id, n.organisation, o.kind as organisation_kind, n.met_on, n.year, extract(month from n.met_on)::int as month,
       n.region, n.sex, n.citizenship, n.form, n.sector, n.referred_by, n.declined, n.informed
from consent.notice n
         join organisations.organisation o on o.id = n.organisation
where n.removed_at is null;

grant usage on schema consent, consent_api to ledfyr_app, ledfyr_statistics;
grant select, insert on consent.consent, consent.share, consent.consultation, consent.notice to ledfyr_app;
grant update (withdrawn_at, withdrawn_by) on consent.consent to ledfyr_app;
grant update (stopped_at) on consent.share to ledfyr_app;
grant update (removed_at, removed_reason) on consent.consultation, consent.notice to ledfyr_app;
grant select (id, organisation, held_on, year, region, asked_by, channel, topics, form, concerns, outcome, minutes, removed_at)
    on consent.consultation to ledfyr_statistics;
grant select (id, organisation, met_on, year, region, sex, citizenship, form, sector, referred_by, declined, informed, removed_at)
    on consent.notice to ledfyr_statistics;
grant select on consent_api.counted_consultation, consent_api.counted_notice to ledfyr_app, ledfyr_statistics;
