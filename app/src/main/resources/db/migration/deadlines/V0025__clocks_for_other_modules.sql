-- What functions of other modules may do with clocks and letters. A function that acts for two organisations cannot go through
-- the application, which acts for one; so that clocks and letters still change in one place only, they call these. Nobody but
-- the owner can.
create policy owner_sets on deadlines.clock for insert to ledfyr_owner with check (true);

create function deadlines.set_clock(for_organisation uuid, clock_kind text, about_kind text, about uuid, of_case uuid,
                                    for_member uuid, leads_to text, half timestamptz, due timestamptz, moment timestamptz)
    returns void language sql security definer set search_path = ''
as $$
insert into deadlines.clock (id, organisation, kind, subject_kind, subject, case_id, member, path, set_at, half_at, due_at, next_at)
values (gen_random_uuid(), for_organisation, clock_kind, about_kind, about, of_case,
        (select m.id from organisations.member m
         where m.id = for_member and m.organisation = for_organisation and m.disabled_at is null),
        leads_to, moment, half, due, coalesce(half, due))
$$;
comment on function deadlines.set_clock(uuid, text, text, uuid, uuid, uuid, text, timestamptz, timestamptz, timestamptz)
    is 'a member who has been shut out is reminded of nothing: the clock is then everybody''s';

-- What a thing's clocks were for is done, or no longer anybody's to do here: those that run stop, and those that were due are
-- marked as done late. All kinds when none is named; `but_of` keeps those of one organisation.
create function deadlines.stop_clocks(about_kind text, about uuid, moment timestamptz, kinds text[] default null,
                                      but_of uuid default null)
    returns void language sql security definer set search_path = ''
as $$
update deadlines.clock c
set stage = case c.stage when 'DUE' then c.stage else 'STOPPED' end, next_at = null, done_at = moment
where c.subject = about and c.subject_kind = about_kind and c.done_at is null
  and (kinds is null or c.kind = any (kinds)) and c.organisation is distinct from but_of
$$;

-- Clocks of a thing go from one organisation to another with the duty: there they run on to the same time, for `to_member` or,
-- where that is null, for everybody. What was overdue is overdue there too, and said at once.
create function deadlines.hand_on(about_kind text, about uuid, from_organisation uuid, to_organisation uuid, to_member uuid,
                                  moment timestamptz, kinds text[] default null)
    returns int language plpgsql security definer set search_path = ''
as $$
declare
    moved int := 0;
    one deadlines.clock;
begin
    for one in select * from deadlines.clock c
               where c.subject = about and c.subject_kind = about_kind and c.organisation = from_organisation
                 and c.done_at is null and (kinds is null or c.kind = any (kinds)) for update
    loop
        perform deadlines.set_clock(to_organisation, one.kind, one.subject_kind, one.subject, one.case_id, to_member, one.path,
                                    case when one.stage = 'RUNNING' then one.half_at end, one.due_at, moment);
        moved := moved + 1;
    end loop;
    update deadlines.clock c
    set stage = case c.stage when 'DUE' then c.stage else 'STOPPED' end, next_at = null, done_at = moment
    where c.subject = about and c.subject_kind = about_kind and c.organisation = from_organisation and c.done_at is null
      and (kinds is null or c.kind = any (kinds));
    return moved;
end
$$;

-- Mail to one member, or to those in `instead` where there is such a list. Whoever has been shut out gets none.
create function deadlines.write_letter(of_organisation uuid, to_member uuid, instead uuid[], says text, refers_to text,
                                       leads_to text, moment timestamptz)
    returns void language sql security definer set search_path = ''
as $$
insert into deadlines.letter (id, organisation, member, text_key, reference, path, made_at, next_try_at)
select gen_random_uuid(), m.organisation, m.id, says, refers_to, leads_to, moment, moment
from organisations.member m
where m.organisation = of_organisation and m.disabled_at is null
  and m.id = any (case when instead is null or to_member = any (instead) then array [to_member] else instead end)
$$;

revoke execute on function
    deadlines.set_clock(uuid, text, text, uuid, uuid, uuid, text, timestamptz, timestamptz, timestamptz),
    deadlines.stop_clocks(text, uuid, timestamptz, text[], uuid),
    deadlines.hand_on(text, uuid, uuid, uuid, uuid, timestamptz, text[]),
    deadlines.write_letter(uuid, uuid, uuid[], text, text, text, timestamptz) from public;
