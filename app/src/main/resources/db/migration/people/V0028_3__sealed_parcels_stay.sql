-- Closing a parcel acts as the owner and would destroy for a colleague what is sealed from them. Knowing its identifier is no way
-- round the seal.
create or replace function people.close_parcel(which uuid, moment timestamptz) returns boolean
    language plpgsql security definer set search_path = ''
as $$
begin
    if which = any (people.hidden_things()) then
        return false;
    end if;
    update people.parcel p
       set data_key = null, sealed = null, sealed_identity = null, closed_at = moment
     where p.id = which
       and p.closed_at is null
       and (p.from_organisation = (select access.acting_organisation()) and p.adopted_at is null
            or p.to_organisation = (select access.acting_organisation()));
    return found;
end
$$;
