-- Somebody who answers for the work of others: may override a missing consent, with a reason the auditor reads.
alter table organisations.member drop constraint member_roles_check;
alter table organisations.member add constraint member_roles_check check (cardinality(roles) > 0
    and roles <@ array ['COORDINATOR', 'CASEWORKER', 'LEAD', 'STATISTICIAN', 'ADMINISTRATOR', 'AUDITOR']);
