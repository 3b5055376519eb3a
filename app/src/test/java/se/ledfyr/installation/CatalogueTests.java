package se.ledfyr.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.ledfyr.HouseTest;

/// What the database's own catalogue says about who can reach what. A new table is closed until somebody writes
/// here why it is open.
@HouseTest
class CatalogueTests {

    /// Tables without row-level security, each with the reason.
    private static final Map<String, String> OPEN_TABLES = Map.of(
            "codes.code", "code lists are public",
            "audit.head", "number and hash of the last entry; the application can only hold it through a function",
            "deadlines.rule", "rules are public",
            "deadlines.scheduled_tasks", "which job of the house runs next, on which node; about nobody",
            "history.flyway_schema_history", "which migrations have run");

    /// Tables with row-level security that the application reads with nobody bound, each with the reason.
    private static final Map<String, String> NOBODYS_TABLES = Map.of(
            "people.installed_keys", "one row that proves which keys belong to this database; about no person",
            "organisations.organisation", "that an organisation takes part is known to all who take part",
            "statistics.closed_year", "which years are final is public",
            "statistics.closed_cell", "figures of the published tables, about nobody",
            "statistics.printed_cell", "figures that reports print, about nobody");

    private static final String OURS = "n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'";

    @SuppressWarnings("NullAway.Init")
    private static ScratchDatabase database;

    @BeforeAll
    static void open() {
        database = ScratchDatabase.make();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void everyTableButTheListedOnesHasRowSecurityEnabledAndForced() {
        assertThat(withoutRowSecurity()).isEqualTo(new TreeSet<>(OPEN_TABLES.keySet()));
    }

    /// The twin: a table that somebody forgets is found.
    @Test
    void aForgottenTableIsFound() {
        try {
            database.owner().execute("create table people.forgotten (name text)");
            assertThat(withoutRowSecurity()).contains("people.forgotten");
            database.owner().execute("alter table people.forgotten enable row level security");
            assertThat(withoutRowSecurity()).contains("people.forgotten");
        } finally {
            database.owner().execute("drop table people.forgotten");
        }
    }

    @Test
    void everyTableWithRowSecurityHasAPolicy() {
        assertThat(names("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where c.relrowsecurity and not exists (select from pg_policy p where p.polrelid = c.oid)
                        """)).isEmpty();
    }

    @Test
    void everyViewLooksWithTheRightsOfWhoeverAsks() {
        assertThat(names("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind in ('v', 'm') and %s
                           and not coalesce('security_invoker=true' = any (c.reloptions), false)
                        """.formatted(OURS))).isEmpty();
    }

    @Test
    void nobodyWhoLogsInOwnsAnything() {
        assertThat(names("""
                        select distinct r.rolname || ' owns ' || n.nspname || '.' || c.relname
                          from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
                         where %s and r.rolname in ('ledfyr_app', 'ledfyr_statistics')
                        """.formatted(OURS))).isEmpty();
        assertThat(names("select rolname from pg_roles where rolname like 'ledfyr%' and (rolsuper or rolbypassrls)"))
                .isEmpty();
        assertThat(names("select rolname from pg_roles where rolname = 'ledfyr_owner' and rolcanlogin"))
                .isEmpty();
    }

    @Test
    void noRoleThatLogsInMayEmptyReferToOrTriggerOnATable() {
        assertThat(grants("ledfyr_app", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN"))
                .isEmpty();
        assertThat(grants("ledfyr_statistics", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN"))
                .isEmpty();
        assertThat(grants("public", "SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE"))
                .isEmpty();
    }

    @Test
    void theApplicationDeletesNothingButIndexTokensAndJobs() {
        assertThat(grants("ledfyr_app", "DELETE"))
                .containsExactly("DELETE on deadlines.scheduled_tasks", "DELETE on people.index_token");
    }

    @Test
    void theStatisticsRoleOnlyReads() {
        assertThat(grants("ledfyr_statistics", "INSERT", "UPDATE", "DELETE")).isEmpty();
    }

    @Test
    void theStatisticsRoleCannotReadWhatLeadsToAPerson() {
        Set<String> readable = names("""
                select n.nspname || '.' || c.relname || '.' || a.attname
                  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                 where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'v', 'p') and %s
                   and has_schema_privilege('ledfyr_statistics', n.oid, 'USAGE')
                   and has_column_privilege('ledfyr_statistics', c.oid, a.attnum, 'SELECT')
                """.formatted(OURS));
        assertThat(readable).contains("casework.registration.sex");
        assertThat(readable)
                .noneMatch(column -> column.startsWith("people."))
                .noneMatch(column -> column.startsWith("access."))
                .noneMatch(column -> column.startsWith("audit."))
                .noneMatch(column ->
                        column.matches(".*\\.(person_id|note_sealed|old_sealed|created_by|changed_by|assessed_by"
                                + "|removed_reason|reason|place|employer|login)"))
                .doesNotContain("organisations.member.name");
    }

    @Test
    void functionsWithTheOwnersRightsFixWhereTheyLook() {
        assertThat(names("""
                        select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                         where p.prosecdef and %s
                           and not coalesce(exists (select from unnest(p.proconfig) c where c like 'search_path=%%'), false)
                        """.formatted(OURS))).isEmpty();
    }

    @Test
    void whoeverIsNotBoundSeesNoRowAndCanWriteNone() {
        for (String table : names("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relrowsecurity and has_any_column_privilege('ledfyr_app', c.oid, 'SELECT')
                """)) {
            if (NOBODYS_TABLES.containsKey(table)) {
                continue;
            }
            assertThat(TestInstallation.application()
                            .sql("select count(*) from " + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> TestInstallation.application()
                        .sql("insert into people.person (id, organisation, created_at)"
                                + " select gen_random_uuid(), id, now() from organisations.organisation limit 1")
                        .update());
    }

    /// What is known to all is still written by somebody.
    @Test
    void whoeverIsNotBoundAddsNothingToWhatIsKnownToAll() {
        for (String attack : List.of(
                "insert into organisations.organisation (id, name, kind, created_at)"
                        + " values (gen_random_uuid(), 'Ingens förening', 'NGO', now())",
                "update organisations.organisation set closed_at = now()",
                "insert into statistics.closed_year (year, closed_at, closed_by) values (1901, now(), gen_random_uuid())",
                "insert into statistics.printed_cell (table_id, cell, unit, value, source, noted_at, noted_by)"
                        + " values ('xx', 'x', 'x', 1, 'x', now(), gen_random_uuid())")) {
            assertThat(changedByNobody(attack)).as(attack).isZero();
        }
    }

    private static int changedByNobody(String attack) {
        try {
            return TestInstallation.application().sql(attack).update();
        } catch (RuntimeException refused) {
            return 0;
        }
    }

    private static Set<String> withoutRowSecurity() {
        return names("""
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p') and %s and not (c.relrowsecurity and c.relforcerowsecurity)
                """.formatted(OURS));
    }

    private static Set<String> grants(String role, String... privileges) {
        return names("""
                select distinct g.privilege_type || ' on ' || g.table_schema || '.' || g.table_name
                  from information_schema.role_table_grants g
                 where lower(g.grantee) = '%s' and g.privilege_type in ('%s')
                   and g.table_schema not in ('pg_catalog', 'information_schema')
                """.formatted(role, String.join("', '", privileges)));
    }

    private static Set<String> names(String query) {
        DSLContext owner = database.owner();
        List<String> found = owner.fetch(query).getValues(0, String.class);
        return new TreeSet<>(found);
    }
}
