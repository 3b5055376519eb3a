package se.ledfyr.routes;

import java.util.UUID;
import se.ledfyr.installation.TestInstallation;

/// What is needed in the open case of the office Syd.
record NeedsOfSyd(String need, String child, String otherChild) {

    static NeedsOfSyd make(ThingsOfSyd syd) {
        UUID need = UUID.randomUUID();
        insert("""
                insert into needs.need (id, case_id, holder, owed_by, type, route, seen_on, seen_by, opened_at)
                select ?, h.case_id, h.organisation, h.organisation, 'safe_housing', 'adult', current_date, 'police', now()
                from casework.holding h where h.case_id = ?::uuid and h.ended is null
                """, need, syd.openCase());
        return new NeedsOfSyd(need.toString(), child(syd, 1), child(syd, 2));
    }

    static String task(ThingsOfSyd syd) {
        UUID task = UUID.randomUUID();
        insert("""
                insert into guidance.task (id, case_id, organisation, person_id, action, duty, made_at)
                select ?, d.case_id, d.organisation, d.person_id, 'talk-alone', 'duty', now()
                from casework.dossier d where d.case_id = ?::uuid
                """, task, syd.openCase());
        return task.toString();
    }

    private static String child(ThingsOfSyd syd, int number) {
        UUID child = UUID.randomUUID();
        insert("""
                insert into needs.child (id, case_id, holder, number, place, sex, noted_at)
                select ?, h.case_id, h.organisation, ?, 'accompanying', 'female', now()
                from casework.holding h where h.case_id = ?::uuid and h.ended is null
                """, child, number, syd.openCase());
        return child.toString();
    }

    private static void insert(String sql, Object... values) {
        TestInstallation.owner().sql(sql).params(values).update();
    }
}
