package se.ledfyr.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.ledfyr.HouseTest;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;

/// Whoever is one end of an agreement learns who was admitted when in the whole country, so nobody makes themselves
/// one.
@HouseTest
class WhoFundsTests {

    @Test
    void onlyTheNationGrants() throws SQLException {
        try (Connection app = TestInstallation.applicationConnection()) {
            assertThat(granted(app, Personas.NGO_CASEWORKER)).isEqualTo("42501");
            assertThat(granted(app, Personas.NORD_COORDINATOR)).isEqualTo("42501");
            assertThat(granted(app, Personas.NATIONAL_COORDINATOR)).isEqualTo("granted");
        }
    }

    /// The twin: without the policy any organisation opens the country's admissions for itself.
    @Test
    void withoutThePolicyAnybodyWould() throws SQLException {
        try (Connection owner = TestInstallation.ownerConnection()) {
            run(owner, "drop policy only_the_nation_grants on budget.agreement");
            run(owner, "set local role ledfyr_app");
            assertThat(granted(owner, Personas.NGO_CASEWORKER)).isEqualTo("granted");
            owner.rollback();
        }
    }

    private static String granted(Connection connection, Personas who) throws SQLException {
        var before = connection.setSavepoint();
        run(
                connection,
                "select set_config('ledfyr.organisation', '%s', true), set_config('ledfyr.member', '%s', true)"
                        .formatted(who.place().id().value(), who.id().value()));
        try {
            run(connection, """
                    insert into budget.agreement (id, organisation, funder, programme, year, reference, signed_on, granted_ore,
                        conditions, report_due_on, created_at, created_by)
                    values (gen_random_uuid(), '%s', '%s', 'NSP', 2150, 'x', '2150-01-01', 1, '', '2150-12-31', now(), '%s')
                    """.formatted(
                            Personas.SHELTER_CASEWORKER.place().id().value(),
                            who.place().id().value(),
                            UUID.randomUUID()));
            return "granted";
        } catch (SQLException refused) {
            return refused.getSQLState();
        } finally {
            connection.rollback(before);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
