-- A column of the offer bears the name of a parameter and was taken for it: the letter was looked for at the wrong end, and nobody
-- got one.
create or replace function handover.write_letter(to_organisation uuid, to_member uuid, says text, offer uuid, moment timestamptz)
    returns void language sql security definer set search_path = ''
as $$
select deadlines.write_letter(write_letter.to_organisation, write_letter.to_member,
                              people.insiders_of_case(o.case_id, write_letter.to_organisation), write_letter.says,
                              upper(left(o.id::text, 8)), '/handovers/' || o.id, write_letter.moment)
from handover.offer o where o.id = write_letter.offer
$$;
