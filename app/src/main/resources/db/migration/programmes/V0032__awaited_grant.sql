-- Admission to the return programme is often decided by another organisation than the office that keeps the grant. What the
-- office knows is laid ready here when it applies; whoever decides turns it into a grant, or leaves it, without seeing it.
create table programmes.awaited_grant
(
    id              uuid        not null,
    organisation    uuid        not null references organisations.organisation,
    decider         uuid references organisations.organisation,
    person_id       uuid        not null,
    registration_id uuid,
    role            text        not null check (role in ('exploited', 'accompanying_family_member', 'accompanying_child')),
    sex             text        not null,
    age_group       text        not null check (age_group in ('adult', 'child', 'unknown')),
    citizenship     text check (citizenship ~ '^[A-Z]{2}$'),
    return_country  text        not null check (return_country ~ '^[A-Z]{2}$'),
    group_case      text,
    applied_on      date,
    departed_on     date,
    grant_id        uuid,
    made_at         timestamptz not null,
    made_by         uuid,
    primary key (id, organisation),
    foreign key (person_id, organisation) references people.person (id, organisation),
    foreign key (registration_id, organisation) references casework.registration (id, organisation),
    foreign key (grant_id, organisation) references programmes.amp_grant (id, organisation),
    check ((role = 'exploited') = (registration_id is not null)),
    check (decider <> organisation)
);
comment on column programmes.awaited_grant.decider is 'who decides; null where the office writes down a decision that was told to it';
create index on programmes.awaited_grant (grant_id) where grant_id is not null;

alter table programmes.awaited_grant enable row level security;
alter table programmes.awaited_grant force row level security;
create policy own_organisation on programmes.awaited_grant for select to ledfyr_app
    using (organisation = (select access.acting_organisation()));
create policy own_organisation_adds on programmes.awaited_grant for insert to ledfyr_app
    with check (organisation = (select access.acting_organisation()) and grant_id is null);
create policy owner_acts on programmes.awaited_grant for all to ledfyr_owner using (true) with check (true);
select people.hide_sealed('programmes.awaited_grant');
grant select, insert on programmes.awaited_grant to ledfyr_app;

create policy owner_admits on programmes.amp_grant for insert to ledfyr_owner with check (true);
create policy owner_follows on programmes.amp_grant for update to ledfyr_owner using (true) with check (true);
create policy owner_keeps on programmes.amp_change for insert to ledfyr_owner with check (true);

-- Whether the acting organisation may move an awaited grant: the office that keeps it, where its member may see the person,
-- and whoever decides about it.
create function programmes.may_follow(kept_by uuid, decider uuid, person uuid) returns boolean
    language sql stable security definer set search_path = ''
as $$
select case when kept_by = (select access.acting_organisation()) then person <> all ((select people.hidden_from_me())::uuid[])
            else coalesce(decider = (select access.acting_organisation()), false) end
$$;

-- Admits. What is counted about somebody exploited is what their registration says on that day, so that grant and registration
-- agree. A grant that a file brought for the same registration and year is completed, never doubled.
create function programmes.admit(ids uuid[], day date, moment timestamptz) returns table (awaited uuid, admitted uuid)
    language plpgsql volatile security definer set search_path = ''
as $$
declare
    me constant uuid := access.acting_organisation();
begin
    update programmes.awaited_grant w
    set grant_id = g.id
    from programmes.amp_grant g
    where w.id = any (ids) and w.grant_id is null and coalesce(w.decider, w.organisation) = me
      and programmes.may_follow(w.organisation, w.decider, w.person_id)
      and g.organisation = w.organisation and g.registration_id = w.registration_id
      and g.year = extract(year from day) and g.withdrawn_at is null
      and not exists (select from programmes.awaited_grant o where o.grant_id = g.id and o.organisation = g.organisation);
    with fresh as materialized (
        select w.*, gen_random_uuid() as new_id
        from programmes.awaited_grant w
        where w.id = any (ids) and w.grant_id is null and coalesce(w.decider, w.organisation) = me
          and programmes.may_follow(w.organisation, w.decider, w.person_id)),
    made as (
        insert into programmes.amp_grant (id, organisation, person_id, registration_id, granted_on, sex, age_group, role, forms,
                                          citizenship, return_country, sectors, group_case, applied_on, departed_on,
                                          coordinator_region, created_at, created_by, changed_at)
        select f.new_id, f.organisation, f.person_id, f.registration_id, day, coalesce(r.sex, f.sex),
               coalesce(r.age_group, f.age_group), f.role, coalesce(r.forms, '{}'),
               case when r.id is null then f.citizenship else r.citizenship end, f.return_country,
               case when r.sector is null then '{}' else array [r.sector] end,
               case when r.id is null then f.group_case else r.event_code end, f.applied_on, f.departed_on, o.region,
               moment, case when f.organisation = me then access.acting_member() end, moment
        from fresh f
                 join organisations.organisation o on o.id = f.organisation
                 left join casework.registration r on r.id = f.registration_id and r.organisation = f.organisation)
    update programmes.awaited_grant w set grant_id = f.new_id from fresh f where w.id = f.id and w.organisation = f.organisation;
    return query select w.id, w.grant_id
                 from programmes.awaited_grant w
                 where w.id = any (ids) and w.grant_id is not null and coalesce(w.decider, w.organisation) = me;
end
$$;

-- What the course of a return changes in what is counted: the days, the country. Old values are kept with the reason; null
-- leaves a value as it is.
create function programmes.follow_return(ids uuid[], to_applied date, to_departed date, to_country text, why text, moment timestamptz)
    returns void
    language plpgsql volatile security definer set search_path = ''
as $$
begin
    update programmes.awaited_grant w
    set applied_on = coalesce(to_applied, w.applied_on), departed_on = coalesce(to_departed, w.departed_on),
        return_country = coalesce(to_country, w.return_country)
    where w.id = any (ids) and programmes.may_follow(w.organisation, w.decider, w.person_id);
    with moved as materialized (
        select g.id, g.organisation, g.version, f.field, f.before, f.after
        from programmes.awaited_grant w
                 join programmes.amp_grant g on g.id = w.grant_id and g.organisation = w.organisation and g.withdrawn_at is null
                 cross join lateral (values ('applied_on', g.applied_on::text, coalesce(to_applied, g.applied_on)::text),
                                            ('departed_on', g.departed_on::text, coalesce(to_departed, g.departed_on)::text),
                                            ('return_country', g.return_country, coalesce(to_country, g.return_country)))
                            as f (field, before, after)
        where w.id = any (ids) and f.before is distinct from f.after
          and programmes.may_follow(w.organisation, w.decider, w.person_id)),
    kept as (
        insert into programmes.amp_change (organisation, grant_id, version, kind, field, old_value, new_value, reason, changed_at,
                                           changed_by)
        select m.organisation, m.id, m.version + 1, 'CORRECTED', m.field, m.before, m.after, why, moment,
               case when m.organisation = access.acting_organisation() then access.acting_member() end
        from moved m)
    update programmes.amp_grant g
    set applied_on = coalesce(to_applied, g.applied_on), departed_on = coalesce(to_departed, g.departed_on),
        return_country = coalesce(to_country, g.return_country), version = g.version + 1, changed_at = moment
    from (select distinct m.id, m.organisation from moved m) m
    where g.id = m.id and g.organisation = m.organisation;
end
$$;

-- Takes admissions back that were written down by mistake. The grants stay, out of the figures, with the reason.
create function programmes.take_back(ids uuid[], why text, moment timestamptz) returns void
    language plpgsql volatile security definer set search_path = ''
as $$
begin
    with gone as (
        update programmes.amp_grant g
        set withdrawn_at = moment, withdrawn_reason = why, version = g.version + 1, changed_at = moment
        from programmes.awaited_grant w
        where w.id = any (ids) and g.id = w.grant_id and g.organisation = w.organisation and g.withdrawn_at is null
          and coalesce(w.decider, w.organisation) = (select access.acting_organisation())
          and programmes.may_follow(w.organisation, w.decider, w.person_id)
        returning g.id, g.organisation, g.version)
    insert into programmes.amp_change (organisation, grant_id, version, kind, field, reason, changed_at, changed_by)
    select o.organisation, o.id, o.version, 'WITHDRAWN', 'grant', why, moment,
           case when o.organisation = access.acting_organisation() then access.acting_member() end
    from gone o;
    update programmes.awaited_grant w set grant_id = null
    where w.id = any (ids) and coalesce(w.decider, w.organisation) = (select access.acting_organisation())
      and programmes.may_follow(w.organisation, w.decider, w.person_id);
end
$$;

revoke execute on function programmes.may_follow(uuid, uuid, uuid), programmes.admit(uuid[], date, timestamptz),
    programmes.follow_return(uuid[], date, date, text, text, timestamptz), programmes.take_back(uuid[], text, timestamptz) from public;
grant execute on function programmes.admit(uuid[], date, timestamptz),
    programmes.follow_return(uuid[], date, date, text, text, timestamptz), programmes.take_back(uuid[], text, timestamptz) to ledfyr_app;
