-- Reflection periods and permits are no times of a case any more: they stand among the permits of its person, and go along from
-- there.
create or replace function casework.hand_on_times(the_case uuid, before uuid, taker uuid, to_member uuid, moment timestamptz) returns int
    language plpgsql security definer set search_path = ''
as $$
declare
    person uuid;
    kinds text[] := array ['follow_up', 'review', 'social_services_contact'];
begin
    -- The social services are in contact with whoever they take over.
    if (select o.kind = 'SOCIAL_SERVICES' from organisations.organisation o where o.id = taker) then
        perform deadlines.stop_clocks('CASE', the_case, moment, array ['social_services_contact']);
    end if;
    select d.person_id into person from casework.dossier d where d.case_id = the_case and d.organisation = taker;
    if people.was_told(person, before, 'situation') then
        kinds := kinds || array ['nsp_rest', 'nsp_integration'];
    end if;
    return deadlines.hand_on('CASE', the_case, before, taker, to_member, moment, kinds);
end
$$;
