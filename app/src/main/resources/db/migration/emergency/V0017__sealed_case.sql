-- A case can be sealed to named members of its organisation. For every colleague who is not named, the person and all that
-- hangs on them is then not there: no row of any table shows them, whatever is asked. Breaking the glass opens a sealed case
-- for some hours to somebody who knows exactly whom they mean and says why; others are told at once and judge it afterwards.
create schema emergency;

create table emergency.seal
(
    id            uuid primary key,
    organisation  uuid        not null references organisations.organisation,
    person_id     uuid        not null,
    sealed_at     timestamptz not null,
    sealed_by     uuid        not null,
    reason        bytea       not null,
    lifted_at     timestamptz,
    lifted_by     uuid,
    lifted_reason bytea,
    foreign key (person_id, organisation) references people.person (id, organisation),
    foreign key (sealed_by, organisation) references organisations.member (id, organisation),
    foreign key (lifted_by, organisation) references organisations.member (id, organisation),
    check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_reason is null))
);
comment on column emergency.seal.reason is 'sealed with the person''s own key, like the note of a registration';
create unique index one_seal_at_a_time on emergency.seal (person_id) where lifted_at is null;
create index seals_in_force on emergency.seal (organisation) where lifted_at is null;

-- For whom a sealed case is there.
create table emergency.insider
(
    id           uuid primary key default gen_random_uuid(),
    organisation uuid        not null,
    person_id    uuid        not null,
    member       uuid        not null,
    since        timestamptz not null,
    named_by     uuid,
    until        timestamptz,
    foreign key (person_id, organisation) references people.person (id, organisation),
    foreign key (member, organisation) references organisations.member (id, organisation)
);
comment on column emergency.insider.named_by is 'null when nobody named them: the case fell to them because the last insider left';
create unique index named_once on emergency.insider (person_id, member) where until is null;
create index insider_now on emergency.insider (member) where until is null;

-- Somebody broke the glass. Nothing here says whether there was anybody behind it.
create table emergency.glass
(
    id           uuid primary key,
    organisation uuid        not null references organisations.organisation,
    member       uuid        not null,
    broken_at    timestamptz not null,
    until        timestamptz not null,
    reason       text        not null check (length(reason) between 1 and 2000),
    kind         text        not null check (kind in ('NUMBER', 'NAME', 'REFERENCE')),
    verdict      text check (verdict in ('JUSTIFIED', 'NOT_JUSTIFIED', 'TO_BE_INVESTIGATED')),
    verdict_why  text check (length(verdict_why) between 1 and 2000),
    judged_at    timestamptz,
    judged_by    uuid,
    unique (id, organisation),
    foreign key (member, organisation) references organisations.member (id, organisation),
    check (until > broken_at and until <= broken_at + interval '24 hours'),
    check (num_nonnulls(verdict, verdict_why, judged_at, judged_by) in (0, 4)),
    constraint nobody_judges_themselves check (judged_by <> member)
);
comment on column emergency.glass.kind is 'what was written, in a word; the words themselves are not kept';
create index glass_by_time on emergency.glass (organisation, broken_at desc);
create index glass_to_judge on emergency.glass (organisation, broken_at) where judged_at is null;

-- Who was told of it at once, and when they had seen it.
create table emergency.told
(
    glass_id     uuid not null,
    organisation uuid not null,
    member       uuid not null,
    seen_at      timestamptz,
    primary key (glass_id, member),
    foreign key (glass_id, organisation) references emergency.glass (id, organisation),
    foreign key (member, organisation) references organisations.member (id, organisation)
);
create index told_and_not_seen on emergency.told (member) where seen_at is null;

-- Whom a broken glass opened, to whom, until when.
create table emergency.opening
(
    glass_id     uuid        not null,
    organisation uuid        not null,
    person_id    uuid        not null,
    member       uuid        not null,
    until        timestamptz not null,
    primary key (glass_id, person_id),
    foreign key (glass_id, organisation) references emergency.glass (id, organisation),
    foreign key (person_id, organisation) references people.person (id, organisation)
);
create index opened_to on emergency.opening (member, until);
create index opened_of on emergency.opening (person_id);

-- A registration in a file whose id belongs to a sealed case is a new one to whoever brings the file, as if the id were free.
-- It gets another id, and the next file of the same kind finds it again.
create table casework.stand_in
(
    organisation    uuid not null,
    filed_id        uuid not null,
    registration_id uuid not null,
    primary key (organisation, filed_id),
    foreign key (registration_id, organisation) references casework.registration (id, organisation)
        deferrable initially deferred
);
create index on casework.stand_in (registration_id);

-- The house itself at work: clocks that ring, links that are followed. Nobody sees what it sees.
create function access.acts_for_the_house() returns boolean stable parallel safe language sql
return coalesce(nullif(current_setting('ledfyr.house', true), '')::boolean, false);

-- Whoever is hidden from the acting member in their own organisation. Asked once a query, never once a row.
create function people.hidden_from_me() returns uuid[]
    language sql stable security definer set search_path = '' parallel safe
as $$
select coalesce(array_agg(s.person_id), '{}')
from emergency.seal s
where s.organisation = (select access.acting_organisation())
  and s.lifted_at is null
  and not (select access.acts_for_the_house())
  and not exists (select from emergency.insider i
                  where i.person_id = s.person_id and i.member = (select access.acting_member()) and i.until is null)
  and not exists (select from emergency.opening o
                  where o.person_id = s.person_id and o.member = (select access.acting_member()) and o.until > now())
$$;

-- Their cases. What hides the dossier hides the case.
create function casework.hidden_cases() returns uuid[]
    language plpgsql stable security definer set search_path = '' parallel safe
as $$
declare
    people uuid[] := people.hidden_from_me();
begin
    if cardinality(people) = 0 then
        return '{}';
    end if;
    return (select coalesce(array_agg(d.case_id), '{}') from casework.dossier d where d.person_id = any (people));
end
$$;

-- Everything with an identifier of its own that hangs on them: what a row may refer to without naming the person.
create function people.hidden_things() returns uuid[]
    language plpgsql stable security definer set search_path = '' parallel safe
as $$
declare
    people uuid[] := people.hidden_from_me();
    cases  uuid[];
    needs  uuid[] := '{}';
    all_of uuid[];
begin
    if cardinality(people) = 0 then
        return '{}';
    end if;
    cases := casework.hidden_cases();
    all_of := people || cases
        || (select coalesce(array_agg(r.id), '{}') from casework.registration r where r.person_id = any (people));
    needs := (select coalesce(array_agg(n.id), '{}') from needs.need n where n.case_id = any (cases))
          || (select coalesce(array_agg(f.need_id), '{}') from needs.own_file f where f.person_id = any (people));
    all_of := all_of
        || (select coalesce(array_agg(p.parcel_id), '{}') from people.parcel_person p
            where p.organisation = access.acting_organisation() and p.person_id = any (people))
        || (select coalesce(array_agg(c.id), '{}') from consent.consent c where c.person_id = any (people))
        || (select coalesce(array_agg(k.id), '{}') from needs.child k where k.case_id = any (cases));
    all_of := all_of || (select coalesce(array_agg(o.id), '{}') from handover.offer o
                         where o.case_id = any (cases) or o.need_id = any (needs));
    if to_regclass('programmes.amp_grant') is not null then
        all_of := all_of || (select coalesce(array_agg(g.id), '{}') from programmes.amp_grant g where g.person_id = any (people))
                         || (select coalesce(array_agg(g.id), '{}') from programmes.nsp_grant g where g.person_id = any (people));
    end if;
    if to_regclass('permits.reflection_period') is not null then
        all_of := all_of || (select coalesce(array_agg(p.id), '{}') from permits.reflection_period p
                             where p.person_id = any (people));
    end if;
    all_of := all_of || needs;
    return all_of || (select coalesce(array_agg(c.id), '{}') from deadlines.clock c
                      where c.organisation = access.acting_organisation()
                        and (c.case_id = any (cases) or c.subject = any (all_of)));
end
$$;

-- For whom alone in the acting organisation a sealed thing is there: a person, a case, a need, an offer. Null for what is not
-- sealed. Asked by the house when it writes to members; to a member it answers null whatever they ask for.
create function people.kept_to(thing uuid) returns uuid[]
    language plpgsql stable security definer set search_path = ''
as $$
declare
    person uuid;
begin
    if not access.acts_for_the_house() then
        return null;
    end if;
    select s.person_id into person
    from emergency.seal s
    where s.organisation = access.acting_organisation() and s.lifted_at is null
      and (s.person_id = thing
           or exists (select from casework.registration r where r.person_id = s.person_id and r.id = thing)
           or exists (select from casework.dossier d where d.person_id = s.person_id and d.case_id = thing)
           or exists (select from needs.need n join casework.dossier d on d.case_id = n.case_id
                      where d.person_id = s.person_id and n.id = thing)
           or exists (select from needs.own_file f where f.person_id = s.person_id and f.need_id = thing)
           or exists (select from handover.offer o join casework.dossier d on d.case_id = o.case_id
                      where d.person_id = s.person_id and o.id = thing));
    if not found then
        return null;
    end if;
    return (select coalesce(array_agg(i.member), '{}') from emergency.insider i where i.person_id = person and i.until is null);
end
$$;

-- Puts the rule on a table: person_id, case_id and every reference to something that may hang on a person. Migrations
-- call this for the tables they make; a test finds those that were forgotten.
create function people.hide_sealed(the_table regclass) returns void
    language plpgsql set search_path = ''
as $$
declare
    rule text;
begin
    select string_agg(format('(%1$I is null or %1$I <> all ((select %2$s())::uuid[]))', a.attname,
                             case when a.attname = 'person_id' or the_table = 'people.person'::regclass then 'people.hidden_from_me'
                                  when a.attname = 'case_id' or the_table = 'casework.case_file'::regclass then 'casework.hidden_cases'
                                  else 'people.hidden_things' end), ' and ')
    into rule
    from pg_catalog.pg_attribute a
    where a.attrelid = the_table and a.attnum > 0 and not a.attisdropped and a.atttypid = 'uuid'::regtype
      and (a.attname in ('person_id', 'case_id', 'registration_id', 'need_id', 'offer_id', 'parcel_id', 'subject')
           or (a.attname = 'id' and the_table::text in ('people.person', 'casework.case_file', 'people.parcel'))
           or exists (select from pg_catalog.pg_constraint c
                      where c.conrelid = the_table and c.contype = 'f' and a.attnum = c.conkey[1]
                        and c.confrelid::regclass::text in ('people.person', 'casework.registration', 'casework.case_file',
                                                            'needs.need', 'handover.offer', 'people.parcel')));
    if rule is null then
        raise exception 'Nothing in % leads to a person', the_table;
    end if;
    execute format('create policy sealed_is_not_there on %s as restrictive for all to ledfyr_app using (%s)', the_table, rule);
    -- Foreign keys look past row-level security: without this, a row for somebody hidden would be refused by the rule and
    -- one for nobody by the key, and the two refusals told apart. The name makes this the first that is looked at.
    if exists (select from pg_catalog.pg_constraint c
               where c.conrelid = the_table and c.contype = 'f' and c.confrelid = 'people.person'::regclass) then
        execute format('create policy must_be_there on %s as restrictive for insert to ledfyr_app
                            with check (exists (select from people.person p where p.id = person_id))', the_table);
    end if;
end
$$;

-- Breaks the glass: writes it down and opens what is meant exactly, in one step. Answers nothing, so that whoever asks learns
-- nothing from the answer; what was opened is simply there from now on. Every seal in force is compared, hit or miss.
create function emergency.break_glass(the_glass uuid, broken timestamptz, ends timestamptz, why text, written text,
                                      any_of bigint[], all_of bigint[], named uuid, short_reference text) returns void
    language plpgsql volatile security definer set search_path = ''
as $$
declare
    org constant uuid := access.acting_organisation();
    me  constant uuid := access.acting_member();
begin
    insert into emergency.glass (id, organisation, member, broken_at, until, reason, kind)
    values (the_glass, org, me, broken, ends, why, written);
    insert into emergency.opening (glass_id, organisation, person_id, member, until)
    select the_glass, org, s.person_id, me, ends
    from emergency.seal s
    where s.organisation = org
      and s.lifted_at is null
      and (exists (select from people.index_token t
                   where t.organisation = org and t.person_id = s.person_id and t.token = any (any_of))
           or (select cardinality(all_of) > 1 and count(*) = cardinality(all_of) from people.index_token t
               where t.organisation = org and t.person_id = s.person_id and t.token = any (all_of))
           or s.person_id = named
           or exists (select from casework.registration r
                      where r.organisation = org and r.person_id = s.person_id and r.id = named)
           or exists (select from casework.dossier d join casework.case_file c on c.id = d.case_id
                      where d.organisation = org and d.person_id = s.person_id
                        and (c.id = named or c.reference = short_reference)));
end
$$;

-- When an insider is shut out or no longer works with people, they are named no more, and stay so when they are let in again.
-- A case that would then be there for nobody falls to those who lead the organisation, at once or as soon as there is one.
create function emergency.insiders_leave() returns trigger
    language plpgsql volatile security definer set search_path = ''
as $$
begin
    if new.disabled_at is not null or not new.roles && array ['COORDINATOR', 'CASEWORKER', 'LEAD'] then
        update emergency.insider i set until = now() where i.member = new.id and i.until is null;
        update emergency.opening o set until = now() where o.member = new.id and o.until > now();
    end if;
    with fallen as (
        insert into emergency.insider (organisation, person_id, member, since)
        select s.organisation, s.person_id, m.id, now()
        from emergency.seal s
                 join organisations.member m on m.organisation = s.organisation and m.disabled_at is null and 'LEAD' = any (m.roles)
        where s.organisation = new.organisation
          and s.lifted_at is null
          and not exists (select from emergency.insider i where i.person_id = s.person_id and i.until is null)
        returning organisation, person_id)
    insert into audit.noted (at, organisation, member, action, subject_kind, subjects, detail)
    select distinct now(), f.organisation, access.acting_member(), 'IDENTITY_CHANGED', 'PERSON', array [f.person_id], 'PROTECTION'
    from fallen f;
    return null;
end
$$;
create trigger insiders_leave after insert or update of disabled_at, roles on organisations.member
    for each row execute function emergency.insiders_leave();

-- Whoever an insider gives a sealed case to hold must be able to see it, and is thereby named. Somebody who came in by breaking
-- the glass cannot name anybody in this way, least of all themselves.
create function emergency.holder_is_insider() returns trigger
    language plpgsql volatile security definer set search_path = ''
as $$
begin
    insert into emergency.insider (organisation, person_id, member, since, named_by)
    select d.organisation, d.person_id, new.member, now(), access.acting_member()
    from casework.dossier d
             join emergency.seal s on s.person_id = d.person_id and s.lifted_at is null
             join emergency.insider giver on giver.person_id = d.person_id and giver.until is null
                                         and giver.member = access.acting_member()
    where d.case_id = new.case_id and d.organisation = new.organisation
      and not exists (select from emergency.insider i where i.person_id = d.person_id and i.member = new.member and i.until is null);
    return null;
end
$$;
create trigger holder_is_insider after insert on casework.holding for each row
    when (new.member is not null) execute function emergency.holder_is_insider();

-- The functions of casework act as the owner and would do for a case what the one who asks cannot see. Knowing its identifier
-- is no way round the seal.
create or replace function casework.hold_fast(the_case uuid) returns boolean
    language plpgsql security definer set search_path = ''
as $$
begin
    if the_case = any (casework.hidden_cases()) then
        return false;
    end if;
    perform from casework.case_file c where c.id = the_case and c.state = 'OPEN' for update;
    return found and exists (select from casework.holding h where h.case_id = the_case and h.ended is null
                                and h.organisation = access.acting_organisation());
end
$$;

alter function casework.course(uuid) rename to course_of_any;
create function casework.course(the_case uuid) returns table (organisation uuid, began timestamptz, ended timestamptz)
    language sql stable security definer set search_path = ''
as $$
select c.organisation, c.began, c.ended from casework.course_of_any(the_case) c where the_case <> all (casework.hidden_cases())
$$;

alter function casework.reopen_case(uuid, uuid, text, text, timestamptz) rename to reopen_any_case;
create function casework.reopen_case(the_case uuid, to_member uuid, to_duty text, why text, moment timestamptz) returns boolean
    language sql volatile security definer set search_path = ''
as $$
select case when the_case = any (casework.hidden_cases()) then false
            else casework.reopen_any_case(the_case, to_member, to_duty, why, moment) end
$$;

alter function casework.withdraw_release(uuid) rename to withdraw_any_release;
create function casework.withdraw_release(the_case uuid) returns int
    language sql volatile security definer set search_path = ''
as $$
select case when the_case = any (casework.hidden_cases()) then 0 else casework.withdraw_any_release(the_case) end
$$;

alter function casework.take_over(uuid, uuid, uuid, text, timestamptz) rename to take_over_any;
create function casework.take_over(the_case uuid, person uuid, to_member uuid, to_duty text, moment timestamptz) returns uuid
    language sql volatile security definer set search_path = ''
as $$
select case when the_case = any (casework.hidden_cases()) then null
            else casework.take_over_any(the_case, person, to_member, to_duty, moment) end
$$;
revoke execute on function casework.course_of_any(uuid), casework.reopen_any_case(uuid, uuid, text, text, timestamptz),
    casework.withdraw_any_release(uuid), casework.take_over_any(uuid, uuid, uuid, text, timestamptz) from ledfyr_app;
revoke execute on function casework.course(uuid), casework.reopen_case(uuid, uuid, text, text, timestamptz),
    casework.withdraw_release(uuid), casework.take_over(uuid, uuid, uuid, text, timestamptz) from public;
grant execute on function casework.course(uuid), casework.reopen_case(uuid, uuid, text, text, timestamptz),
    casework.withdraw_release(uuid), casework.take_over(uuid, uuid, uuid, text, timestamptz) to ledfyr_app;

-- Gives those ids of a file that belong to sealed cases another one. Answers nothing.
create function casework.stand_in_for(ids uuid[]) returns void
    language sql volatile security definer set search_path = ''
as $$
insert into casework.stand_in (organisation, filed_id, registration_id)
select r.organisation, r.id, gen_random_uuid()
from casework.registration r
where r.organisation = (select access.acting_organisation()) and r.id = any (ids) and r.person_id = any (people.hidden_from_me())
$$;

-- An event lies in one region, and when that is put right everybody registered in it moves, also those whom the one who does it
-- cannot see. Their change is kept and noted like every other.
create function casework.move_unseen(event text, to_region text, to_municipality text, why text, at timestamptz) returns void
    language plpgsql volatile security definer set search_path = ''
as $$
declare
    org    constant uuid := access.acting_organisation();
    me     constant uuid := access.acting_member();
    unseen uuid[] := (select coalesce(array_agg(r.id), '{}') from casework.registration r
                      where r.organisation = org and r.event_code = event and r.person_id = any (people.hidden_from_me())
                        and (r.region, r.municipality_code) is distinct from (to_region, to_municipality));
begin
    insert into casework.change (organisation, registration_id, version, kind, field, old_value, new_value, reason, changed_at, changed_by)
    select r.organisation, r.id, r.version + 1, 'CORRECTED', f.name, f.before, f.after, why, at, me
    from casework.registration r
             cross join lateral (values ('region', r.region, to_region),
                                        ('municipality_code', r.municipality_code, to_municipality)) as f (name, before, after)
    where r.organisation = org and r.id = any (unseen) and f.before is distinct from f.after;
    update casework.registration r
       set region = to_region, municipality_code = to_municipality, version = r.version + 1, changed_at = at
     where r.organisation = org and r.id = any (unseen);
    insert into audit.noted (at, organisation, member, action, subject_kind, subjects, reason)
    select at, org, me, 'CORRECTED', 'REGISTRATION', array [r.id, r.person_id], why
    from casework.registration r
    where r.organisation = org and r.id = any (unseen);
end
$$;

-- The functions above act as the owner, and each says itself whom it serves.
do $$
declare t text;
begin
    foreach t in array array ['seal', 'insider', 'glass', 'told', 'opening'] loop
        execute format('alter table emergency.%I enable row level security', t);
        execute format('alter table emergency.%I force row level security', t);
        execute format('create policy owner_acts on emergency.%I for all to ledfyr_owner using (true) with check (true)', t);
    end loop;
    foreach t in array array ['seal', 'insider', 'told', 'opening'] loop
        execute format('create policy own_organisation on emergency.%I for select to ledfyr_app
                            using (organisation = (select access.acting_organisation()))', t);
    end loop;
    foreach t in array array ['seal', 'insider', 'told'] loop
        execute format('create policy own_organisation_adds on emergency.%I for insert to ledfyr_app
                            with check (organisation = (select access.acting_organisation()))', t);
    end loop;
    foreach t in array array ['seal', 'insider'] loop
        execute format('create policy own_organisation_changes on emergency.%I for update to ledfyr_app
                            using (organisation = (select access.acting_organisation()))
                            with check (organisation = (select access.acting_organisation()))', t);
    end loop;
end
$$;
create policy own_organisation_and_auditors on emergency.glass for select to ledfyr_app
    using (organisation = (select access.acting_organisation()) or (select access.reads_audit()));
create policy somebody_else_judges_once on emergency.glass for update to ledfyr_app
    using (organisation = (select access.acting_organisation()) or (select access.reads_audit()))
    with check (judged_by = (select access.acting_member()));
create policy each_for_themselves on emergency.told for update to ledfyr_app
    using (member = (select access.acting_member())) with check (member = (select access.acting_member()));

create function emergency.judged_once() returns trigger language plpgsql
as $$
begin
    raise exception 'A verdict stands';
end
$$;
create trigger judged_once before update on emergency.glass for each row
    when (old.judged_at is not null) execute function emergency.judged_once();

alter table casework.stand_in enable row level security;
alter table casework.stand_in force row level security;
create policy own_organisation on casework.stand_in for select to ledfyr_app
    using (organisation = (select access.acting_organisation()));
create policy owner_acts on casework.stand_in for all to ledfyr_owner using (true) with check (true);

create policy owner_looks on people.index_token for select to ledfyr_owner using (true);
create policy owner_looks on organisations.member for select to ledfyr_owner using (true);
create policy owner_looks on casework.registration for select to ledfyr_owner using (true);
create policy owner_moves on casework.registration for update to ledfyr_owner using (true) with check (true);
create policy owner_keeps on casework.change for insert to ledfyr_owner with check (true);

-- The rule on everything that exists by now and leads to a person.
do $$
declare t regclass;
begin
    for t in select distinct c.oid::regclass
             from pg_class c
                      join pg_namespace n on n.oid = c.relnamespace
                      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             where c.relkind in ('r', 'p') and c.relrowsecurity
               and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'
               and (a.attname in ('person_id', 'case_id', 'registration_id', 'need_id', 'offer_id', 'parcel_id')
                    or (n.nspname, c.relname) in (('people', 'person'), ('people', 'parcel'), ('casework', 'case_file'),
                                                     ('deadlines', 'clock')))
    loop
        perform people.hide_sealed(t);
    end loop;
end
$$;

-- An entry about something hidden is not there either. One that lists many is there if any of them is, and is shown as if it
-- were about those alone.
create policy sealed_is_not_there on audit.entry as restrictive for select to ledfyr_app
    using (case when cardinality(subjects) > 4
                     or action in ('LISTED', 'SEARCHED', 'CANDIDATES_SHOWN', 'EXPORTED', 'CLOCK_REMINDED', 'CLOCK_DUE')
                then cardinality(subjects) = 0 or not subjects <@ (select people.hidden_things())::uuid[]
                else not subjects && (select people.hidden_things())::uuid[] end);

create policy owner_looks_for_the_hidden on consent.consent for select to ledfyr_owner using (true);
create policy owner_looks_for_the_hidden on people.parcel_person for select to ledfyr_owner using (true);

revoke execute on function people.hidden_from_me(), casework.hidden_cases(), people.hidden_things(), people.kept_to(uuid), people.hide_sealed(regclass),
    emergency.break_glass(uuid, timestamptz, timestamptz, text, text, bigint[], bigint[], uuid, text), emergency.insiders_leave(),
    emergency.holder_is_insider(), emergency.judged_once(), casework.stand_in_for(uuid[]), casework.move_unseen(text, text, text, text, timestamptz) from public;
grant execute on function people.hidden_from_me(), casework.hidden_cases(), people.hidden_things(), people.kept_to(uuid),
    emergency.break_glass(uuid, timestamptz, timestamptz, text, text, bigint[], bigint[], uuid, text),
    casework.stand_in_for(uuid[]), casework.move_unseen(text, text, text, text, timestamptz) to ledfyr_app;

grant usage on schema emergency to ledfyr_app;
grant select, insert on emergency.seal, emergency.insider, emergency.told to ledfyr_app;
grant update (lifted_at, lifted_by, lifted_reason) on emergency.seal to ledfyr_app;
grant update (until) on emergency.insider to ledfyr_app;
grant update (seen_at) on emergency.told to ledfyr_app;
grant select on emergency.glass, emergency.opening, casework.stand_in to ledfyr_app;
grant update (verdict, verdict_why, judged_at, judged_by) on emergency.glass to ledfyr_app;
