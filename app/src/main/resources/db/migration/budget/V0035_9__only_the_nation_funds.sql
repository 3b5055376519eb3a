-- Whoever is one end of an agreement sees who was admitted when in the whole country (budget.admissions) and the keeper's prices.
-- Anybody could make themselves an end, and take the keeper's year before the nation did: now only the nation grants.
create policy only_the_nation_grants on budget.agreement as restrictive for insert to ledfyr_app
    with check (exists (select from organisations.organisation o
                        where o.id = (select access.acting_organisation()) and o.kind = 'NATIONAL_COORDINATION'));
