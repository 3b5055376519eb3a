package se.ledfyr.personas;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import se.ledfyr.installation.TestInstallation;

/// Somebody who goes past the application and writes SQL in its name. Nothing of it stays.
public final class Intruder implements AutoCloseable {

    public static final String DONE = "done";

    /// What PostgreSQL says when a policy forbids a row.
    public static final String FORBIDDEN = "42501";

    /// What it says when such a row is there already.
    public static final String TAKEN = "23505";

    private final Connection connection;

    private Intruder(Connection connection) {
        this.connection = connection;
    }

    /// In the house as it is.
    public static Intruder here() throws SQLException {
        return new Intruder(TestInstallation.applicationConnection());
    }

    /// In a house that lacks one policy, for twins.
    public static Intruder without(String policy, String table) throws SQLException {
        Intruder intruder = new Intruder(TestInstallation.ownerConnection());
        intruder.run("drop policy %s on %s".formatted(policy, table));
        intruder.run("set local role ledfyr_app");
        return intruder;
    }

    /// @return [#DONE], or what PostgreSQL said
    public String tries(Personas who, String sql, Object... values) throws SQLException {
        Savepoint before = connection.setSavepoint();
        bind(who);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
            return DONE;
        } catch (SQLException refused) {
            connection.rollback(before);
            return refused.getSQLState();
        }
    }

    /// Rows that the query finds.
    public int sees(Personas who, String from, Object... values) throws SQLException {
        bind(who);
        try (PreparedStatement statement = connection.prepareStatement("select count(*) from " + from)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private void bind(Personas who) throws SQLException {
        run("select set_config('ledfyr.organisation', '%s', true), set_config('ledfyr.member', '%s', true)"
                .formatted(who.place().id().value(), who.id().value()));
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
