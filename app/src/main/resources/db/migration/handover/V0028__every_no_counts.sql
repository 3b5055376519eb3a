-- A no is counted on its own day, also when it was taken further and an office took over after it. And the social services
-- know of somebody when they said yes themselves, not when an office did after their silence or their no.
create or replace view handover.to_count with (security_invoker = true) as
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
               and not exists (select from handover.offer o join organisations.organisation r on r.id = o.closed_by_organisation
                               where o.case_id = c.id and o.state = 'ACCEPTED' and r.kind = 'SOCIAL_SERVICES')
               and not exists (select from casework.holding h join organisations.organisation r on r.id = h.organisation
                               where h.case_id = c.id and r.kind = 'SOCIAL_SERVICES')) one
union all
select o.case_id, one.figure, (o.declined_at at time zone 'Europe/Stockholm')::date, null, null, o.to_organisation, a.declined
from handover.offer o
         join handover.answer a on a.offer_id = o.id and not a.late and a.declined is not null
         cross join lateral (select 'DECLINED' as figure
                             union all
                             select 'WITHOUT_DECISION' where a.written_decision = false) one
where o.declined_at is not null;

insert into handover.recount (case_id) select distinct o.case_id from handover.offer o;
