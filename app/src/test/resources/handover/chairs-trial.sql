-- What ChairsPropertyTests does to cases: random acts upon all that the chairs view counts, and the slow count beside it.
create schema trial;

create table trial.office (place int primary key, id uuid not null);
insert into trial.office select n, gen_random_uuid() from generate_series(1, 6) as n;
insert into organisations.organisation (id, name, kind, region, municipality_code, created_at)
select id, 'Prov ' || place, case when place <= 2 then 'NGO' when place <= 4 then 'SOCIAL_SERVICES' else 'SHELTER' end, null,
       case when place in (3, 4) then '018' || place end, now()
from trial.office;

create function trial.case_id(n int) returns uuid immutable language sql return md5('case ' || n)::uuid;
create function trial.person(n int, office uuid) returns uuid immutable language sql return md5('person ' || n || office)::uuid;

create procedure trial.people(cases int) language sql as $$
    insert into people.person (id, organisation, created_at)
    select trial.person(n, o.id), o.id, now() from generate_series(1, cases) as n, trial.office o
$$;
grant usage on schema trial to ledfyr_owner;
grant select on trial.office to ledfyr_owner;

-- One random act upon one case, by whoever may do it. Answers which, or null when there was nothing to do.
create function trial.act(n int) returns text language plpgsql as $$
declare
    acts constant text[] := array ['open', 'offer', 'offer a need', 'accept', 'decline', 'need', 'measure', 'strike a measure', 'settle', 'open again',
        'child', 'strike a child', 'own case', 'contact', 'take back a contact', 'take over', 'close', 'reopen', 'correct'];
    one constant uuid := trial.case_id(n);
    what text := acts[1 + floor(random() * cardinality(acts))];
    day constant date := date '2026-11-22' - floor(random() * 730)::int;
    moment constant timestamptz := day + random() * interval '40 days';
    held uuid;
    other uuid := (select id from trial.office order by random() limit 1);
    state text;
    child uuid;
    chosen uuid;
    done int := 1;
begin
    select c.state into state from casework.case_file c where c.id = one for update;
    if state is null then
        what := 'open';
    end if;
    select h.organisation into held from casework.holding h where h.case_id = one and h.ended is null;
    select k.id into child from needs.child k where k.case_id = one and random() < 0.5 order by random() limit 1;
    perform set_config('ledfyr.organisation', coalesce(held, other)::text, true);
    case what
        when 'open' then
            if casework.open_case(one, trial.person(n, other), null, (array ['nord', 'syd', 'mitt'])[1 + floor(random() * 3)], null, 'adult', day,
                                  null, null, 'duty', moment) is null then
                done := 0;
            end if;
        when 'offer', 'offer a need' then
            if what = 'offer a need' then
                select w.id into chosen from needs.need w where w.case_id = one and w.state = 'OPEN' order by random() limit 1;
            end if;
            insert into handover.offer (id, from_organisation, to_organisation, case_id, need_id, need_type, acute, route, region, rule,
                                        offered_at, offered_by, half_at, answer_by, stage, region_office, next_by)
            select gen_random_uuid(), held, other, one, chosen, case when chosen is not null then 'safe_housing' end, false, 'adult', 'nord',
                   'answer_other', moment, gen_random_uuid(), moment + interval '7 days', moment + interval '14 days', carried.stage,
                   case when carried.stage = 'REGION' then held end, case when carried.stage = 'REGION' then moment + interval '28 days' end
            from (select case when random() < 0.5 then 'WAITING' else 'REGION' end as stage) carried
            where held <> other and state = 'OPEN' and (what = 'offer' or chosen is not null);
            get diagnostics done = row_count;
        when 'accept', 'decline' then
            select o.id into chosen from handover.offer o where o.case_id = one and o.state = 'OPEN' order by random() limit 1;
            insert into handover.answer (offer_id, late, from_organisation, to_organisation, kind, given_at, through, declined, written_decision)
            select o.id, false, o.from_organisation, o.to_organisation, case what when 'accept' then 'ACCEPTED' else 'DECLINED' end, moment, 'LINK',
                   case what when 'decline' then (array ['no_place', 'not_our_remit'])[1 + floor(random() * 2)] end,
                   case when what = 'decline' and random() < 0.5 then false end
            from handover.offer o where o.id = chosen;
            if what = 'accept' then
                update handover.offer o set state = 'ACCEPTED', closed_at = moment, closed_by_organisation = o.region_office
                where o.case_id = one and o.state = 'TAKEN_FURTHER';
            end if;
            update handover.offer o
            set state = case when what = 'accept' then 'ACCEPTED' when o.stage = 'REGION' then 'TAKEN_FURTHER' else 'DECLINED' end,
                closed_at = moment, closed_by_organisation = o.to_organisation,
                declined_at = case what when 'decline' then moment end,
                next_by = case when what = 'decline' and o.stage = 'WAITING' then moment + interval '14 days' else o.next_by end
            where o.id = chosen;
            get diagnostics done = row_count;
        when 'need' then
            insert into needs.need (id, case_id, child_id, holder, owed_by, type, route, seen_on, seen_by, opened_at)
            select gen_random_uuid(), one, child, held, held, 'safe_housing', case when child is null then 'adult' else 'child' end, day, 'police', moment
            where held is not null;
            get diagnostics done = row_count;
        when 'measure' then
            insert into needs.measure (id, need_id, sector, began_on, result, noted_at, noted_organisation)
            select gen_random_uuid(), w.id, 'MUNICIPALITY', day, 'helped', moment, held from needs.need w where w.case_id = one and held is not null
            order by random() limit 1;
            get diagnostics done = row_count;
        when 'strike a measure' then
            update needs.measure m set struck_at = moment
            where m.id = (select m.id from needs.measure m join needs.need w on w.id = m.need_id
                          where w.case_id = one and m.struck_at is null order by random() limit 1);
            get diagnostics done = row_count;
        when 'settle' then
            update needs.need w set state = choice.state, settled_at = moment, unmet_reason = case choice.state when 'UNMET' then 'no_place' end
            from (select (array ['MET', 'UNMET', 'STRUCK'])[1 + floor(random() * 3)] as state) choice
            where w.case_id = one and w.state = 'OPEN' and random() < 0.7;
            get diagnostics done = row_count;
        when 'open again' then
            update needs.need w set state = 'OPEN', settled_at = null, unmet_reason = null
            where w.case_id = one and w.state <> 'OPEN' and held is not null and random() < 0.5;
            get diagnostics done = row_count;
        when 'child' then
            insert into needs.child (id, case_id, holder, number, place, sex, noted_at)
            select gen_random_uuid(), one, held, 1 + (select count(*) from needs.child k where k.case_id = one), 'accompanying', 'girl', moment
            where held is not null;
            get diagnostics done = row_count;
        when 'strike a child' then
            update needs.child k set struck_at = case when k.struck_at is null then moment end where k.id = child;
            get diagnostics done = row_count;
        when 'own case' then
            -- Any other case of the same holder serves.
            select h.case_id into chosen from casework.holding h
            where h.organisation = held and h.ended is null and h.case_id <> one order by random() limit 1;
            done := case when chosen is not null and needs.give_own_case(child, chosen) then 1 else 0 end;
        when 'contact' then
            insert into needs.contact (id, case_id, child_id, holder, authority, result, made_on, noted_at)
            select gen_random_uuid(), one, child, held, 'social_services',
                   (array ['reported', 'not_needed'])[1 + floor(random() * 2)], day, moment
            where held is not null;
            get diagnostics done = row_count;
        when 'take back a contact' then
            delete from needs.contact t where t.case_id = one and random() < 0.5;
            get diagnostics done = row_count;
        when 'take over' then
            perform casework.release_to(one, gen_random_uuid(), array [other], moment);
            perform set_config('ledfyr.organisation', other::text, true);
            done := case when casework.take_over(one, trial.person(n, other), null, 'duty', moment) is not null then 1 else 0 end;
        when 'close' then
            done := case when casework.close_case(one, 'own_feet', null, moment) then 1 else 0 end;
        when 'reopen' then
            perform set_config('ledfyr.organisation', (select h.organisation from casework.holding h where h.case_id = one
                                                       order by h.began desc limit 1)::text, true);
            done := case when casework.reopen_case(one, null, 'duty', 'again', moment) then 1 else 0 end;
        when 'correct' then
            update casework.case_file c set identified_on = day, region = (array ['nord', 'syd', 'mitt'])[1 + floor(random() * 3)] where c.id = one;
    end case;
    return case when done > 0 then what end;
end
$$;

-- Acts upon some cases in a row, each for itself. Answers what was done.
create function trial.acts(first int, last int, seed double precision) returns table (act text) language plpgsql as $$
begin
    perform setseed(seed);
    for n in first .. last loop
        begin
            act := trial.act(n);
            if act is not null then
                return next;
            end if;
        exception
            -- A second offer of the same, a case with an open need to be closed, a need of a closed case.
            when unique_violation or raise_exception or check_violation then null;
        end;
    end loop;
end
$$;

-- Everything in which the kept sums and what there is differ.
create view trial.difference as
with there as (select t.figure, s.span, case s.span when 'DAY' then t.day else date_trunc('month', t.day)::date end as day, t.days, t.region,
                      t.organisation, t.declined, count(*)::int as number
               from handover.to_count t cross join (values ('DAY'), ('MONTH')) as s (span)
               group by 1, 2, 3, 4, 5, 6, 7),
     kept as (select figure, span, day, days, region, organisation, declined, number from handover.tally)
select 'missing' as what, m.* from (select * from there except select * from kept) m
union all
select 'too much', m.* from (select * from kept except select * from there) m;
