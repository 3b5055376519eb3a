package se.ledfyr.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTests {

    private static final UUID NGO = Register.office("ngo");

    private static Register register;

    @BeforeAll
    static void open() {
        register = new Register();
        register.addOrganisation("ngo", "NGO", null);
    }

    @AfterAll
    static void close() {
        register.close();
    }

    @BeforeEach
    void startWithTheReferenceYears() {
        register.empty();
        register.add(Register.reference("coordinator_registrations.csv").subList(0, 200));
    }

    @Test
    void aChangedRecordIsSeen() {
        String one = "rk_sex_age,2021,child,male,persons,";
        int before = value("rk_sex_age", one);

        register.sql().execute("""
                        update casework.registration set sex = 'male', age_group = 'child', birth_year = null
                        where id = (select id from casework.registration where age_group = 'adult' and sex = 'female' limit 1)
                        """);

        assertThat(value("rk_sex_age", one)).isEqualTo(before + 1);
    }

    @Test
    void aRemovedOrDoubtfulRegistrationIsNotCounted() {
        int before = value("rk_totals", "rk_totals,2021,persons,");

        register.sql().execute("""
                        update casework.registration set removed_at = now(), removed_reason = 'test'
                        where id = (select min(id::text)::uuid from casework.registration)
                        """);
        register.sql().execute("""
                        update casework.registration set assessment = 'not_yet_clear'
                        where id = (select max(id::text)::uuid from casework.registration)
                        """);

        assertThat(value("rk_totals", "rk_totals,2021,persons,")).isEqualTo(before - 2);
    }

    @Test
    void registrationsOfOthersThanCoordinatorsAreNotInTheCoordinatorsTables() {
        List<String> before = Register.lines("rk_totals", register.national("rk_totals"));

        register.add(person("nord"), NGO);

        assertThat(Register.lines("rk_totals", register.national("rk_totals"))).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rk_totals", "rk_form", "rk_citizenship", "rk_change", "rk_requests"})
    void nobodySeesNothing(String id) {
        assertThat(Register.evaluate(register.database().statistics(false), register.table(id), Selection.ALL))
                .isEmpty();
        assertThat(Register.evaluate(register.database().application(""), register.table(id), Selection.ALL))
                .isEmpty();
    }

    @Test
    void anOfficeSeesItsOwnFiguresOnly() {
        List<Cell> syd = asOffice("syd", "rk_region");
        List<Cell> country = register.national("rk_region");

        assertThat(syd)
                .filteredOn(cell -> cell.codes().get(1).equals("syd"))
                .isNotEmpty()
                .isSubsetOf(country);
        assertThat(syd)
                .filteredOn(cell -> !cell.codes().get(1).equals("syd"))
                .allMatch(cell -> cell.printed().equals("0"));
        assertThat(asOffice("ngo", "rk_region")).isEmpty();
    }

    @Test
    void aRegionAskedForIsTheOnlyOneShown() {
        List<Cell> cells = register.national("rk_region_form", new Selection(Set.of(2021), Optional.of("nord")));

        assertThat(cells).hasSize(11).allMatch(cell -> cell.codes().get(1).equals("nord"));
        assertThat(cells).isSubsetOf(register.national("rk_region_form"));
    }

    @Test
    void yearsAskedForAreTheOnlyOnesShown() {
        register.empty();
        register.add(Register.reference("coordinator_registrations.csv"));

        assertThat(register.national("rk_form", Selection.ofYear(2022)))
                .isNotEmpty()
                .isEqualTo(register.national("rk_form").stream()
                        .filter(cell -> cell.codes().getFirst().equals("2022"))
                        .toList());
        assertThat(register.national("rk_change", Selection.ofYear(2022)))
                .isNotEmpty()
                .isEqualTo(register.national("rk_change").stream()
                        .filter(cell -> cell.codes().get(1).equals("2022"))
                        .toList());
    }

    @Test
    void yearsThatAreNotNeighboursAreNotCompared() {
        register.empty();
        register.add(List.of(
                person("nord").with("registered_on", "2019-05-01"),
                person("nord").with("registered_on", "2021-05-01")));

        assertThat(register.national("rk_change")).isEmpty();
    }

    @Test
    void changesAreRoundedHalfAwayFromZero() {
        register.empty();
        register.add(several(16, "2019", "labour"));
        register.add(several(15, "2020", "labour"));
        register.add(several(16, "2019", "sexual"));
        register.add(several(17, "2020", "sexual"));

        List<String> lines = Register.lines("rk_change", register.national("rk_change"));

        // 1 of 16 is 6.25 %.
        assertThat(lines).contains("rk_change,2019,2020,labour,percent,-6.3", "rk_change,2019,2020,sexual,percent,6.3");
        assertThat(lines).contains("rk_change,2019,2020,begging,percent,");
    }

    @Test
    void anEmptyRegisterGivesNoNumbers() {
        register.empty();

        assertThat(register.tables())
                .allSatisfy(id -> assertThat(register.national(id)).isEmpty());
    }

    /// A code that the list does not know, or no longer, must not make people vanish.
    @Test
    void whoeverIsCountedIsPrintedEvenOutsideTheList() {
        int before = register.national("rk_sector").stream()
                .mapToInt(cell -> Integer.parseInt(cell.printed()))
                .sum();
        register.add(List.of(person("nord").with("registered_on", "2021-02-03").with("sector", "unheard_of")));

        List<Cell> cells = register.national("rk_sector");

        assertThat(Register.lines("rk_sector", cells)).contains("rk_sector,2021,unheard_of,persons,1");
        assertThat(cells.stream()
                        .mapToInt(cell -> Integer.parseInt(cell.printed()))
                        .sum())
                .isEqualTo(before + 1);
    }

    @Test
    void codesAreThoseOfTheYear() {
        register.sql().execute("""
                        update codes.code set valid = daterange('1900-01-01', '2020-01-01')
                        where list = 'sector_setting' and code = 'animal_husbandry'
                        """);
        try {
            register.add(List.of(person("nord").with("registered_on", "2019-02-03")));

            assertThat(Register.lines("rk_sector", register.national("rk_sector")))
                    .contains("rk_sector,2019,animal_husbandry,persons,0")
                    .noneMatch(line -> line.startsWith("rk_sector,2021,animal_husbandry"));
        } finally {
            register.sql().execute("""
                            update codes.code set valid = daterange('1900-01-01', null)
                            where list = 'sector_setting' and code = 'animal_husbandry'
                            """);
        }
    }

    @Test
    void everyTableIsOneStatement() throws SQLException {
        for (String id : register.tables()) {
            AtomicInteger statements = new AtomicInteger();
            ExecuteListener count = new ExecuteListener() {
                @Override
                public void executeStart(ExecuteContext context) {
                    statements.incrementAndGet();
                }
            };
            try (Connection connection = register.database().statistics(true)) {
                DSLContext sql = DSL.using(DSL.using(connection, SQLDialect.POSTGRES)
                        .configuration()
                        .derive(count));
                TableEngine.evaluate(sql, register.table(id), Selection.ALL);
            }
            assertThat(statements).as(id).hasValue(1);
        }
    }

    @Test
    void cellsOneByOneAreTheSameCells() throws SQLException {
        try (Connection connection = register.database().statistics(true)) {
            DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
            List<Cell> streamed = new java.util.ArrayList<>();
            TableEngine.each(sql, register.table("rk_citizenship"), Selection.ALL, streamed::add);

            assertThat(streamed).isNotEmpty().isEqualTo(register.national("rk_citizenship"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from people.person",
                "select * from people.identity_field",
                "select person_id from casework.registration",
                "select note_sealed from casework.registration",
                "select removed_reason from casework.registration",
                "select reason from casework.change",
                "select old_sealed from casework.change",
                "select * from casework.event",
                "update casework.registration set sex = 'male'",
                "delete from casework.registration",
                "insert into statistics.closed_year (year, closed_at, closed_by) values (2000, now(), gen_random_uuid())"
            })
    void theStatisticsRoleHasNoWayToIdentityAndCannotWrite(String statement) throws SQLException {
        try (Connection connection = register.database().statistics(true)) {
            // Its transactions are read-only by default, which it could change; what it is not granted it cannot.
            connection.rollback();
            connection.createStatement().execute("set default_transaction_read_only = off");
            connection.commit();

            assertThatThrownBy(() -> connection.createStatement().execute(statement))
                    .hasMessageContaining("permission denied");
        }
    }

    private static List<Cell> asOffice(String office, String id) {
        return Register.evaluate(
                register.database().application(Register.office(office).toString()), register.table(id), Selection.ALL);
    }

    private static int value(String id, String start) {
        return Register.lines(id, register.national(id)).stream()
                .filter(line -> line.startsWith(start))
                .map(line -> new BigDecimal(line.substring(start.length())).intValueExact())
                .findFirst()
                .orElseThrow();
    }

    private static List<Row> several(int people, String year, String form) {
        return java.util.stream.Stream.generate(() ->
                        person("nord").with("registered_on", year + "-05-01").with("forms", form))
                .limit(people)
                .toList();
    }

    private static Row person(String region) {
        return Register.reference("coordinator_registrations.csv")
                .getFirst()
                .with("registration_id", UUID.randomUUID().toString())
                .with("birth_year", "")
                .with("region", region);
    }
}
