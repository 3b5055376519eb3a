-- A clock of whoever owed a need goes to whoever owes it now. Clocks are changed by the module that keeps them.
create or replace function needs.pass_duty(passed uuid, taker uuid, passed_at timestamptz) returns void
    language plpgsql security definer set search_path = ''
as $$
declare
    instant timestamptz;
    before uuid;
begin
    select greatest(passed_at, lower(d.during) + interval '1 microsecond'), d.organisation into strict instant, before
    from needs.duty d where d.need_id = passed and upper_inf(d.during);
    update needs.duty set during = tstzrange(lower(during), instant) where need_id = passed and upper_inf(during);
    insert into needs.duty (need_id, during, organisation) values (passed, tstzrange(instant, null), taker);
    update needs.need set owed_by = taker where id = passed;
    delete from needs.release where need_id = passed;
    perform deadlines.hand_on('NEED', passed, before, taker, null, passed_at);
end
$$;
