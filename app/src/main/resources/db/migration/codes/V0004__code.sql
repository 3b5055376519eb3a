-- Every list changes: laws, municipalities, crime codes. A code is a period of validity, and two periods of the same
-- code never overlap. A registration is read with the code that was valid on its own day.
create extension if not exists btree_gist with schema public;

create schema codes;
create schema codes_api;

create table codes.code
(
    list     text      not null check (list ~ '^[a-z_]{2,40}$'),
    code     text      not null check (code <> '' and length(code) <= 40),
    label_sv text      not null check (label_sv <> ''),
    label_en text      not null check (label_en <> ''),
    sort     int       not null,
    parent   text,
    valid    daterange not null check (not isempty(valid)),
    source   text,
    primary key (list, code, valid without overlaps)
);

create view codes_api.code with (security_invoker = true) as
select list, code, label_sv, label_en, sort, parent, lower(valid) as valid_from, upper(valid) as valid_to
from codes.code;

grant usage on schema codes, codes_api to ledfyr_app, ledfyr_statistics;
grant select on codes.code, codes_api.code to ledfyr_app, ledfyr_statistics;
