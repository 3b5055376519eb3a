package se.ledfyr.routes;

import java.util.UUID;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;

/// Returns that the office Syd applied for, where nobody works who carries them out, and that nobody else knows of.
///
/// @param open waits for a decision that the office writes down
/// @param ended was taken back
record ReturnsOfSyd(String open, String ended, String group) {

    static ReturnsOfSyd make(UUID syd, UUID event) {
        UUID group = UUID.randomUUID();
        insert("""
                insert into returns.return_group (id, organisation, event_id, code, opened_on, opened_at, opened_by)
                values (?, ?, ?, 'SYD-HEM', current_date, now(), ?)
                """, group, syd, event, Personas.SYD_COORDINATOR.id().value());
        return new ReturnsOfSyd(application(syd, "SENT", null), application(syd, "WITHDRAWN", group), group.toString());
    }

    private static String application(UUID syd, String state, @org.jspecify.annotations.Nullable UUID group) {
        UUID id = UUID.randomUUID();
        UUID person = UUID.randomUUID();
        insert("insert into people.person (id, organisation, created_at) values (?, ?, now())", person, syd);
        TestInstallation.owner()
                .sql("""
                        insert into returns.application (id, organisation, group_id, role, return_country, told_on, told_about,
                                                         told_language, told_interpreter, opened_on, opened_at, opened_by,
                                                         answer_by, form_by, state, changed_at)
                        values (?, ?, ?, 'exploited', 'RO', current_date, '{voluntary}', 'ro', 'telephone', current_date, now(), ?,
                                current_date + 7, current_date + 60, ?, now())
                        """)
                .params(java.util.Arrays.asList(
                        id, syd, group, Personas.SYD_COORDINATOR.id().value(), state))
                .update();
        insert(
                "insert into returns.own_end (application_id, organisation, person_id) values (?, ?, ?)",
                id,
                syd,
                person);
        return id.toString();
    }

    private static void insert(String sql, Object... values) {
        TestInstallation.owner().sql(sql).params(values).update();
    }
}
