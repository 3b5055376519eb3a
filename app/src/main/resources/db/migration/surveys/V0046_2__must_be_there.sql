-- What names a sealed case, or a contact that came of one, was refused by the rule, and what names nothing by something else: whoever
-- knew an identifier could tell the two apart. Now both are refused in the same words. The name makes this the first that is looked at.
create policy must_be_there on surveys.contact_case as restrictive for insert to ledfyr_app
    with check (exists (select from casework.dossier d where d.case_id = contact_case.case_id));
create policy must_be_there on surveys.own_reference as restrictive for insert to ledfyr_app
    with check (exists (select from surveys.contact c where c.id = own_reference.contact_id));
create policy must_be_there on surveys.contact_change as restrictive for insert to ledfyr_app
    with check (exists (select from surveys.contact c where c.id = contact_change.contact_id));
