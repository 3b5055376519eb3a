-- Files of a questionnaire are of a kind of their own each year: civil_adults_2025.
alter table intake.import drop constraint import_kind_check;
alter table intake.import add constraint import_kind_check check (kind ~ '^[a-z_]{3,40}(_[0-9]{4})?$');
