-- The chairs view counts every person and every offer of the country. Counted afresh, 200,000 cases take ten seconds; so
-- it is counted once what each case adds, and kept.
--
-- What changes a case leaves a note that the case is to be counted again, in the same transaction and without waiting for
-- anybody. One hand at a time takes the notes, counts those cases anew from what is there, and carries the difference into
-- the sums. A change that is committed while it counts has left a note of its own, so nothing is lost; a case that is
-- counted twice is counted the same, so nothing is added twice. Nobody who works with a case meets a lock on a sum.

-- Cases to be counted again. Never made unique: a change that found a note there already could be overtaken by the hand that
-- takes the note and counts before the change is committed.
create table handover.recount
(
    id      bigint generated always as identity primary key,
    case_id uuid not null
);

-- What one case adds to the sums, as it was last counted.
create table handover.counted
(
    case_id      uuid not null,
    figure       text not null check (figure in ('RESPONSIBILITY', 'HELP', 'SOCIAL_SERVICES', 'DECLINED', 'WITHOUT_DECISION')),
    day          date not null,
    days         int,
    region       text,
    organisation uuid,
    declined     text
);
comment on column handover.counted.day is 'when the person was identified, or the offer declined';
comment on column handover.counted.days is 'how long it took; null while it is waited for';
create index on handover.counted (case_id);

-- The sums, by day and again by month: a year is its whole months and the days at its edge.
create table handover.tally
(
    figure       text not null,
    span         text not null check (span in ('DAY', 'MONTH')),
    day          date not null,
    days         int,
    region       text,
    organisation uuid references organisations.organisation,
    declined     text,
    number       int  not null,
    unique nulls not distinct (figure, span, day, days, region, organisation, declined)
) with (fillfactor = 80);
comment on column handover.tally.day is 'for a month, its first';
create index nothing_left on handover.tally (figure) where number = 0;

-- When the sums last held everything there was.
create table handover.tallied
(
    one boolean primary key default true check (one),
    at  timestamptz not null
);
insert into handover.tallied (at) values (now());

do $$
declare t text;
begin
    foreach t in array array ['recount', 'counted', 'tally', 'tallied'] loop
        execute format('alter table handover.%I enable row level security', t);
        execute format('alter table handover.%I force row level security', t);
        execute format('create policy owner_counts on handover.%I for all to ledfyr_owner using (true) with check (true)', t);
    end loop;
end
$$;
create policy national_facts on handover.tally for select to ledfyr_statistics using ((select access.reads_national_facts()));
create policy national_facts on handover.tallied for select to ledfyr_statistics using ((select access.reads_national_facts()));
grant select on handover.tally, handover.tallied to ledfyr_statistics;

-- What each case adds just now.
create view handover.to_count with (security_invoker = true) as
select c.id as case_id, 'RESPONSIBILITY' as figure, c.identified_on as day,
       -- Not `greatest` alone: that passes over what is null, and who still waits would count as helped on the first day.
       case when a.first_accepted is not null
            then greatest((a.first_accepted at time zone 'Europe/Stockholm')::date - c.identified_on, 0) end as days,
       null::text as region, null::uuid as organisation, null::text as declined
from casework.case_file c
         -- A case that nobody was asked to take, and no need of which was offered, is not waiting for anybody.
         cross join lateral (select count(*) as offers, min(o.closed_at) filter (where o.state = 'ACCEPTED') as first_accepted
                             from handover.offer o
                             where o.case_id = c.id) a
where a.offers > 0
union all
select c.id, one.figure, c.identified_on, one.days, one.region, null, null
from casework.case_file c
         cross join lateral (select null::uuid as child_id
                             union all
                             select k.id from needs.child k
                             where k.case_id = c.id and k.struck_at is null and k.own_case_id is null) p
         cross join lateral (
             select 'HELP' as figure,
                    case when min(n.first_help_on) is not null then greatest(min(n.first_help_on) - c.identified_on, 0) end as days,
                    null::text as region
             from needs.need n
             where n.case_id = c.id and n.child_id is not distinct from p.child_id and n.state <> 'STRUCK'
             having count(*) > 0
             union all
             select 'SOCIAL_SERVICES', null, c.region
             where c.state = 'OPEN'
               and not exists (select from needs.contact t
                               where t.case_id = c.id and t.child_id is not distinct from p.child_id
                                 and t.authority = 'social_services' and t.result <> 'not_needed')
               and not exists (select from handover.offer o join organisations.organisation r on r.id = o.to_organisation
                               where o.case_id = c.id and o.state = 'ACCEPTED' and r.kind = 'SOCIAL_SERVICES')
               and not exists (select from casework.holding h join organisations.organisation r on r.id = h.organisation
                               where h.case_id = c.id and r.kind = 'SOCIAL_SERVICES')) one
union all
select o.case_id, one.figure, (o.closed_at at time zone 'Europe/Stockholm')::date, null, null, o.to_organisation, a.declined
from handover.offer o
         join handover.answer a on a.offer_id = o.id and not a.late and a.declined is not null
         cross join lateral (select 'DECLINED' as figure
                             union all
                             select 'WITHOUT_DECISION' where a.written_decision = false) one
where o.state = 'DECLINED';

-- Counts again what is noted, at most so many notes, and says whether nothing is left. Two who try at once: the second goes
-- away, since the first is at it.
create function handover.tally_up(at_most int, moment timestamptz) returns boolean
    language plpgsql security definer set search_path = ''
as $$
declare
    cases  uuid[];
    before handover.counted[];
begin
    if not pg_try_advisory_xact_lock(hashtextextended('handover.tally', 0)) then
        return false;
    end if;
    -- Each statement looks anew: what is counted below is at least as new as the notes taken here.
    with taken as (delete from handover.recount where id in (select r.id from handover.recount r order by r.id limit at_most)
                   returning case_id)
    select array_agg(distinct t.case_id) into cases from taken t;
    if cases is not null then
        with gone as (delete from handover.counted c where c.case_id = any (cases) returning c)
        select coalesce(array_agg(g.c), '{}') into before from gone g;
        insert into handover.counted (case_id, figure, day, days, region, organisation, declined)
        select t.case_id, t.figure, t.day, t.days, t.region, t.organisation, t.declined
        from handover.to_count t where t.case_id = any (cases);
        insert into handover.tally as so_far (figure, span, day, days, region, organisation, declined, number)
        select e.figure, s.span, case s.span when 'DAY' then e.day else date_trunc('month', e.day)::date end as first_day,
               e.days, e.region, e.organisation, e.declined, sum(e.more)
        from (select b.figure, b.day, b.days, b.region, b.organisation, b.declined, -1 as more from unnest(before) b
              union all
              select c.figure, c.day, c.days, c.region, c.organisation, c.declined, 1
              from handover.counted c where c.case_id = any (cases)) e
                 cross join (values ('DAY'), ('MONTH')) as s (span)
        group by e.figure, s.span, first_day, e.days, e.region, e.organisation, e.declined
        having sum(e.more) <> 0
        on conflict (figure, span, day, days, region, organisation, declined)
            do update set number = so_far.number + excluded.number;
        delete from handover.tally where number = 0;
    end if;
    if exists (select from handover.recount) then
        return false;
    end if;
    update handover.tallied set at = moment;
    return true;
end
$$;

-- The notes. A new case comes with its first holding, and an offer is declined where its answer is written down, in one
-- transaction each.
create function handover.note_the_case() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    insert into handover.recount (case_id) values (new.id);
    return null;
end
$$;
create function handover.note_its_case() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    insert into handover.recount (case_id) values (coalesce(new.case_id, old.case_id));
    if tg_op = 'UPDATE' and new.case_id <> old.case_id then
        insert into handover.recount (case_id) values (old.case_id);
    end if;
    return null;
end
$$;

create trigger count_again after update of state, region, identified_on on casework.case_file for each row
    when ((old.state, old.region, old.identified_on) is distinct from (new.state, new.region, new.identified_on))
    execute function handover.note_the_case();
create trigger count_again after insert or delete or update of organisation on casework.holding
    for each row execute function handover.note_its_case();
create trigger count_again after insert or delete on handover.offer for each row execute function handover.note_its_case();
create trigger count_again_changed after update on handover.offer for each row
    when ((old.state, old.closed_at, old.to_organisation, old.case_id)
              is distinct from (new.state, new.closed_at, new.to_organisation, new.case_id))
    execute function handover.note_its_case();
create trigger count_again after insert or delete on needs.need for each row execute function handover.note_its_case();
create trigger count_again_changed after update on needs.need for each row
    when ((old.state, old.first_help_on, old.child_id, old.case_id)
              is distinct from (new.state, new.first_help_on, new.child_id, new.case_id))
    execute function handover.note_its_case();
create trigger count_again after insert or delete or update of struck_at, own_case_id, case_id on needs.child
    for each row execute function handover.note_its_case();
create trigger count_again after insert or delete or update on needs.contact for each row execute function handover.note_its_case();

-- Cases are counted by what kind of organisation took part, so that never changes: who becomes something else comes anew.
create function handover.keep_kind() returns trigger language plpgsql set search_path = ''
as $$
begin
    raise exception 'The kind of an organisation does not change';
end
$$;
create trigger keep_kind before update of kind on organisations.organisation for each row
    when (old.kind <> new.kind) execute function handover.keep_kind();

revoke execute on function handover.tally_up(int, timestamptz), handover.note_the_case(), handover.note_its_case() from public;
grant execute on function handover.tally_up(int, timestamptz) to ledfyr_app;

-- What waits is counted where it is: there are few open offers beside all that were ever made.
create index waiting on handover.offer (to_organisation) include (answer_by, stage, offered_at) where state = 'OPEN';

-- What was there before.
insert into handover.recount (case_id) select id from casework.case_file;
do $$
begin
    while not handover.tally_up(10000, now()) loop
    end loop;
end
$$;
