-- Hand-offs: one organisation offers a case or a need, another answers before a time, and whoever offered keeps the duty
-- until somebody has accepted. Silence is carried to the office of the region and then to the national coordination.
create schema handover;
create schema handover_api;

-- A small municipality takes part without an account: what is offered to it is answered through a link. Its letter-box
-- is known to all who take part, as its name is.
alter table organisations.organisation
    add column mailbox text check (mailbox ~ '^[^[:space:]@<>]{1,64}@[^[:space:]@<>]{1,189}$'),
    add column without_account boolean not null default false,
    add constraint without_account_there_is_a_mailbox check (not without_account or mailbox is not null);
grant select (municipality_code, without_account) on organisations.organisation to ledfyr_statistics;

-- What both ends and the offices that silence was carried to may see: nothing in it tells who the person is.
create table handover.offer
(
    id                     uuid primary key,
    batch                  uuid,
    from_organisation      uuid        not null references organisations.organisation,
    to_organisation        uuid        not null references organisations.organisation,
    case_id                uuid        not null references casework.case_file,
    need_id                uuid references needs.need,
    need_type              text,
    acute                  boolean     not null,
    route                  text        not null check (route in ('adult', 'child')),
    region                 text        not null,
    municipality_code      text check (municipality_code ~ '^[0-9]{4}$'),
    parcel_id              uuid references people.parcel,
    rule                   text        not null
        check (rule in ('answer_acute', 'answer_child', 'answer_reflection', 'answer_other')),
    offered_at             timestamptz not null,
    offered_by             uuid        not null,
    half_at                timestamptz not null,
    answer_by              timestamptz not null,
    next_by                timestamptz,
    state                  text        not null default 'OPEN'
        check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED')),
    stage                  text        not null default 'WAITING' check (stage in ('WAITING', 'REMINDED', 'REGION', 'NATION')),
    region_office          uuid references organisations.organisation,
    national_office        uuid references organisations.organisation,
    closed_at              timestamptz,
    closed_by_organisation uuid references organisations.organisation,
    closed_by_member       uuid,
    late_answer_at         timestamptz,
    ended_at               timestamptz,
    outcome                text,
    unique (id, from_organisation, to_organisation),
    check (from_organisation <> to_organisation),
    check ((need_id is null) = (need_type is null)),
    check (offered_at <= half_at and half_at <= answer_by),
    check ((state = 'OPEN') = (closed_at is null)),
    check ((closed_at is null) = (closed_by_organisation is null)),
    check (stage <> 'REGION' or region_office is not null),
    check (stage <> 'NATION' or national_office is not null),
    check ((stage in ('REGION', 'NATION')) = (next_by is not null)),
    check (ended_at is null or state = 'ACCEPTED'),
    check (outcome is null or ended_at is not null),
    check (late_answer_at is null or state in ('EXPIRED', 'ACCEPTED'))
);
comment on column handover.offer.batch is 'offers made in one act carry the same one; each is answered by itself';
comment on column handover.offer.next_by is 'when the office that silence was carried to must have answered';
comment on column handover.offer.parcel_id is 'what goes along, sealed for the receiver alone; null when nothing does';
comment on column handover.offer.ended_at is 'the receipt: when what was accepted came to its end';

-- A case or a need is offered to one at a time: two open offers could both be accepted.
create unique index one_open_offer_of_a_case on handover.offer (case_id) where need_id is null and state = 'OPEN';
create unique index one_open_offer_of_a_need on handover.offer (need_id) where state = 'OPEN';
-- What the lists ask for. Comparing organisations is free of leaks, so these are used under row-level security too.
create index on handover.offer (to_organisation, answer_by, id) where state = 'OPEN';
create index on handover.offer (from_organisation, answer_by, id) where state = 'OPEN';
create index on handover.offer (to_organisation, closed_at desc, id desc) where state <> 'OPEN';
create index on handover.offer (from_organisation, closed_at desc, id desc) where state <> 'OPEN';
create index on handover.offer (case_id, offered_at);
create index on handover.offer (need_id) where need_id is not null;
create index on handover.offer (batch) where batch is not null;

-- How an offer was answered. `late` is an answer given after the asking had gone on elsewhere: it changes nothing but
-- stays on record, with a written decision where there is one.
create table handover.answer
(
    offer_id          uuid        not null,
    late              boolean     not null,
    from_organisation uuid        not null,
    to_organisation   uuid        not null,
    kind              text        not null check (kind in ('ACCEPTED', 'DECLINED')),
    given_at          timestamptz not null,
    given_by          uuid,
    through           text        not null check (through in ('MEMBER', 'LINK')),
    declined          text check (declined in ('person_said_no', 'not_reached', 'no_place', 'not_our_remit', 'not_eligible', 'other_case')),
    written_decision  boolean,
    decided_on        date,
    primary key (offer_id, late),
    foreign key (offer_id, from_organisation, to_organisation) references handover.offer (id, from_organisation, to_organisation),
    check ((kind = 'DECLINED') = (declined is not null)),
    check (not late or kind = 'DECLINED'),
    check (decided_on is null or written_decision is true),
    check (written_decision is not true or decided_on is not null),
    check (through = 'LINK' or given_by is not null)
);

-- What was written, to whom: why something is offered, questions and replies, reasons. Each text has a key of its own.
create table handover.note
(
    id         uuid primary key,
    offer_id   uuid        not null references handover.offer,
    kind       text        not null check (kind in ('WHY', 'QUESTION', 'REPLY', 'DECLINE', 'LATE_DECLINE', 'WITHDRAWAL', 'ESCALATION')),
    replies_to uuid references handover.note,
    written_by uuid        not null references organisations.organisation,
    member     uuid,
    read_by    uuid        not null references organisations.organisation,
    written_at timestamptz not null,
    shut_at    timestamptz,
    data_key   bytea,
    sealed     bytea,
    check ((kind = 'REPLY') = (replies_to is not null)),
    check ((data_key is null) = (sealed is null))
);
comment on column handover.note.shut_at is 'since when the reader no longer sees it: the offer ended without their acceptance';
comment on column handover.note.data_key is 'the text''s own key, wrapped; null once the text has been destroyed';
create index on handover.note (offer_id);
create unique index one_reply_to_a_question on handover.note (replies_to);

-- Silence carried to an office: an entry that somebody there must answer.
create table handover.escalation
(
    id                uuid primary key,
    offer_id          uuid        not null,
    from_organisation uuid        not null,
    to_organisation   uuid        not null,
    level             text        not null check (level in ('REGION', 'NATION')),
    organisation      uuid        not null references organisations.organisation,
    raised_at         timestamptz not null,
    answer_by         timestamptz not null,
    answered_at       timestamptz,
    answered_by       uuid,
    answer            text check (answer in ('TAKEN_OVER', 'FOUND_ANOTHER', 'RETURNED', 'SETTLED')),
    other             uuid references organisations.organisation,
    foreign key (offer_id, from_organisation, to_organisation) references handover.offer (id, from_organisation, to_organisation),
    unique (offer_id, level),
    check ((answered_at is null) = (answer is null)),
    check ((answer is not distinct from 'FOUND_ANOTHER') = (other is not null))
);
comment on column handover.escalation.answer is 'SETTLED: the offer came to its end before the office answered';
create index on handover.escalation (organisation, answer_by, id) where answered_at is null;

-- A way in for a receiver without an account: an address that is mailed, and a code that is told on the telephone.
create table handover.link
(
    id                uuid primary key,
    offer_id          uuid        not null,
    from_organisation uuid        not null,
    to_organisation   uuid        not null,
    secret_hash       text        not null unique,
    proof             text        not null,
    made_at           timestamptz not null,
    made_by           uuid        not null,
    expires_at        timestamptz not null,
    failures          smallint    not null default 0,
    opened_at         timestamptz,
    closed_at         timestamptz,
    foreign key (offer_id, from_organisation, to_organisation) references handover.offer (id, from_organisation, to_organisation)
);
comment on column handover.link.proof is 'hash of the address and the code together: with the database alone no code can be guessed';
create unique index one_link_at_a_time on handover.link (offer_id) where closed_at is null;

-- Who has come through a link sees the one offer it leads to and no other of the same receiver.
create function handover.only_offer() returns uuid stable parallel safe language sql
return nullif(current_setting('ledfyr.only_offer', true), '')::uuid;

do $$
declare t text;
begin
    foreach t in array array ['offer', 'answer', 'note', 'escalation', 'link'] loop
        execute format('alter table handover.%I enable row level security', t);
        execute format('alter table handover.%I force row level security', t);
        execute format('create policy owner_settles on handover.%I for all to ledfyr_owner using (true) with check (true)', t);
    end loop;
    foreach t in array array ['answer', 'note', 'escalation', 'link'] loop
        execute format('create policy only_the_linked_offer on handover.%I as restrictive for all to ledfyr_app
                            using ((select handover.only_offer()) is null or offer_id = (select handover.only_offer()))', t);
    end loop;
end
$$;

create policy only_the_linked_offer on handover.offer as restrictive for all to ledfyr_app
    using ((select handover.only_offer()) is null or id = (select handover.only_offer()));
create policy ends_and_offices on handover.offer for select to ledfyr_app
    using (from_organisation = (select access.acting_organisation()) or to_organisation = (select access.acting_organisation())
           or region_office = (select access.acting_organisation()) or national_office = (select access.acting_organisation()));
create policy own_offers on handover.offer for insert to ledfyr_app
    with check (from_organisation = (select access.acting_organisation()) and state = 'OPEN' and stage = 'WAITING'
                and region_office is null and national_office is null);
create policy ends_and_offices_move on handover.offer for update to ledfyr_app
    using (from_organisation = (select access.acting_organisation()) or to_organisation = (select access.acting_organisation())
           or region_office = (select access.acting_organisation()) or national_office = (select access.acting_organisation()))
    with check (true);

create policy both_ends on handover.answer for select to ledfyr_app
    using (from_organisation = (select access.acting_organisation()) or to_organisation = (select access.acting_organisation()));
create policy receiver_answers on handover.answer for insert to ledfyr_app
    with check (to_organisation = (select access.acting_organisation())
                and given_by is not distinct from (select access.acting_member()));

create policy writer_and_reader on handover.note for select to ledfyr_app
    using (written_by = (select access.acting_organisation())
           or (read_by = (select access.acting_organisation()) and shut_at is null));
create policy in_ones_own_name on handover.note for insert to ledfyr_app
    with check (written_by = (select access.acting_organisation()) and shut_at is null
                and member is not distinct from (select access.acting_member())
                and exists (select from handover.offer o where o.id = offer_id));

create policy office_and_sender on handover.escalation for select to ledfyr_app
    using (organisation = (select access.acting_organisation()) or from_organisation = (select access.acting_organisation()));
create policy clock_of_the_sender_raises on handover.escalation for insert to ledfyr_app
    with check (from_organisation = (select access.acting_organisation()) and (select access.acting_member()) is null
                and answered_at is null);
create policy office_answers on handover.escalation for update to ledfyr_app
    using (organisation = (select access.acting_organisation()) and answered_at is null)
    with check (organisation = (select access.acting_organisation()) and answer <> 'SETTLED');

create policy sender on handover.link for select to ledfyr_app
    using (from_organisation = (select access.acting_organisation()));
create policy sender_makes on handover.link for insert to ledfyr_app
    with check (from_organisation = (select access.acting_organisation()) and made_by = (select access.acting_member())
                and failures = 0 and opened_at is null);
create policy sender_closes on handover.link for update to ledfyr_app
    using (from_organisation = (select access.acting_organisation()))
    with check (from_organisation = (select access.acting_organisation()));

-- Who may take which step. The application asks first and says so in words; here it is certain. The clock acts for the
-- sender with nobody bound.
create function handover.guard_step() returns trigger language plpgsql set search_path = ''
as $$
declare
    me       constant uuid    := access.acting_organisation();
    clock    constant boolean := access.acting_member() is null;
    sender   constant boolean := me = old.from_organisation;
    receiver constant boolean := me = old.to_organisation;
    office   constant boolean := coalesce(me = old.region_office, false) or coalesce(me = old.national_office, false);
    carried  constant boolean := old.stage in ('REGION', 'NATION');
    lawful   boolean;
begin
    if current_user = 'ledfyr_owner' then
        return new;
    end if;
    if new.state <> 'OPEN' and old.state = 'OPEN' and
       (new.closed_by_organisation is distinct from me or new.closed_by_member is distinct from access.acting_member()
        or new.stage <> old.stage) then
        raise exception 'An offer is ended in the name of who ends it';
    end if;
    lawful := case
        when old.state = 'OPEN' and new.state = 'OPEN' then
            sender and clock and (old.stage, new.stage) in
                (('WAITING', 'REMINDED'), ('WAITING', 'REGION'), ('WAITING', 'NATION'), ('REMINDED', 'REGION'),
                 ('REMINDED', 'NATION'), ('REGION', 'NATION'))
        when old.state = 'OPEN' and new.state = 'ACCEPTED' then receiver or (office and not sender)
        when old.state = 'OPEN' and new.state = 'DECLINED' then receiver
        when old.state = 'OPEN' and new.state = 'WITHDRAWN' then sender and not clock
        when old.state = 'OPEN' and new.state = 'EXPIRED' then
            (sender and not clock and carried) or (sender and clock and old.stage = 'NATION') or office
        when new.state = old.state then
            receiver and old.late_answer_at is null and new.late_answer_at is not null
            and (old.state = 'EXPIRED' or (old.state = 'ACCEPTED' and old.closed_by_organisation <> me))
        else false
    end;
    if lawful is not true then
        raise exception 'No such step from here';
    end if;
    return new;
end
$$;
create trigger guard_step before update on handover.offer for each row execute function handover.guard_step();

-- What ends with an offer, whoever ended it: the leave to take over, clocks at both ends, what was sent along and written
-- for a receiver who did not accept, the way in through a link, and entries that offices have not answered.
create function handover.settle() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    if new.state <> 'ACCEPTED' then
        delete from casework.release r where r.offer_id = new.id;
        delete from needs.release r where r.offer_id = new.id;
    end if;
    if new.state <> 'ACCEPTED' or new.closed_by_organisation <> new.to_organisation then
        update handover.note n set shut_at = new.closed_at
        where n.offer_id = new.id and n.read_by = new.to_organisation and n.shut_at is null;
        update people.parcel p set data_key = null, sealed = null, sealed_identity = null, closed_at = new.closed_at
        where p.id = new.parcel_id and p.closed_at is null and p.adopted_at is null;
    end if;
    update deadlines.clock c set stage = 'STOPPED', next_at = null, done_at = new.closed_at
    where c.subject = new.id and c.subject_kind = 'OFFER' and c.stage in ('RUNNING', 'REMINDED');
    update deadlines.clock c set done_at = new.closed_at
    where c.subject = new.id and c.subject_kind = 'OFFER' and c.stage = 'DUE' and c.done_at is null;
    update handover.link l set closed_at = new.closed_at where l.offer_id = new.id and l.closed_at is null;
    update handover.escalation e set answered_at = new.closed_at, answer = 'SETTLED'
    where e.offer_id = new.id and e.answered_at is null;
    return null;
end
$$;
-- Who offered gets a letter when somebody else has ended it, and each end when the other has written.
create policy owner_finds_whom_to_write_to on organisations.member for select to ledfyr_owner using (true);
create policy owner_writes on deadlines.letter for insert to ledfyr_owner with check (true);

create function handover.write_letter(organisation uuid, member uuid, text_key text, offer uuid, moment timestamptz) returns void
    language sql security definer set search_path = ''
as $$
insert into deadlines.letter (id, organisation, member, text_key, reference, path, made_at, next_try_at)
select gen_random_uuid(), m.organisation, m.id, text_key, upper(left(offer::text, 8)), '/handovers/' || offer, moment, moment
from organisations.member m
where m.id = member and m.organisation = write_letter.organisation and m.disabled_at is null
$$;

create function handover.tell_the_sender() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    if new.closed_by_organisation <> new.from_organisation or new.closed_by_member is null then
        perform handover.write_letter(new.from_organisation, new.offered_by, 'handover.letter.answered', new.id, new.closed_at);
    end if;
    return null;
end
$$;
create trigger tell_the_sender after update of state on handover.offer for each row
    when (old.state = 'OPEN' and new.state <> 'OPEN') execute function handover.tell_the_sender();

create function handover.tell_the_reader() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    perform handover.write_letter(new.read_by,
                                  case new.kind when 'QUESTION' then (select o.offered_by from handover.offer o where o.id = new.offer_id)
                                                else (select q.member from handover.note q where q.id = new.replies_to) end,
                                  'handover.letter.written', new.offer_id, new.written_at);
    return null;
end
$$;
create trigger tell_the_reader after insert on handover.note for each row
    when (new.kind in ('QUESTION', 'REPLY')) execute function handover.tell_the_reader();

create trigger settle after update of state on handover.offer for each row
    when (old.state = 'OPEN' and new.state <> 'OPEN') execute function handover.settle();

-- One try at a link. A wrong code counts; after five the link is dead. What comes back is empty for a link that does not
-- exist, is too old, was used or is dead, and for a wrong code: the one who tries cannot tell which.
create function handover.try_link(secret text, proof_given text, tried_at timestamptz)
    returns table (offer uuid, sender uuid, receiver uuid, opened boolean)
    language plpgsql security definer set search_path = ''
as $$
declare
    found_link handover.link;
begin
    select * into found_link from handover.link l where l.secret_hash = secret for update;
    if found_link.id is null or found_link.closed_at is not null or found_link.opened_at is not null
        or found_link.expires_at <= tried_at then
        return;
    end if;
    if found_link.proof = proof_given then
        update handover.link l set opened_at = tried_at where l.id = found_link.id;
    else
        update handover.link l
        set failures = l.failures + 1, closed_at = case when l.failures + 1 >= 5 then tried_at end
        where l.id = found_link.id;
    end if;
    return query select found_link.offer_id, found_link.from_organisation, found_link.to_organisation, found_link.proof = proof_given;
end
$$;

-- What is offered can come to its end, or into other hands, while it is offered. Then there is nothing left to accept.
-- And what was accepted comes to its end some day: that is the receipt for whoever gave it away.
create function handover.follow_the_case() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    update handover.offer o
    set state = 'WITHDRAWN', closed_at = coalesce(new.closed_at, now()), closed_by_organisation = o.from_organisation
    where o.case_id = new.id and o.need_id is null and o.state = 'OPEN' and new.state = 'CLOSED';
    update handover.offer o set ended_at = new.closed_at, outcome = new.outcome
    where o.case_id = new.id and o.need_id is null and o.state = 'ACCEPTED';
    return null;
end
$$;
create trigger offers_follow after update of state on casework.case_file for each row
    when (old.state <> new.state) execute function handover.follow_the_case();

create function handover.follow_the_need() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    update handover.offer o
    set state = 'WITHDRAWN', closed_at = coalesce(new.settled_at, now()), closed_by_organisation = o.from_organisation
    where o.need_id = new.id and o.state = 'OPEN'
      and (new.state <> 'OPEN'
           -- The one who takes it over because of this very offer ends the offer by accepting it.
           or new.owed_by not in (o.from_organisation, o.to_organisation)
              and new.owed_by is distinct from o.region_office and new.owed_by is distinct from o.national_office);
    update handover.offer o
    set ended_at = new.settled_at, outcome = case when new.state <> 'OPEN' then new.state end
    where o.need_id = new.id and o.state = 'ACCEPTED';
    return null;
end
$$;
create trigger offers_follow after update of state, owed_by on needs.need for each row
    when (old.state <> new.state or old.owed_by <> new.owed_by) execute function handover.follow_the_need();

-- When a person is erased, what their keeper and others wrote to each other about them is destroyed with them.
create function handover.forget() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    update handover.note n set data_key = null, sealed = null
    where n.offer_id in (select o.id
                         from handover.offer o
                         where o.from_organisation = new.organisation
                           and (o.case_id in (select d.case_id from casework.dossier d
                                              where d.person_id = new.id and d.organisation = new.organisation)
                                or o.need_id in (select f.need_id from needs.own_file f where f.person_id = new.id)));
    return null;
end
$$;
create trigger forget_what_was_written after update of erased_at on people.person for each row
    when (old.erased_at is null and new.erased_at is not null) execute function handover.forget();

revoke execute on function handover.settle(), handover.guard_step(), handover.follow_the_case(),
    handover.follow_the_need(), handover.tell_the_sender(), handover.tell_the_reader(),
    handover.write_letter(uuid, uuid, text, uuid, timestamptz) from public;
revoke execute on function handover.try_link(text, text, timestamptz), handover.forget() from public;
grant execute on function handover.try_link(text, text, timestamptz) to ledfyr_app;

grant usage on schema handover to ledfyr_app, ledfyr_statistics;
grant usage on schema handover_api to ledfyr_app, ledfyr_statistics;
grant select, insert on handover.offer, handover.answer, handover.note, handover.escalation, handover.link to ledfyr_app;
grant update (state, stage, next_by, region_office, national_office, closed_at, closed_by_organisation, closed_by_member,
              late_answer_at) on handover.offer to ledfyr_app;
grant update (answered_at, answered_by, answer, other) on handover.escalation to ledfyr_app;
grant update (closed_at) on handover.link to ledfyr_app;

-- The country's view: where offers wait, how they end and why, without anybody's identity and without what was written.
create policy national_facts on handover.offer for select to ledfyr_statistics using ((select access.reads_national_facts()));
create policy national_facts on handover.answer for select to ledfyr_statistics using ((select access.reads_national_facts()));
create policy national_facts on handover.escalation for select to ledfyr_statistics using ((select access.reads_national_facts()));
grant select (id, from_organisation, to_organisation, case_id, need_id, need_type, acute, route, region, municipality_code,
              offered_at, answer_by, state, stage, closed_at, closed_by_organisation, late_answer_at, ended_at, outcome)
    on handover.offer to ledfyr_statistics;
grant select (offer_id, late, kind, given_at, declined, written_decision) on handover.answer to ledfyr_statistics;
grant select (offer_id, level, organisation, raised_at, answered_at, answer) on handover.escalation to ledfyr_statistics;

create view handover_api.offer_course with (security_invoker = true) as
select o.id,
       o.case_id,
       o.need_id,
       o.need_type,
       o.acute,
       o.route,
       o.region,
       o.municipality_code,
       f.kind              as from_kind,
       t.kind              as to_kind,
       t.municipality_code as to_municipality,
       t.without_account   as to_without_account,
       c.kind              as closed_by_kind,
       o.offered_at,
       o.answer_by,
       o.state,
       o.stage,
       o.closed_at,
       o.ended_at,
       o.outcome,
       a.declined          as declined_reason,
       a.written_decision
from handover.offer o
         join organisations.organisation f on f.id = o.from_organisation
         join organisations.organisation t on t.id = o.to_organisation
         left join organisations.organisation c on c.id = o.closed_by_organisation
         left join handover.answer a on a.offer_id = o.id and not a.late;
grant select on handover_api.offer_course to ledfyr_app, ledfyr_statistics;
