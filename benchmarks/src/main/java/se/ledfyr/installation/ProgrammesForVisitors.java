package se.ledfyr.installation;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Fills an invented register with people in programmes, in bulk and as the administrator of the database.
public final class ProgrammesForVisitors {

    private ProgrammesForVisitors() {}

    /// Fills in once; an installation that has programme cases already is left as it is.
    ///
    /// @param people how many are in the support programme
    /// @throws SQLException when the statements do not fit the tables
    public static void arrive(Installation house, int people) throws SQLException, IOException {
        Login login = house.logins().administrator();
        try (Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                Statement sql = connection.createStatement()) {
            try (ResultSet there = sql.executeQuery("select exists (select from support.course)")) {
                there.next();
                if (there.getBoolean(1)) {
                    return;
                }
            }
            connection.setAutoCommit(false);
            sql.execute("select set_config('bench.programme', '%d', false)".formatted(people));
            // As for cases: every rule that a row must keep is kept by how it is made.
            sql.execute("set session_replication_role = replica");
            CasesForVisitors.run(sql, "/programmes.sql");
            connection.commit();
            connection.setAutoCommit(true);
            sql.execute("vacuum analyze");
        }
    }
}
