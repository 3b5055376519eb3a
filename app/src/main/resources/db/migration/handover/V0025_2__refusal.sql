-- A no is not the end of it either. Whoever offered has a time to ask somebody else or to take the no further; when nothing
-- happens, it goes to the office of the region by itself, and after that to the national coordination, as silence does.
alter table handover.offer
    add column declined_at timestamptz;
update handover.offer o set declined_at = o.closed_at where o.state = 'DECLINED';
comment on column handover.offer.declined_at is 'when the receiver said no in time; a no after the asking had gone elsewhere is in late_answer_at';
comment on column handover.offer.next_by is 'by when whoever has it now must have acted: the office it was carried to or, after a no, the sender';

do $$
declare c text;
begin
    for c in select conname from pg_catalog.pg_constraint
             where conrelid = 'handover.offer'::regclass and contype = 'c'
               and (pg_get_constraintdef(oid) like '%next_by%' or conname = 'offer_state_check')
    loop
        execute format('alter table handover.offer drop constraint %I', c);
    end loop;
end
$$;
alter table handover.offer
    add constraint offer_state_check check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'TAKEN_FURTHER', 'WITHDRAWN', 'EXPIRED')),
    add constraint somebody_has_until check (case when stage in ('REGION', 'NATION') then next_by is not null
                                                  else next_by is null or state = 'DECLINED' end),
    add constraint a_no_has_its_time check (case when state in ('DECLINED', 'TAKEN_FURTHER') then declined_at is not null
                                                 else declined_at is null or state = 'ACCEPTED' end),
    add constraint with_an_office check (state <> 'TAKEN_FURTHER' or stage in ('REGION', 'NATION')),
    add constraint one_no check (declined_at is null or late_answer_at is null);

-- What is taken further waits for an answer as what is open does: nobody else is asked meanwhile.
drop index handover.one_open_offer_of_a_case;
drop index handover.one_open_offer_of_a_need;
create unique index one_open_offer_of_a_case on handover.offer (case_id) where need_id is null and state in ('OPEN', 'TAKEN_FURTHER');
create unique index one_open_offer_of_a_need on handover.offer (need_id) where state in ('OPEN', 'TAKEN_FURTHER');
create index sent_and_waiting on handover.offer (from_organisation, answer_by, id) where state in ('OPEN', 'TAKEN_FURTHER');

alter table handover.escalation
    add column cause text not null default 'SILENCE' check (cause in ('SILENCE', 'NO'));
comment on column handover.escalation.cause is 'what was carried to the office: that nobody answered, or that somebody said no';
create policy sender_takes_a_no_further on handover.escalation for insert to ledfyr_app
    with check (from_organisation = (select access.acting_organisation()) and cause = 'NO' and answered_at is null
                and exists (select from handover.offer o where o.id = offer_id and o.state = 'TAKEN_FURTHER'));

-- An office that must find a way reads the coded reason of the no, whether it was decided in writing, and what the sender says
-- to the offices; nothing that was written between the two ends.
create policy offices_read_why_not on handover.answer for select to ledfyr_app
    using (not late and kind = 'DECLINED'
           and exists (select from handover.offer o
                       where o.id = offer_id and (o.region_office = (select access.acting_organisation())
                                                  or o.national_office = (select access.acting_organisation()))));
alter table handover.note drop constraint note_kind_check;
alter table handover.note add constraint note_kind_check
    check (kind in ('WHY', 'QUESTION', 'REPLY', 'DECLINE', 'LATE_DECLINE', 'WITHDRAWAL', 'ESCALATION', 'FURTHER'));
create policy offices_read_why_it_came on handover.note for select to ledfyr_app
    using (kind = 'FURTHER'
           and exists (select from handover.offer o
                       where o.id = offer_id and (o.region_office = (select access.acting_organisation())
                                                  or o.national_office = (select access.acting_organisation()))));

create or replace function handover.guard_step() returns trigger language plpgsql set search_path = ''
as $$
declare
    me       constant uuid    := access.acting_organisation();
    clock    constant boolean := access.acting_member() is null;
    sender   constant boolean := me = old.from_organisation;
    receiver constant boolean := me = old.to_organisation;
    office   constant boolean := coalesce(me = old.region_office, false) or coalesce(me = old.national_office, false);
    carried  constant boolean := old.stage in ('REGION', 'NATION');
    further  constant boolean := old.state = 'DECLINED' and new.state = 'TAKEN_FURTHER';
    says_no  constant boolean := old.state = 'OPEN' and new.state in ('DECLINED', 'TAKEN_FURTHER');
    lawful   boolean;
begin
    if current_user = 'ledfyr_owner' then
        return new;
    end if;
    if new.state <> old.state and not further and
       (new.closed_by_organisation is distinct from me or new.closed_by_member is distinct from access.acting_member()
        or new.stage <> old.stage) then
        raise exception 'An offer is ended in the name of who ends it';
    end if;
    if says_no <> (new.declined_at is distinct from old.declined_at) then
        raise exception 'A no has one time, which is that of the no';
    end if;
    lawful := case
        when old.state = 'OPEN' and new.state = 'OPEN' then
            sender and clock and (old.stage, new.stage) in
                (('WAITING', 'REMINDED'), ('WAITING', 'REGION'), ('WAITING', 'NATION'), ('REMINDED', 'REGION'),
                 ('REMINDED', 'NATION'), ('REGION', 'NATION'))
        when old.state = 'OPEN' and new.state = 'ACCEPTED' then receiver or (office and not sender)
        -- A no to what an office has already leaves it there; any other no gives the sender a time to act.
        when old.state = 'OPEN' and new.state = 'DECLINED' then receiver and not carried and new.next_by is not null
        when old.state = 'OPEN' and new.state = 'TAKEN_FURTHER' then receiver and carried
        when old.state = 'OPEN' and new.state = 'WITHDRAWN' then sender and not clock
        when old.state = 'OPEN' and new.state = 'EXPIRED' then
            (sender and not clock and carried) or (sender and clock and old.stage = 'NATION') or office
        when further then sender and not carried and old.next_by is not null
        when old.state = 'TAKEN_FURTHER' and new.state = 'TAKEN_FURTHER' then
            sender and clock and (old.stage, new.stage) = ('REGION', 'NATION')
        when old.state = 'TAKEN_FURTHER' and new.state = 'ACCEPTED' then office and not sender
        when old.state = 'TAKEN_FURTHER' and new.state = 'DECLINED' then
            (sender and not clock) or (sender and clock and old.stage = 'NATION') or office
        when new.state = old.state then
            receiver and old.late_answer_at is null and new.late_answer_at is not null
            and (old.state = 'EXPIRED'
                 or (old.state = 'ACCEPTED' and old.closed_by_organisation <> me and old.declined_at is null))
        else false
    end;
    if lawful is not true then
        raise exception 'No such step from here';
    end if;
    return new;
end
$$;

-- The leave that was given for an offer ends with it: all of it, or that of one who said no.
create function casework.end_release(offer uuid, addressee uuid default null) returns void
    language sql security definer set search_path = ''
as $$
delete from casework.release r where r.offer_id = offer and (addressee is null or r.to_organisation = addressee)
$$;
create function needs.end_release(offer uuid, addressee uuid default null) returns void
    language sql security definer set search_path = ''
as $$
delete from needs.release r where r.offer_id = offer and (addressee is null or r.to_organisation = addressee)
$$;
revoke execute on function casework.end_release(uuid, uuid), needs.end_release(uuid, uuid) from public;

-- What ends for the receiver who does not take it, and what ends for everybody.
create or replace function handover.settle() returns trigger
    language plpgsql security definer set search_path = ''
as $$
declare
    waits constant boolean := new.state = 'TAKEN_FURTHER';
begin
    if old.state = 'OPEN' and (new.state <> 'ACCEPTED' or new.closed_by_organisation <> new.to_organisation) then
        update handover.note n set shut_at = new.closed_at
        where n.offer_id = new.id and n.read_by = new.to_organisation and n.shut_at is null;
        perform people.destroy_parcel(new.parcel_id, new.closed_at);
        perform casework.end_release(new.id, new.to_organisation), needs.end_release(new.id, new.to_organisation);
    end if;
    update handover.link l set closed_at = new.closed_at where l.offer_id = new.id and l.closed_at is null;
    if waits then
        perform deadlines.stop_clocks('OFFER', new.id, new.closed_at,
                                      array ['offer_answer', 'offer_arrived', 'offer_to_answer', 'offer_declined']);
        return null;
    end if;
    if new.state <> 'ACCEPTED' then
        perform casework.end_release(new.id), needs.end_release(new.id);
    end if;
    perform deadlines.stop_clocks('OFFER', new.id, new.closed_at);
    update handover.escalation e set answered_at = new.closed_at, answer = 'SETTLED'
    where e.offer_id = new.id and e.answered_at is null;
    if old.state = 'OPEN' and new.state = 'DECLINED' and new.next_by is not null then
        perform deadlines.set_clock(new.from_organisation, 'offer_declined', 'OFFER', new.id, new.case_id, new.offered_by,
                                    '/handovers/' || new.id,
                                    case when new.next_by > new.closed_at then new.closed_at + (new.next_by - new.closed_at) / 2 end,
                                    new.next_by, new.closed_at);
    end if;
    return null;
end
$$;
drop trigger settle on handover.offer;
create trigger settle after update of state on handover.offer for each row
    when (old.state <> new.state) execute function handover.settle();

-- Letters are written by the house that keeps them. Where the case is sealed where the letter goes, only who it is there for
-- gets one: a letter about what is not there would say that it is.
drop trigger tell_the_sender on handover.offer;
drop trigger tell_the_reader on handover.note;
drop function handover.write_letter(uuid, uuid, text, uuid, timestamptz);
create function handover.write_letter(to_organisation uuid, to_member uuid, says text, offer uuid, moment timestamptz) returns void
    language sql security definer set search_path = ''
as $$
select deadlines.write_letter(to_organisation, to_member, people.insiders_of_case(o.case_id, to_organisation), says,
                              upper(left(o.id::text, 8)), '/handovers/' || o.id, moment)
from handover.offer o where o.id = offer
$$;
revoke execute on function handover.write_letter(uuid, uuid, text, uuid, timestamptz) from public;
create trigger tell_the_sender after update of state on handover.offer for each row
    when (old.state in ('OPEN', 'TAKEN_FURTHER') and old.state <> new.state) execute function handover.tell_the_sender();
create trigger tell_the_reader after insert on handover.note for each row
    when (new.kind in ('QUESTION', 'REPLY')) execute function handover.tell_the_reader();

-- Who asks somebody else has acted on the no before: nothing more goes to the office by itself. The same when there is
-- nothing left to ask for, or somebody else has it to ask for.
create function handover.lay_down(the_case uuid, the_need uuid, moment timestamptz) returns void
    language plpgsql security definer set search_path = ''
as $$
declare
    laid uuid;
begin
    for laid in update handover.offer o set next_by = null
                where (o.need_id = the_need or the_need is null and o.need_id is null and o.case_id = the_case)
                  and o.state = 'DECLINED' and o.stage in ('WAITING', 'REMINDED') and o.next_by is not null
                returning o.id
    loop
        perform deadlines.stop_clocks('OFFER', laid, moment, array ['offer_declined']);
    end loop;
end
$$;

create function handover.asks_again() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    perform handover.lay_down(new.case_id, new.need_id, new.offered_at);
    return null;
end
$$;
create trigger asks_again after insert on handover.offer for each row
    when (new.state = 'OPEN') execute function handover.asks_again();

create or replace function handover.follow_the_case() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    if new.state = 'CLOSED' then
        update handover.offer o
        set state = case o.state when 'OPEN' then 'WITHDRAWN' else 'DECLINED' end, closed_at = coalesce(new.closed_at, now()),
            closed_by_organisation = o.from_organisation, closed_by_member = null
        where o.case_id = new.id and o.need_id is null and o.state in ('OPEN', 'TAKEN_FURTHER');
        perform handover.lay_down(new.id, null, coalesce(new.closed_at, now()));
    end if;
    update handover.offer o set ended_at = new.closed_at, outcome = new.outcome
    where o.case_id = new.id and o.need_id is null and o.state = 'ACCEPTED';
    return null;
end
$$;

create or replace function handover.follow_the_need() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    update handover.offer o
    set state = case o.state when 'OPEN' then 'WITHDRAWN' else 'DECLINED' end, closed_at = coalesce(new.settled_at, now()),
        closed_by_organisation = o.from_organisation, closed_by_member = null
    where o.need_id = new.id and o.state in ('OPEN', 'TAKEN_FURTHER')
      and (new.state <> 'OPEN'
           -- The one who takes it over because of this very offer ends the offer by accepting it.
           or new.owed_by <> o.from_organisation and (o.state = 'TAKEN_FURTHER' or new.owed_by <> o.to_organisation)
              and new.owed_by is distinct from o.region_office and new.owed_by is distinct from o.national_office);
    if new.state <> 'OPEN' or new.owed_by <> old.owed_by then
        perform handover.lay_down(new.case_id, new.id, coalesce(new.settled_at, now()));
    end if;
    update handover.offer o
    set ended_at = new.settled_at, outcome = case when new.state <> 'OPEN' then new.state end
    where o.need_id = new.id and o.state = 'ACCEPTED';
    return null;
end
$$;

revoke execute on function handover.lay_down(uuid, uuid, timestamptz), handover.asks_again() from public;
grant update (declined_at) on handover.offer to ledfyr_app;

grant select (declined_at, next_by) on handover.offer to ledfyr_statistics;
grant select (cause, answer_by) on handover.escalation to ledfyr_statistics;

-- What the chairs view counts of it: few beside all offers that were ever made.
create index with_an_office on handover.offer (to_organisation) include (offered_at) where state = 'TAKEN_FURTHER';
create index left_at_a_no on handover.offer (to_organisation) include (offered_at)
    where state = 'DECLINED' and next_by is not null and stage in ('WAITING', 'REMINDED');
create index answered_lately on handover.escalation (answered_at) where answered_at is not null;
