-- Who was admitted when, as before, from sums that are kept beside the work instead of days and measures added up one grant at a time.
create or replace function budget.admitted(asked text, kept_by uuid, since date, until date)
    returns table (day date, charged_on date, party int, grouped int, days int, once_ore bigint, housed boolean, departed boolean,
                   outcome text)
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
           g.placement = 'protected_housing' as housed, true as departed, o.outcome
    from programmes.nsp_grant g
             left join support_api.grant_worth w on w.grant_id = g.id and w.organisation = g.organisation
             left join support_api.counted_outcome o on o.grant_id = g.id and o.organisation = g.organisation and o.ended_on <= until
    where asked = 'NSP' and g.organisation = kept_by and g.withdrawn_at is null and g.granted_on between since and until
    union all
    -- Another year's money pays on that year's side of the turn of the year.
    select g.granted_on,
           case when r.funding_year > extract(year from g.granted_on) then make_date(r.funding_year, 1, 1)
                when r.funding_year < extract(year from g.granted_on) then make_date(r.funding_year, 12, 31)
                else g.granted_on end,
           g.id, g.group_case, 0, coalesce(r.planned_ore, 0), false, g.departed_on <= until,
           case when r.ended_on <= until then r.outcome end
    from programmes.amp_grant g
             left join lateral (select p.planned_ore, p.funding_year, p.ended_on, p.outcome
                                from returns_api.programme_return p
                                where p.grant_id = g.id and p.organisation = g.organisation and p.state = 'ADMITTED'
                                limit 1) r on true
    where asked = 'AMP' and g.withdrawn_at is null and g.granted_on between since and until)
select s.day, s.charged_on, dense_rank() over (order by s.party)::int,
       case when s.grouped is not null then dense_rank() over (order by s.grouped)::int end,
       s.days, s.once_ore, s.housed, coalesce(s.departed, false), s.outcome
from seen s
where exists (select from mine)
order by s.day, 3
$$;

-- The newest expenses of an account first, in the order in which a page shows them.
create index expenses_newest_first on budget.expense (agreement_id, booked_on desc, created_at desc, id);
