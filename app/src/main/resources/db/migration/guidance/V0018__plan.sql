-- The plan an organisation keeps for a case of its own: which edition of the manual it follows, what has been done or does
-- not fit, and tasks with somebody who sees to them. Nothing in it is compulsory and nothing has an order.
create schema guidance;

create table guidance.plan
(
    case_id      uuid        not null,
    organisation uuid        not null,
    edition      text        not null check (edition ~ '^[a-z0-9-]{3,40}$'),
    chosen_at    timestamptz not null,
    chosen_by    uuid,
    primary key (case_id, organisation),
    foreign key (case_id, organisation) references casework.dossier (case_id, organisation)
);
comment on column guidance.plan.edition is 'a plan stays with the edition it was begun with until somebody moves it';

-- Actions keep their names from edition to edition, so a mark goes along when a plan moves.
create table guidance.mark
(
    case_id      uuid        not null,
    organisation uuid        not null,
    action       text        not null check (action ~ '^[a-z0-9-]{3,60}$'),
    state        text        not null check (state in ('OPEN', 'DONE', 'DOES_NOT_FIT')),
    marked_at    timestamptz not null,
    marked_by    uuid,
    primary key (case_id, organisation, action),
    foreign key (case_id, organisation) references casework.dossier (case_id, organisation)
);

create table guidance.task
(
    id           uuid primary key,
    case_id      uuid        not null,
    organisation uuid        not null,
    person_id    uuid        not null,
    action       text check (action ~ '^[a-z0-9-]{3,60}$'),
    words_sealed bytea,
    member       uuid,
    duty         text check (duty = btrim(duty) and length(duty) between 1 and 60),
    due_on       date,
    made_at      timestamptz not null,
    made_by      uuid,
    ended_at     timestamptz,
    ended_by     uuid,
    result       text check (result in ('DONE', 'DROPPED')),
    foreign key (case_id, organisation) references casework.dossier (case_id, organisation),
    foreign key (person_id, organisation) references people.person (id, organisation),
    foreign key (member, organisation) references organisations.member (id, organisation),
    check ((member is null) <> (duty is null)),
    check (action is not null or words_sealed is not null),
    check ((ended_at is null) = (result is null))
);
comment on column guidance.task.words_sealed is 'own words, sealed with the person''s own key';
comment on column guidance.task.action is 'the action of the manual it comes from; null for one of our own';
create index on guidance.task (case_id) where ended_at is null;
create index tasks_of_member on guidance.task (organisation, member, due_on) where ended_at is null;

do $$
declare t text;
begin
    foreach t in array array ['plan', 'mark', 'task'] loop
        execute format('alter table guidance.%I enable row level security', t);
        execute format('alter table guidance.%I force row level security', t);
        execute format('create policy own_organisation on guidance.%1$I for all to ledfyr_app
                            using (organisation = (select access.acting_organisation())
                                   and exists (select from casework.dossier d where d.case_id = %1$I.case_id))
                            with check (organisation = (select access.acting_organisation())
                                   and exists (select from casework.dossier d where d.case_id = %1$I.case_id))', t);
    end loop;
end
$$;
select people.hide_sealed('guidance.plan'), people.hide_sealed('guidance.mark'), people.hide_sealed('guidance.task');

-- Whoever owes a need without taking part in its case may know the person all the same, and may have sealed them.
create policy sealed_own_file_is_not_there on needs.need as restrictive for all to ledfyr_app
    using (id <> all ((select people.hidden_things())::uuid[]));

grant usage on schema guidance to ledfyr_app;
grant select, insert on guidance.plan, guidance.mark, guidance.task to ledfyr_app;
grant update (edition, chosen_at, chosen_by) on guidance.plan to ledfyr_app;
grant update (state, marked_at, marked_by) on guidance.mark to ledfyr_app;
grant update (member, duty, due_on, ended_at, ended_by, result) on guidance.task to ledfyr_app;
