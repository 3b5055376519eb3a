-- Forecasts and back-tests as they were reckoned: figures about nobody, so that a page reads an answer instead of waiting for it. A row is a
-- question about one agreement. Whoever opens the page wants it looked at; one node takes it, compares the fingerprint of what the
-- answer follows from with what is there now, and reckons anew where they differ. `account` is the fingerprint of that part which both ends
-- change themselves (money, expenses, prices): a page compares it at once, so that nobody is shown an answer from before their own booking.
create table budget.reckoning
(
    id           uuid primary key,
    agreement_id uuid        not null references budget.agreement,
    kind         text        not null check (kind in ('FORECAST', 'BACK_TEST')),
    as_of        date        not null,
    what_if      int         not null check (what_if between 0 and 1000),
    what_if_from date,
    wanted_at    timestamptz,
    taken_until  timestamptz,
    checked_at   timestamptz,
    account      text,
    inputs       text,
    reckoned_at  timestamptz,
    answer       jsonb,
    check ((what_if = 0) = (what_if_from is null)),
    check ((reckoned_at is null) = (answer is null)),
    check ((reckoned_at is null) = (inputs is null) and (reckoned_at is null) = (account is null)),
    unique nulls not distinct (agreement_id, kind, as_of, what_if, what_if_from)
);
comment on column budget.reckoning.wanted_at is 'somebody has looked since it was last compared; null when there is nothing to do';
comment on column budget.reckoning.taken_until is 'a node is at it; after this time it is taken to have died';
create index on budget.reckoning (wanted_at) where wanted_at is not null;
alter table budget.reckoning enable row level security;
alter table budget.reckoning force row level security;
create policy owner_keeps_order on budget.reckoning for all to ledfyr_owner using (true) with check (true);
create policy both_ends on budget.reckoning for select to ledfyr_app
    using (exists (select from budget.agreement a where a.id = reckoning.agreement_id));
create policy both_ask on budget.reckoning for insert to ledfyr_app
    with check (answer is null and exists (select from budget.agreement a where a.id = reckoning.agreement_id));
create policy both_ask_again on budget.reckoning for update to ledfyr_app
    using (exists (select from budget.agreement a where a.id = reckoning.agreement_id));
grant select, insert, update on budget.reckoning to ledfyr_app;

-- One that is wanted and that nobody is at, for the house alone, before it acts for whoever keeps the account. What nobody has looked at for a
-- quarter of a year goes.
create function budget.take_reckoning(at timestamptz, until timestamptz) returns table (id uuid, agreement_id uuid, keeper uuid)
    language sql volatile security definer set search_path = ''
as $$
delete from budget.reckoning r
where access.acting_organisation() is null and r.wanted_at is null and r.checked_at < at - interval '90 days';
update budget.reckoning r
set taken_until = until
from budget.agreement a
where a.id = r.agreement_id
  and r.id = (select w.id from budget.reckoning w
              where access.acting_organisation() is null and w.wanted_at is not null and (w.taken_until is null or w.taken_until < at)
              order by w.wanted_at, w.id
              limit 1 for update skip locked)
returning r.id, r.agreement_id, a.organisation
$$;
revoke execute on function budget.take_reckoning(timestamptz, timestamptz) from public;
grant execute on function budget.take_reckoning(timestamptz, timestamptz) to ledfyr_app;
