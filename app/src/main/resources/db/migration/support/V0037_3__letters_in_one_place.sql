-- As before, and written where all letters are written. Where the person is sealed in the organisation it goes to, a letter goes to
-- those who are named and to nobody else, not even to whoever once applied.
create or replace function support.write_letter(to_whom uuid, who uuid, text_key text, application uuid, moment timestamptz) returns void
    language sql security definer set search_path = ''
as $$
with named as (select (select coalesce(array_agg(i.member), '{}') from emergency.insider i
                       where i.person_id = s.person_id and i.until is null) as members
               from emergency.seal s
               where s.organisation = to_whom and s.lifted_at is null
                 and (exists (select from support.own_file f where f.application_id = application and f.person_id = s.person_id)
                      or exists (select from support.application a join casework.dossier d on d.case_id = a.case_id
                                 where a.id = application and d.organisation = to_whom and d.person_id = s.person_id))
               limit 1)
select deadlines.write_letter(to_whom, case when not exists (select from named) then who end,
                              coalesce((select n.members from named n),
                                       (select array_agg(m.id) from organisations.member m
                                        where who is null and m.organisation = to_whom
                                          and m.roles && array ['COORDINATOR', 'CASEWORKER'])),
                              text_key, upper(left(application::text, 8)), '/support/applications/' || application, moment)
$$;
