-- What the programme promised to each person, at the price of the day it was promised on: something at once and something for each
-- day. Only the functions below read it, and each of them asks first whether whoever asks is an end of an agreement.
create function budget.priced(asked text, kept_by uuid, since date, until date)
    returns table (day date, charged_on date, once_ore bigint, days int, day_ore bigint, outcome text)
    language sql stable
as $$
select s.day, s.charged_on,
       case when s.days = 0 and s.once_ore = 0 then coalesce(at_once.unit_ore, 0) else s.once_ore end,
       s.days, case when s.days > 0 then coalesce(a_day.unit_ore, 0) else 0 end, s.outcome
from (select g.granted_on as day, g.granted_on as charged_on,
             case when w.periods > 0 then w.programme_days else g.rest_days + g.integration_days end as days,
             case when w.grant_id is null then 0
                  when w.last_given is null or w.last_given <= until then w.measure_ore
                  else (select coalesce(sum(m.cost_ore), 0)::bigint from support_api.programme_measure m
                        where m.grant_id = g.id and m.organisation = g.organisation and m.given_on <= until)
                 end as once_ore,
             'MEASURE' as once_kind, case when g.placement = 'protected_housing' then 'BED_DAY' else 'SUPPORT_DAY' end as day_kind,
             case when c.ended_on <= until then c.outcome end as outcome
      from programmes.nsp_grant g
               left join support_api.grant_worth w on w.grant_id = g.id and w.organisation = g.organisation
               left join support_api.counted_outcome c on c.grant_id = g.id and c.organisation = g.organisation
      where asked = 'NSP' and g.organisation = kept_by and g.withdrawn_at is null and g.granted_on between since and until
      union all
      select g.granted_on,
             case when r.funding_year > extract(year from g.granted_on) then make_date(r.funding_year, 1, 1)
                  when r.funding_year < extract(year from g.granted_on) then make_date(r.funding_year, 12, 31)
                  else g.granted_on end,
             0, coalesce(r.planned_ore, 0), 'RETURN', null, case when r.ended_on <= until then r.outcome end
      from programmes.amp_grant g
               left join lateral (select p.planned_ore, p.funding_year, p.ended_on, p.outcome
                                  from returns_api.programme_return p
                                  where p.grant_id = g.id and p.organisation = g.organisation and p.state = 'ADMITTED'
                                  limit 1) r on true
      where asked = 'AMP' and g.withdrawn_at is null and g.granted_on between since and until) s
         left join budget.price at_once on at_once.organisation = kept_by and at_once.programme = asked and at_once.kind = s.once_kind
                                               and s.day <@ at_once.valid
         left join budget.price a_day on a_day.organisation = kept_by and a_day.programme = asked and a_day.kind = s.day_kind
                                             and s.day <@ a_day.valid
$$;

-- What of it falls on the days from `first` to `last`. Nothing is answered to anybody but the two ends of an agreement.
create function budget.promised(asked text, kept_by uuid, since date, until date, first date, last date) returns bigint
    language sql stable security definer set search_path = ''
as $$
select coalesce(sum(case when p.charged_on between first and last then p.once_ore else 0 end
                    + p.day_ore * greatest(0, least(last - p.charged_on, p.days - 1) - greatest(first - p.charged_on, 0) + 1)), 0)::bigint
from budget.priced(asked, kept_by, since, until) p
where exists (select from budget.agreement a
              where a.programme = asked and a.organisation = kept_by and (select access.acting_organisation()) in (a.organisation, a.funder))
$$;

-- The same by how it ended, for all of their days; '' while nobody has said.
create function budget.promised_by_outcome(asked text, kept_by uuid, since date, until date)
    returns table (outcome text, persons int, promised_ore bigint)
    language sql stable security definer set search_path = ''
as $$
select coalesce(p.outcome, ''), count(*)::int, sum(p.once_ore + p.day_ore * p.days)::bigint
from budget.priced(asked, kept_by, since, until) p
where exists (select from budget.agreement a
              where a.programme = asked and a.organisation = kept_by and (select access.acting_organisation()) in (a.organisation, a.funder))
group by 1
$$;

-- Year by year of admission: how many, and what of their days and of what they cost falls on the year itself and on the one after.
create function budget.promised_by_year(asked text, kept_by uuid, until date)
    returns table (year int, persons int, days bigint, days_after bigint, ore_after bigint)
    language sql stable security definer set search_path = ''
as $$
select y.year, count(*)::int,
       sum(least(p.day + p.days, y.next) - p.day),
       sum(greatest(0, least(p.day + p.days, y.last_of_next + 1) - y.next)),
       sum(case when p.charged_on between y.next and y.last_of_next then p.once_ore else 0 end
           + p.day_ore * greatest(0, least(y.last_of_next - p.charged_on, p.days - 1) - greatest(y.next - p.charged_on, 0) + 1))::bigint
from budget.priced(asked, kept_by, '2000-01-01', until) p
         join (select y as year, make_date(y + 1, 1, 1) as next, make_date(y + 2, 1, 1) - 1 as last_of_next
               from generate_series(2000, extract(year from until)::int) y) y on y.year = extract(year from p.day)::int
where exists (select from budget.agreement a
              where a.programme = asked and a.organisation = kept_by and (select access.acting_organisation()) in (a.organisation, a.funder))
group by y.year
$$;
revoke execute on function budget.priced(text, uuid, date, date), budget.promised(text, uuid, date, date, date, date),
    budget.promised_by_outcome(text, uuid, date, date), budget.promised_by_year(text, uuid, date) from public;
grant execute on function budget.promised(text, uuid, date, date, date, date), budget.promised_by_outcome(text, uuid, date, date),
    budget.promised_by_year(text, uuid, date) to ledfyr_app;

-- Both sums read only the money of those admitted on some days.
create index nsp_money on programmes.nsp_grant (organisation, granted_on) include (id, rest_days, integration_days, placement)
    where withdrawn_at is null;
create index amp_money on programmes.amp_grant (granted_on) include (id, organisation) where withdrawn_at is null;
