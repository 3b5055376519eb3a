-- What an organisation knows of the legal process of somebody in a case: reports to the police, how far each has come, counsel,
-- rights, compensation, and claims for wages that were never paid. All of it is the organisation's own file; nothing here is
-- shared with anybody else.
create schema justice;
create schema justice_api;

-- Everything below hangs on this row, one for each case an organisation writes something about.
create table justice.legal_file
(
    case_id      uuid        not null references casework.case_file,
    organisation uuid        not null references organisations.organisation,
    person_id    uuid        not null,
    begun_at     timestamptz not null,
    begun_by     uuid,
    primary key (case_id, organisation),
    foreign key (case_id, organisation) references casework.dossier (case_id, organisation),
    foreign key (person_id, organisation) references people.person (id, organisation)
);
comment on column justice.legal_file.person_id is 'with whose key the sealed columns of this schema are sealed';
create index on justice.legal_file (person_id);

-- A report to the police. What the person is called there, and who investigates, is sealed: a number of that kind leads to
-- somebody as surely as a name.
create table justice.report
(
    id               uuid primary key,
    case_id          uuid        not null,
    organisation     uuid        not null,
    number           int         not null check (number >= 1),
    reported_on      date        not null,
    initiated_by     text        not null,
    region           text        not null,
    reference_sealed bytea,
    unit_sealed      bytea,
    noted_at         timestamptz not null,
    noted_by         uuid,
    struck_at        timestamptz,
    struck_reason    text check (length(struck_reason) between 1 and 500),
    foreign key (case_id, organisation) references justice.legal_file (case_id, organisation),
    unique (case_id, organisation, number),
    unique (id, case_id, organisation),
    check ((struck_at is null) = (struck_reason is null))
);
comment on column justice.report.initiated_by is 'code list report_initiator';
comment on column justice.report.region is 'code list police_region: where it was made';

-- What a report is about. The class is what tables count; the code is the one of the Council for Crime Prevention, where known.
create table justice.report_crime
(
    id           uuid primary key default gen_random_uuid(),
    report_id    uuid not null,
    case_id      uuid not null,
    organisation uuid not null,
    crime        text not null,
    bra_code     text check (bra_code ~ '^[0-9]{4}$'),
    foreign key (report_id, case_id, organisation) references justice.report (id, case_id, organisation),
    unique nulls not distinct (report_id, crime, bra_code)
);
comment on column justice.report_crime.crime is 'code list crime_classification';
comment on column justice.report_crime.bra_code is 'code list crime_code, valid on the day of the report';
create index on justice.report_crime (case_id, organisation);

-- How far a report has come, from which day; without a report, that none was made or that nobody knows. `until_on` is the day
-- of the next line, kept by the trigger below, so that "now" and "at the end of a year" are plain questions.
create table justice.status_entry
(
    id           uuid primary key,
    case_id      uuid        not null,
    organisation uuid        not null,
    report_id    uuid,
    status       text        not null check (status in ('no_report_made', 'investigation_not_started', 'investigation_ongoing',
                                                        'investigation_closed', 'prosecuted', 'conviction', 'unknown_outcome')),
    since_on     date        not null,
    until_on     date,
    outcome      text,
    convicted_of text,
    no_report_reason text,
    why          text check (length(why) between 1 and 500),
    expected_on  date,
    noted_at     timestamptz not null,
    noted_by     uuid,
    struck_at    timestamptz,
    foreign key (case_id, organisation) references justice.legal_file (case_id, organisation),
    foreign key (report_id, case_id, organisation) references justice.report (id, case_id, organisation),
    check ((report_id is null) = (status = 'no_report_made') or status = 'unknown_outcome'),
    check (no_report_reason is null or status = 'no_report_made'),
    check (outcome is null or report_id is not null),
    check (convicted_of is null or status = 'conviction')
);
comment on column justice.status_entry.outcome is 'code list legal_outcome, whose parent is the status it goes with';
comment on column justice.status_entry.convicted_of is 'code list crime_classification';
comment on column justice.status_entry.expected_on is 'when the next decision is expected; a clock runs for it';
create index on justice.status_entry (case_id, organisation);
create index on justice.status_entry (report_id) where report_id is not null;
create index now_by_status on justice.status_entry (organisation, status, since_on desc, id) where until_on is null and struck_at is null;
create index newest_now on justice.status_entry (organisation, since_on desc, id) where until_on is null and struck_at is null;

create function justice.keep_order() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    update justice.status_entry e
       set until_on = o.next_on
      from (select s.id, lead(s.since_on) over (order by s.since_on, s.noted_at, s.id) as next_on
            from justice.status_entry s
            where s.case_id = new.case_id and s.organisation = new.organisation and s.report_id is not distinct from new.report_id
              and s.struck_at is null) o
     where e.id = o.id and e.until_on is distinct from o.next_on;
    return null;
end
$$;
create trigger keep_order after insert or update of since_on, struck_at on justice.status_entry
    for each row execute function justice.keep_order();

-- Who speaks for the person in the process.
create table justice.counsel
(
    id           uuid primary key,
    case_id      uuid        not null,
    organisation uuid        not null,
    kind         text        not null,
    name_sealed  bytea,
    asked_on     date        not null,
    answer       text        not null default 'waiting' check (answer in ('waiting', 'appointed', 'refused')),
    answered_on  date,
    ended_on     date,
    noted_at     timestamptz not null,
    noted_by     uuid,
    struck_at    timestamptz,
    foreign key (case_id, organisation) references justice.legal_file (case_id, organisation),
    check ((answer = 'waiting') = (answered_on is null)),
    check (answered_on >= asked_on and ended_on >= answered_on),
    check (ended_on is null or answer = 'appointed')
);
comment on column justice.counsel.kind is 'code list counsel_kind';
create index on justice.counsel (case_id, organisation);

-- Rights in the process. No row is "not asked": nobody has put the question yet.
create table justice.right_answer
(
    case_id      uuid        not null,
    organisation uuid        not null,
    right_code   text        not null,
    answer       text        not null check (answer in ('yes', 'no', 'not_applicable', 'not_known', 'not_asked')),
    answered_at  timestamptz not null,
    answered_by  uuid,
    primary key (case_id, organisation, right_code),
    foreign key (case_id, organisation) references justice.legal_file (case_id, organisation)
);
comment on column justice.right_answer.right_code is 'code list legal_right';

-- Money that was asked for and what came of it, in whole öre.
create table justice.compensation
(
    id           uuid primary key,
    case_id      uuid        not null,
    organisation uuid        not null,
    kind         text        not null,
    asked_on     date        not null,
    asked_ore    bigint check (asked_ore between 0 and 100000000000),
    decision     text        not null default 'waiting' check (decision in ('waiting', 'granted', 'partly', 'refused', 'withdrawn')),
    decided_on   date,
    decided_ore  bigint check (decided_ore between 0 and 100000000000),
    expected_on  date,
    noted_at     timestamptz not null,
    noted_by     uuid,
    struck_at    timestamptz,
    foreign key (case_id, organisation) references justice.legal_file (case_id, organisation),
    check ((decision = 'waiting') = (decided_on is null)),
    check (decided_on >= asked_on),
    check (decided_ore is null or decision in ('granted', 'partly'))
);
comment on column justice.compensation.kind is 'code list compensation_kind';
create index on justice.compensation (case_id, organisation);

-- A claim for unpaid wages. What it adds up to is never stored: it is computed from the lines each time it is shown.
create table justice.wage_claim
(
    id              uuid primary key,
    case_id         uuid        not null,
    organisation    uuid        not null,
    number          int         not null check (number >= 1),
    event_id        uuid,
    employer_sealed bytea,
    holiday_pay     int         not null check (holiday_pay between 0 and 10000),
    holiday_source  text        not null check (length(holiday_source) between 1 and 300),
    state           text        not null default 'DRAFT' check (state in ('DRAFT', 'SENT', 'SETTLED', 'DROPPED')),
    begun_at        timestamptz not null,
    begun_by        uuid,
    changed_at      timestamptz not null,
    foreign key (case_id, organisation) references justice.legal_file (case_id, organisation),
    foreign key (event_id, organisation) references casework.event (id, organisation),
    unique (case_id, organisation, number),
    unique (id, case_id, organisation)
);
comment on column justice.wage_claim.holiday_pay is 'hundredths of a percent: 1200 is 12 %';
create index on justice.wage_claim (event_id) where event_id is not null;

create table justice.wage_rate
(
    id           uuid primary key,
    claim_id     uuid not null,
    case_id      uuid not null,
    organisation uuid not null,
    kind         text not null check (kind in ('ORDINARY', 'OVERTIME', 'UNSOCIAL')),
    from_on      date not null,
    to_on        date not null,
    ore_per_hour bigint check (ore_per_hour between 1 and 10000000),
    percent      int check (percent between 1 and 100000),
    source       text not null check (length(source) between 1 and 300),
    struck_at    timestamptz,
    foreign key (claim_id, case_id, organisation) references justice.wage_claim (id, case_id, organisation),
    check (from_on <= to_on),
    check (num_nonnulls(ore_per_hour, percent) = 1),
    check (kind <> 'ORDINARY' or ore_per_hour is not null)
);
comment on column justice.wage_rate.percent is 'hundredths of a percent of the ordinary hourly wage';
create index on justice.wage_rate (claim_id);

create table justice.wage_work
(
    id               uuid primary key,
    claim_id         uuid not null,
    case_id          uuid not null,
    organisation     uuid not null,
    from_on          date not null,
    to_on            date not null,
    ordinary_minutes int  not null check (ordinary_minutes between 0 and 10000000),
    overtime_minutes int  not null check (overtime_minutes between 0 and 10000000),
    unsocial_minutes int  not null check (unsocial_minutes between 0 and 10000000),
    struck_at        timestamptz,
    foreign key (claim_id, case_id, organisation) references justice.wage_claim (id, case_id, organisation),
    check (from_on <= to_on),
    check (ordinary_minutes + overtime_minutes > 0),
    check (unsocial_minutes <= ordinary_minutes + overtime_minutes)
);
comment on column justice.wage_work.unsocial_minutes is 'of the ordinary and overtime minutes, those at unsocial times';
create index on justice.wage_work (claim_id);

-- What the employer paid, and what it held back: with the person's leave, which lowers the claim, or without, which does not.
create table justice.wage_money
(
    id           uuid primary key,
    claim_id     uuid   not null,
    case_id      uuid   not null,
    organisation uuid   not null,
    kind         text   not null check (kind in ('PAID', 'AGREED', 'DISPUTED')),
    what         text   not null,
    on_day       date,
    ore          bigint not null check (ore between 1 and 100000000000),
    struck_at    timestamptz,
    foreign key (claim_id, case_id, organisation) references justice.wage_claim (id, case_id, organisation)
);
comment on column justice.wage_money.what is 'code list wage_money';
create index on justice.wage_money (claim_id);

create table justice.wage_evidence
(
    id             uuid primary key,
    claim_id       uuid        not null,
    case_id        uuid        not null,
    organisation   uuid        not null,
    kind           text        not null,
    what_sealed    bytea       not null,
    place_sealed   bytea,
    seen_by_sealed bytea,
    seen_on        date,
    noted_at       timestamptz not null,
    struck_at      timestamptz,
    foreign key (claim_id, case_id, organisation) references justice.wage_claim (id, case_id, organisation)
);
comment on column justice.wage_evidence.kind is 'code list wage_evidence';
create index on justice.wage_evidence (claim_id);

do $$
declare t text;
begin
    foreach t in array array ['legal_file', 'report', 'report_crime', 'status_entry', 'counsel', 'right_answer', 'compensation',
                              'wage_claim', 'wage_rate', 'wage_work', 'wage_money', 'wage_evidence'] loop
        execute format('alter table justice.%I enable row level security', t);
        execute format('alter table justice.%I force row level security', t);
        execute format('create policy own_organisation on justice.%1$I for all to ledfyr_app
                            using (organisation = (select access.acting_organisation())
                                   and (select true from casework.dossier d where d.case_id = %1$I.case_id limit 1))
                            with check (organisation = (select access.acting_organisation())
                                   and (select true from casework.dossier d where d.case_id = %1$I.case_id limit 1))', t);
        perform people.hide_sealed(format('justice.%I', t)::regclass);
    end loop;
    foreach t in array array ['legal_file', 'report', 'report_crime', 'status_entry', 'right_answer'] loop
        execute format('create policy national_facts on justice.%I for select to ledfyr_statistics
                            using ((select access.reads_national_facts()))', t);
    end loop;
end
$$;
-- The trigger that keeps the order of a history works as the owner, on rows somebody was just allowed to write.
create policy owner_acts on justice.status_entry for all to ledfyr_owner using (true) with check (true);

-- What statistics may count: one row a case and year in which it was open, with what was known of its legal process at the end
-- of that year. Where several organisations keep a file on one case, the one of whoever is accountable counts; else the oldest.
create view justice_api.counted_person with (security_invoker = true) as
with keeper as (select distinct on (f.case_id) f.case_id, f.organisation
                from justice.legal_file f
                         left join casework_api.counted_holding h
                                   on h.case_id = f.case_id and h.organisation = f.organisation and h.ended is null
                order by f.case_id, (h.case_id is null), f.begun_at, f.organisation),
     first_report as (select r.case_id, r.organisation, min(r.reported_on) as on_day
                      from justice.report r
                      where r.struck_at is null
                      group by r.case_id, r.organisation),
     standing as (select y.case_id, y.year, array_agg(distinct e.status order by e.status) as statuses,
                         array_agg(distinct e.convicted_of order by e.convicted_of) filter (where e.convicted_of is not null) as convicted_of
                  from casework_api.case_year y
                           join keeper k on k.case_id = y.case_id
                           join justice.status_entry e
                                on e.case_id = k.case_id and e.organisation = k.organisation and e.struck_at is null
                                    and e.since_on <= make_date(y.year, 12, 31)
                                    and (e.until_on is null or e.until_on > make_date(y.year, 12, 31))
                           left join justice.report r on r.id = e.report_id
                           left join first_report f on f.case_id = k.case_id and f.organisation = k.organisation
                  where r.struck_at is null
                    -- That no report was made stands until one is.
                    and (e.report_id is not null or f.on_day is null or f.on_day > make_date(y.year, 12, 31))
                  group by y.case_id, y.year),
     reported as (select y.case_id, y.year, count(distinct r.id)::int as reports,
                         array_agg(distinct c.crime order by c.crime) filter (where c.crime is not null) as crimes
                  from casework_api.case_year y
                           join keeper k on k.case_id = y.case_id
                           join justice.report r
                                on r.case_id = k.case_id and r.organisation = k.organisation and r.struck_at is null
                                    and r.reported_on <= make_date(y.year, 12, 31)
                           left join justice.report_crime c on c.report_id = r.id
                  group by y.case_id, y.year)
select y.case_id                                          as id,
       y.organisation_kind,
       y.year,
       y.region,
       y.municipality_code,
       y.route                                            as age_group,
       y.group_event,
       coalesce(s.statuses, '{}')                         as statuses,
       coalesce(cardinality(s.statuses), 0)               as status_answers,
       coalesce(s.convicted_of, '{}')                     as convicted_of,
       coalesce(t.reports, 0)                             as reports,
       coalesce(t.crimes, '{}')                           as crimes,
       coalesce(cardinality(t.crimes), 0)                 as crime_answers
from casework_api.case_year y
         left join standing s on s.case_id = y.case_id and s.year = y.year
         left join reported t on t.case_id = y.case_id and t.year = y.year;

-- One row a person and right that was asked about.
create view justice_api.counted_right with (security_invoker = true) as
select y.case_id as id, y.organisation_kind, y.year, y.region, y.municipality_code, y.route as age_group, y.group_event,
       a.right_code, a.answer, (a.answer in ('yes', 'no'))::int as answered
from casework_api.case_year y
         join (select distinct on (f.case_id) f.case_id, f.organisation
               from justice.legal_file f
                        left join casework_api.counted_holding h
                                  on h.case_id = f.case_id and h.organisation = f.organisation and h.ended is null
               order by f.case_id, (h.case_id is null), f.begun_at, f.organisation) k on k.case_id = y.case_id
         join justice.right_answer a on a.case_id = k.case_id and a.organisation = k.organisation
where a.answer <> 'not_asked';

grant usage on schema justice, justice_api to ledfyr_app, ledfyr_statistics;
grant select, insert on justice.legal_file, justice.report, justice.report_crime, justice.status_entry, justice.counsel,
    justice.right_answer, justice.compensation, justice.wage_claim, justice.wage_rate, justice.wage_work, justice.wage_money,
    justice.wage_evidence to ledfyr_app;
grant update (reference_sealed, unit_sealed, struck_at, struck_reason) on justice.report to ledfyr_app;
grant update (struck_at) on justice.status_entry, justice.wage_rate, justice.wage_work, justice.wage_money, justice.wage_evidence
    to ledfyr_app;
grant update (answer, answered_on, ended_on, name_sealed, struck_at) on justice.counsel to ledfyr_app;
grant update (answer, answered_at, answered_by) on justice.right_answer to ledfyr_app;
grant update (decision, decided_on, decided_ore, expected_on, struck_at) on justice.compensation to ledfyr_app;
grant update (holiday_pay, holiday_source, state, changed_at) on justice.wage_claim to ledfyr_app;
grant select on justice_api.counted_person, justice_api.counted_right to ledfyr_app, ledfyr_statistics;
grant select (case_id, organisation, begun_at) on justice.legal_file to ledfyr_statistics;
grant select (id, case_id, organisation, reported_on, initiated_by, region, struck_at) on justice.report to ledfyr_statistics;
grant select (id, report_id, case_id, organisation, crime, bra_code) on justice.report_crime to ledfyr_statistics;
grant select (id, case_id, organisation, report_id, status, since_on, until_on, outcome, convicted_of, struck_at)
    on justice.status_entry to ledfyr_statistics;
grant select (case_id, organisation, right_code, answer) on justice.right_answer to ledfyr_statistics;
revoke execute on function justice.keep_order() from public;
