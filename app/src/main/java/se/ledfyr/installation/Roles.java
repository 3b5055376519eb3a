package se.ledfyr.installation;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.locks.LockSupport;

/// Puts the three database roles in place: an owner that cannot log in, the application, and read-only statistics.
final class Roles {

    private static final String PASSWORDS = "database.secret";
    private static final String STARTING_UP = "57P03";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private Roles() {}

    /// Creates what is missing and gives both logins the passwords kept in the data folder. May be run any number of
    /// times.
    static Logins prepare(Login administrator, DataFolder data) {
        String[] passwords = passwords(data);
        try (Connection connection = connect(administrator);
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Two starts at once must not both create the roles.
            sql.execute("select pg_advisory_xact_lock(7365)");
            ensure(sql, "ledfyr_owner", "nologin");
            ensure(sql, "ledfyr_app", "login password '%s'".formatted(passwords[0]));
            ensure(sql, "ledfyr_statistics", "login password '%s'".formatted(passwords[1]));
            sql.execute("alter role ledfyr_statistics set default_transaction_read_only = on");
            // Pages ask for little, many at a time: helpers of one question would take the processor from the others.
            sql.execute("alter role ledfyr_app set max_parallel_workers_per_gather = 0");
            grantOwnership(sql, connection.getCatalog());
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The database roles could not be prepared as " + administrator + ": " + e.getMessage(), e);
        }
        return new Logins(
                administrator,
                new Login(administrator.url(), "ledfyr_app", passwords[0]),
                new Login(administrator.url(), "ledfyr_statistics", passwords[1]));
    }

    /// A database that was left behind may still be putting itself right; it is waited for.
    private static Connection connect(Login administrator) throws SQLException {
        Instant end = Instant.now().plus(LONGEST_WAIT);
        while (true) {
            try {
                return DriverManager.getConnection(administrator.url(), administrator.user(), administrator.password());
            } catch (SQLException e) {
                if (!STARTING_UP.equals(e.getSQLState()) || Instant.now().isAfter(end)) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    private static void ensure(Statement sql, String role, String options) throws SQLException {
        try (ResultSet known = sql.executeQuery("select 1 from pg_roles where rolname = '%s'".formatted(role))) {
            boolean exists = known.next();
            sql.execute("%s role %s %s".formatted(exists ? "alter" : "create", role, options));
        }
    }

    private static void grantOwnership(Statement sql, String database) throws SQLException {
        sql.execute("grant ledfyr_owner to current_user");
        sql.execute("grant connect, create on database \"%s\" to ledfyr_owner".formatted(database));
        sql.execute("revoke all on schema public from public");
        sql.execute("grant usage, create on schema public to ledfyr_owner");
        sql.execute("grant usage on schema public to ledfyr_app, ledfyr_statistics");
    }

    private static String[] passwords(DataFolder data) {
        byte[] kept = data.secret(PASSWORDS).orElseGet(() -> {
            byte[] fresh = (randomText() + "\n" + randomText()).getBytes(StandardCharsets.US_ASCII);
            data.keepSecret(PASSWORDS, fresh);
            return fresh;
        });
        return new String(kept, StandardCharsets.US_ASCII).split("\n", -1);
    }

    private static String randomText() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
