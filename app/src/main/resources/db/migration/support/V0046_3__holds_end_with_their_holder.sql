-- A place that somebody holds is seen and given back by that one alone, so that what is held tells nobody what is not. Whoever
-- leaves gives back what they hold: after as many days as the rule says (place_held), in which the home can say that it is full. A day
-- of its own that comes before stays.
create function support.give_back(member uuid, kept_by uuid, left_at timestamptz) returns void
    language sql volatile security definer set search_path = ''
as $$
with free as (
    select (left_at at time zone 'Europe/Stockholm')::date
           + coalesce((select r.amount from deadlines.rule r
                       where r.code = 'place_held' and r.unit = 'DAYS' and r.valid @> left_at::date), 0) as day)
update support.placement p
   set leaves_on = case when p.arrives_on < free.day then free.day else p.leaves_on end,
       struck_at = case when p.arrives_on < free.day then null else left_at end
  from free
 where p.organisation = kept_by and p.written_by = member and p.person_id is null and p.struck_at is null and p.leaves_on > free.day
$$;

create function support.holder_leaves() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    perform support.give_back(new.id, new.organisation, new.disabled_at);
    return null;
end
$$;
revoke execute on function support.give_back(uuid, uuid, timestamptz), support.holder_leaves() from public;
create trigger holder_leaves after update of disabled_at on organisations.member for each row
    when (new.disabled_at is not null and old.disabled_at is null) execute function support.holder_leaves();

-- Who left before: from the day of this change.
select support.give_back(m.id, m.organisation, now()) from organisations.member m where m.disabled_at is not null;
