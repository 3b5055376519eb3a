-- Who was admitted when, as before, and of returns what the work itself has written down: what a return is planned to cost, the
-- year whose money pays for it, and how it ended. A return that came by file and not by work has no plan; it is worth the price
-- of the list, and nobody has said how it ended. A plan has no history: it is the plan of today, whatever day is asked about.
drop function budget.admitted(text, uuid, date, date);

create function budget.admitted(asked text, kept_by uuid, since date, until date)
    returns table (day date, charged_on date, party int, grouped int, days int, once_ore bigint, housed boolean, departed boolean,
                   outcome text)
    language sql stable security definer set search_path = ''
as $$
with mine as (
    select from budget.agreement a
    where a.programme = asked and a.organisation = kept_by and (select access.acting_organisation()) in (a.organisation, a.funder)
    limit 1),
     seen as (
    select g.granted_on as day, g.granted_on as charged_on, coalesce(g.guardian_grant_id, g.id)::text as party, null::text as grouped,
           coalesce((select (count(*) filter (where d.payer = 'PROGRAMME'))::int
                     from support_api.programme_day d
                     where d.grant_id = g.id and d.organisation = g.organisation
                     having count(*) > 0),
                    g.rest_days + g.integration_days) as days,
           (select coalesce(sum(m.cost_ore), 0)::bigint from support_api.programme_measure m
            where m.grant_id = g.id and m.organisation = g.organisation and m.given_on <= until) as once_ore,
           g.placement = 'protected_housing' as housed, true as departed,
           (select o.outcome from support_api.counted_outcome o
            where o.grant_id = g.id and o.organisation = g.organisation and o.ended_on <= until limit 1) as outcome
    from programmes.nsp_grant g
    where asked = 'NSP' and g.organisation = kept_by and g.withdrawn_at is null and g.granted_on between since and until
    union all
    -- Another year's money pays on that year's side of the turn of the year.
    select g.granted_on,
           case when r.funding_year > extract(year from g.granted_on) then make_date(r.funding_year, 1, 1)
                when r.funding_year < extract(year from g.granted_on) then make_date(r.funding_year, 12, 31)
                else g.granted_on end,
           g.id::text, g.group_case, 0, coalesce(r.planned_ore, 0), false, g.departed_on <= until,
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
revoke execute on function budget.admitted(text, uuid, date, date) from public;
grant execute on function budget.admitted(text, uuid, date, date) to ledfyr_app;

-- For whose return an expense was. As with support it stands beside the row, so that the sum of an account is the same for
-- everybody, and of somebody sealed the link is not there. The keeper knows a return by its application; the grant lies at the
-- office that opened it.
create table budget.expense_for_return
(
    expense_id   uuid primary key references budget.expense,
    organisation uuid not null references organisations.organisation,
    return_id    uuid not null references returns.application
);
create index on budget.expense_for_return (return_id);
alter table budget.expense_for_return enable row level security;
alter table budget.expense_for_return force row level security;
create policy owner_keeps_order on budget.expense_for_return for all to ledfyr_owner using (true) with check (true);
create policy own_links on budget.expense_for_return for select to ledfyr_app
    using (organisation = (select access.acting_organisation()));
create policy keeper_links on budget.expense_for_return for insert to ledfyr_app
    with check (organisation = (select access.acting_organisation())
                and exists (select from budget.expense e join budget.agreement a on a.id = e.agreement_id
                            where e.id = expense_for_return.expense_id and a.programme = 'AMP'
                              and a.organisation = (select access.acting_organisation()))
                and exists (select from returns.application r
                            where r.id = expense_for_return.return_id and r.operator = (select access.acting_organisation())
                              and r.state = 'ADMITTED'));
create policy sealed_is_not_there on budget.expense_for_return as restrictive for all to ledfyr_app
    using (exists (select from returns.application r where r.id = return_id));
grant select, insert on budget.expense_for_return to ledfyr_app;
