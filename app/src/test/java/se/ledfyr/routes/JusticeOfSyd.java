package se.ledfyr.routes;

import java.util.UUID;
import se.ledfyr.installation.TestInstallation;

/// What the office Syd keeps on the legal process of its open case.
record JusticeOfSyd(String report, String claim, String counsel, String compensation) {

    static JusticeOfSyd make(ThingsOfSyd syd) {
        insert("""
                insert into justice.legal_file (case_id, organisation, person_id, begun_at)
                select d.case_id, d.organisation, d.person_id, now() from casework.dossier d where d.case_id = ?::uuid
                on conflict do nothing
                """, syd.openCase());
        return new JusticeOfSyd(
                row(
                        syd,
                        "report (id, case_id, organisation, number, reported_on, initiated_by, region, noted_at)",
                        "71, current_date - 9, 'person', 'syd', now()"),
                row(
                        syd,
                        "wage_claim (id, case_id, organisation, number, holiday_pay, holiday_source, begun_at, changed_at)",
                        "71, 1200, 'avtal', now(), now()"),
                row(
                        syd,
                        "counsel (id, case_id, organisation, kind, asked_on, noted_at)",
                        "'ombud', current_date - 9, now()"),
                row(
                        syd,
                        "compensation (id, case_id, organisation, kind, asked_on, noted_at)",
                        "'damages', current_date - 9, now()"));
    }

    private static String row(ThingsOfSyd syd, String columns, String values) {
        UUID id = UUID.randomUUID();
        insert(
                "insert into justice." + columns + " select ?, f.case_id, f.organisation, " + values
                        + " from justice.legal_file f where f.case_id = ?::uuid",
                id,
                syd.openCase());
        return id.toString();
    }

    private static void insert(String sql, Object... values) {
        TestInstallation.owner().sql(sql).params(values).update();
    }
}
