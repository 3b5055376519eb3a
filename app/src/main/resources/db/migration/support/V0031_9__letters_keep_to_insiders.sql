-- A letter about an application says that something happened with somebody. Where the person is sealed in the organisation it
-- goes to, it goes to those who are named and to nobody else, not even to whoever once applied.
create or replace function support.write_letter(to_whom uuid, who uuid, text_key text, application uuid, moment timestamptz) returns void
    language plpgsql security definer set search_path = ''
as $$
declare
    sealed uuid;
begin
    select s.person_id into sealed
    from emergency.seal s
    where s.organisation = to_whom and s.lifted_at is null
      and (exists (select from support.own_file f where f.application_id = application and f.person_id = s.person_id)
           or exists (select from support.application a join casework.dossier d on d.case_id = a.case_id
                      where a.id = application and d.organisation = to_whom and d.person_id = s.person_id));
    insert into deadlines.letter (id, organisation, member, text_key, reference, path, made_at, next_try_at)
    select gen_random_uuid(), m.organisation, m.id, text_key, upper(left(application::text, 8)), '/support/applications/' || application,
           moment, moment
    from organisations.member m
    where m.organisation = to_whom and m.disabled_at is null
      and case when sealed is not null
               then exists (select from emergency.insider i where i.person_id = sealed and i.member = m.id and i.until is null)
               else m.id = who or who is null and m.roles && array ['COORDINATOR', 'CASEWORKER'] end;
end
$$;
