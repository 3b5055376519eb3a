-- For the national count of what waits, and for it alone. The lists of one organisation have indexes of their own, but ask of
-- every row who may see it, which the planner cannot foretell: it would rather go through a smaller index of the whole
-- country. No list says since when an offer was made, so the condition keeps this one out of its sight.
drop index handover.waiting;
create index waiting on handover.offer (to_organisation) include (answer_by, stage, offered_at)
    where state = 'OPEN' and offered_at > '2000-01-01 00:00Z';

-- The sums of a period lie far apart in the table and side by side in the index; with the number in it they are read there.
do $$
declare
    before text := (select c.conname from pg_constraint c where c.conrelid = 'handover.tally'::regclass and c.contype = 'u');
begin
    execute format('alter table handover.tally drop constraint %I', before);
end
$$;
alter table handover.tally add constraint one_sum unique nulls not distinct (figure, span, day, days, region, organisation, declined)
    include (number);

-- The same rule in words the planner can weigh: of `x is null or …` it takes for granted that it almost never holds, and sorts
-- twelve thousand offers to show the first fifty, which an index has in order.
alter policy only_the_linked_offer on handover.offer using (coalesce(id = (select handover.only_offer()), true));
