-- What functions of other modules may do with parcels and ask about sealed cases. Nobody but the owner can.

-- A parcel that nobody will take is destroyed. Nothing happens to one that was adopted or is closed already.
create function people.destroy_parcel(which uuid, moment timestamptz) returns void
    language sql security definer set search_path = ''
as $$
update people.parcel p set data_key = null, sealed = null, sealed_identity = null, closed_at = moment
where p.id = which and p.closed_at is null and p.adopted_at is null
$$;

-- For whom alone in an organisation a sealed case is there; null where it is not sealed.
create function people.insiders_of_case(the_case uuid, in_organisation uuid) returns uuid[]
    language sql stable security definer set search_path = ''
as $$
select (select coalesce(array_agg(i.member), '{}') from emergency.insider i where i.person_id = s.person_id and i.until is null)
from casework.dossier d
         join emergency.seal s on s.person_id = d.person_id and s.organisation = d.organisation and s.lifted_at is null
where d.case_id = the_case and d.organisation = in_organisation
$$;

-- Whether somebody has been told a group of information about a person of theirs by another organisation, and took it in.
create function people.was_told(person uuid, by_organisation uuid, what text) returns boolean
    language sql stable security definer set search_path = ''
as $$
select exists (select from people.parcel_person e
                        join people.parcel p on p.id = e.parcel_id and p.to_organisation = e.organisation
               where e.person_id = person and p.from_organisation = by_organisation and p.adopted_at is not null
                 and what = any (p.groups))
$$;

revoke execute on function people.destroy_parcel(uuid, timestamptz), people.insiders_of_case(uuid, uuid),
    people.was_told(uuid, uuid, text) from public;
