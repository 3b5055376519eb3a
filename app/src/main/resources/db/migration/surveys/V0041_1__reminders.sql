-- The platform reminds those of its members that have sent nothing for a year. The letter says which year and nothing else.
create table surveys.reminder
(
    platform     uuid        not null references organisations.organisation,
    organisation uuid        not null references organisations.organisation,
    year         smallint    not null,
    reminded_at  timestamptz not null,
    reminded_by  uuid,
    primary key (organisation, year, reminded_at)
);
alter table surveys.reminder enable row level security;
alter table surveys.reminder force row level security;
create policy both_ends on surveys.reminder for select to ledfyr_app
    using ((select access.acting_organisation()) in (organisation, platform));
create policy owner_reminds on surveys.reminder for all to ledfyr_owner using (true) with check (true);
grant select on surveys.reminder to ledfyr_app;

do $$
declare t text;
begin
    foreach t in array array ['participant', 'contact', 'informal_note'] loop
        execute format('create policy owner_sees_who_has_answered on surveys.%I for select to ledfyr_owner using (true)', t);
    end loop;
end
$$;

-- Writes to everybody who works with people at a member that has sent nothing, and at most once a day to each member.
create function surveys.remind(of_year int, moment timestamptz) returns int
    language plpgsql volatile security definer set search_path = ''
as $$
declare
    acting   uuid := access.acting_organisation();
    reminded int  := 0;
    silent   uuid;
begin
    if not exists (select from organisations.organisation o where o.id = acting and o.kind = 'CIVIL_PLATFORM') then
        return 0;
    end if;
    for silent in
        select p.organisation from surveys.participant p
        where p.platform = acting and p.left_at is null
          and not exists (select from surveys.contact c
                          where c.organisation = p.organisation and c.year = of_year and c.state = 'SENT' and c.struck_at is null)
          and not exists (select from surveys.informal_note n
                          where n.organisation = p.organisation and n.year = of_year and n.state = 'SENT' and n.struck_at is null)
          and not exists (select from surveys.reminder r
                          where r.organisation = p.organisation and r.year = of_year and r.reminded_at > moment - interval '1 day')
    loop
        insert into surveys.reminder (platform, organisation, year, reminded_at, reminded_by)
        values (acting, silent, of_year, moment, access.acting_member());
        perform deadlines.write_letter(silent, m.id, null, 'contacts.letter.reminder', of_year::text, '/contacts?year=' || of_year, moment)
        from organisations.member m
        where m.organisation = silent and m.disabled_at is null and m.roles && array ['CASEWORKER', 'COORDINATOR', 'LEAD'];
        reminded := reminded + 1;
    end loop;
    return reminded;
end
$$;

-- Names of group cases one can choose: the own ones, and those that two members at least use already.
create function surveys.group_cases(of_year int) returns setof text
    language sql stable security definer set search_path = ''
as $$
select c.group_case
from surveys.contact c
where c.group_case is not null and c.struck_at is null and c.year between of_year - 1 and of_year
  and c.id <> all (surveys.hidden_contacts())
  and (c.organisation = access.acting_organisation()
       or c.state = 'SENT' and exists (select from surveys.participant p join surveys.participant o on o.platform = p.platform
                                       where p.organisation = access.acting_organisation() and p.left_at is null
                                         and o.organisation = c.organisation))
group by c.group_case
having bool_or(c.organisation = access.acting_organisation()) or count(distinct c.organisation) >= 2
$$;
revoke execute on function surveys.remind(int, timestamptz), surveys.group_cases(int) from public;
grant execute on function surveys.remind(int, timestamptz), surveys.group_cases(int) to ledfyr_app;
