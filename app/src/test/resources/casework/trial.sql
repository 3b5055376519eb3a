-- What HolderPropertyTests does to cases: random acts through the functions the application calls, and the acts of a
-- careless hand that writes into the tables past them.
create schema trial;

create table trial.office (place int primary key, id uuid not null);
insert into trial.office select n, gen_random_uuid() from generate_series(1, 4) as n;
insert into organisations.organisation (id, name, kind, created_at) select id, 'Prov ' || place, 'NGO', now() from trial.office;

create function trial.case_id(n int) returns uuid immutable language sql return md5('case ' || n)::uuid;
create function trial.person(n int, place int) returns uuid immutable language sql return md5('person ' || n || ' of ' || place)::uuid;

create procedure trial.people(cases int) language sql as $$
    insert into people.person (id, organisation, created_at)
    select trial.person(n, o.place), o.id, now() from generate_series(1, cases) as n, trial.office o
$$;

-- How a case stands just now, as nobody in the house could ask: so that most acts are tried by somebody who may do them.
-- By the time they try, it may stand otherwise.
create function trial.stand(one uuid, offices uuid[], out state text, out holder int, out addressee int)
    language plpgsql stable security definer as $$
begin
    select c.state, array_position(offices, h.organisation) into state, holder
    from casework.case_file c left join casework.holding h on h.case_id = c.id and h.ended is null
    where c.id = one;
    select array_position(offices, r.to_organisation) into addressee
    from casework.release r where r.case_id = one order by random() limit 1;
end
$$;

-- One random act on each of some cases. Times are drawn freely, so that the clock now and then runs backwards. Answers
-- how often each act was done, how often it was refused, and how often it broke.
create function trial.round(first int, last int, seed double precision)
    returns table (act text, done int, refused int, broken int) language plpgsql as $$
declare
    offices constant uuid[] := (select array_agg(id order by place) from trial.office);
    acts constant text[] := array ['open', 'offer', 'accept', 'decline', 'withdraw', 'expire', 'move', 'close', 'reopen'];
    did int[] := array_fill(0, array [9]);
    late int[] := array_fill(0, array [9]);
    broke int[] := array_fill(0, array [9]);
    stand record;
    one uuid;
    what text;
    place int;
    moment timestamptz;
    number int;
begin
    perform setseed(seed);
    for n in first .. last loop
        one := trial.case_id(n);
        select * into stand from trial.stand(one, offices);
        what := case when stand.state is null then 'open'
                     when random() < 0.1 then (array ['open', 'reopen', 'close', 'accept', 'withdraw'])[1 + floor(random() * 5)]
                     when stand.state = 'CLOSED' then 'reopen'
                     when stand.addressee is null then (array ['offer', 'offer', 'offer', 'offer', 'move', 'close'])[1 + floor(random() * 6)]
                     else (array ['accept', 'accept', 'accept', 'accept', 'decline', 'withdraw', 'expire', 'offer'])[1 + floor(random() * 8)]
                end;
        place := case when random() < 0.1 then null when what in ('accept', 'decline') then stand.addressee else stand.holder end;
        place := coalesce(place, 1 + floor(random() * 4));
        perform set_config('ledfyr.organisation', offices[place]::text, true);
        moment := timestamptz '2026-01-01 00:00Z' + random() * interval '300 days';
        number := array_position(acts, what);
        begin
            if (case what
                when 'open' then casework.open_case(one, trial.person(n, place), null, 'nord', null, 'adult', date '2026-01-01',
                                                    null, null, 'duty', moment) is not null
                when 'offer' then casework.release_to(one, gen_random_uuid(),
                    array [offices[1 + place % 4], offices[1 + (place + 1) % 4]], moment)
                when 'accept' then casework.take_over(one, trial.person(n, place), null, 'duty', moment) is not null
                when 'move' then casework.move_inside(one, null, 'duty ' || floor(random() * 9), moment)
                when 'close' then casework.close_case(one, 'own_feet', null, moment)
                when 'reopen' then casework.reopen_case(one, null, 'duty', 'again', moment)
                else casework.withdraw_release(one) > 0
            end) then
                did[number] := did[number] + 1;
            else
                late[number] := late[number] + 1;
            end if;
        exception
            -- The same case is opened twice at the same moment by two who share nothing: its key refuses the second.
            when unique_violation then late[number] := late[number] + 1;
            when others then broke[number] := broke[number] + 1;
        end;
    end loop;
    return query select acts[i], did[i], late[i], broke[i] from generate_subscripts(acts, 1) as i;
end
$$;

-- The careless hand. Every one of its acts would break the rule. Answers how many stayed undone.
create function trial.careless(first int, last int, seed double precision) returns table (careless int, stopped int)
    language plpgsql as $$
declare
    one uuid;
begin
    careless := 0;
    stopped := 0;
    perform setseed(seed);
    for n in first .. last loop
        one := trial.case_id(n);
        -- Careless about the rule, but in the order of everybody else: what is tried here is not who waits for whom.
        perform from casework.case_file c where c.id = one for update;
        continue when not exists (select from casework.holding h where h.case_id = one and h.ended is null);
        careless := careless + 1;
        begin
            case floor(random() * 7)
                when 0 then -- a second holder beside the first
                    insert into casework.holding (case_id, during, organisation, duty)
                    select h.case_id, tstzrange(h.began + interval '1 microsecond', null), d.organisation, 'second'
                    from casework.holding h join casework.dossier d using (case_id)
                    where h.case_id = one and h.ended is null limit 1;
                when 1 then -- the holder lets go and nobody takes
                    update casework.holding h set during = tstzrange(h.began, h.began + interval '1 hour')
                    where h.case_id = one and h.ended is null;
                when 2 then -- the holding is gone
                    delete from casework.holding h where h.case_id = one and h.ended is null;
                when 3 then -- closed in name only
                    update casework.case_file c set state = 'CLOSED', closed_at = now(), outcome = 'own_feet' where c.id = one;
                when 4 then -- the spell ends, the holding goes on
                    update casework.open_spell s set during = tstzrange(s.began, s.began + interval '1 hour')
                    where s.case_id = one and s.ended is null;
                when 5 then -- a moment between two holders
                    with ended as (
                        update casework.holding h set during = tstzrange(h.began, h.began + interval '1 hour')
                        where h.case_id = one and h.ended is null returning h.*)
                    insert into casework.holding (case_id, during, organisation, duty)
                    select case_id, tstzrange(upper(during) + interval '1 second', null), organisation, 'late' from ended;
                else -- held before it was open
                    update casework.holding h set during = tstzrange(h.began - interval '1 day', h.ended)
                    where h.case_id = one
                      and h.began = (select min(f.began) from casework.holding f where f.case_id = one);
            end case;
            set constraints all immediate;
        exception
            when integrity_constraint_violation then stopped := stopped + 1;
        end;
        set constraints all deferred;
    end loop;
    return next;
end
$$;

-- Every case that breaks the rule, and how.
create view trial.fault as
with held as (select case_id, range_agg(during) as times, count(*) filter (where ended is null) as now from casework.holding group by case_id),
     open as (select case_id, range_agg(during) as times, count(*) filter (where ended is null) as now from casework.open_spell group by case_id)
select c.id, 'open without a holder or held while closed' as what
from casework.case_file c left join held on held.case_id = c.id left join open on open.case_id = c.id
where held.times is distinct from open.times
union all
select c.id, 'state and holder do not fit'
from casework.case_file c left join held on held.case_id = c.id left join open on open.case_id = c.id
where (case c.state when 'OPEN' then 1 else 0 end) is distinct from coalesce(held.now, 0)
   or coalesce(held.now, 0) is distinct from coalesce(open.now, 0)
union all
select o.case_id, 'two holders at once'
from (select case_id, began, max(coalesce(ended, 'infinity')) over (partition by case_id order by began, ended
                                                                     rows between unbounded preceding and 1 preceding) as before
      from casework.holding) o
where o.before > o.began
union all
select h.case_id, 'nobody or two inside' from casework.holding h where (h.member is null) = (h.duty is null)
union all
select r.case_id, 'leave of somebody who is not the holder'
from casework.release r left join casework.holding h on h.case_id = r.case_id and h.ended is null
where h.organisation is distinct from r.from_organisation
union all
select s.case_id, 'taken from somebody who did not hold it'
from casework.step s
where s.kind = 'TAKEN'
  and not exists (select from casework.holding h where h.case_id = s.case_id and h.ended = s.at and h.organisation = s.other)
union all
select s.case_id, 'taken without being held'
from casework.step s
where s.kind = 'TAKEN'
  and not exists (select from casework.holding h where h.case_id = s.case_id and h.began = s.at and h.organisation = s.organisation);

-- What the twin takes away.
create procedure trial.without_constraints() language plpgsql as $$
begin
    alter table casework.open_spell drop constraint always_held_while_open, drop constraint one_spell_at_a_time cascade;
    alter table casework.holding drop constraint one_holder_at_a_time;
    drop index casework.held_now;
    drop index casework.open_now;
    drop trigger state_fits_spells on casework.case_file;
    drop trigger state_fits_spells on casework.open_spell;
    create index on casework.holding (case_id);
    create index on casework.open_spell (case_id);
end
$$;

grant usage on schema trial to ledfyr_app, ledfyr_owner;
grant select on trial.office to ledfyr_app;
grant execute on all routines in schema trial to ledfyr_app, ledfyr_owner;
