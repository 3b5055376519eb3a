-- Whoever holds a case that was joined to the application is asked what follows like its two ends, and may write the answer; nothing else.
create policy whoever_joined_answers on permits.application for update to ledfyr_app
    using (state = 'GRANTED' and followed is null
           and (select true from permits.own_file f
                              join casework.holding h on h.case_id = f.case_id and h.organisation = f.organisation and h.ended is null
                where f.application_id = application.id and f.organisation = (select access.acting_organisation()) limit 1))
    with check (true);

create or replace function permits.guard_step() returns trigger language plpgsql set search_path = ''
as $$
begin
    if current_user = 'ledfyr_owner' then
        return new;
    end if;
    if (new.id, new.by_organisation, new.office, new.made_at, new.made_by)
       is distinct from (old.id, old.by_organisation, old.office, old.made_at, old.made_by) then
        raise exception 'Who wrote an application down does not change';
    end if;
    if old.state = 'STRUCK' or (new.state = 'STRUCK' and old.by_organisation <> (select access.acting_organisation()))
       or (new.state = 'APPLIED' and old.state <> 'APPLIED') then
        raise exception 'No such step from here';
    end if;
    if new.version <> old.version + 1 and new.asked_at is not distinct from old.asked_at then
        raise exception 'A change is a new version';
    end if;
    if not (old.by_organisation = (select access.acting_organisation())
            or old.office = (select access.acting_organisation()) and old.helped)
       and to_jsonb(new) - array ['followed', 'answered_on', 'version', 'changed_at', 'changed_why', 'asked_at']
           is distinct from to_jsonb(old) - array ['followed', 'answered_on', 'version', 'changed_at', 'changed_why', 'asked_at'] then
        raise exception 'Whoever joined answers what follows, and no more';
    end if;
    return new;
end
$$;
