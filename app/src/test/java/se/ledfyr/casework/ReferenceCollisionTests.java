package se.ledfyr.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import se.ledfyr.HouseTest;
import se.ledfyr.installation.ScratchDatabase;

/// A reference that somebody has already is drawn again; opening the case does not fail.
@HouseTest
class ReferenceCollisionTests {

    private static final String DRAW = """
            create or replace function casework.draw_reference() returns text volatile language sql set search_path = ''
            return case when nextval('public.drawn') < 3 then '2222-2222' else '3333-3333' end
            """;

    @Test
    void aReferenceThatIsTakenIsDrawnAgain() {
        try (ScratchDatabase database = ScratchDatabase.make()) {
            DSLContext sql = unlucky(database);
            assertThat(insert(sql, "casework.new_reference()")).isEqualTo("3333-3333");
            assertThat(sql.fetchSingle("select last_value from public.drawn").get(0, Integer.class))
                    .isEqualTo(3);
        }
    }

    /// The twin: the first that is drawn would be refused.
    @Test
    void theFirstThatIsDrawnWouldBeRefused() {
        try (ScratchDatabase database = ScratchDatabase.make()) {
            DSLContext sql = unlucky(database);
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> insert(sql, "casework.draw_reference()"))
                    .withMessageContaining("case_file_reference_key");
        }
    }

    /// The first two draws give a reference that a case has.
    private static DSLContext unlucky(ScratchDatabase database) {
        DSLContext sql = database.owner();
        sql.execute("create sequence public.drawn");
        sql.execute("grant usage on sequence public.drawn to ledfyr_owner");
        sql.execute(DRAW);
        sql.execute("""
                insert into organisations.organisation (id, name, kind, created_at)
                values ('00000000-0000-4000-8000-00000000c0de', 'Föreningen Krock', 'NGO', now())
                """);
        sql.execute("set session_replication_role = replica");
        insert(sql, "'2222-2222'");
        return sql;
    }

    private static String insert(DSLContext sql, String reference) {
        return sql.fetchSingle("""
                        insert into casework.case_file (id, reference, opened_by_organisation, opened_at, region, route, identified_on)
                        values (gen_random_uuid(), %s, '00000000-0000-4000-8000-00000000c0de', now(), 'nord', 'adult', current_date)
                        returning reference
                        """.formatted(reference)).get(0, String.class);
    }
}
