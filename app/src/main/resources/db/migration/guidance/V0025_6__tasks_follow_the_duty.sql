-- Who gives a case away has nothing more to do in it: their open tasks end there, and say so. Own words stay where they were
-- written, sealed with that organisation's key. Actions of the manual have public titles; where the one before shared what the
-- person needs, they are there for the new holder too, who can do or drop them.
alter table guidance.task
    add column from_organisation uuid references organisations.organisation;
comment on column guidance.task.from_organisation is 'whose task it was before the case was taken over; null for one of our own';
alter table guidance.task drop constraint task_result_check;
alter table guidance.task add constraint task_result_check check (result in ('DONE', 'DROPPED', 'PASSED_ON'));
create policy owner_acts on guidance.task for all to ledfyr_owner using (true) with check (true);

create function guidance.tasks_follow() returns trigger
    language plpgsql security definer set search_path = ''
as $$
declare
    before uuid;
    person uuid;
    told boolean;
    one guidance.task;
    fresh uuid;
begin
    select h.organisation into before from casework.holding h
    where h.case_id = new.case_id and h.ended = new.began and h.organisation <> new.organisation;
    if not found then
        return null;
    end if;
    select d.person_id into person from casework.dossier d where d.case_id = new.case_id and d.organisation = new.organisation;
    told := people.was_told(person, before, 'needs');
    for one in select * from guidance.task t
               where t.case_id = new.case_id and t.organisation = before and t.ended_at is null for update
    loop
        update guidance.task t set ended_at = new.began, result = 'PASSED_ON' where t.id = one.id;
        perform deadlines.stop_clocks('TASK', one.id, new.began);
        continue when not told or one.action is null
            or exists (select from guidance.task t where t.case_id = new.case_id and t.organisation = new.organisation
                                                     and t.action = one.action and t.ended_at is null);
        fresh := gen_random_uuid();
        insert into guidance.task (id, case_id, organisation, person_id, action, member, duty, due_on, made_at, from_organisation)
        values (fresh, new.case_id, new.organisation, person, one.action, new.member, new.duty, one.due_on, new.began, before);
        if one.due_on is not null then
            perform deadlines.set_clock(new.organisation, 'task', 'TASK', fresh, new.case_id, new.member,
                                        '/cases/' || new.case_id || '/plan', null,
                                        (one.due_on + 1)::timestamp at time zone 'Europe/Stockholm', new.began);
        end if;
    end loop;
    return null;
end
$$;
create trigger tasks_follow after insert on casework.holding for each row execute function guidance.tasks_follow();
revoke execute on function guidance.tasks_follow() from public;
