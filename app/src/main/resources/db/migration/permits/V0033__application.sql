-- The work before and after a reflection period: the check of who can have one, the application, the decision, what asked and
-- what followed, and everybody's permits. What is counted stays in permits.reflection_period, and is written from here.

-- An application, without anybody's name. Two ends see it: the organisation that wrote it down, and the coordination office of
-- the region, where it is counted and where the coordinator is who may have helped. Like a case it is a thin thing: each end has
-- its own way to the person, and what hides that hides the application.
create table permits.application
(
    id                uuid        primary key,
    by_organisation   uuid        not null references organisations.organisation,
    office            uuid        not null references organisations.organisation,
    applicant         text        not null check (applicant in ('social_board', 'lead_investigator')),
    region            text        not null,
    municipality_code text check (municipality_code ~ '^[0-9]{4}$'),
    helped            boolean     not null,
    sex               text        not null,
    applied_on        date        not null,
    state             text        not null default 'APPLIED' check (state in ('APPLIED', 'GRANTED', 'REFUSED', 'STRUCK')),
    decided_on        date,
    start_on          date,
    first_end_on      date,
    end_on            date,
    revoked_on        date,
    asked_at          timestamptz,
    followed          text,
    answered_on       date,
    version           int         not null default 1 check (version >= 1),
    made_at           timestamptz not null,
    made_by           uuid,
    changed_at        timestamptz not null,
    changed_why       text check (length(changed_why) between 1 and 2000),
    check (municipality_code is null or applicant = 'social_board'),
    check (state = 'STRUCK' or (decided_on is not null) = (state in ('GRANTED', 'REFUSED'))),
    check (state = 'STRUCK' or num_nonnulls(start_on, first_end_on, end_on) = case state when 'GRANTED' then 3 else 0 end),
    check (decided_on >= applied_on),
    -- A right of at least thirty days, as where it is counted; how long it is by rule stands in deadlines.rule.
    check (first_end_on - start_on >= 30 and end_on >= first_end_on),
    check (revoked_on between start_on and end_on),
    check ((followed is null) = (answered_on is null)),
    check (followed is null or state in ('GRANTED', 'STRUCK'))
);
comment on column permits.application.by_organisation is 'who wrote it down: the authority that applied, or the office for one without an account';
comment on column permits.application.helped is 'whether the coordinator takes part; counted for social boards only';
comment on column permits.application.asked_at is 'when the clock asked what follows';
comment on column permits.application.followed is 'code list reflection_followed; null while nobody has said';
comment on column permits.application.changed_why is 'why it was changed last; kept for good in permits.change where it moved a figure';
create index running_of_office on permits.application (office, end_on, id) where state = 'GRANTED';
create index running_of_applicant on permits.application (by_organisation, end_on, id) where state = 'GRANTED';
create index waiting_of_office on permits.application (office, applied_on, id) where state = 'APPLIED';
create index waiting_of_applicant on permits.application (by_organisation, applied_on, id) where state = 'APPLIED';
create index to_answer_at_office on permits.application (office, end_on, id)
    where state = 'GRANTED' and followed is null and asked_at is not null;
create index to_answer_at_applicant on permits.application (by_organisation, end_on, id)
    where state = 'GRANTED' and followed is null and asked_at is not null;
create index settled_of_office on permits.application (office, decided_on desc, id desc) where state in ('GRANTED', 'REFUSED');
create index settled_of_applicant on permits.application (by_organisation, decided_on desc, id desc)
    where state in ('GRANTED', 'REFUSED');

-- Each end's own way to the person. The office that did not help gets a person without identity, and no case: it counts what
-- happened in its region, and learns nothing of whom.
create table permits.own_file
(
    application_id uuid not null references permits.application,
    organisation   uuid not null references organisations.organisation,
    person_id      uuid not null,
    case_id        uuid,
    primary key (application_id, organisation),
    foreign key (person_id, organisation) references people.person (id, organisation),
    foreign key (case_id, organisation) references casework.dossier (case_id, organisation)
);
create index on permits.own_file (person_id);
create index on permits.own_file (case_id) where case_id is not null;

-- Longer than first decided: until when, who asked, why.
create table permits.extension
(
    id             uuid        primary key,
    application_id uuid        not null references permits.application,
    asked_by       text        not null check (asked_by in ('social_board', 'lead_investigator')),
    cause          text        not null,
    decided_on     date        not null,
    from_on        date        not null,
    until          date        not null,
    noted_at       timestamptz not null,
    check (until > from_on)
);
comment on column permits.extension.cause is 'code list extension_cause';
comment on column permits.extension.from_on is 'when it would have ended without this';
create index on permits.extension (application_id, until);

-- Why nobody applied for somebody in a case. The newest answer of whoever holds the case counts.
create table permits.not_applied
(
    id           uuid        primary key,
    organisation uuid        not null references organisations.organisation,
    case_id      uuid        not null,
    person_id    uuid        not null,
    cause        text        not null,
    noted_on     date        not null,
    noted_at     timestamptz not null,
    noted_by     uuid,
    replaced_at  timestamptz,
    foreign key (person_id, organisation) references people.person (id, organisation),
    foreign key (case_id, organisation) references casework.dossier (case_id, organisation)
);
comment on column permits.not_applied.cause is 'code list no_application';
create unique index one_cause_at_a_time on permits.not_applied (case_id, organisation) where replaced_at is null;

-- What was answered when somebody looked whether a person can have a reflection period, and what the edition of that day said.
create table permits.eligibility_check
(
    id           uuid        primary key,
    organisation uuid        not null references organisations.organisation,
    case_id      uuid        not null,
    person_id    uuid        not null,
    edition      text        not null,
    on_day       date        not null,
    answers      jsonb       not null check (jsonb_typeof(answers) = 'object'),
    said         text[]      not null check (cardinality(said) > 0),
    checked_at   timestamptz not null,
    checked_by   uuid,
    foreign key (person_id, organisation) references people.person (id, organisation),
    foreign key (case_id, organisation) references casework.dossier (case_id, organisation)
);
comment on column permits.eligibility_check.edition is 'which edition of the rules was asked; it stays in the files of Ledfyr for good';
create index on permits.eligibility_check (case_id, organisation, checked_at desc);

-- What somebody may stay in the country on, and did: as an organisation knows it. Times may overlap, as they do in life:
-- somebody who seeks asylum may work, and what two papers say may not fit. Only reflection periods never overlap, since nobody
-- has two of them at once: two would be one that was written down twice.
create table permits.permit
(
    id             uuid        not null,
    organisation   uuid        not null references organisations.organisation,
    person_id      uuid        not null,
    kind           text        not null,
    from_on        date,
    to_on          date,
    during         daterange   not null generated always as (daterange(from_on, to_on, '[]')) stored,
    decided_by     text        not null,
    source         text        not null,
    application_id uuid references permits.application,
    noted_at       timestamptz not null,
    noted_by       uuid,
    version        int         not null default 1 check (version >= 1),
    struck_at      timestamptz,
    primary key (id, organisation),
    foreign key (person_id, organisation) references people.person (id, organisation),
    check (from_on <= to_on),
    check (kind <> 'reflection' or (from_on is not null and to_on is not null)),
    constraint one_reflection_period_at_a_time exclude using gist (person_id with =, during with &&)
        where (kind = 'reflection' and struck_at is null)
);
comment on column permits.permit.kind is 'code list residence_status; kind_unknown where it is known only that there is one';
comment on column permits.permit.from_on is 'first day; null where nobody knows';
comment on column permits.permit.to_on is 'last day; null while none is set';
create index on permits.permit (person_id);
create index on permits.permit (application_id) where application_id is not null;

do $$
declare t text;
begin
    foreach t in array array ['application', 'own_file', 'extension', 'not_applied', 'eligibility_check', 'permit'] loop
        execute format('alter table permits.%I enable row level security', t);
        execute format('alter table permits.%I force row level security', t);
        -- The functions below act as the owner, and each says itself whom it serves.
        execute format('create policy owner_acts on permits.%I for all to ledfyr_owner using (true) with check (true)', t);
    end loop;
    foreach t in array array ['own_file', 'not_applied', 'eligibility_check', 'permit'] loop
        execute format('create policy own_organisation on permits.%I for select to ledfyr_app
                            using (organisation = (select access.acting_organisation()))', t);
        execute format('create policy own_organisation_adds on permits.%I for insert to ledfyr_app
                            with check (organisation = (select access.acting_organisation()))', t);
        perform people.hide_sealed(format('permits.%I', t)::regclass);
    end loop;
    foreach t in array array ['not_applied', 'permit'] loop
        execute format('create policy own_organisation_changes on permits.%I for update to ledfyr_app
                            using (organisation = (select access.acting_organisation()))
                            with check (organisation = (select access.acting_organisation()))', t);
    end loop;
end
$$;

create policy with_an_own_file on permits.application for select to ledfyr_app
    using ((select true from permits.own_file f where f.application_id = application.id limit 1));
create policy in_ones_own_name on permits.application for insert to ledfyr_app
    with check (by_organisation = (select access.acting_organisation()) and state = 'APPLIED' and asked_at is null);
-- The end that did not help looks and does not touch.
create policy who_works_with_it on permits.application for update to ledfyr_app
    using (by_organisation = (select access.acting_organisation()) or (office = (select access.acting_organisation()) and helped))
    with check (true);
create policy with_the_application on permits.extension for select to ledfyr_app
    using ((select true from permits.application a where a.id = application_id limit 1));
create policy with_the_application_adds on permits.extension for insert to ledfyr_app
    with check ((select true from permits.application a
                 where a.id = application_id
                   and (a.by_organisation = (select access.acting_organisation())
                        or (a.office = (select access.acting_organisation()) and a.helped)) limit 1));

-- Which step follows which. Who wrote it down and where it is counted never change.
create function permits.guard_step() returns trigger language plpgsql set search_path = ''
as $$
begin
    if current_user = 'ledfyr_owner' then
        return new;
    end if;
    if (new.id, new.by_organisation, new.office, new.made_at, new.made_by)
       is distinct from (old.id, old.by_organisation, old.office, old.made_at, old.made_by) then
        raise exception 'Who wrote an application down does not change';
    end if;
    if old.state = 'STRUCK' or (new.state = 'STRUCK' and old.by_organisation <> (select access.acting_organisation()))
       or (new.state = 'APPLIED' and old.state <> 'APPLIED') then
        raise exception 'No such step from here';
    end if;
    if new.version <> old.version + 1 and new.asked_at is not distinct from old.asked_at then
        raise exception 'A change is a new version';
    end if;
    return new;
end
$$;
create trigger guard_step before update on permits.application for each row execute function permits.guard_step();

create function permits.guard_office() returns trigger language plpgsql set search_path = ''
as $$
begin
    if not exists (select from organisations.organisation o
                   where o.id = new.office and o.kind = 'REGIONAL_COORDINATION' and o.closed_at is null) then
        raise exception 'Reflection periods are counted at the coordination offices';
    end if;
    return new;
end
$$;
create trigger guard_office before insert on permits.application for each row execute function permits.guard_office();

create policy owner_adds_the_bare_person_of_an_application on people.person for insert to ledfyr_owner with check (true);
create policy owner_looks_for_the_person_of_an_application on people.person for select to ledfyr_owner using (true);
create policy owner_counts on permits.reflection_period for insert to ledfyr_owner with check (true);
create policy owner_counts_anew on permits.reflection_period for update to ledfyr_owner using (true) with check (true);
create policy owner_keeps on permits.change for all to ledfyr_owner using (true) with check (true);

-- The office's way to the person, when another organisation wrote the application down. Where its coordinator helped and it has
-- a dossier in the same case, it is that person; in every other case somebody it knows nothing about.
create function permits.let_the_office_know() returns trigger
    language plpgsql security definer set search_path = ''
as $$
declare
    a      permits.application;
    person uuid;
    theirs uuid;
begin
    select * into strict a from permits.application where id = new.application_id;
    if new.organisation <> a.by_organisation or a.office = a.by_organisation then
        return null;
    end if;
    if a.helped then
        select d.person_id, d.case_id into person, theirs
        from casework.dossier d
        where d.case_id = new.case_id and d.organisation = a.office;
    end if;
    if person is null then
        person := gen_random_uuid();
        insert into people.person (id, organisation, created_at) values (person, a.office, a.made_at);
    end if;
    insert into permits.own_file (application_id, organisation, person_id, case_id) values (a.id, a.office, person, theirs);
    return null;
end
$$;
create trigger let_the_office_know after insert on permits.own_file for each row
    execute function permits.let_the_office_know();

-- What was decided is counted in the same transaction, at the office, whoever wrote it down. A correction is a new version with
-- its history, as when a file corrects.
create function permits.count_it() returns trigger
    language plpgsql security definer set search_path = ''
as $$
declare
    counted permits.reflection_period;
    file    permits.own_file;
    member  constant uuid := case when access.acting_organisation() = new.office then access.acting_member() end;
    why     constant text := coalesce(new.changed_why, 'Beslut i ärendet');
    drawn   constant boolean := new.state in ('GRANTED', 'REFUSED');
    ruling  constant text := lower(new.state);
    via     constant boolean := case when new.applicant = 'social_board' then new.helped end;
begin
    select * into counted from permits.reflection_period where id = new.id and organisation = new.office;
    if not found then
        if drawn then
            select * into strict file from permits.own_file where application_id = new.id and organisation = new.office;
            insert into permits.reflection_period (id, organisation, person_id, registration_id, applicant, via_coordinator, region,
                                                   municipality_code, sex, applied_on, decided_on, decision, start_on, end_on,
                                                   created_at, created_by, changed_at)
            values (new.id, new.office, file.person_id,
                    case when via then (select d.registration_id from casework.dossier d
                                               where d.case_id = file.case_id and d.organisation = new.office
                                                 and d.person_id = file.person_id) end,
                    new.applicant, via, new.region, new.municipality_code, new.sex, new.applied_on, new.decided_on, ruling,
                    new.start_on, new.end_on, new.changed_at, member, new.changed_at);
        end if;
        return null;
    end if;
    if drawn then
        with said as (
            insert into permits.change (organisation, period_id, version, kind, field, old_value, new_value, reason, changed_at,
                                        changed_by)
            select new.office, new.id, counted.version + 1, 'CORRECTED', f.name, f.before, f.after, why, new.changed_at, member
            from (values ('applicant', counted.applicant, new.applicant),
                         ('via_coordinator', counted.via_coordinator::text, via::text),
                         ('region', counted.region, new.region),
                         ('municipality_code', counted.municipality_code, new.municipality_code),
                         ('sex', counted.sex, new.sex),
                         ('applied_on', counted.applied_on::text, new.applied_on::text),
                         ('decided_on', counted.decided_on::text, new.decided_on::text),
                         ('decision', counted.decision, ruling),
                         ('start_on', counted.start_on::text, new.start_on::text),
                         ('end_on', counted.end_on::text, new.end_on::text)) as f (name, before, after)
            where f.before is distinct from f.after
            returning 1)
        update permits.reflection_period p
           set applicant = new.applicant, via_coordinator = via, region = new.region,
               registration_id = case when via then p.registration_id end,
               municipality_code = new.municipality_code, sex = new.sex, applied_on = new.applied_on, decided_on = new.decided_on,
               decision = ruling, start_on = new.start_on, end_on = new.end_on, version = p.version + 1, changed_at = new.changed_at
         where p.id = new.id and p.organisation = new.office and exists (select from said);
    elsif counted.withdrawn_at is null then
        insert into permits.change (organisation, period_id, version, kind, field, old_value, reason, changed_at, changed_by)
        values (new.office, new.id, counted.version + 1, 'WITHDRAWN', 'reflection_period', counted.decision, why, new.changed_at, member);
        update permits.reflection_period p
           set withdrawn_at = new.changed_at, withdrawn_reason = why, version = p.version + 1, changed_at = new.changed_at
         where p.id = new.id and p.organisation = new.office;
    end if;
    return null;
end
$$;
create trigger count_it after update on permits.application for each row execute function permits.count_it();

-- A reflection period stands among the permits of its person, whether it came by work or by file.
create function permits.keep_permit(the_id uuid, whose uuid, who uuid, starts date, ends date, application uuid, moment timestamptz)
    returns void language plpgsql security definer set search_path = ''
as $$
begin
    if ends is null then
        update permits.permit p set struck_at = moment, version = p.version + 1
        where p.id = the_id and p.organisation = whose and p.struck_at is null;
        return;
    end if;
    update permits.permit p
       set person_id = who, from_on = starts, to_on = ends, struck_at = null, version = p.version + 1
     where p.id = the_id and p.organisation = whose
       and (p.person_id, p.from_on, p.to_on, p.struck_at is null) is distinct from (who, starts, ends, true);
    insert into permits.permit (id, organisation, person_id, kind, from_on, to_on, decided_by, source, application_id, noted_at,
                                noted_by)
    select the_id, whose, who, 'reflection', starts, ends, 'migration_agency', 'decision', application, moment,
           case when whose = access.acting_organisation() then access.acting_member() end
    where not exists (select from permits.permit p where p.id = the_id and p.organisation = whose);
end
$$;

-- At every end of an application. An end that knows of another period of the person at the time learns it when it looks itself;
-- whoever acts at the other end must not be able to tell, so for them nothing fails.
create function permits.keep_permits() returns trigger
    language plpgsql security definer set search_path = ''
as $$
declare
    file permits.own_file;
    ends date := case when new.state = 'GRANTED' then least(new.end_on, new.revoked_on) end;
begin
    for file in select * from permits.own_file f where f.application_id = new.id order by f.organisation loop
        if file.organisation = access.acting_organisation() then
            perform permits.keep_permit(new.id, file.organisation, file.person_id, new.start_on, ends, new.id, new.changed_at);
        else
            begin
                perform permits.keep_permit(new.id, file.organisation, file.person_id, new.start_on, ends, new.id, new.changed_at);
            exception when exclusion_violation then
                null;
            end;
        end if;
    end loop;
    return null;
end
$$;
create trigger keep_permits after update on permits.application for each row
    when (new.state in ('GRANTED', 'REFUSED', 'STRUCK')) execute function permits.keep_permits();

-- What a file brings or corrects. What comes from an application is kept above.
create function permits.keep_filed_permit() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    if exists (select from permits.application a where a.id = new.id and a.office = new.organisation) then
        return null;
    end if;
    perform permits.keep_permit(new.id, new.organisation, new.person_id, new.start_on,
                                case when new.withdrawn_at is null then new.end_on end, null, new.changed_at);
    return null;
end
$$;
create trigger keep_filed_permit after insert or update on permits.reflection_period for each row
    execute function permits.keep_filed_permit();

-- A file may correct what came from an application: then the application says so too, and both stay one.
create function permits.follow_the_file() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    update permits.application a
       set applicant = new.applicant, helped = coalesce(new.via_coordinator, a.helped), region = new.region, municipality_code = new.municipality_code,
           sex = new.sex, applied_on = new.applied_on, state = upper(new.decision), decided_on = new.decided_on,
           start_on = new.start_on, end_on = new.end_on,
           first_end_on = case when a.first_end_on - new.start_on >= 30 and a.first_end_on <= new.end_on then a.first_end_on
                               else new.end_on end,
           revoked_on = case when a.revoked_on between new.start_on and new.end_on then a.revoked_on end,
           followed = case when new.decision = 'granted' then a.followed end,
           answered_on = case when new.decision = 'granted' then a.answered_on end,
           version = a.version + 1, changed_at = new.changed_at
     where a.id = new.id and a.office = new.organisation and a.state <> 'STRUCK'
       and (a.applicant, case when a.applicant = 'social_board' then a.helped end, a.region, a.municipality_code, a.sex, a.applied_on, lower(a.state), a.decided_on, a.start_on, a.end_on)
           is distinct from (new.applicant, new.via_coordinator, new.region, new.municipality_code, new.sex, new.applied_on,
                             new.decision, new.decided_on, new.start_on, new.end_on);
    return null;
end
$$;
create trigger follow_the_file after update on permits.reflection_period for each row
    when (pg_trigger_depth() = 0) execute function permits.follow_the_file();

-- Once nothing is left to ask, nobody's clock asks.
create function permits.stop_clocks() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    update deadlines.clock c set stage = 'STOPPED', next_at = null, done_at = new.changed_at
    where c.subject = new.id and c.subject_kind = 'REFLECTION' and c.stage in ('RUNNING', 'REMINDED');
    update deadlines.clock c set done_at = new.changed_at
    where c.subject = new.id and c.subject_kind = 'REFLECTION' and c.stage = 'DUE' and c.done_at is null;
    return null;
end
$$;
create trigger stop_clocks after update on permits.application for each row
    when (new.state in ('REFUSED', 'STRUCK') or new.followed is not null) execute function permits.stop_clocks();

-- Periods that files brought before this. Where two of one person overlap, the first stays among the permits; both stay counted.
insert into permits.permit (id, organisation, person_id, kind, from_on, to_on, decided_by, source, noted_at, noted_by)
select p.id, p.organisation, p.person_id, 'reflection', p.start_on, p.end_on, 'migration_agency', 'decision', p.created_at, p.created_by
from permits.reflection_period p
where p.decision = 'granted' and p.withdrawn_at is null
order by p.start_on, p.id
on conflict do nothing;

revoke execute on function permits.let_the_office_know(), permits.count_it(), permits.keep_permits(), permits.keep_filed_permit(),
    permits.follow_the_file(), permits.stop_clocks(), permits.guard_step(), permits.guard_office(),
    permits.keep_permit(uuid, uuid, uuid, date, date, uuid, timestamptz) from public;

create policy national_facts on permits.application for select to ledfyr_statistics using ((select access.reads_national_facts()));
create policy national_facts on permits.not_applied for select to ledfyr_statistics using ((select access.reads_national_facts()));

grant select, insert, update on permits.application to ledfyr_app;
grant select, insert on permits.own_file, permits.extension, permits.eligibility_check to ledfyr_app;
grant select, insert, update on permits.not_applied, permits.permit to ledfyr_app;
grant select (applied_on) on permits.reflection_period to ledfyr_statistics;
grant select (id, office, applicant, region, helped, sex, applied_on, state, followed) on permits.application to ledfyr_statistics;
grant select (id, organisation, case_id, cause, noted_on, noted_at, replaced_at) on permits.not_applied to ledfyr_statistics;

-- What was applied for, decided or not: one row an application, in the year it was sent. Those decided come from where they are
-- counted, so that it makes no difference whether a row came by file or by work.
create view permits_api.counted_application with (security_invoker = true) as
select p.id,
       p.organisation,
       o.kind                               as organisation_kind,
       extract(year from p.applied_on)::int as year,
       p.region,
       p.sex,
       p.applicant,
       p.via_coordinator,
       p.decision                           as outcome
from permits.reflection_period p
         join organisations.organisation o on o.id = p.organisation
where p.withdrawn_at is null
union all
select a.id, a.office, o.kind, extract(year from a.applied_on)::int, a.region, a.sex, a.applicant,
       case when a.applicant = 'social_board' then a.helped end, 'waiting'
from permits.application a
         join organisations.organisation o on o.id = a.office
where a.state = 'APPLIED';

-- What followed on a period that was granted, in the year of the decision.
create view permits_api.counted_followed with (security_invoker = true) as
select p.id, p.organisation, o.kind as organisation_kind, p.year, p.region, p.sex, p.applicant, p.via_coordinator, a.followed
from permits.reflection_period p
         join organisations.organisation o on o.id = p.organisation
         left join permits.application a on a.id = p.id
where p.withdrawn_at is null
  and p.decision = 'granted';

-- Why nobody applied: one row a case, as whoever answered last has it, in the year of the answer.
create view permits_api.counted_not_applied with (security_invoker = true) as
select distinct on (n.case_id) n.id,
                               n.organisation,
                               o.kind                             as organisation_kind,
                               extract(year from n.noted_on)::int as year,
                               c.region,
                               n.cause
from permits.not_applied n
         join organisations.organisation o on o.id = n.organisation
         left join casework_api.counted_case c on c.id = n.case_id
where n.replaced_at is null
order by n.case_id, n.noted_at desc, n.id;

grant select on permits_api.counted_application, permits_api.counted_followed, permits_api.counted_not_applied
    to ledfyr_app, ledfyr_statistics;
