-- Whose need it is, under an identifier that leads nowhere: for counting the people whose needs were not met, each once.
create view needs_api.need_of_person with (security_invoker = true) as
select coalesce(n.child_id, n.case_id)                      as person,
       n.id,
       n.holder                                             as organisation,
       extract(year from n.seen_on)::int                    as year,
       n.type                                               as need,
       n.state,
       n.unmet_reason,
       n.due_on,
       not (n.met_by_authority or n.met_by_civil_society)   as met_by_nobody
from needs.need n
where n.state <> 'STRUCK';

grant select on needs_api.need_of_person to ledfyr_app, ledfyr_statistics;
