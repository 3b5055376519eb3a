package se.ledfyr.installation;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Fills an invented register with people in programmes, in bulk and as the administrator of the database: support, returns,
/// reflection periods, what the police know, and ten years of accounts.
public final class ProgrammesForVisitors {

    /// In this order: the later ones use what the earlier ones chose.
    private static final List<String> SCRIPTS = List.of("chosen", "support", "returns", "permits", "justice", "money");

    private static final String SCHEMAS = "'support', 'programmes', 'returns', 'permits', 'justice', 'budget'";

    private ProgrammesForVisitors() {}

    /// Whether an installation has programme cases already.
    ///
    /// @throws SQLException when it has no such tables
    public static boolean areThere(Installation house) throws SQLException {
        try (Connection connection = connect(house);
                Statement sql = connection.createStatement();
                ResultSet there = sql.executeQuery("select exists (select from support.course)")) {
            there.next();
            return there.getBoolean(1);
        }
    }

    /// Fills in; members of all who work with programmes must be there, and cases. What is filled in has the shape and the
    /// spread of real work, ten times and more its size.
    ///
    /// @param cases how many programme cases there should be
    /// @throws SQLException when the statements do not fit the tables
    public static void arrive(Installation house, int cases) throws SQLException, IOException {
        try (Connection connection = connect(house);
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select set_config('bench.programme', '%d', false)".formatted(cases));
            // As for cases: every rule that a row must keep is kept by how it is made.
            sql.execute("set session_replication_role = replica");
            sql.execute("set work_mem = '128MB'");
            for (String script : SCRIPTS) {
                CasesForVisitors.run(sql, "/programmes/" + script + ".sql");
            }
            connection.commit();
            connection.setAutoCommit(true);
            analyse(sql);
        }
    }

    /// Not everything: the traces of ten million reads have not changed.
    private static void analyse(Statement sql) throws SQLException {
        String tables;
        try (ResultSet all = sql.executeQuery("""
                select string_agg(format('%%I.%%I', schemaname, tablename), ', ') from pg_catalog.pg_tables
                where schemaname in (%s) or schemaname = 'people' and tablename in ('person', 'parcel', 'parcel_person')
                """.formatted(SCHEMAS))) {
            all.next();
            tables = all.getString(1);
        }
        sql.execute("vacuum (analyze) " + tables);
    }

    private static Connection connect(Installation house) throws SQLException {
        Login login = house.logins().administrator();
        return DriverManager.getConnection(login.url(), login.user(), login.password());
    }
}
