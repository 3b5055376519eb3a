-- What hangs on somebody sealed in the modules that came after emergency: applications of all kinds, returns, groups. Entries of
-- the log about them were there for everybody in the office, and a clock about a grant was mailed to everybody who works with
-- people.
create or replace function people.hidden_things() returns uuid[]
    language plpgsql stable security definer set search_path = '' parallel safe
as $$
declare
    people  uuid[] := people.hidden_from_me();
    cases   uuid[];
    needs   uuid[] := '{}';
    returns uuid[];
    all_of  uuid[];
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
                         where p.person_id = any (people))
                     || (select coalesce(array_agg(f.application_id), '{}') from permits.own_file f
                         where f.person_id = any (people))
                     || (select coalesce(array_agg(f.application_id), '{}') from support.own_file f
                         where f.person_id = any (people))
                     || (select coalesce(array_agg(a.id), '{}') from support.application a where a.case_id = any (cases));
    returns := returns.hidden_applications();
    -- A group is hidden when everybody in it is.
    all_of := all_of || needs || returns
        || (select coalesce(array_agg(h.group_id), '{}')
            from (select a.group_id from returns.application a
                  where a.group_id in (select b.group_id from returns.application b where b.id = any (returns))
                    and access.acting_organisation() in (a.organisation, a.operator)
                  group by a.group_id
                  having bool_and(a.id = any (returns))) h);
    return all_of || (select coalesce(array_agg(c.id), '{}') from deadlines.clock c
                      where c.organisation = access.acting_organisation()
                        and (c.case_id = any (cases) or c.subject = any (all_of)));
end
$$;

-- As before, with grants and with applications of all kinds: whoever is written to about them is whom they are sealed to.
create or replace function people.kept_to(thing uuid) returns uuid[]
    language plpgsql stable security definer set search_path = ''
as $$
declare
    org    constant uuid := access.acting_organisation();
    person uuid;
begin
    if not access.acts_for_the_house() then
        return null;
    end if;
    select s.sealed into person
    from (select own.person_id as sealed, own.person_id
          from emergency.seal own
          where own.organisation = org and own.lifted_at is null
          union all
          select own.person_id, unnest(people.only_along_with(array [own.person_id]))
          from emergency.seal own
          where own.organisation = org and own.lifted_at is null) s
    where (s.person_id = thing
           or exists (select from casework.registration r where r.person_id = s.person_id and r.id = thing)
           or exists (select from casework.dossier d where d.person_id = s.person_id and d.case_id = thing)
           or exists (select from needs.need n join casework.dossier d on d.case_id = n.case_id
                      where d.person_id = s.person_id and n.id = thing)
           or exists (select from needs.own_file f where f.person_id = s.person_id and f.need_id = thing)
           or exists (select from handover.offer o join casework.dossier d on d.case_id = o.case_id
                      where d.person_id = s.person_id and o.id = thing)
           or exists (select from programmes.nsp_grant g where g.person_id = s.person_id and g.id = thing)
           or exists (select from programmes.amp_grant g where g.person_id = s.person_id and g.id = thing)
           or exists (select from permits.reflection_period p where p.person_id = s.person_id and p.id = thing)
           or exists (select from permits.own_file f where f.person_id = s.person_id and f.application_id = thing)
           or exists (select from support.own_file f where f.person_id = s.person_id and f.application_id = thing)
           or exists (select from support.application a join casework.dossier d on d.case_id = a.case_id
                      where d.person_id = s.person_id and a.id = thing)
           or exists (select from returns.own_end e where e.person_id = s.person_id and e.application_id = thing))
    limit 1;
    if not found then
        return null;
    end if;
    return (select coalesce(array_agg(i.member), '{}') from emergency.insider i where i.person_id = person and i.until is null);
end
$$;

-- A group in which everybody is sealed is not there, nor its plan of costs.
create policy sealed_is_not_there on returns.return_group as restrictive for all to ledfyr_app
    using (id <> all ((select people.hidden_things())::uuid[]));

-- Whether an application is about somebody sealed in an organisation, or about who comes along with them.
create function returns.is_sealed(a returns.application, in_organisation uuid) returns boolean
    language sql stable security definer set search_path = ''
as $$
select exists (select from returns.own_end e
                        join emergency.seal s on s.person_id = e.person_id and s.organisation = e.organisation and s.lifted_at is null
               where e.organisation = in_organisation and e.application_id in (a.id, a.with_id))
$$;
revoke execute on function returns.is_sealed(returns.application, uuid) from public;

-- A plan was shared among all, also those who are sealed at the office: from the shares one could count them. It is shared among
-- the others, whoever shares it, and of a plan that is shared anew somebody sealed has no part; so the parts add up as before.
create or replace function returns.share_out(the_group uuid) returns void
    language sql volatile security definer set search_path = ''
as $$
with plan as (select coalesce(sum(l.total_ore), 0)::bigint as ore from returns.cost_line l where l.group_id = the_group and l.removed_at is null),
     known as (select a.id, returns.is_sealed(a, a.organisation) as sealed
               from returns.application a
               where a.group_id = the_group and a.state in ('SENT', 'ADMITTED')
                 and (select access.acting_organisation()) in (a.organisation, a.operator)),
     live as (select k.id, row_number() over (order by k.id) as place, count(*) over () as many from known k where not k.sealed),
     part as (select l.id, (p.ore / l.many + case when l.place <= p.ore % l.many then 1 else 0 end) as ore from live l cross join plan p
              union all
              -- Where nobody else is left they keep what they had.
              select k.id, 0 from known k where k.sealed and exists (select from live))
update returns.application a set planned_ore = part.ore from part where a.id = part.id and a.planned_ore <> part.ore
$$;

-- The clock of a group tells when something is due for somebody in it. From the moment in which somebody is sealed, theirs is
-- one of their own, hidden with them, and what is left of the group's is what is due for the others.
create or replace function returns.set_clocks(ids uuid[], moment timestamptz) returns void
    language plpgsql volatile security definer set search_path = ''
as $$
declare
    me     constant uuid   := access.acting_organisation();
    groups constant uuid[] := (select coalesce(array_agg(distinct a.group_id), '{}') from returns.application a
                               where a.id = any (ids) and a.group_id is not null and me in (a.organisation, a.operator));
begin
    with ends as materialized (
        select e.organisation, 'return_' || a.due_what as kind,
               (a.due_on + 1)::timestamp at time zone 'Europe/Stockholm' as due_at, a.due_what is not null as is_due, a.id,
               case when w.single then 'PERSON' else 'RETURN_GROUP' end as subject_kind,
               case when w.single then e.person_id else a.group_id end as subject,
               case when w.single then '/returns/' || a.id else '/returns/groups/' || a.group_id end as path
        from returns.application a
                 join returns.own_end e on e.application_id = a.id
                 cross join lateral (select a.group_id is null or returns.is_sealed(a, e.organisation) as single) w
        where (a.id = any (ids) or a.group_id = any (groups)) and me in (a.organisation, a.operator)),
    wanted as (
        select distinct organisation, kind, subject_kind, subject, path, due_at from ends where is_due and due_at <> 'infinity'),
    over as (
        update deadlines.clock c
        set done_at = moment, next_at = null,
            stage = case when c.stage = 'DUE' then 'DUE' else 'STOPPED' end
        where c.done_at is null and c.kind like 'return\_%'
          and ((c.subject, c.path) in (select n.subject, n.path from ends n)
               or c.path in (select '/returns/' || n.id from ends n)
               or c.subject_kind = 'RETURN_GROUP' and c.subject = any (groups))
          and not exists (select from wanted w where w.organisation = c.organisation and w.kind = c.kind
                             and w.subject = c.subject and w.path = c.path and w.due_at = c.due_at)
        returning c.id)
    insert into deadlines.clock (id, organisation, kind, subject_kind, subject, path, set_at, half_at, due_at, next_at)
    select gen_random_uuid(), w.organisation, w.kind, w.subject_kind, w.subject, w.path, moment, h.half_at, w.due_at,
           case when h.half_at is null or h.half_at <= moment then w.due_at else h.half_at end
    from wanted w
             cross join lateral (select case when w.kind in ('return_exit', 'return_contact') then w.due_at - interval '7 days' end
                                            as half_at) h
    where not exists (select from deadlines.clock c where c.organisation = w.organisation and c.kind = w.kind and c.done_at is null
                         and c.subject = w.subject and c.path = w.path and c.due_at = w.due_at);
end
$$;

create function returns.part_clocks() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    perform returns.set_clocks((select coalesce(array_agg(a.id), '{}')
                                from returns.own_end e
                                         join returns.application a on e.application_id in (a.id, a.with_id)
                                where e.organisation = new.organisation and e.person_id = new.person_id),
                               coalesce(new.lifted_at, new.sealed_at));
    return null;
end
$$;
revoke execute on function returns.part_clocks() from public;
create trigger part_clocks after insert or update of lifted_at on emergency.seal
    for each row execute function returns.part_clocks();

-- Who is in a programme only along with somebody else: a companion of a return, a child with a grant beside an adult's. The
-- organisation knows nothing else of them, so that they are there as long as whoever they came with is.
create function people.only_along_with(whom uuid[]) returns uuid[]
    language plpgsql stable security definer set search_path = '' parallel safe
as $$
begin
    return (select coalesce(array_agg(c.person_id), '{}')
            from (select mine.person_id
                  from returns.own_end theirs
                           join returns.application a on a.with_id = theirs.application_id
                           join returns.own_end mine on mine.application_id = a.id and mine.organisation = theirs.organisation
                  where theirs.person_id = any (whom)
                  union
                  select child.person_id
                  from programmes.nsp_grant adult
                           join programmes.nsp_grant child on child.guardian_grant_id = adult.id and child.organisation = adult.organisation
                  where adult.person_id = any (whom)) c
            where not exists (select from casework.registration r where r.person_id = c.person_id)
              and not exists (select from casework.dossier d where d.person_id = c.person_id));
end
$$;
revoke execute on function people.only_along_with(uuid[]) from public;

create or replace function people.hidden_from_me() returns uuid[]
    language plpgsql stable security definer set search_path = '' parallel safe
as $$
declare
    people uuid[];
begin
    select coalesce(array_agg(s.person_id), '{}') into people
    from emergency.seal s
    where s.organisation = (select access.acting_organisation())
      and s.lifted_at is null
      and not (select access.acts_for_the_house())
      and not exists (select from emergency.insider i
                      where i.person_id = s.person_id and i.member = (select access.acting_member()) and i.until is null)
      and not exists (select from emergency.opening o
                      where o.person_id = s.person_id and o.member = (select access.acting_member()) and o.until > now());
    if cardinality(people) = 0 then
        return '{}';
    end if;
    return people || people.only_along_with(people);
end
$$;
