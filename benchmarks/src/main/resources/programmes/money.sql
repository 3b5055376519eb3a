-- The accounts of both programmes for ten years, the earlier ones closed. What was spent follows the people who came.
create temporary table account as
select gen_random_uuid() as id, k.programme, k.organisation, h.nation, y as year, k.granted_ore, s.id as keeper, f.id as funder, y = extract(year from current_date) as open
from here h
         cross join lateral (values ('NSP', h.support, h.many * 1500000::bigint), ('AMP', h.operator, h.many * 150000::bigint))
             k (programme, organisation, granted_ore)
         cross join generate_series(extract(year from current_date)::int - 9, extract(year from current_date)::int) y
         join somebody s on s.organisation = k.organisation
         join somebody f on f.organisation = h.nation;

insert into budget.agreement (id, organisation, funder, programme, year, reference, signed_on, granted_ore, conditions, report_due_on, reported_on,
                              accepted_on, accepted_by, created_at, created_by)
select id, organisation, nation, programme, year, programme || ' ' || year, make_date(year, 1, 2), granted_ore, '', make_date(year + 1, 2, 28),
       case when not open then make_date(year + 1, 2, 20) end, make_date(year, 1, 5), keeper, make_date(year, 1, 2), funder
from account;

insert into budget.instalment (id, agreement_id, due_on, amount_ore, received_on, received_by)
select gen_random_uuid(), id, due, granted_ore / 4, case when due < current_date then due end, case when due < current_date then keeper end
from account cross join lateral (select make_date(year, 1 + 3 * q, 15) as due from generate_series(0, 3) q) i;

insert into budget.price (id, organisation, programme, kind, unit_ore, valid, created_at, created_by)
select gen_random_uuid(), organisation, programme, p.kind, p.ore, daterange(make_date(2000, 1, 1), null), now(), keeper
from account a
         join (values ('NSP', 'BED_DAY', 150000), ('NSP', 'SUPPORT_DAY', 70000), ('NSP', 'MEASURE', 500000), ('NSP', 'ADMINISTRATION', 20000000),
                      ('AMP', 'RETURN', 3000000), ('AMP', 'ADMINISTRATION', 10000000)) p (programme, kind, ore) using (programme)
where a.open;

create temporary table paid as
select gen_random_uuid() as id, a.id as agreement_id, least(g.granted_on + 20, make_date(a.year, 12, 31), current_date) as booked_on, 'bed_day' as kind,
       g.rest + g.integration as quantity, (g.rest + g.integration) * 150000::bigint as amount_ore, a.keeper, g.grant_id
from granted g join account a on a.programme = 'NSP' and a.year = extract(year from g.granted_on)
union all
select gen_random_uuid(), a.id, least(t.departed_on, make_date(a.year, 12, 31)), 'journey', 1, 2500000, a.keeper, null
from travelled t join account a on a.programme = 'AMP' and a.year = extract(year from t.opened_on + 5)
where t.departed_on is not null;

insert into budget.expense (id, agreement_id, booked_on, kind, quantity, amount_ore, note, created_at, created_by)
select id, agreement_id, booked_on, kind, quantity, amount_ore, '', booked_on, keeper from paid;

insert into budget.expense_for_nsp (expense_id, organisation, grant_id)
select p.id, h.support, p.grant_id from paid p cross join here h where p.grant_id is not null;

insert into budget.supplement (id, agreement_id, asked_on, asked_ore, ground, as_of, available_ore, spent_ore, committed_ore, low_ore, middle_ore, high_ore,
                               what_if, seed, simulations, lasts, state, decided_on, granted_ore, decision, decided_by, asked_at, asked_by)
select gen_random_uuid(), id, make_date(year, 9, 1), 100000000, 'Fler än väntat', make_date(year, 8, 31), granted_ore, granted_ore / 2, granted_ore / 4,
       granted_ore, granted_ore + 1, granted_ore + 2, 0, 1, 10000, 2000, 'GRANTED', make_date(year, 9, 20), 100000000, 'Beviljas', funder,
       make_date(year, 9, 1), keeper
from account where not open;

insert into budget.supplement_month (supplement_id, month, low_ore, middle_ore, high_ore, ends_here)
select s.id, make_date(extract(year from s.asked_on)::int, m, 1), s.low_ore / 4, s.middle_ore / 4, s.high_ore / 4, 2000
from budget.supplement s cross join generate_series(9, 12) m;

insert into budget.closing (agreement_id, closed_on, granted_ore, transferred_ore, supplements_ore, spent_ore, committed_ore, result_ore, carried_ore,
                            paid_back_ore, closed_at, closed_by, confirmed_on, confirmed_by)
select a.id, make_date(a.year + 1, 2, 1), a.granted_ore, 0, 100000000, e.spent, 0, a.granted_ore + 100000000 - e.spent, 0,
       greatest(a.granted_ore + 100000000 - e.spent, 0), make_date(a.year + 1, 2, 1), a.keeper, make_date(a.year + 1, 3, 1), a.funder
from account a cross join lateral (select coalesce(sum(p.amount_ore), 0)::bigint as spent from paid p where p.agreement_id = a.id) e
where not a.open;
