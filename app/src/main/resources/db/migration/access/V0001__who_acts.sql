-- Who the current transaction is done for. Every setting is local to the transaction, so a pooled connection never
-- carries it to the next borrower. After its first use PostgreSQL reads a local setting back as '' and not as null,
-- hence nullif everywhere: nothing bound must mean no rows, never an error that tells something.
create schema access;

create function access.acting_organisation() returns uuid stable parallel safe language sql
return nullif(current_setting('ledfyr.organisation', true), '')::uuid;

create function access.acting_member() returns uuid stable parallel safe language sql
return nullif(current_setting('ledfyr.member', true), '')::uuid;

-- True for the statistics unit only: facts of every organisation, identity of nobody.
create function access.reads_national_facts() returns boolean stable parallel safe language sql
return coalesce(nullif(current_setting('ledfyr.national', true), '')::boolean, false);

-- True for auditors only: who did what, never what it was about.
create function access.reads_audit() returns boolean stable parallel safe language sql
return coalesce(nullif(current_setting('ledfyr.auditing', true), '')::boolean, false);

-- The address somebody presents at the door, before it is known who they are.
create function access.login_at_the_door() returns text stable parallel safe language sql
return nullif(current_setting('ledfyr.login', true), '');

-- The hash of an invitation somebody presents at the door.
create function access.invitation_at_the_door() returns text stable parallel safe language sql
return nullif(current_setting('ledfyr.invitation', true), '');

grant usage on schema access to ledfyr_app, ledfyr_statistics;
