-- The money of the two programmes, year by year, in whole öre. What somebody granted, paid, asked for and decided is about no
-- person; only which expense was for whose grant is, and that stands in a table of its own.
create schema budget;
create schema budget_api;

-- One agreement is one programme in one year, between whoever pays and whoever keeps the account. The funder writes it, the
-- keeper takes it on; afterwards it stands as it was signed.
create table budget.agreement
(
    id              uuid primary key,
    organisation    uuid        not null references organisations.organisation,
    funder          uuid        not null references organisations.organisation,
    programme       text        not null check (programme in ('NSP', 'AMP')),
    year            smallint    not null check (year between 2000 and 2199),
    reference       text        not null check (reference = btrim(reference) and length(reference) between 1 and 80),
    signed_on       date        not null,
    granted_ore     bigint      not null check (granted_ore >= 0),
    conditions      text        not null check (length(conditions) <= 4000),
    report_due_on   date        not null,
    reported_on     date,
    accepted_on     date,
    accepted_by     uuid,
    created_at      timestamptz not null,
    created_by      uuid        not null,
    check (organisation <> funder),
    check (report_due_on >= signed_on),
    check ((accepted_on is null) = (accepted_by is null)),
    check (reported_on is null or accepted_on is not null),
    unique (organisation, programme, year)
);
create index on budget.agreement (funder, year);

-- What is to be paid when, and what has come.
create table budget.instalment
(
    id           uuid primary key,
    agreement_id uuid   not null references budget.agreement,
    due_on       date   not null,
    amount_ore   bigint not null check (amount_ore > 0),
    received_on  date,
    received_by  uuid,
    check ((received_on is null) = (received_by is null))
);
create index on budget.instalment (agreement_id, due_on);

-- A request for more, with the figures it was made with. They stay as they were sent, whatever is known later.
create table budget.supplement
(
    id            uuid primary key,
    agreement_id  uuid        not null references budget.agreement,
    asked_on      date        not null,
    asked_ore     bigint      not null check (asked_ore > 0),
    ground        text        not null check (length(ground) between 1 and 4000),
    as_of         date        not null,
    available_ore bigint      not null,
    spent_ore     bigint      not null,
    committed_ore bigint      not null,
    low_ore       bigint      not null,
    middle_ore    bigint      not null,
    high_ore      bigint      not null,
    what_if       int         not null check (what_if >= 0),
    what_if_from  date,
    seed          bigint      not null,
    simulations   int         not null check (simulations >= 100),
    -- Share of the simulations in which the money is enough, in ten thousandths: whole numbers need no rounding twice.
    lasts         int         not null check (lasts between 0 and 10000),
    state         text        not null default 'ASKED' check (state in ('ASKED', 'GRANTED', 'REFUSED')),
    decided_on    date,
    granted_ore   bigint check (granted_ore > 0),
    decision      text check (length(decision) between 1 and 4000),
    decided_by    uuid,
    asked_at      timestamptz not null,
    asked_by      uuid        not null,
    check ((state = 'ASKED') = (decided_on is null)),
    check ((state = 'ASKED') = (decided_by is null)),
    check ((state = 'ASKED') = (decision is null)),
    check ((state = 'GRANTED') = (granted_ore is not null)),
    check ((what_if = 0) = (what_if_from is null)),
    check (low_ore <= middle_ore and middle_ore <= high_ore)
);
create index on budget.supplement (agreement_id, asked_on);

create table budget.supplement_month
(
    supplement_id uuid   not null references budget.supplement,
    month         date   not null check (extract(day from month) = 1),
    low_ore       bigint not null,
    middle_ore    bigint not null,
    high_ore      bigint not null,
    ends_here     int    not null check (ends_here between 0 and 10000),
    primary key (supplement_id, month)
);

-- What has been paid. Rows are never changed: what was wrong is put right by a row that says which it corrects.
create table budget.expense
(
    id           uuid primary key,
    agreement_id uuid        not null references budget.agreement,
    booked_on    date        not null,
    kind         text        not null,
    quantity     int check (quantity > 0),
    amount_ore   bigint      not null check (amount_ore <> 0),
    note         text        not null check (length(note) <= 200),
    corrects     uuid references budget.expense,
    created_at   timestamptz not null,
    created_by   uuid        not null,
    check (amount_ore > 0 or corrects is not null),
    check (corrects <> id)
);
create index on budget.expense (agreement_id, booked_on desc, id);
create index on budget.expense (corrects) where corrects is not null;

-- For whose grant an expense was. The sum of an account must not depend on who looks, so this stands beside the row and not
-- in it: of somebody sealed the link is not there, while the money is counted.
create table budget.expense_for_nsp
(
    expense_id   uuid primary key references budget.expense,
    organisation uuid not null,
    grant_id     uuid not null,
    foreign key (grant_id, organisation) references programmes.nsp_grant (id, organisation)
);
create index on budget.expense_for_nsp (grant_id);

-- What a day, a measure or a return costs, from a day on. Of one kind only one price is valid on a day.
create table budget.price
(
    id           uuid primary key,
    organisation uuid        not null references organisations.organisation,
    programme    text        not null check (programme in ('NSP', 'AMP')),
    kind         text        not null,
    unit_ore     bigint      not null check (unit_ore >= 0),
    valid        daterange   not null check (not isempty(valid) and not lower_inf(valid)),
    created_at   timestamptz not null,
    created_by   uuid        not null,
    exclude using gist (organisation with =, programme with =, kind with =, valid with &&)
);

-- The account as it was closed. Its figures are copied here once, checked by the database and never changed; what is left is
-- carried to the year after or paid back, and what had been promised follows the promises.
create table budget.closing
(
    agreement_id    uuid primary key references budget.agreement,
    closed_on       date        not null,
    granted_ore     bigint      not null,
    transferred_ore bigint      not null check (transferred_ore >= 0),
    supplements_ore bigint      not null check (supplements_ore >= 0),
    spent_ore       bigint      not null,
    committed_ore   bigint      not null check (committed_ore >= 0),
    result_ore      bigint      not null,
    carried_ore     bigint      not null check (carried_ore >= 0),
    paid_back_ore   bigint      not null check (paid_back_ore >= 0),
    closed_at       timestamptz not null,
    closed_by       uuid        not null,
    confirmed_on    date,
    confirmed_by    uuid,
    check (result_ore = granted_ore + transferred_ore + supplements_ore - spent_ore - committed_ore),
    check (carried_ore + paid_back_ore = greatest(result_ore, 0)),
    check ((confirmed_on is null) = (confirmed_by is null))
);

-- Nothing is added to a closed account, and nobody can add while it is being closed: both take the agreement's row.
create function budget.stay_closed() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    perform from budget.agreement a where a.id = new.agreement_id for no key update;
    if exists (select from budget.closing c where c.agreement_id = new.agreement_id) then
        raise exception 'The account is closed' using errcode = 'check_violation', constraint = 'account_is_open';
    end if;
    return new;
end
$$;
create trigger account_is_open before insert on budget.expense for each row execute function budget.stay_closed();
create trigger account_is_open before insert or update on budget.instalment for each row execute function budget.stay_closed();
create trigger account_is_open before insert or update on budget.supplement for each row execute function budget.stay_closed();

-- A correction is about an expense of the same programme and keeper, and takes back no more than what is left of it. The account
-- it is about may be closed already; the correction is then booked in a later one.
create function budget.correct_in_bounds() returns trigger
    language plpgsql security definer set search_path = ''
as $$
declare
    left_over bigint;
begin
    perform from budget.expense e where e.id = new.corrects for no key update;
    select e.amount_ore + coalesce((select sum(c.amount_ore) from budget.expense c where c.corrects = e.id), 0)
    into left_over
    from budget.expense e
             join budget.agreement was on was.id = e.agreement_id
             join budget.agreement now on now.id = new.agreement_id
    where e.id = new.corrects and e.corrects is null and now.organisation = was.organisation and now.programme = was.programme
      and now.year >= was.year;
    if left_over is null or left_over + new.amount_ore < 0 then
        raise exception 'Nothing there to correct like that' using errcode = 'check_violation', constraint = 'corrects_what_is_left';
    end if;
    return new;
end
$$;
create trigger corrects_what_is_left before insert on budget.expense for each row
    when (new.corrects is not null) execute function budget.correct_in_bounds();

-- What was asked stays as it was asked, and what was decided as it was decided.
create function budget.decide_once() returns trigger
    language plpgsql set search_path = ''
as $$
begin
    if old.state <> 'ASKED' then
        raise exception 'The request has been decided' using errcode = 'check_violation', constraint = 'decided_once';
    end if;
    return new;
end
$$;
create trigger decided_once before update on budget.supplement for each row execute function budget.decide_once();

-- Who was admitted when, to foretell who will be: days, what was granted, and who came together. No identifier and nothing about
-- anybody. Grants of the return programme lie at the offices of seven regions and of sealed people at few members, so this looks
-- past all of that, for the two ends of an agreement on that programme and for nobody else.
create function budget.admissions(asked text, until date)
    returns table (day date, party int, grouped int, rest_days int, integration_days int, housed boolean, departed boolean)
    language sql stable security definer set search_path = ''
as $$
with seen as (
    select g.granted_on as day, coalesce(g.guardian_grant_id, g.id)::text as party, null::text as grouped, g.rest_days, g.integration_days,
           g.placement = 'protected_housing' as housed, true as departed
    from programmes.nsp_grant g
    where asked = 'NSP' and g.withdrawn_at is null and g.granted_on <= until
    union all
    select g.granted_on, g.id::text, g.group_case, 0, 0, false, g.departed_on <= until
    from programmes.amp_grant g
    where asked = 'AMP' and g.withdrawn_at is null and g.granted_on <= until)
select s.day, dense_rank() over (order by s.party)::int, case when s.grouped is not null then dense_rank() over (order by s.grouped)::int end,
       s.rest_days, s.integration_days, s.housed, coalesce(s.departed, false)
from seen s
where exists (select from budget.agreement a
              where a.programme = asked and (select access.acting_organisation()) in (a.organisation, a.funder))
order by s.day, 2
$$;

do $$
declare t text;
begin
    foreach t in array array ['agreement', 'instalment', 'supplement', 'supplement_month', 'expense', 'expense_for_nsp', 'price', 'closing'] loop
        execute format('alter table budget.%I enable row level security', t);
        execute format('alter table budget.%I force row level security', t);
        execute format('create policy owner_keeps_order on budget.%I for all to ledfyr_owner using (true) with check (true)', t);
    end loop;
    foreach t in array array ['instalment', 'supplement', 'expense', 'closing'] loop
        execute format('create policy both_ends on budget.%1$I for select to ledfyr_app
                            using (exists (select from budget.agreement a where a.id = %1$I.agreement_id))', t);
    end loop;
    foreach t in array array ['supplement', 'expense', 'closing'] loop
        execute format('create policy keeper_adds on budget.%1$I for insert to ledfyr_app
                            with check (exists (select from budget.agreement a where a.id = %1$I.agreement_id and a.accepted_on is not null
                                                  and a.organisation = (select access.acting_organisation())))', t);
    end loop;
end
$$;
create policy both_ends on budget.agreement for select to ledfyr_app
    using ((select access.acting_organisation()) in (organisation, funder));
create policy funder_grants on budget.agreement for insert to ledfyr_app
    with check (funder = (select access.acting_organisation()) and accepted_on is null and reported_on is null);
create policy keeper_takes_on on budget.agreement for update to ledfyr_app
    using (organisation = (select access.acting_organisation())) with check (organisation = (select access.acting_organisation()));
create policy funder_plans on budget.instalment for insert to ledfyr_app
    with check (received_on is null and exists (select from budget.agreement a where a.id = instalment.agreement_id
                                                  and a.funder = (select access.acting_organisation())));
create policy keeper_receives on budget.instalment for update to ledfyr_app
    using (exists (select from budget.agreement a where a.id = instalment.agreement_id
                     and a.organisation = (select access.acting_organisation())));
create policy funder_decides on budget.supplement for update to ledfyr_app
    using (exists (select from budget.agreement a where a.id = supplement.agreement_id
                     and a.funder = (select access.acting_organisation())));
create policy with_the_request on budget.supplement_month for select to ledfyr_app
    using (exists (select from budget.supplement s where s.id = supplement_month.supplement_id));
create policy keeper_adds on budget.supplement_month for insert to ledfyr_app
    with check (exists (select from budget.supplement s join budget.agreement a on a.id = s.agreement_id
                        where s.id = supplement_month.supplement_id and a.organisation = (select access.acting_organisation())));
create policy funder_confirms on budget.closing for update to ledfyr_app
    using (exists (select from budget.agreement a where a.id = closing.agreement_id
                     and a.funder = (select access.acting_organisation())));
create policy own_links on budget.expense_for_nsp for select to ledfyr_app
    using (organisation = (select access.acting_organisation()));
create policy keeper_links on budget.expense_for_nsp for insert to ledfyr_app
    with check (organisation = (select access.acting_organisation())
                and exists (select from budget.expense e where e.id = expense_for_nsp.expense_id));
create policy sealed_is_not_there on budget.expense_for_nsp as restrictive for all to ledfyr_app
    using (exists (select from programmes.nsp_grant g where g.id = grant_id));
-- A keeper's prices are there for whoever pays by them.
create policy keeper_and_funder on budget.price for select to ledfyr_app
    using (organisation = (select access.acting_organisation())
           or exists (select from budget.agreement a where a.organisation = price.organisation and a.programme = price.programme));
create policy keeper_adds on budget.price for insert to ledfyr_app
    with check (organisation = (select access.acting_organisation()));
create policy keeper_ends on budget.price for update to ledfyr_app
    using (organisation = (select access.acting_organisation())) with check (organisation = (select access.acting_organisation()));
create policy national_facts on budget.agreement for select to ledfyr_statistics using ((select access.reads_national_facts()));
create policy national_facts on budget.supplement for select to ledfyr_statistics using ((select access.reads_national_facts()));

-- What statistics may count: what was granted at first, what was added, and what it came to, in kronor.
create view budget_api.counted_funding with (security_invoker = true) as
select a.id || '-' || s.stage as id, a.organisation, o.kind as organisation_kind, a.year::int as year, lower(a.programme) as programme, s.stage,
       s.ore / 100.0 as amount_sek
from budget.agreement a
         join organisations.organisation o on o.id = a.organisation
         cross join lateral (select coalesce(sum(s.granted_ore), 0) as ore from budget.supplement s
                             where s.agreement_id = a.id and s.state = 'GRANTED') as added
         cross join lateral (values ('initial', a.granted_ore), ('supplement', added.ore), ('final', a.granted_ore + added.ore)) as s (stage, ore);

grant usage on schema budget, budget_api to ledfyr_app, ledfyr_statistics;
grant select, insert on budget.agreement, budget.instalment, budget.supplement, budget.supplement_month, budget.expense,
    budget.expense_for_nsp, budget.price, budget.closing to ledfyr_app;
grant update (accepted_on, accepted_by, reported_on) on budget.agreement to ledfyr_app;
grant update (received_on, received_by) on budget.instalment to ledfyr_app;
grant update (state, decided_on, granted_ore, decision, decided_by) on budget.supplement to ledfyr_app;
grant update (valid) on budget.price to ledfyr_app;
grant update (confirmed_on, confirmed_by) on budget.closing to ledfyr_app;
grant select (id, organisation, programme, year, granted_ore) on budget.agreement to ledfyr_statistics;
grant select (agreement_id, state, granted_ore) on budget.supplement to ledfyr_statistics;
grant select on budget_api.counted_funding to ledfyr_app, ledfyr_statistics;

revoke execute on function budget.stay_closed(), budget.correct_in_bounds(), budget.decide_once(), budget.admissions(text, date) from public;
grant execute on function budget.admissions(text, date) to ledfyr_app;
