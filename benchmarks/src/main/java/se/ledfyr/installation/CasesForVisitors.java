package se.ledfyr.installation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/// Fills an invented register with open cases, needs, hand-offs, clocks and the traces of years of work, in bulk and as
/// the administrator of the database: by the front door it would take days.
///
/// What is filled in has the shape and the spread of real work; the audit entries do not form a chain.
public final class CasesForVisitors {

    private CasesForVisitors() {}

    /// Fills in once; an installation that has cases already is left as it is.
    ///
    /// @param cases how many open cases there should be
    /// @param entries how many audit entries
    /// @throws SQLException when the statements do not fit the tables
    public static void arrive(Installation house, int cases, long entries) throws SQLException, IOException {
        Login login = house.logins().administrator();
        try (Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                Statement sql = connection.createStatement()) {
            try (ResultSet there = sql.executeQuery("select count(*) from casework.case_file")) {
                there.next();
                if (there.getLong(1) >= cases) {
                    return;
                }
            }
            connection.setAutoCommit(false);
            sql.execute("select set_config('bench.cases', '%d', false)".formatted(cases));
            sql.execute("select set_config('bench.entries', '%d', false)".formatted(entries));
            // Every rule that a row must keep is kept by how it is made; asking each time would take longer than all
            // the rest.
            sql.execute("set session_replication_role = replica");
            run(sql, "/cases.sql");
            connection.commit();
            connection.setAutoCommit(true);
            sql.execute("vacuum analyze");
        }
    }

    /// Runs the statements of a script one after the other.
    static void run(Statement sql, String script) throws SQLException, IOException {
        for (String statement : read(script).split(";\\s*\\n")) {
            if (!statement.isBlank()) {
                sql.execute(statement);
            }
        }
    }

    private static String read(String name) throws IOException {
        try (InputStream script = CasesForVisitors.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
