package se.ledfyr.statistics;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/// Grants and reflection periods put into a [Register] by SQL, without their links.
final class Grants {

    private final Register register;

    Grants(Register register) {
        this.register = register;
    }

    void addAmp(List<Row> rows) {
        register.sql().transaction(all -> rows.forEach(row -> addAmp(all.dsl(), row)));
    }

    private static void addAmp(DSLContext sql, Row row) {
        UUID office = Register.office(row.get("coordinator_region"));
        sql.execute(
                """
                        insert into programmes.amp_grant (id, organisation, person_id, granted_on, sex, age_group, role, forms,
                            citizenship, return_country, sectors, group_case, coordinator_region, created_at, changed_at)
                        values (?::uuid, ?, ?, ?::date, ?, ?, ?, coalesce(string_to_array(nullif(?, ''), ';'), '{}'),
                            nullif(?, ''), nullif(?, ''), coalesce(string_to_array(nullif(?, ''), ';'), '{}'), nullif(?, ''), ?,
                            now(), now())
                        """,
                row.get("grant_id"),
                office,
                person(sql, office),
                row.get("granted_on"),
                row.get("sex"),
                row.get("age_group"),
                row.get("role"),
                row.get("forms"),
                row.get("citizenship"),
                row.get("return_country"),
                row.get("sector"),
                row.get("group_case"),
                row.get("coordinator_region"));
    }

    void addNsp(List<Row> rows) {
        register.sql().transaction(all -> rows.forEach(row -> addNsp(all.dsl(), row)));
    }

    private static void addNsp(DSLContext sql, Row row) {
        UUID office = Register.office("nsp");
        sql.execute(
                """
                        insert into programmes.nsp_grant (id, organisation, person_id, granted_on, age_group, sex, exposure, forms,
                            citizenship, nationality_other, components, rest_days, integration_days, placement, home_region,
                            eligibility_reason, referred_by, created_at, changed_at)
                        values (?::uuid, ?, ?, ?::date, ?, nullif(?, ''), ?, coalesce(string_to_array(nullif(?, ''), ';'), '{}'),
                            nullif(?, ''), nullif(?, ''), string_to_array(?, ';'), ?::int, ?::int, ?, nullif(?, ''), ?, ?,
                            now(), now())
                        """,
                row.get("grant_id"),
                office,
                person(sql, office),
                row.get("granted_on"),
                row.get("age_group"),
                row.get("sex"),
                row.get("exposure"),
                row.get("forms"),
                row.get("citizenship"),
                row.get("nationality_other"),
                row.get("components"),
                row.get("rest_days"),
                row.get("integration_days"),
                row.get("placement"),
                row.get("home_region"),
                row.get("eligibility_reason"),
                row.get("referred_by"));
    }

    void addReflection(List<Row> rows) {
        register.sql().transaction(all -> rows.forEach(row -> addReflection(all.dsl(), row)));
    }

    private static void addReflection(DSLContext sql, Row row) {
        UUID office = Register.office(row.get("region"));
        sql.execute(
                """
                        insert into permits.reflection_period (id, organisation, person_id, applicant, via_coordinator, region,
                            municipality_code, sex, applied_on, decided_on, decision, start_on, end_on, created_at, changed_at)
                        values (?::uuid, ?, ?, ?, nullif(?, '')::boolean, ?, nullif(?, ''), ?, ?::date, ?::date, ?,
                            nullif(?, '')::date, nullif(?, '')::date, now(), now())
                        """,
                row.get("case_id"),
                office,
                person(sql, office),
                row.get("applicant"),
                row.get("via_coordinator"),
                row.get("region"),
                row.get("municipality_code"),
                row.get("sex"),
                row.get("applied_on"),
                row.get("decided_on"),
                row.get("decision"),
                row.get("start_on"),
                row.get("end_on"));
    }

    private static UUID person(DSLContext sql, UUID organisation) {
        UUID person = UUID.randomUUID();
        sql.execute(
                "insert into people.person (id, organisation, created_at) values (?, ?, now())", person, organisation);
        return person;
    }
}
