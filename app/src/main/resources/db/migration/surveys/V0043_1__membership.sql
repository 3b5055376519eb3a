-- When organisations were members of the platform: one row from the day somebody joined to the last day. Whoever comes back
-- has another row and keeps the label, so that a history of years is never rewritten.
create table surveys.membership
(
    organisation uuid        not null references surveys.participant,
    platform     uuid        not null references organisations.organisation,
    from_day     date        not null,
    to_day       date,
    noted_at     timestamptz not null,
    noted_by     uuid,
    ended_at     timestamptz,
    ended_by     uuid,
    primary key (organisation, from_day),
    check (to_day >= from_day),
    check ((to_day is null) = (ended_at is null)),
    constraint one_membership_at_a_time exclude using gist (organisation with =, daterange(from_day, to_day, '[]') with &&)
);

insert into surveys.membership (organisation, platform, from_day, to_day, noted_at, noted_by, ended_at)
select organisation, platform, (joined_at at time zone 'Europe/Stockholm')::date,
       case when left_at is not null then (greatest(left_at, joined_at) at time zone 'Europe/Stockholm')::date end, joined_at, joined_by, left_at
from surveys.participant;

alter table surveys.membership enable row level security;
alter table surveys.membership force row level security;
create policy both_ends on surveys.membership for select to ledfyr_app
    using ((select access.acting_organisation()) in (organisation, platform));
-- Only for whom the platform itself has taken in.
create policy platform_notes on surveys.membership for insert to ledfyr_app
    with check (platform = (select access.acting_organisation())
                and exists (select from surveys.participant p
                            where p.organisation = membership.organisation and p.platform = membership.platform));
create policy platform_ends on surveys.membership for update to ledfyr_app
    using (platform = (select access.acting_organisation())) with check (platform = (select access.acting_organisation()));

create policy owner_notes on surveys.membership for all to ledfyr_owner using (true) with check (true);

-- Nobody is a member without a day from which.
create function surveys.note_membership() returns trigger
    language plpgsql security definer set search_path = ''
as $$
begin
    insert into surveys.membership (organisation, platform, from_day, noted_at, noted_by)
    values (new.organisation, new.platform, (new.joined_at at time zone 'Europe/Stockholm')::date, now(), new.joined_by);
    return new;
end
$$;
revoke execute on function surveys.note_membership() from public;
create trigger note_membership after insert on surveys.participant for each row execute function surveys.note_membership();

grant select, insert on surveys.membership to ledfyr_app;
grant update (to_day, ended_at, ended_by) on surveys.membership to ledfyr_app;
