package se.ledfyr.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.ledfyr.HouseTest;
import se.ledfyr.installation.ScratchDatabase;

/// How code lists come into an installation, and how an installation that is there already gets what is new.
@HouseTest
class DeliveredCodesTests {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATER = LocalDate.of(2026, 7, 1);

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
    void everythingDeliveredIsInANewDatabase() {
        List<Code> delivered = DeliveredCodes.all();
        int stored = database.owner().fetchCount(DSL.table("codes.code"));

        assertThat(stored).isEqualTo(delivered.size());
        assertThat(database.owner().fetchCount(DSL.table("codes.code"), DSL.condition("source is not null")))
                .as("sources, which the first migration leaves out")
                .isPositive();
    }

    @Test
    void aCodeThatIsNewComesToADatabaseThatIsThere() throws Exception {
        refreshed(List.of(code("prov", "a", "Ett", FIRST, null)), sql -> {
            refresh(sql, List.of(code("prov", "a", "Ett", FIRST, null), code("prov", "b", "Två", FIRST, null)));

            assertThat(labels(sql)).containsExactly("a Ett [2000-01-01,)", "b Två [2000-01-01,)");
        });
    }

    @Test
    void aLabelThatWasPutRightIsPutRightInTheDatabase() throws Exception {
        refreshed(List.of(code("prov", "a", "Ett", FIRST, null)), sql -> {
            refresh(sql, List.of(code("prov", "a", "Första", FIRST, null)));

            assertThat(labels(sql)).containsExactly("a Första [2000-01-01,)");
        });
    }

    @Test
    void aCodeWithASuccessorEndsWhereTheSuccessorBegins() throws Exception {
        refreshed(List.of(code("prov", "a", "Gammal", FIRST, null)), sql -> {
            refresh(sql, List.of(code("prov", "a", "Gammal", FIRST, LATER), code("prov", "a", "Ny", LATER, null)));

            assertThat(labels(sql)).containsExactly("a Gammal [2000-01-01,2026-07-01)", "a Ny [2026-07-01,)");
        });
    }

    @Test
    void aCodeThatIsNoLongerDeliveredStays() throws Exception {
        refreshed(List.of(code("prov", "a", "Ett", FIRST, null)), sql -> {
            refresh(sql, List.of());

            assertThat(labels(sql)).containsExactly("a Ett [2000-01-01,)");
        });
    }

    @Test
    void aFirstDayCannotBeMoved() throws Exception {
        refreshed(
                List.of(code("prov", "a", "Ett", FIRST, null)),
                sql -> assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> refresh(sql, List.of(code("prov", "a", "Ett", LATER, null)))));
    }

    @Test
    void everyLineHasWhatItNeeds() {
        List<Code> codes = DeliveredCodes.all();
        Set<String> known = new HashSet<>();
        codes.forEach(code -> known.add(code.code()));

        assertThat(codes).allSatisfy(code -> {
            assertThat(code.list()).matches("[a-z_]{2,40}");
            assertThat(code.labelSv()).isNotBlank();
            assertThat(code.labelEn()).isNotBlank();
            assertThat(code.source()).as("the source of " + code).isNotBlank();
            // The regions of the world are numbers of the United Nations, and no list of their own.
            assertThat(code.parent() == null || code.list().equals("country") || known.contains(code.parent()))
                    .as("the parent of " + code)
                    .isTrue();
        });
        List<String> keys = new ArrayList<>();
        codes.forEach(code -> keys.add(code.list() + " " + code.code() + " " + code.validFrom()));
        assertThat(keys).doesNotHaveDuplicates();
    }

    private static void refreshed(List<Code> before, Step step) throws Exception {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            refresh(connection, before);
            step.with(connection);
            connection.rollback();
        }
    }

    /// As after the start before: the room where delivered codes wait is gone with its transaction.
    private static void refresh(Connection connection, List<Code> codes) throws SQLException {
        RefreshDeliveredCodes.refresh(connection, codes);
        connection.createStatement().execute("drop table pg_temp.delivered");
    }

    private static List<String> labels(Connection connection) {
        DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
        return sql.fetch(
                        "select code || ' ' || label_sv || ' ' || valid from codes.code where list = 'prov' order by code, valid")
                .getValues(0, String.class);
    }

    private static Code code(String list, String code, String label, LocalDate from, @Nullable LocalDate to) {
        return new Code(list, code, label, label, 1, null, from, to, "test", null, false);
    }

    private interface Step {
        void with(Connection sql) throws Exception;
    }
}
