-- Times of a case belong to whoever has the duty. Those that say nothing about the person, a follow-up or a review, go along when
-- the case is taken over. Those that do, the reflection period, days in a programme, a permit, would tell the new holder what
-- nobody shared; they go along where the one before shared the person's situation, and otherwise stay with who set them, who
-- can tell it later.
create function casework.hand_on_times(the_case uuid, before uuid, taker uuid, to_member uuid, moment timestamptz) returns int
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
        kinds := kinds || array ['reflection_period', 'nsp_rest', 'nsp_integration', 'permit'];
    end if;
    return deadlines.hand_on('CASE', the_case, before, taker, to_member, moment, kinds);
end
$$;

create function casework.times_follow() returns trigger
    language plpgsql security definer set search_path = ''
as $$
declare
    before uuid;
begin
    select h.organisation into before from casework.holding h
    where h.case_id = new.case_id and h.ended = new.began and h.organisation <> new.organisation;
    if found then
        perform casework.hand_on_times(new.case_id, before, new.organisation, new.member, new.began);
    end if;
    return null;
end
$$;
create trigger times_follow after insert on casework.holding for each row execute function casework.times_follow();

-- The same once the holder has been told more by one who had the case before.
create function casework.bring_times(the_case uuid, before uuid, moment timestamptz) returns int
    language plpgsql security definer set search_path = ''
as $$
declare
    acting constant uuid := access.acting_organisation();
begin
    if the_case = any (casework.hidden_cases()) or before = acting
        or not exists (select from casework.holding h
                       where h.case_id = the_case and h.ended is null and h.organisation = acting) then
        return 0;
    end if;
    return casework.hand_on_times(the_case, before, acting, null, moment);
end
$$;
revoke execute on function casework.hand_on_times(uuid, uuid, uuid, uuid, timestamptz), casework.times_follow(),
    casework.bring_times(uuid, uuid, timestamptz) from public;
grant execute on function casework.bring_times(uuid, uuid, timestamptz) to ledfyr_app;
