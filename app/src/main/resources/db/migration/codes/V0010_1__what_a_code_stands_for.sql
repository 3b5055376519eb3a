-- A code may stand for something outside: the section of a law, a number in a standard. And some of what the lists say
-- comes from a source that says itself that nobody has checked it: whoever chooses such a code must be able to see that.
alter table codes.code
    add column reference  text check (reference <> ''),
    add column unverified boolean not null default false;

comment on column codes.code.source is 'where the code and its labels come from';
comment on column codes.code.reference is 'what the code stands for outside: section of a law, number in a standard';
comment on column codes.code.unverified is 'true where the source says itself that this has not been checked';

create or replace view codes_api.code with (security_invoker = true) as
select list, code, label_sv, label_en, sort, parent, lower(valid) as valid_from, upper(valid) as valid_to, source, reference,
       unverified
from codes.code;
