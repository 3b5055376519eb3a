-- A child whose own case is sealed is not there in its parent's case either. Three things there still told of it: the next
-- child got the number of the hidden one and was refused, what was noted about whom one had turned to for the child stayed,
-- and so did the entries in the log.
create function needs.next_child_number(the_case uuid) returns int
    language sql stable security definer set search_path = ''
as $$
select coalesce(max(c.number), 0) + 1 from needs.child c
where c.case_id = the_case and c.holder = (select access.acting_organisation())
$$;
revoke execute on function needs.next_child_number(uuid) from public;
grant execute on function needs.next_child_number(uuid) to ledfyr_app;

create policy sealed_child_is_not_there on needs.contact as restrictive for all to ledfyr_app
    using (child_id is null or exists (select from needs.child c where c.id = child_id));

-- As before, with the children whose own case is hidden.
create or replace function people.hidden_things() returns uuid[]
    language plpgsql stable security definer set search_path = '' parallel safe
as $$
declare
    people uuid[] := people.hidden_from_me();
    cases  uuid[];
    needs  uuid[] := '{}';
    all_of uuid[];
begin
    if cardinality(people) = 0 then
        return '{}';
    end if;
    cases := casework.hidden_cases();
    all_of := people || cases
        || (select coalesce(array_agg(r.id), '{}') from casework.registration r where r.person_id = any (people));
    needs := (select coalesce(array_agg(n.id), '{}') from needs.need n where n.case_id = any (cases))
          || (select coalesce(array_agg(f.need_id), '{}') from needs.own_file f where f.person_id = any (people));
    all_of := all_of
        || (select coalesce(array_agg(p.parcel_id), '{}') from people.parcel_person p
            where p.organisation = access.acting_organisation() and p.person_id = any (people))
        || (select coalesce(array_agg(c.id), '{}') from consent.consent c where c.person_id = any (people))
        || (select coalesce(array_agg(k.id), '{}') from needs.child k
            where k.case_id = any (cases) or k.own_case_id = any (cases));
    all_of := all_of || (select coalesce(array_agg(o.id), '{}') from handover.offer o
                         where o.case_id = any (cases) or o.need_id = any (needs));
    all_of := all_of || (select coalesce(array_agg(g.id), '{}') from programmes.amp_grant g where g.person_id = any (people))
                     || (select coalesce(array_agg(g.id), '{}') from programmes.nsp_grant g where g.person_id = any (people))
                     || (select coalesce(array_agg(p.id), '{}') from permits.reflection_period p
                         where p.person_id = any (people));
    all_of := all_of || needs;
    return all_of || (select coalesce(array_agg(c.id), '{}') from deadlines.clock c
                      where c.organisation = access.acting_organisation()
                        and (c.case_id = any (cases) or c.subject = any (all_of)));
end
$$;
