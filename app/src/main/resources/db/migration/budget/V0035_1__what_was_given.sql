-- Who was admitted when, as before, from a day on, and with what the work itself has written down since: the days that the
-- programme paid and no others, what single measures cost, and how it ended. Where nothing was written, what was granted stands.
-- Support is granted by the office that keeps the account; returns are kept by seven offices and carried out by one.
drop function budget.admissions(text, date);

create function budget.admitted(asked text, kept_by uuid, since date, until date)
    returns table (day date, party int, grouped int, days int, once_ore bigint, housed boolean, departed boolean, outcome text)
    language sql stable security definer set search_path = ''
as $$
with mine as (
    select from budget.agreement a
    where a.programme = asked and a.organisation = kept_by and (select access.acting_organisation()) in (a.organisation, a.funder)
    limit 1),
     seen as (
    select g.granted_on as day, coalesce(g.guardian_grant_id, g.id)::text as party, null::text as grouped,
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
    select g.granted_on, g.id::text, g.group_case, 0, 0, false, g.departed_on <= until, null
    from programmes.amp_grant g
    where asked = 'AMP' and g.withdrawn_at is null and g.granted_on between since and until)
select s.day, dense_rank() over (order by s.party)::int, case when s.grouped is not null then dense_rank() over (order by s.grouped)::int end,
       s.days, s.once_ore, s.housed, coalesce(s.departed, false), s.outcome
from seen s
where exists (select from mine)
order by s.day, 2
$$;
revoke execute on function budget.admitted(text, uuid, date, date) from public;
grant execute on function budget.admitted(text, uuid, date, date) to ledfyr_app;
