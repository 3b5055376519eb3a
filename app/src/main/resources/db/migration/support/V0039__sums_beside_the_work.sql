-- What the days and measures of a grant come to, kept while they are written: the account of the programme asks for thousands of
-- grants at once, and adding each of them up anew made its pages wait for seconds. Nobody reads this but the functions of the owner.
create table support.worth
(
    grant_id       uuid   not null,
    organisation   uuid   not null,
    periods        int    not null default 0,
    programme_days int    not null default 0,
    measure_ore    bigint not null default 0,
    last_given     date,
    primary key (grant_id, organisation)
);
comment on column support.worth.periods is 'how many periods there are that were not struck';
comment on column support.worth.programme_days is 'days in them that the programme pays';
comment on column support.worth.measure_ore is 'what measures have cost that were not struck';
comment on column support.worth.last_given is 'no measure was given later; perhaps none was given so late';

-- Added and taken off row by row and never counted anew, so that two who write at the same moment lose nothing.
create function support.add_to_worth(of_grant uuid, kept_by uuid, more_periods int, more_days int, more_ore bigint, given date) returns void
    language sql volatile security definer set search_path = ''
as $$
insert into support.worth as w (grant_id, organisation, periods, programme_days, measure_ore, last_given)
values (of_grant, kept_by, more_periods, more_days, more_ore, given)
on conflict (grant_id, organisation) do update
    set periods        = w.periods + excluded.periods,
        programme_days = w.programme_days + excluded.programme_days,
        measure_ore    = w.measure_ore + excluded.measure_ore,
        last_given     = greatest(w.last_given, excluded.last_given)
$$;

create function support.add_period() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    if tg_op = 'UPDATE' and old.struck_at is null then
        perform support.add_to_worth(old.grant_id, old.organisation, -1,
                                     case when old.payer = 'PROGRAMME' then old.first_day - old.last_day - 1 else 0 end, 0, null);
    end if;
    if new.struck_at is null then
        perform support.add_to_worth(new.grant_id, new.organisation, 1,
                                     case when new.payer = 'PROGRAMME' then new.last_day - new.first_day + 1 else 0 end, 0, null);
    end if;
    return null;
end
$$;
create trigger add_to_worth after insert or update on support.period for each row execute function support.add_period();

create function support.add_measure() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    if tg_op = 'UPDATE' and old.struck_at is null then
        perform support.add_to_worth(old.grant_id, old.organisation, 0, 0, -coalesce(old.cost_ore, 0), null);
    end if;
    if new.struck_at is null then
        perform support.add_to_worth(new.grant_id, new.organisation, 0, 0, coalesce(new.cost_ore, 0), new.given_on);
    end if;
    return null;
end
$$;
create trigger add_to_worth after insert or update on support.measure for each row execute function support.add_measure();

alter table support.worth enable row level security;
alter table support.worth force row level security;
create policy owner_acts on support.worth for all to ledfyr_owner using (true) with check (true);

insert into support.worth (grant_id, organisation, periods, programme_days, measure_ore, last_given)
select grant_id, organisation, sum(periods), sum(days), sum(ore), max(given_on)
from (select p.grant_id, p.organisation, 1 as periods, case when p.payer = 'PROGRAMME' then p.last_day - p.first_day + 1 else 0 end as days, 0 as ore,
             null::date as given_on
      from support.period p where p.struck_at is null
      union all
      select m.grant_id, m.organisation, 0, 0, coalesce(m.cost_ore, 0), m.given_on from support.measure m where m.struck_at is null) as written
group by grant_id, organisation;

create view support_api.grant_worth with (security_invoker = true) as
select w.organisation, w.grant_id, w.periods, w.programme_days, w.measure_ore, w.last_given
from support.worth w;

revoke execute on function support.add_to_worth(uuid, uuid, int, int, bigint, date), support.add_period(), support.add_measure()
    from public;
