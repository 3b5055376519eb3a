package se.ledfyr.routes;

import java.util.UUID;
import se.ledfyr.installation.TestInstallation;

/// A reflection period and a permit of whoever the open case of the office Syd is about.
record PermitsOfSyd(String application, String permit) {

    static PermitsOfSyd make(ThingsOfSyd syd) {
        UUID application = UUID.randomUUID();
        UUID permit = UUID.randomUUID();
        insert("""
                insert into permits.application (id, by_organisation, office, applicant, region, helped, sex, applied_on, state,
                                                 decided_on, start_on, first_end_on, end_on, made_at, changed_at)
                select ?, h.organisation, h.organisation, 'social_board', 'syd', true, 'female', current_date, 'GRANTED',
                       current_date, current_date, current_date + 30, current_date + 30, now(), now()
                from casework.holding h where h.case_id = ?::uuid and h.ended is null
                """, application, syd.openCase());
        insert("""
                insert into permits.own_file (application_id, organisation, person_id, case_id)
                select ?, d.organisation, d.person_id, d.case_id from casework.dossier d where d.case_id = ?::uuid
                """, application, syd.openCase());
        insert("""
                insert into permits.permit (id, organisation, person_id, kind, decided_by, source, noted_at)
                select ?, d.organisation, d.person_id, 'work', 'not_known', 'person', now()
                from casework.dossier d where d.case_id = ?::uuid
                """, permit, syd.openCase());
        return new PermitsOfSyd(application.toString(), permit.toString());
    }

    private static void insert(String sql, Object... values) {
        TestInstallation.owner().sql(sql).params(values).update();
    }
}
