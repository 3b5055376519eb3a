-- A case that is taken over later is joined to the application for a reflection period that is there already. The two ends stay
-- as they are; whoever holds the case now gets a way of its own to it, as each end has one, where an organisation that knows of it
-- told them the person's situation through the gate. Nobody else learns that there is an application.
create function permits.joinable(the_case uuid) returns setof uuid
    language sql stable security definer set search_path = ''
as $$
select a.id
from casework.dossier d
         join casework.holding h on h.case_id = d.case_id and h.organisation = d.organisation and h.ended is null
         join permits.own_file f on f.case_id = d.case_id and f.organisation <> d.organisation
         join permits.application a on a.id = f.application_id and a.state <> 'STRUCK'
where d.case_id = the_case
  and d.organisation = (select access.acting_organisation())
  and d.person_id <> all (people.hidden_from_me())
  and people.was_told(d.person_id, f.organisation, 'situation')
  and not exists (select from permits.own_file o
                  where o.application_id = a.id and o.organisation = d.organisation and o.case_id is not null)
group by a.id
$$;

-- Joins them, and answers which. One that cannot be, since the person already has another reflection period at the time, is left.
create function permits.join_case(the_case uuid, moment timestamptz) returns setof uuid
    language plpgsql security definer set search_path = ''
as $$
declare
    me  constant uuid := access.acting_organisation();
    who uuid;
    a   permits.application;
begin
    select d.person_id into who from casework.dossier d where d.case_id = the_case and d.organisation = me;
    for a in select x.* from permits.application x where x.id in (select permits.joinable(the_case)) order by x.id for update loop
        begin
            insert into permits.own_file (application_id, organisation, person_id, case_id) values (a.id, me, who, the_case)
            on conflict (application_id, organisation) do update set person_id = excluded.person_id, case_id = excluded.case_id;
            -- The office had somebody it knew nothing about.
            update permits.reflection_period p set person_id = who where p.id = a.id and p.organisation = me;
            if a.state = 'GRANTED' then
                perform permits.keep_permit(a.id, me, who, a.start_on, least(a.end_on, a.revoked_on), a.id, moment);
            end if;
        exception when exclusion_violation then
            continue;
        end;
        return next a.id;
    end loop;
end
$$;

-- What else the person may stay in the country on goes along in the same way: as written by those who told their situation, and
-- once each.
create function permits.bring_permits(the_case uuid, moment timestamptz)
    returns table (id uuid, kind text, from_on date, to_on date)
    language sql volatile security definer set search_path = ''
as $$
insert into permits.permit (id, organisation, person_id, kind, from_on, to_on, decided_by, source, noted_at, noted_by)
select gen_random_uuid(), d.organisation, d.person_id, p.kind, p.from_on, p.to_on, min(p.decided_by), 'authority', moment,
       access.acting_member()
from casework.dossier d
         join casework.holding h on h.case_id = d.case_id and h.organisation = d.organisation and h.ended is null
         join casework.dossier b on b.case_id = d.case_id and b.organisation <> d.organisation
         join permits.permit p on p.person_id = b.person_id and p.organisation = b.organisation and p.struck_at is null
where d.case_id = the_case
  and d.organisation = (select access.acting_organisation())
  and d.person_id <> all (people.hidden_from_me())
  and p.kind <> 'reflection'
  and people.was_told(d.person_id, b.organisation, 'situation')
  and not exists (select from permits.permit o
                  where o.person_id = d.person_id and o.organisation = d.organisation and o.kind = p.kind
                    and o.during = p.during)
group by d.organisation, d.person_id, p.kind, p.from_on, p.to_on
returning permit.id, permit.kind, permit.from_on, permit.to_on
$$;

-- Who else has to do with an application. For the house alone, which tells them what changed.
create function permits.others_of(the_application uuid) returns setof uuid
    language sql stable security definer set search_path = ''
as $$
select f.organisation
from permits.own_file f
         join permits.application a on a.id = f.application_id
where f.application_id = the_application and f.organisation <> access.acting_organisation() and access.acts_for_the_house()
  and (a.by_organisation = f.organisation or a.helped and a.office = f.organisation or f.case_id is not null)
  and exists (select from permits.own_file o
              where o.application_id = the_application and o.organisation = access.acting_organisation())
$$;

-- Whether anybody beside the acting organisation is to hear of a change.
create function permits.has_others(the_application uuid) returns boolean
    language sql stable security definer set search_path = ''
as $$
select exists (select from permits.own_file f join permits.application a on a.id = f.application_id
               where f.application_id = the_application and f.organisation <> access.acting_organisation()
                 and (a.by_organisation = f.organisation or a.helped and a.office = f.organisation or f.case_id is not null)
                 and exists (select from permits.own_file o
                             where o.application_id = the_application and o.organisation = access.acting_organisation()))
$$;

-- Periods that a file brought are asked about too, by a clock of the office that keeps them: in the case where the person has an
-- open one, else for everybody in the office. What is answered stands with the period.
alter table permits.reflection_period
    add column followed    text,
    add column answered_on date,
    add column asked_until date,
    add column asked_in    uuid,
    add check ((followed is null) = (answered_on is null));
comment on column permits.reflection_period.followed is 'code list reflection_followed, for a period without an application; null while nobody has said';
comment on column permits.reflection_period.asked_until is 'for which last day a clock was set; null without one';
comment on column permits.reflection_period.asked_in is 'in which case the clock was set; null for the whole office';
create index filed_periods_that_run on permits.reflection_period (end_on) where decision = 'granted' and withdrawn_at is null;
create index filed_periods_with_a_clock on permits.reflection_period (organisation) where asked_until is not null;

-- Which clocks of such periods are not as they should be: the last day one is wanted for, null for none, and the case. Without a
-- case, somebody sealed has no clock: it would ring for the whole office. Read by the functions below alone.
create view permits.filed_clock with (security_invoker = true) as
select p.organisation, p.id, p.start_on, w.end_on, w.case_id
from permits.reflection_period p
         left join lateral (select d.case_id
                            from casework.dossier d join casework.case_file c on c.id = d.case_id and c.state = 'OPEN'
                            where d.person_id = p.person_id and d.organisation = p.organisation
                            order by c.opened_at desc, d.case_id limit 1) k on true
         cross join lateral (select p.decision = 'granted' and p.withdrawn_at is null and p.followed is null
                                    and (k.case_id is not null
                                         or not exists (select from emergency.seal s
                                                        where s.person_id = p.person_id and s.lifted_at is null)) as asks) q
         cross join lateral (select case when q.asks then p.end_on end as end_on, case when q.asks then k.case_id end as case_id) w
where (p.asked_until, p.asked_in) is distinct from (w.end_on, w.case_id)
  and not exists (select from permits.application a where a.id = p.id);

-- Those of the acting organisation, for the house alone.
create function permits.filed_clocks(today date, most int)
    returns table (id uuid, start_on date, end_on date, case_id uuid)
    language sql stable security definer set search_path = ''
as $$
select f.id, f.start_on, f.end_on, f.case_id
from permits.filed_clock f
         join permits.reflection_period p on p.id = f.id and p.organisation = f.organisation
where f.organisation = access.acting_organisation() and access.acts_for_the_house()
  and (f.end_on >= today or p.asked_until is not null)
order by f.id
limit most
$$;

-- Which offices have such. Asked by the house before it acts for one of them.
create function permits.offices_to_follow(today date) returns setof uuid
    language sql stable security definer set search_path = ''
as $$
select distinct f.organisation
from permits.filed_clock f
where access.acting_organisation() is null
  and (f.end_on >= today or exists (select from permits.reflection_period p
                                    where p.id = f.id and p.organisation = f.organisation and p.asked_until is not null))
$$;

create or replace view permits_api.counted_followed with (security_invoker = true) as
select p.id, p.organisation, o.kind as organisation_kind, p.year, p.region, p.sex, p.applicant, p.via_coordinator,
       coalesce(a.followed, p.followed) as followed
from permits.reflection_period p
         join organisations.organisation o on o.id = p.organisation
         left join permits.application a on a.id = p.id
where p.withdrawn_at is null
  and p.decision = 'granted';

-- Times of permits and reflection periods that holders set by hand beside a case: the permits of the person are the one place for
-- them now. Each that still ran is written down there, with the day that is known, and its clock leads there. One whose last day an
-- application already has a clock for was that application's.
create function pg_temp.move_hand_set_times() returns void language plpgsql as $$
declare
    one   record;
    fresh uuid;
begin
    for one in select c.id, c.organisation, c.kind, c.subject, c.set_at, c.member, d.person_id,
                      (c.due_at at time zone 'Europe/Stockholm' - interval '1 second')::date as last_day
               from deadlines.clock c
                        join casework.dossier d on d.case_id = c.subject and d.organisation = c.organisation
               where c.subject_kind = 'CASE' and c.kind in ('permit', 'reflection_period') and c.done_at is null loop
        if exists (select from permits.own_file f join permits.application a on a.id = f.application_id
                   where f.case_id = one.subject and f.organisation = one.organisation and a.state = 'GRANTED'
                     and one.last_day between a.start_on and a.end_on) then
            update deadlines.clock c
            set stage = case c.stage when 'DUE' then c.stage else 'STOPPED' end, next_at = null, done_at = now()
            where c.id = one.id;
        else
            fresh := gen_random_uuid();
            insert into permits.permit (id, organisation, person_id, kind, to_on, decided_by, source, noted_at, noted_by)
            values (fresh, one.organisation, one.person_id, case one.kind when 'permit' then 'kind_unknown' else 'temporary_other' end,
                    one.last_day, 'not_known', 'other', one.set_at, one.member);
            update deadlines.clock c
            set kind = 'permit_ends', subject_kind = 'PERMIT', subject = fresh, path = '/cases/' || one.subject || '#permits'
            where c.id = one.id;
        end if;
    end loop;
end
$$;
select pg_temp.move_hand_set_times();

revoke execute on function permits.joinable(uuid), permits.join_case(uuid, timestamptz), permits.bring_permits(uuid, timestamptz),
    permits.others_of(uuid), permits.has_others(uuid), permits.offices_to_follow(date), permits.filed_clocks(date, int) from public;
grant execute on function permits.joinable(uuid), permits.join_case(uuid, timestamptz), permits.bring_permits(uuid, timestamptz),
    permits.others_of(uuid), permits.has_others(uuid), permits.offices_to_follow(date), permits.filed_clocks(date, int) to ledfyr_app;
grant select (followed) on permits.reflection_period to ledfyr_statistics;
