-- Who took over from silence or a no got the duty and nobody's name. What the one before tells them afterwards passes the gate
-- like everything that is shared; here stands to which offer it belongs.
create table handover.told_afterwards
(
    parcel_id         uuid primary key references people.parcel,
    offer_id          uuid        not null,
    from_organisation uuid        not null,
    to_organisation   uuid        not null references organisations.organisation,
    told_at           timestamptz not null,
    told_by           uuid        not null,
    foreign key (offer_id) references handover.offer (id),
    check (from_organisation <> to_organisation)
);
create index on handover.told_afterwards (offer_id);

alter table handover.told_afterwards enable row level security;
alter table handover.told_afterwards force row level security;
create policy owner_acts on handover.told_afterwards for all to ledfyr_owner using (true) with check (true);
create policy only_the_linked_offer on handover.told_afterwards as restrictive for all to ledfyr_app
    using ((select handover.only_offer()) is null);
create policy who_told on handover.told_afterwards for select to ledfyr_app
    using (from_organisation = (select access.acting_organisation()));
-- What was taken back or destroyed is gone for the one it was meant for.
create policy who_is_told on handover.told_afterwards for select to ledfyr_app
    using (to_organisation = (select access.acting_organisation())
           and exists (select from people.parcel p where p.id = parcel_id));
create policy who_gave_it_away_tells on handover.told_afterwards for insert to ledfyr_app
    with check (from_organisation = (select access.acting_organisation()) and told_by = (select access.acting_member())
                and exists (select from handover.offer o
                            where o.id = offer_id and o.state = 'ACCEPTED'
                              and o.from_organisation = told_afterwards.from_organisation
                              and o.closed_by_organisation = told_afterwards.to_organisation)
                and exists (select from people.parcel p
                            where p.id = parcel_id and p.from_organisation = told_afterwards.from_organisation
                              and p.to_organisation = told_afterwards.to_organisation));
select people.hide_sealed('handover.told_afterwards');
grant select, insert on handover.told_afterwards to ledfyr_app;

-- Whoever took over gets a letter that there is something to read.
create function handover.tell_the_taker() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    perform handover.write_letter(new.to_organisation, o.closed_by_member, 'handover.letter.told', o.id, new.told_at)
    from handover.offer o where o.id = new.offer_id;
    return null;
end
$$;
create trigger tell_the_taker after insert on handover.told_afterwards for each row execute function handover.tell_the_taker();
revoke execute on function handover.tell_the_taker() from public;

