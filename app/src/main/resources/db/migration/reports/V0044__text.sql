-- The texts of the yearly report that the platform writes. Only what was changed stands here: texts as they are delivered are data
-- beside the program (reports/*.yaml). Every change is a new version and none is ever changed or taken away; the last one counts.
-- A number in a text is the name of a table's cell, never the number itself.
create schema reports;

create table reports.text_version
(
    platform    uuid        not null references organisations.organisation,
    report      text        not null check (report ~ '^[a-z][a-z0-9_]{1,39}$'),
    year        smallint    not null check (year between 2000 and 2200),
    slot        text        not null check (slot ~ '^[a-z][a-z0-9-]{1,39}$'),
    version     int         not null check (version >= 1),
    sv          text        not null check (length(sv) <= 8000),
    en          text        not null check (length(en) <= 8000),
    returned_to int check (returned_to >= 0 and returned_to < version),
    written_at  timestamptz not null,
    written_by  uuid        not null,
    primary key (platform, report, year, slot, version),
    check ((sv = '') = (en = '')),
    check (not surveys.looks_like_a_number(sv) and not surveys.looks_like_a_number(en))
);
comment on column reports.text_version.sv is 'empty where the text was left out of the report, then in both languages';
comment on column reports.text_version.returned_to is 'the earlier version whose words these are; 0 for the text as it is delivered';

alter table reports.text_version enable row level security;
alter table reports.text_version force row level security;
create policy own_organisation on reports.text_version for select to ledfyr_app
    using (platform = (select access.acting_organisation()));
-- The statistics unit of the national coordination reads the report, and can write nothing in it.
create policy nation_reads on reports.text_version for select to ledfyr_app
    using (exists (select from organisations.organisation o
                   where o.id = (select access.acting_organisation()) and o.kind = 'NATIONAL_COORDINATION'));
create policy platform_writes on reports.text_version for insert to ledfyr_app
    with check (platform = (select access.acting_organisation()) and written_by = (select access.acting_member())
                and exists (select from organisations.organisation o where o.id = platform and o.kind = 'CIVIL_PLATFORM'));
grant usage on schema reports to ledfyr_app;
grant select, insert on reports.text_version to ledfyr_app;
