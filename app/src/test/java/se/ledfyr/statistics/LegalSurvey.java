package se.ledfyr.statistics;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/// The survey of civil society of 2025, written into legal files as if every directly exposed adult had
/// had a case, every status a report of its own, and the group case an event.
final class LegalSurvey {

    static final String EVENT = "ASELE-2023";

    private static final String OPENED = "2025-02-01 12:00:00+00";
    private static final LocalDate REPORTED = LocalDate.of(2025, 3, 1);

    private final DSLContext sql;

    private LegalSurvey(DSLContext sql) {
        this.sql = sql;
    }

    static void load(Register register, List<Row> adults, List<Row> children) {
        java.util.stream.Stream.concat(adults.stream(), children.stream())
                .map(row -> row.get("reporting_organisation"))
                .distinct()
                .forEach(name -> register.addOrganisation(name, "NGO", null));
        register.sql().transaction(all -> {
            LegalSurvey survey = new LegalSurvey(all.dsl());
            adults.stream().filter(row -> row.get("exposure").equals("direct")).forEach(survey::person);
            children.forEach(survey::child);
        });
    }

    /// Of the legal process, the survey asks children for a police report of their own, no more.
    private void child(Row row) {
        UUID office = Register.office(row.get("reporting_organisation"));
        UUID id = UUID.fromString(row.get("person_id"));
        openCase(id, office, null, "child");
        if (row.get("own_police_report").equals("true")) {
            report(id, office, List.of());
        }
    }

    private void person(Row row) {
        UUID office = Register.office(row.get("reporting_organisation"));
        UUID id = UUID.fromString(row.get("person_id"));
        UUID event = row.get("group_case").isEmpty() ? null : event(office);
        openCase(id, office, event, "adult");
        List<String> statuses = split(row.get("legal_status"));
        List<String> crimes = split(row.get("crimes"));
        for (String status : statuses) {
            boolean first = status.equals(statuses.getFirst());
            UUID report = status.equals("no_report_made") ? null : report(id, office, first ? crimes : List.of());
            status(id, office, report, "unknown_outcome".equals(status) ? "unknown_outcome" : status, row);
        }
        if (statuses.isEmpty() && !crimes.isEmpty()) {
            report(id, office, crimes);
        }
        if (!statuses.isEmpty() && statuses.getFirst().equals("no_report_made") && !crimes.isEmpty()) {
            throw new IllegalStateException("crimes without a report");
        }
        if (!row.get("rights_met").isEmpty()) {
            sql.execute(
                    "insert into justice.right_answer (case_id, organisation, right_code, answer, answered_at) values (?, ?, 'all_rights', ?, now())",
                    id,
                    office,
                    row.get("rights_met").equals("true") ? "yes" : "no");
        }
    }

    private UUID event(UUID office) {
        UUID id = UUID.nameUUIDFromBytes(office.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        sql.execute("""
                insert into casework.event (id, organisation, code, region, created_at) values (?, ?, ?, 'nord', now())
                on conflict do nothing
                """, id, office, EVENT);
        return id;
    }

    private void openCase(UUID id, UUID office, @org.jspecify.annotations.Nullable UUID event, String route) {
        UUID person = UUID.randomUUID();
        sql.execute("insert into people.person (id, organisation, created_at) values (?, ?, now())", person, office);
        sql.execute("""
                insert into casework.case_file (id, opened_by_organisation, opened_at, region, route, identified_on, found_together)
                values (?, ?, ?::timestamptz, 'nord', ?, ?, ?)
                """, id, office, OPENED, route, REPORTED, event);
        sql.execute(
                "insert into casework.dossier (case_id, organisation, person_id, created_at) values (?, ?, ?, now())",
                id,
                office,
                person);
        sql.execute(
                "insert into casework.open_spell (case_id, during) values (?, tstzrange(?::timestamptz, null))",
                id,
                OPENED);
        sql.execute(
                "insert into casework.holding (case_id, during, organisation, duty) values (?, tstzrange(?::timestamptz, null), ?, 'duty')",
                id,
                OPENED,
                office);
        sql.execute(
                "insert into justice.legal_file (case_id, organisation, person_id, begun_at) values (?, ?, ?, now())",
                id,
                office,
                person);
    }

    private UUID report(UUID id, UUID office, List<String> crimes) {
        UUID report = UUID.randomUUID();
        sql.execute("""
                insert into justice.report (id, case_id, organisation, number, reported_on, initiated_by, region, noted_at)
                select ?, ?, ?, count(*) + 1, ?, 'person', 'nord', now() from justice.report where case_id = ?
                """, report, id, office, REPORTED, id);
        crimes.forEach(crime -> sql.execute(
                "insert into justice.report_crime (report_id, case_id, organisation, crime) values (?, ?, ?, ?)",
                report,
                id,
                office,
                crime));
        return report;
    }

    private void status(UUID id, UUID office, @org.jspecify.annotations.Nullable UUID report, String status, Row row) {
        String convicted = status.equals("conviction") ? row.get("convicted_for") : "";
        sql.execute("""
                insert into justice.status_entry (id, case_id, organisation, report_id, status, since_on, convicted_of, noted_at)
                values (?, ?, ?, ?, ?, ?, nullif(?, ''), now())
                """, UUID.randomUUID(), id, office, report, status, REPORTED, convicted);
    }

    private static List<String> split(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(";"));
    }
}
