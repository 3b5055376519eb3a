-- How often somebody may try a code from one address, whichever node they come to: ten at once, then one every thirty seconds.
-- The address itself is not kept, only a hash of it, and that for an hour after the last try. Losing the table in a crash
-- harms nobody: the link itself dies after five wrong codes.
create unlogged table handover.guest_try
(
    address_hash text primary key check (address_hash ~ '^[0-9a-f]{64}$'),
    left_over    numeric     not null check (left_over between 0 and 10),
    at           timestamptz not null
);
create index on handover.guest_try (at);
alter table handover.guest_try enable row level security;
alter table handover.guest_try force row level security;
create policy owner_counts on handover.guest_try for all to ledfyr_owner using (true) with check (true);

-- One try; whether it may be made.
create function handover.may_try(hash text, moment timestamptz) returns boolean
    language plpgsql volatile security definer set search_path = ''
as $$
declare
    so_far numeric;
begin
    delete from handover.guest_try t
    where t.address_hash in (select o.address_hash from handover.guest_try o
                             where o.at < moment - interval '1 hour' order by o.at limit 100 for update skip locked);
    insert into handover.guest_try (address_hash, left_over, at) values (hash, 10, moment)
    on conflict (address_hash) do update
        set left_over = least(10, guest_try.left_over
                                  + greatest(extract(epoch from excluded.at - guest_try.at), 0) / 30),
            at = excluded.at
    returning left_over into so_far;
    if so_far < 1 then
        return false;
    end if;
    update handover.guest_try t set left_over = so_far - 1 where t.address_hash = hash;
    return true;
end
$$;
revoke execute on function handover.may_try(text, timestamptz) from public;
grant execute on function handover.may_try(text, timestamptz) to ledfyr_app;
