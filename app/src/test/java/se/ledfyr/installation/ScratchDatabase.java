package se.ledfyr.installation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import se.ledfyr.codes.DeliveredCodesMigration;
import se.ledfyr.deadlines.DeliveredRulesMigration;

/// A migrated database of its own beside the shared one, for tests that count everything there is.
public final class ScratchDatabase implements AutoCloseable {

    private static final String MIGRATED = "migrated";
    private static final AtomicInteger MADE = new AtomicInteger();

    private final String name;
    private final Connection owner;

    private ScratchDatabase(String name, Connection owner) {
        this.name = name;
        this.owner = owner;
    }

    /// Copied from one that was migrated once: migrating each would take seconds.
    public static synchronized ScratchDatabase make() {
        if (MADE.getAndIncrement() == 0) {
            migrateTheFirst();
        }
        String name = "scratch_" + MADE.get();
        TestInstallation.owner()
                .sql("create database %s template %s".formatted(name, MIGRATED))
                .update();
        try {
            Connection owner = connect(name);
            letTheOwnerCreate(owner, name);
            return new ScratchDatabase(name, owner);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void migrateTheFirst() {
        TestInstallation.owner().sql("create database " + MIGRATED).update();
        Login login = TestInstallation.installation().logins().administrator();
        try (Connection owner = connect(MIGRATED)) {
            letTheOwnerCreate(owner, MIGRATED);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Flyway.configure()
                .dataSource(urlOf(login, MIGRATED), login.user(), login.password())
                .locations("classpath:db/migration")
                .javaMigrations(Stream.concat(
                                Arrays.stream(DeliveredCodesMigration.make()),
                                Stream.of(DeliveredRulesMigration.make()))
                        .toArray(JavaMigration[]::new))
                .defaultSchema("history")
                .createSchemas(true)
                .initSql("set role ledfyr_owner")
                .load()
                .migrate();
    }

    private static void letTheOwnerCreate(Connection owner, String name) throws SQLException {
        try (var sql = owner.createStatement()) {
            sql.execute("grant create on database %s to ledfyr_owner; grant create on schema public to ledfyr_owner"
                    .formatted(name));
        }
    }

    /// The superuser's view.
    public DSLContext owner() {
        return DSL.using(owner, SQLDialect.POSTGRES);
    }

    /// One more connection with the superuser's view. Close it after use.
    public Connection connect() throws SQLException {
        return connect(name);
    }

    private static Connection connect(String name) throws SQLException {
        Login login = TestInstallation.installation().logins().administrator();
        return DriverManager.getConnection(urlOf(login, name), login.user(), login.password());
    }

    /// A connection as the statistics role, in a transaction, with national facts bound or not.
    public Connection statistics(boolean bound) {
        return open(TestInstallation.installation().logins().statistics(), Map.of("national", Boolean.toString(bound)));
    }

    /// A connection as the application role, in a transaction bound to an organisation.
    public Connection application(String organisation) {
        return open(TestInstallation.installation().logins().application(), Map.of("organisation", organisation));
    }

    private Connection open(Login login, Map<String, String> settings) {
        try {
            Connection connection = DriverManager.getConnection(urlOf(login, name), login.user(), login.password());
            connection.setAutoCommit(false);
            settings.forEach((key, value) -> DSL.using(connection, SQLDialect.POSTGRES)
                    .execute("select set_config(?, ?, true)", "ledfyr." + key, value));
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String urlOf(Login login, String name) {
        return login.url().replaceAll("/postgres$", "/" + name);
    }

    @Override
    public void close() {
        try {
            owner.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        TestInstallation.owner()
                .sql("drop database %s with (force)".formatted(name))
                .update();
    }
}
