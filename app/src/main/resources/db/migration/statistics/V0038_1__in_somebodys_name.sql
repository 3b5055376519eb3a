-- Nobody who has not said for whom they act adds anything: not an organisation, not a closed year, not a figure of one. These
-- tables are known to all, and only that; without these rules Java was the only door.
alter table organisations.organisation enable row level security;
alter table organisations.organisation force row level security;
create policy known_to_all on organisations.organisation for select using (true);
-- An organisation is founded by itself, with its first member, or added by a member of another as one without an account.
create policy founded_by_somebody on organisations.organisation for insert to ledfyr_app
    with check (id = (select access.acting_organisation()) or (select access.acting_member()) is not null);
create policy changed_by_somebody on organisations.organisation for update to ledfyr_app
    using (id = (select access.acting_organisation()) or (select access.acting_member()) is not null)
    with check (id = (select access.acting_organisation()) or (select access.acting_member()) is not null);

-- Years are the nation's to close, and its member's to answer for.
do $$
declare t text;
begin
    foreach t in array array ['closed_year', 'closed_cell', 'printed_cell'] loop
        execute format('alter table statistics.%I enable row level security', t);
        execute format('alter table statistics.%I force row level security', t);
        execute format('create policy known_to_all on statistics.%I for select using (true)', t);
    end loop;
end
$$;
create policy closed_by_the_nation on statistics.closed_year for insert to ledfyr_app
    with check (closed_by = (select access.acting_member())
                and exists (select from organisations.organisation o
                            where o.id = (select access.acting_organisation()) and o.kind = 'NATIONAL_COORDINATION'));
create policy closed_by_the_nation on statistics.closed_cell for insert to ledfyr_app
    with check (exists (select from organisations.organisation o
                        where o.id = (select access.acting_organisation()) and o.kind = 'NATIONAL_COORDINATION')
                and exists (select from statistics.closed_year y
                            where y.year = closed_cell.year and y.closed_by = (select access.acting_member())));
create policy noted_by_somebody on statistics.printed_cell for insert to ledfyr_app
    with check (noted_by = (select access.acting_member()));
create policy noted_by_somebody_anew on statistics.printed_cell for update to ledfyr_app
    using ((select access.acting_member()) is not null) with check (noted_by = (select access.acting_member()));
