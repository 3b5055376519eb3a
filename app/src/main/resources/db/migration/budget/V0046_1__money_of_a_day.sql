-- What a return is worth to an account: what was planned for it on the day that is asked about, never less than what was booked for it;
-- and once it has ended, what was booked for it. Where nothing was planned, the price of the list (`written_ore` is null). Somebody
-- without a part in the plan of their group costs nothing by it. One that came by file is over when the person has gone.
create function budget.returns_of(kept_by uuid, since date, until date)
    returns table (return_id uuid, day date, charged_on date, grant_id uuid, grouped text, written_ore bigint, paid_ore bigint,
                   departed boolean, ended boolean, outcome text)
    language sql stable
as $$
select r.id, g.granted_on,
       -- Another year's money pays on that year's side of the turn of the year.
       case when y.year > extract(year from g.granted_on) then make_date(y.year, 1, 1)
            when y.year < extract(year from g.granted_on) then make_date(y.year, 12, 31)
            else g.granted_on end,
       g.id, g.group_case,
       case when r.ended_on <= until and paid.ore > 0 then paid.ore
            when r.ended_on <= until and r.outcome = 'did_not_travel' then 0
            when y.planned_ore > 0 then y.planned_ore
            when r.group_id is not null
                 and exists (select from returns_api.group_plan l
                             where l.group_id = r.group_id and l.noted_at < day_after.moment
                               and (l.removed_at is null or l.removed_at >= day_after.moment)) then 0
       end,
       coalesce(paid.ore, 0), g.departed_on <= until,
       case when r.id is null then coalesce(g.departed_on <= until, false) else coalesce(r.ended_on <= until, false) end,
       case when r.ended_on <= until then r.outcome end
from programmes.amp_grant g
         cross join (select (until + 1)::timestamp at time zone 'Europe/Stockholm' as moment) day_after
         left join lateral (select p.id, p.planned_ore, p.funding_year, p.ended_on, p.outcome, p.group_id
                            from returns_api.programme_return p
                            where p.grant_id = g.id and p.organisation = g.organisation and p.state = 'ADMITTED'
                            limit 1) r on true
         left join lateral (select b.planned_ore, b.funding_year
                            from returns_api.plan_before b
                            where b.application_id = r.id and b.until_at >= day_after.moment
                            order by b.until_at, b.id
                            limit 1) was on true
         cross join lateral (select coalesce(was.planned_ore, r.planned_ore, 0) as planned_ore,
                                    coalesce(was.funding_year, r.funding_year)::int as year) y
         left join (select l.return_id, sum(e.amount_ore)::bigint as ore
                    from budget.expense_for_return l
                             join budget.expense e on (e.id = l.expense_id or e.corrects = l.expense_id) and e.booked_on <= until
                    group by l.return_id) paid on paid.return_id = r.id
where g.withdrawn_at is null and g.granted_on between since and until
$$;
revoke execute on function budget.returns_of(uuid, date, date) from public;

-- As before, with what a return is worth.
create or replace function budget.priced(asked text, kept_by uuid, since date, until date)
    returns table (day date, charged_on date, once_ore bigint, days int, day_ore bigint, outcome text)
    language sql stable
as $$
select s.day, s.charged_on, greatest(coalesce(s.once_ore, at_once.unit_ore, 0), s.paid_ore),
       s.days, case when s.days > 0 then coalesce(a_day.unit_ore, 0) else 0 end, s.outcome
from (select g.granted_on as day, g.granted_on as charged_on,
             case when w.periods > 0 then w.programme_days else g.rest_days + g.integration_days end as days,
             nullif(case when w.grant_id is null then 0
                         when w.last_given is null or w.last_given <= until then w.measure_ore
                         else (select coalesce(sum(m.cost_ore), 0)::bigint from support_api.programme_measure m
                               where m.grant_id = g.id and m.organisation = g.organisation and m.given_on <= until)
                        end,
                    -- Days without a measure cost nothing at once; neither days nor a measure, the price of one.
                    case when (case when w.periods > 0 then w.programme_days else g.rest_days + g.integration_days end) = 0
                         then 0 else -1 end) as once_ore,
             0::bigint as paid_ore,
             'MEASURE' as once_kind, case when g.placement = 'protected_housing' then 'BED_DAY' else 'SUPPORT_DAY' end as day_kind,
             case when c.ended_on <= until then c.outcome end as outcome
      from programmes.nsp_grant g
               left join support_api.grant_worth w on w.grant_id = g.id and w.organisation = g.organisation
               left join support_api.counted_outcome c on c.grant_id = g.id and c.organisation = g.organisation
      where asked = 'NSP' and g.organisation = kept_by and g.withdrawn_at is null and g.granted_on between since and until
      union all
      select r.day, r.charged_on, 0, r.written_ore, r.paid_ore, 'RETURN', null, r.outcome
      from budget.returns_of(kept_by, since, until) r
      where asked = 'AMP') s
         left join budget.price at_once on at_once.organisation = kept_by and at_once.programme = asked and at_once.kind = s.once_kind
                                               and s.day <@ at_once.valid
         left join budget.price a_day on a_day.organisation = kept_by and a_day.programme = asked and a_day.kind = s.day_kind
                                             and s.day <@ a_day.valid
$$;

drop function budget.admitted(text, uuid, date, date);
create function budget.admitted(asked text, kept_by uuid, since date, until date)
    returns table (day date, charged_on date, party int, grouped int, days int, once_ore bigint, paid_ore bigint, housed boolean,
                   departed boolean, outcome text)
    language sql stable security definer set search_path = ''
as $$
with mine as (
    select from budget.agreement a
    where a.programme = asked and a.organisation = kept_by and (select access.acting_organisation()) in (a.organisation, a.funder)
    limit 1),
     seen as (
    select g.granted_on as day, g.granted_on as charged_on, coalesce(g.guardian_grant_id, g.id) as party, null::text as grouped,
           case when w.periods > 0 then w.programme_days else g.rest_days + g.integration_days end as days,
           -- What was given later than asked is taken off again; mostly there is nothing.
           case when w.grant_id is null then 0
                when w.last_given is null or w.last_given <= until then w.measure_ore
                else (select coalesce(sum(m.cost_ore), 0)::bigint from support_api.programme_measure m
                      where m.grant_id = g.id and m.organisation = g.organisation and m.given_on <= until)
               end as once_ore,
           0::bigint as paid_ore, g.placement = 'protected_housing' as housed, true as departed, o.outcome
    from programmes.nsp_grant g
             left join support_api.grant_worth w on w.grant_id = g.id and w.organisation = g.organisation
             left join support_api.counted_outcome o on o.grant_id = g.id and o.organisation = g.organisation and o.ended_on <= until
    where asked = 'NSP' and g.organisation = kept_by and g.withdrawn_at is null and g.granted_on between since and until
    union all
    select r.day, r.charged_on, r.grant_id, r.grouped, 0, r.written_ore, r.paid_ore, false, r.departed, r.outcome
    from budget.returns_of(kept_by, since, until) r
    where asked = 'AMP')
select s.day, s.charged_on, dense_rank() over (order by s.party)::int,
       case when s.grouped is not null then dense_rank() over (order by s.grouped)::int end,
       s.days, s.once_ore, s.paid_ore, s.housed, coalesce(s.departed, false), s.outcome
from seen s
where exists (select from mine)
order by s.day, 3
$$;
revoke execute on function budget.admitted(text, uuid, date, date) from public;
grant execute on function budget.admitted(text, uuid, date, date) to ledfyr_app;

-- What returns of the years before a day are still owed from that day on: of those that go on, what accounts of these years have not
-- paid; of those that are over, what was booked for them since and nothing more.
create function budget.owed_before(asked text, kept_by uuid, before date, until date) returns bigint
    language sql stable security definer set search_path = ''
as $$
select coalesce(sum(greatest(0, case when r.ended then r.paid_ore
                                     else greatest(coalesce(r.written_ore, p.unit_ore, 0), r.paid_ore) end
                                - coalesce(paid.ore, 0))), 0)::bigint
from budget.returns_of(kept_by, (before - interval '3 years')::date, until) r
         left join budget.price p on p.organisation = kept_by and p.programme = asked and p.kind = 'RETURN' and r.day <@ p.valid
         left join (select l.return_id, sum(e.amount_ore)::bigint as ore
                    from budget.expense_for_return l
                             join budget.expense e on (e.id = l.expense_id or e.corrects = l.expense_id) and e.booked_on <= until
                             join budget.agreement a on a.id = e.agreement_id and a.year < extract(year from before)
                    group by l.return_id) paid on paid.return_id = r.return_id
where asked = 'AMP' and r.charged_on < before
  and exists (select from budget.agreement a
              where a.programme = asked and a.organisation = kept_by and (select access.acting_organisation()) in (a.organisation, a.funder))
$$;

-- Who has applied on which day, what came of it by the evening of `until`, and what is planned: for a forecast. Like admissions it says
-- nothing of whom, counts those who are sealed, and answers the two ends of an agreement. `together` is one number for those of a group
-- who wait; `begun` is the group's number in `budget.admitted`, when somebody of it has been admitted.
create function budget.applied(asked text, kept_by uuid, since date, until date)
    returns table (applied_on date, decided_on date, admitted boolean, together int, begun int, planned_ore bigint)
    language sql stable security definer set search_path = ''
as $$
with mine as (
    select from budget.agreement a
    where a.programme = asked and a.organisation = kept_by and (select access.acting_organisation()) in (a.organisation, a.funder)
    limit 1),
     seen as (
    select a.applied_on, (a.closed_at at time zone 'Europe/Stockholm')::date as decided_on, a.state = 'GRANTED' as admitted,
           null::uuid as group_id, null::text as code, null::bigint as planned_ore
    from support.application a
    where asked = 'NSP' and a.to_organisation = kept_by and a.applied_on between since and until
    union all
    select p.opened_on, coalesce(a.decided_on, case when p.state = 'WITHDRAWN' then (a.changed_at at time zone 'Europe/Stockholm')::date end),
           p.state = 'ADMITTED', p.group_id, p.group_code,
           case when coalesce(was.planned_ore, p.planned_ore) > 0 then coalesce(was.planned_ore, p.planned_ore)
                when p.group_id is not null and exists (select from returns_api.group_plan l
                                                        where l.group_id = p.group_id and l.removed_at is null) then 0 end
    from returns_api.programme_return p
             join returns.application a on a.id = p.id
             left join lateral (select b.planned_ore from returns_api.plan_before b
                                where b.application_id = p.id
                                  and b.until_at >= (until + 1)::timestamp at time zone 'Europe/Stockholm'
                                order by b.until_at, b.id
                                limit 1) was on true
    where asked = 'AMP' and coalesce(p.operator, kept_by) = kept_by and p.opened_on between since and until
      and a.refused is distinct from 'noted_by_mistake')
select s.applied_on, case when s.decided_on <= until then s.decided_on end, s.admitted and s.decided_on <= until,
       case when s.group_id is not null then dense_rank() over (order by s.group_id)::int end,
       (select count(distinct g.group_case)::int from programmes.amp_grant g
        where g.withdrawn_at is null and g.granted_on between since and until and g.group_case <= s.code
        having bool_or(g.group_case = s.code)),
       s.planned_ore
from seen s
where exists (select from mine)
order by 1, 4, 6
$$;
revoke execute on function budget.owed_before(text, uuid, date, date), budget.applied(text, uuid, date, date) from public;
grant execute on function budget.owed_before(text, uuid, date, date), budget.applied(text, uuid, date, date) to ledfyr_app;
