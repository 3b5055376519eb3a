-- The platform that civil society's organisations are members of. It compiles what they report once a year and works with no
-- single person. There is one at a time, so that nobody else can ever stand in for it.
alter table organisations.organisation drop constraint organisation_kind_check;
alter table organisations.organisation add constraint organisation_kind_check
    check (kind in ('NATIONAL_COORDINATION', 'REGIONAL_COORDINATION', 'SOCIAL_SERVICES', 'POLICE', 'MIGRATION_AGENCY', 'PROSECUTOR',
                    'NGO', 'PROGRAMME_OFFICE', 'RETURN_OPERATOR', 'SHELTER', 'CIVIL_PLATFORM'));

create unique index one_civil_platform on organisations.organisation (kind)
    where kind = 'CIVIL_PLATFORM' and closed_at is null;
