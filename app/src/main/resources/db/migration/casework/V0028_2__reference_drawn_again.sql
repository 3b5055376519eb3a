-- A reference that somebody has already is drawn again, instead of refusing to open the case.
alter function casework.new_reference() rename to draw_reference;
create function casework.new_reference() returns text volatile language plpgsql security definer set search_path = ''
as $$
declare
    drawn text;
begin
    loop
        drawn := casework.draw_reference();
        exit when not exists (select from casework.case_file c where c.reference = drawn);
    end loop;
    return drawn;
end
$$;
alter table casework.case_file alter column reference set default casework.new_reference();
revoke execute on function casework.new_reference(), casework.draw_reference() from public;
