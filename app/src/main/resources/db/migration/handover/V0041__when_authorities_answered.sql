-- How authorities answered what was offered to them: when, whether with a no, and whether they gave it in writing. A no that
-- came too late is a no as well. Nobody's identity.
create view handover_api.authority_answer with (security_invoker = true) as
select o.id,
       o.case_id,
       t.kind,
       t.municipality_code,
       o.offered_at,
       o.answer_by,
       o.closed_at,
       coalesce(o.declined_at, o.late_answer_at,
                case when o.state = 'ACCEPTED' and o.closed_by_organisation = o.to_organisation then o.closed_at end) as answered_at,
       a.declined,
       a.written_decision
from handover.offer o
         join organisations.organisation t on t.id = o.to_organisation
         left join handover.answer a on a.offer_id = o.id and a.kind = 'DECLINED'
where t.kind in ('SOCIAL_SERVICES', 'POLICE', 'MIGRATION_AGENCY', 'PROSECUTOR');
grant select on handover_api.authority_answer to ledfyr_app, ledfyr_statistics;
