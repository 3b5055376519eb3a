-- The organisation that carries out returns: it decides who is admitted to the return programme. There is one at a time,
-- so that an application never has to ask to whom it goes.
alter table organisations.organisation drop constraint organisation_kind_check;
alter table organisations.organisation add constraint organisation_kind_check
    check (kind in ('NATIONAL_COORDINATION', 'REGIONAL_COORDINATION', 'SOCIAL_SERVICES', 'POLICE', 'MIGRATION_AGENCY', 'PROSECUTOR',
                    'NGO', 'PROGRAMME_OFFICE', 'RETURN_OPERATOR', 'SHELTER'));

create unique index one_return_operator on organisations.organisation (kind)
    where kind = 'RETURN_OPERATOR' and closed_at is null;
