-- What civil society's organisations report once a year on the people they met: one answered questionnaire a person, without a
-- name. The questionnaires are data beside the program (surveys/*.yaml); every set of answers keeps the edition it was given in
-- and the hash of that edition, so that a later change never alters what was answered.
create schema surveys;
create schema surveys_api;

-- How answers are read out of what is stored: {"sex": {"codes": ["female"]}, "police_reports": {"value": 2}, "rights_met":
-- {"known": false}}. A question that stands nowhere was not asked or not answered.
create function surveys.code(answers jsonb, question text) returns text immutable parallel safe language sql
return answers -> question -> 'codes' ->> 0;

create function surveys.codes(answers jsonb, question text) returns text[] immutable parallel safe language sql
return coalesce(array(select c from jsonb_array_elements_text(answers -> question -> 'codes') as c order by c), '{}');

create function surveys.value(answers jsonb, question text) returns text immutable parallel safe language sql
return answers -> question ->> 'value';

-- Twelve or ten digits that could be a Swedish personal or coordination number, however they are divided.
create function surveys.looks_like_a_number(said text) returns boolean immutable parallel safe language sql
return regexp_replace(said, '[\s.:/+–-]', '', 'g')
    ~ '([0-9]{2})?[0-9]{2}(0[1-9]|1[0-2])([0-2][0-9]|3[01]|[6-8][0-9]|9[01])[0-9]{4}';

-- Who is a member of the platform, under the label that files and compilations use for it.
create table surveys.participant
(
    organisation uuid        not null primary key references organisations.organisation,
    platform     uuid        not null references organisations.organisation,
    label        text        not null check (label ~ '^ORG-[0-9]{2,3}$'),
    joined_at    timestamptz not null,
    joined_by    uuid,
    left_at      timestamptz,
    unique (platform, label),
    check (organisation <> platform)
);

-- The columns below the answers are what the answers say, kept beside them by the database, for counting and for comparing with
-- files. Lists are empty where nothing was answered. Statistics may read these and never the answers themselves.
create table surveys.contact
(
    id                            uuid        not null,
    organisation                  uuid        not null references organisations.organisation,
    year                          smallint    not null check (year between 2000 and 2200),
    form                          text        not null check (form in ('ADULT', 'CHILD')),
    edition                       text        not null check (edition ~ '^(adult|child)-[0-9]{4}(-[0-9]{1,2})?$'),
    definition_hash               bytea       not null check (length(definition_hash) = 32),
    state                         text        not null default 'DRAFT' check (state in ('DRAFT', 'SENT')),
    answers                       jsonb       not null default '{}' check (jsonb_typeof(answers) = 'object'),
    carried_from                  uuid,
    version                       int         not null default 1 check (version >= 1),
    begun_at                      timestamptz not null,
    written_by                    uuid,
    written_at                    timestamptz not null,
    sent_at                       timestamptz,
    struck_at                     timestamptz,
    contact_kind                  text generated always as (surveys.code(answers, 'contact')) stored,
    exposure                      text generated always as (surveys.code(answers, 'exposure')) stored,
    age_years                     int generated always as (surveys.value(answers, 'age_years')::int) stored,
    sex                           text generated always as (surveys.code(answers, 'sex')) stored,
    origin_country                text generated always as (surveys.code(answers, 'origin_country')) stored,
    origin_region                 text generated always as (surveys.code(answers, 'origin_region')) stored,
    guardian_id                   uuid generated always as (surveys.value(answers, 'guardian_id')::uuid) stored,
    relative_forms                text[] not null generated always as (surveys.codes(answers, 'relative_forms')) stored,
    forms                         text[] not null generated always as (surveys.codes(answers, 'forms')) stored,
    began                         text[] not null generated always as (surveys.codes(answers, 'began')) stored,
    setting                       text generated always as (surveys.code(answers, 'setting')) stored,
    authorities_contacted         text[] not null generated always as (surveys.codes(answers, 'authorities_contacted')) stored,
    identified_by                 text generated always as (surveys.code(answers, 'identified_by')) stored,
    time_to_support               text generated always as (surveys.code(answers, 'time_to_support')) stored,
    needs                         text[] not null generated always as (surveys.codes(answers, 'needs')) stored,
    met_by_authority              text[] not null generated always as (surveys.codes(answers, 'met_by_authority')) stored,
    met_by_civil_society          text[] not null generated always as (surveys.codes(answers, 'met_by_civil_society')) stored,
    social_services_interventions text[] not null generated always as (surveys.codes(answers, 'social_services_interventions')) stored,
    why_civil_society             text generated always as (surveys.code(answers, 'why_civil_society')) stored,
    has_children                  boolean generated always as (surveys.value(answers, 'has_children')::boolean) stored,
    children_place                text generated always as (surveys.code(answers, 'children_place')) stored,
    own_police_report             boolean generated always as (surveys.value(answers, 'own_police_report')::boolean) stored,
    police_reports                int generated always as (surveys.value(answers, 'police_reports')::int) stored,
    crimes                        text[] not null generated always as (surveys.codes(answers, 'crimes')) stored,
    legal_status                  text[] not null generated always as (surveys.codes(answers, 'legal_status')) stored,
    convicted_for                 text generated always as (surveys.code(answers, 'convicted_for')) stored,
    rights_met                    boolean generated always as (surveys.value(answers, 'rights_met')::boolean) stored,
    permit_granted                boolean generated always as (surveys.value(answers, 'permit_granted')::boolean) stored,
    residence_status              text generated always as (surveys.code(answers, 'residence_status')) stored,
    reflection_granted            boolean generated always as (surveys.value(answers, 'reflection_granted')::boolean) stored,
    asylum_seeker                 boolean generated always as (surveys.value(answers, 'asylum_seeker')::boolean) stored,
    group_case                    text generated always as (surveys.value(answers, 'group_case')) stored
        check (group_case ~ '^[a-z0-9_]{1,40}$'),
    primary key (id, organisation),
    foreign key (carried_from, organisation) references surveys.contact (id, organisation),
    check ((state = 'SENT') = (sent_at is not null)),
    check (state = 'DRAFT' or contact_kind is not null and exposure is not null)
);
create index contact_of_year on surveys.contact (organisation, year, written_at desc, id);
create index contact_counted on surveys.contact (year) where state = 'SENT' and struck_at is null;
create unique index contact_carried_once on surveys.contact (carried_from, organisation, year) where carried_from is not null and struck_at is null;

-- The organisation's own way back to the person: never anybody else's to read, and no personal number.
create table surveys.own_reference
(
    contact_id   uuid not null,
    organisation uuid not null,
    reference    text not null check (reference = btrim(reference) and length(reference) between 1 and 60
                                      and not surveys.looks_like_a_number(reference)),
    primary key (contact_id, organisation),
    foreign key (contact_id, organisation) references surveys.contact (id, organisation)
);

-- The case the answers were prefilled from. Nobody but the organisation itself can tell that there is one.
create table surveys.contact_case
(
    contact_id   uuid not null,
    organisation uuid not null,
    case_id      uuid not null,
    primary key (contact_id, organisation),
    foreign key (contact_id, organisation) references surveys.contact (id, organisation),
    foreign key (case_id, organisation) references casework.dossier (case_id, organisation)
);
create index contact_of_case on surveys.contact_case (case_id);

-- What a sent contact said before. Those that are younger than the closing of its year are the year's revisions.
create table surveys.contact_change
(
    id           bigint generated always as identity primary key,
    organisation uuid        not null,
    contact_id   uuid        not null,
    version      int         not null,
    kind         text        not null check (kind in ('SENT', 'CORRECTED', 'STRUCK', 'RESTORED')),
    field        text        not null,
    old_value    text,
    new_value    text,
    reason       text        not null check (length(reason) between 1 and 2000 and not surveys.looks_like_a_number(reason)),
    changed_at   timestamptz not null,
    changed_by   uuid,
    foreign key (contact_id, organisation) references surveys.contact (id, organisation)
);
create index on surveys.contact_change (contact_id, id);
create index on surveys.contact_change (organisation, changed_at);

-- A year that the platform has closed. What is corrected or sent later is listed as a revision.
create table surveys.year
(
    platform  uuid        not null references organisations.organisation,
    year      smallint    not null check (year between 2000 and 2200),
    closed_at timestamptz not null,
    closed_by uuid,
    primary key (platform, year)
);

-- What organisations tell that do not count persons. Shown apart, never added to anything.
create table surveys.informal_note
(
    id           uuid        not null,
    organisation uuid        not null references organisations.organisation,
    year         smallint    not null check (year between 2000 and 2200),
    low          int         not null check (low between 0 and 100000),
    high         int         not null check (high between 0 and 100000),
    forms        text[]      not null default '{}',
    observations text check (length(observations) between 1 and 2000 and not surveys.looks_like_a_number(observations)),
    state        text        not null default 'DRAFT' check (state in ('DRAFT', 'SENT')),
    version      int         not null default 1 check (version >= 1),
    written_by   uuid,
    written_at   timestamptz not null,
    sent_at      timestamptz,
    struck_at    timestamptz,
    primary key (id, organisation),
    check (low <= high),
    check ((state = 'SENT') = (sent_at is not null))
);
create index note_of_year on surveys.informal_note (organisation, year);

-- A contact in a file whose id belongs to somebody sealed is a new one to whoever brings the file, as if the id were free.
create table surveys.stand_in
(
    organisation uuid not null,
    filed_id     uuid not null,
    contact_id   uuid not null,
    primary key (organisation, filed_id)
);

-- Contacts that were prefilled from cases sealed to whoever asks.
create function surveys.hidden_contacts() returns uuid[]
    language plpgsql stable security definer set search_path = '' parallel safe
as $$
declare
    cases uuid[] := casework.hidden_cases();
begin
    if cardinality(cases) = 0 then
        return '{}';
    end if;
    return (select coalesce(array_agg(c.contact_id), '{}') from surveys.contact_case c
            where c.organisation = (select access.acting_organisation()) and c.case_id = any (cases));
end
$$;

create function surveys.stand_in_for(ids uuid[]) returns void
    language sql volatile security definer set search_path = ''
as $$
insert into surveys.stand_in (organisation, filed_id, contact_id)
select (select access.acting_organisation()), h.id, gen_random_uuid()
from unnest(surveys.hidden_contacts()) as h (id)
where h.id = any (ids)
$$;
revoke execute on function surveys.hidden_contacts(), surveys.stand_in_for(uuid[]) from public;
grant execute on function surveys.hidden_contacts(), surveys.stand_in_for(uuid[]) to ledfyr_app;

-- What was sent stays sent, and what a contact is never changes: corrections change answers, striking takes it out.
create function surveys.stay_sent() returns trigger
    language plpgsql set search_path = ''
as $$
begin
    if old.state = 'SENT' and (new.state <> 'SENT' or new.sent_at <> old.sent_at) then
        raise exception 'What was sent stays sent' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
revoke execute on function surveys.stay_sent() from public;
create trigger stay_sent before update on surveys.contact for each row execute function surveys.stay_sent();
create trigger stay_sent before update on surveys.informal_note for each row execute function surveys.stay_sent();

do $$
declare t text;
begin
    foreach t in array array ['participant', 'contact', 'own_reference', 'contact_case', 'contact_change', 'year', 'informal_note',
                              'stand_in'] loop
        execute format('alter table surveys.%I enable row level security', t);
        execute format('alter table surveys.%I force row level security', t);
    end loop;
    foreach t in array array ['contact', 'own_reference', 'contact_case', 'contact_change', 'informal_note'] loop
        execute format('create policy own_organisation on surveys.%I for select to ledfyr_app
                            using (organisation = (select access.acting_organisation()))', t);
        execute format('create policy own_organisation_adds on surveys.%I for insert to ledfyr_app
                            with check (organisation = (select access.acting_organisation()))', t);
    end loop;
    foreach t in array array ['contact', 'own_reference', 'contact_case', 'informal_note'] loop
        execute format('create policy own_organisation_changes on surveys.%I for update to ledfyr_app
                            using (organisation = (select access.acting_organisation()))
                            with check (organisation = (select access.acting_organisation()))', t);
    end loop;
    foreach t in array array ['contact', 'own_reference', 'contact_change'] loop
        execute format('create policy sealed_is_not_there on surveys.%I as restrictive for all to ledfyr_app
                            using (%I <> all ((select surveys.hidden_contacts())::uuid[]))', t,
                       case t when 'contact' then 'id' else 'contact_id' end);
    end loop;
    -- The platform reads what its members have sent, and nothing of how they find back to the people.
    foreach t in array array ['contact', 'informal_note'] loop
        execute format('create policy platform_reads on surveys.%I for select to ledfyr_app
                            using (state = ''SENT'' and organisation in (select p.organisation from surveys.participant p
                                                                         where p.platform = (select access.acting_organisation())))', t);
    end loop;
end
$$;
select people.hide_sealed('surveys.contact_case');
create policy owner_looks on surveys.contact_case for select to ledfyr_owner using (true);
create policy own_organisation on surveys.stand_in for select to ledfyr_app
    using (organisation = (select access.acting_organisation()));
create policy owner_acts on surveys.stand_in for all to ledfyr_owner using (true) with check (true);
create policy platform_reads on surveys.contact_change for select to ledfyr_app
    using (organisation in (select p.organisation from surveys.participant p where p.platform = (select access.acting_organisation()))
           and exists (select from surveys.contact c where c.id = contact_id and c.organisation = contact_change.organisation));
create policy national_facts on surveys.contact for select to ledfyr_statistics
    using (state = 'SENT' and (select access.reads_national_facts()));

create policy both_ends on surveys.participant for select to ledfyr_app
    using ((select access.acting_organisation()) in (organisation, platform));
-- Nobody but the platform can make itself the reader of what others sent, and only of what civil society sent.
create policy platform_adds on surveys.participant for insert to ledfyr_app
    with check (platform = (select access.acting_organisation())
                and exists (select from organisations.organisation o where o.id = platform and o.kind = 'CIVIL_PLATFORM')
                and exists (select from organisations.organisation o where o.id = organisation and o.kind in ('NGO', 'SHELTER')));
create policy platform_changes on surveys.participant for update to ledfyr_app
    using (platform = (select access.acting_organisation())) with check (platform = (select access.acting_organisation()));

create policy members_read on surveys.year for select to ledfyr_app
    using (platform = (select access.acting_organisation())
           or platform in (select p.platform from surveys.participant p where p.organisation = (select access.acting_organisation())));
create policy platform_closes on surveys.year for insert to ledfyr_app
    with check (platform = (select access.acting_organisation())
                and exists (select from organisations.organisation o where o.id = platform and o.kind = 'CIVIL_PLATFORM'));

grant usage on schema surveys, surveys_api to ledfyr_app, ledfyr_statistics;
grant select, insert on surveys.participant, surveys.contact, surveys.own_reference, surveys.contact_case, surveys.contact_change,
    surveys.year, surveys.informal_note to ledfyr_app;
grant select on surveys.stand_in to ledfyr_app;
grant update (label, left_at) on surveys.participant to ledfyr_app;
grant update (state, answers, version, written_by, written_at, sent_at, struck_at) on surveys.contact to ledfyr_app;
grant update (reference) on surveys.own_reference to ledfyr_app;
grant update (case_id) on surveys.contact_case to ledfyr_app;
grant update (low, high, forms, observations, state, version, written_by, written_at, sent_at, struck_at)
    on surveys.informal_note to ledfyr_app;
grant select (id, organisation, year, form, state, struck_at, contact_kind, exposure, age_years, sex, origin_country, origin_region,
              relative_forms, forms, began, setting, authorities_contacted, identified_by, time_to_support, needs, met_by_authority,
              met_by_civil_society, social_services_interventions, why_civil_society, has_children, children_place,
              own_police_report, police_reports, crimes, legal_status, convicted_for, rights_met, permit_granted, residence_status,
              reflection_granted, asylum_seeker, group_case) on surveys.contact to ledfyr_statistics;
