-- An own file opens an application to its organisation. Whoever writes an application down adds theirs in the same act, and the
-- database adds the office's; anybody else who knew the random id could open it for themselves. The question cannot be asked
-- through the policies of the application, which ask for the own file.
create function permits.wrote_down(application uuid) returns boolean
    language sql stable security definer set search_path = ''
as $$
select exists (select from permits.application a where a.id = application and a.by_organisation = (select access.acting_organisation()))
$$;
revoke execute on function permits.wrote_down(uuid) from public;
grant execute on function permits.wrote_down(uuid) to ledfyr_app;
create policy only_whoever_wrote_it_down on permits.own_file as restrictive for insert to ledfyr_app
    with check (permits.wrote_down(application_id));

-- A permit that names an application names one that is there for whoever writes it.
create policy of_ones_own_application on permits.permit as restrictive for insert to ledfyr_app
    with check (application_id is null or exists (select from permits.application a where a.id = permit.application_id));
