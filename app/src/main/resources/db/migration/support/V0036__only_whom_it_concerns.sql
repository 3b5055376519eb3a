-- An own file is the office's way to the person of an application, and there is one of each. Anybody who knew the random id of
-- an application could take that place, and the office could then not decide. Only the office it was sent to has one.
create policy only_the_office on support.own_file as restrictive for insert to ledfyr_app
    with check (exists (select from support.application a
                        where a.id = application_id and a.to_organisation = (select access.acting_organisation())));

-- A case has one open application at a time, and what was sent along ends with it. Neither may be somebody else's: that would
-- keep whoever holds the case from applying, and destroy what others sent.
create policy about_ones_own_case on support.application as restrictive for insert to ledfyr_app
    with check ((case_id is null or exists (select from casework.dossier d
                                            where d.case_id = application.case_id
                                              and d.organisation = (select access.acting_organisation())))
                and (parcel_id is null or exists (select from people.parcel p
                                                  where p.id = application.parcel_id
                                                    and p.from_organisation = (select access.acting_organisation())
                                                    and p.to_organisation = application.to_organisation)));

-- What is written goes from one end to the other, not to somebody outside, who would be told by letter that there is something;
-- and a reply answers a question of the same application, or it would take the place of the one that was asked for.
create policy from_end_to_end on support.note as restrictive for insert to ledfyr_app
    with check (exists (select from support.application a
                        where a.id = application_id and read_by in (a.from_organisation, a.to_organisation)
                          and written_by in (a.from_organisation, a.to_organisation)));
alter table support.note add constraint note_of_an_application unique (id, application_id);
alter table support.note add constraint answers_within_the_application foreign key (replies_to, application_id)
    references support.note (id, application_id);
