package se.ledfyr.statistics;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// The survey of civil society of 2025, written into the ledger of needs as if every answer had been a case: an
/// adult has a case, a child stands in its guardian's, or has one of its own.
final class SurveyLedger {

    private static final LocalDate IDENTIFIED = LocalDate.of(2025, 1, 15);
    private static final LocalDate SEEN = LocalDate.of(2025, 2, 1);

    private final DSLContext sql;
    private final Map<String, UUID> cases = new HashMap<>();

    private SurveyLedger(DSLContext sql) {
        this.sql = sql;
    }

    static void load(Register register, List<Row> adults, List<Row> children) {
        adults.stream()
                .map(row -> row.get("reporting_organisation"))
                .distinct()
                .forEach(name -> register.addOrganisation(name, "NGO", null));
        register.sql().transaction(all -> {
            SurveyLedger ledger = new SurveyLedger(all.dsl());
            adults.forEach(ledger::adult);
            children.forEach(ledger::child);
        });
    }

    private void adult(Row row) {
        UUID caseId = openCase(row, "adult");
        cases.put(row.get("person_id"), caseId);
        needs(row, caseId, null, Register.office(row.get("reporting_organisation")));
    }

    private void child(Row row) {
        UUID guardians = cases.get(row.get("guardian_id"));
        if (guardians == null) {
            needs(row, openCase(row, "child"), null, Register.office(row.get("reporting_organisation")));
            return;
        }
        UUID holder = sql.fetchSingle("select organisation from casework.holding where case_id = ?", guardians)
                .get(0, UUID.class);
        UUID child = UUID.randomUUID();
        sql.execute("""
                insert into needs.child (id, case_id, holder, number, place, age_years, sex, noted_at)
                values (?, ?, ?, (select count(*) + 1 from needs.child where case_id = ?), 'accompanying',
                        nullif(?, '')::smallint, ?, now())
                """, child, guardians, holder, guardians, row.get("age_years"), row.get("sex"));
        needs(row, guardians, child, holder);
    }

    private UUID openCase(Row row, String route) {
        UUID organisation = Register.office(row.get("reporting_organisation"));
        UUID caseId = UUID.fromString(row.get("person_id"));
        UUID person = UUID.randomUUID();
        sql.execute(
                "insert into people.person (id, organisation, created_at) values (?, ?, now())", person, organisation);
        sql.execute("""
                insert into casework.case_file (id, opened_by_organisation, opened_at, region, route, identified_on)
                values (?, ?, now(), ?, ?, ?)
                """, caseId, organisation, Register.REGIONS.get(cases.size() % 7), route, IDENTIFIED);
        sql.execute(
                "insert into casework.dossier (case_id, organisation, person_id, created_at) values (?, ?, ?, now())",
                caseId,
                organisation,
                person);
        sql.execute("insert into casework.open_spell (case_id, during) values (?, tstzrange(now(), null))", caseId);
        sql.execute(
                "insert into casework.holding (case_id, during, organisation, duty) values (?, tstzrange(now(), null), ?, 'duty')",
                caseId,
                organisation);
        return caseId;
    }

    private void needs(Row row, UUID caseId, @Nullable UUID child, UUID holder) {
        for (String type : split(row.get("needs"))) {
            UUID need = UUID.randomUUID();
            sql.execute(
                    """
                    insert into needs.need (id, case_id, child_id, holder, owed_by, type, route, seen_on, seen_by, opened_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, 'member_organisation', now())
                    """,
                    need,
                    caseId,
                    child,
                    holder,
                    holder,
                    type,
                    row.columns().contains("age_years") ? "child" : "adult",
                    SEEN);
            if (split(row.get("met_by_authority")).contains(type)) {
                help(need, "MUNICIPALITY", row, holder);
            }
            if (split(row.get("met_by_civil_society")).contains(type)) {
                help(need, "CIVIL_SOCIETY", row, holder);
            }
        }
    }

    private void help(UUID need, String sector, Row row, UUID holder) {
        sql.execute("""
                insert into needs.measure (id, need_id, sector, began_on, result, noted_at, noted_organisation)
                values (?, ?, ?, ?, 'helped', now(), ?)
                """, UUID.randomUUID(), need, sector, began(row.get("time_to_support")), holder);
    }

    private static @Nullable LocalDate began(String time) {
        return switch (time) {
            case "within_week" -> IDENTIFIED.plusDays(7);
            case "within_month" -> IDENTIFIED.plusMonths(1);
            case "longer" -> IDENTIFIED.plusMonths(1).plusDays(1);
            default -> null;
        };
    }

    private static List<String> split(String cell) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(";"));
    }
}
