-- What is sent along with an application is destroyed when it ends without an admission. It must be what the own office sent to
-- that operator: whoever knew the random id of another's parcel could end it. And only an organisation that carries out returns
-- is asked to.
create policy sent_by_oneself on returns.application as restrictive for insert to ledfyr_app
    with check ((operator is null or exists (select from organisations.organisation o
                                             where o.id = application.operator and o.kind = 'RETURN_OPERATOR'))
                and (parcel_id is null or exists (select from people.parcel p
                                                  where p.id = application.parcel_id
                                                    and p.from_organisation = (select access.acting_organisation())
                                                    and p.to_organisation = application.operator)));

-- What is noted about the course is noted in the name of whoever does it.
do $$
declare t text;
begin
    foreach t in array array ['measure', 'escort', 'exit_step', 'cost_line'] loop
        execute format('create policy noted_in_ones_own_name on returns.%I as restrictive for insert to ledfyr_app
                            with check (noted_in = (select access.acting_organisation()))', t);
    end loop;
end
$$;
