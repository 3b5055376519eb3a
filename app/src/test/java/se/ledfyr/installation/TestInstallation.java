package se.ledfyr.installation;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A throw-away installation with its own PostgreSQL, started once per JVM and ended after every context is closed.
public class TestInstallation implements ApplicationContextInitializer<GenericApplicationContext> {

    private static final Installation INSTALLATION = start();

    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBean(Installation.class, () -> INSTALLATION, bean -> bean.setDestroyMethodName(""));
    }

    /// The superuser's view of the data, which no row-level security hides: for arranging and for looking behind.
    public static JdbcClient owner() {
        return JdbcClient.create(source(INSTALLATION.logins().administrator()));
    }

    /// The superuser's view of a second installation's data.
    public static JdbcClient owner(String database) {
        Login login = INSTALLATION.logins().administrator();
        return JdbcClient.create(new DriverManagerDataSource(
                login.url().replaceAll("/postgres$", "/" + database), login.user(), login.password()));
    }

    /// Logged in as the application, with nobody bound.
    public static JdbcClient application() {
        return JdbcClient.create(source(INSTALLATION.logins().application()));
    }

    /// Logged in as the read-only statistics role, with nobody bound.
    public static JdbcClient statistics() {
        return JdbcClient.create(source(INSTALLATION.logins().statistics()));
    }

    /// A connection as the superuser, for taking a rule away inside a transaction that is rolled back.
    public static java.sql.Connection ownerConnection() throws java.sql.SQLException {
        return open(INSTALLATION.logins().administrator());
    }

    /// A connection as the application, with nobody bound.
    public static java.sql.Connection applicationConnection() throws java.sql.SQLException {
        return open(INSTALLATION.logins().application());
    }

    private static java.sql.Connection open(Login login) throws java.sql.SQLException {
        java.sql.Connection connection =
                java.sql.DriverManager.getConnection(login.url(), login.user(), login.password());
        connection.setAutoCommit(false);
        return connection;
    }

    public static Installation installation() {
        return INSTALLATION;
    }

    /// A second, empty installation: a database of its own on the same server, with the same passwords.
    ///
    /// @param database name of the new database
    public static Installation another(String database, boolean demo) {
        owner().sql("drop database if exists " + database + " with (force)").update();
        owner().sql("create database " + database).update();
        Login login = INSTALLATION.logins().administrator();
        Map<String, String> environment = Map.of(
                "LEDFYR_DB_URL", login.url().replaceAll("/postgres$", "/" + database),
                "LEDFYR_DB_USER", login.user(),
                "LEDFYR_DB_PASSWORD", login.password());
        return Installation.open(INSTALLATION.data().path(), environment, demo);
    }

    /// A pool of its own, logged in as the application.
    public static HikariDataSource pool(int size) {
        Login login = INSTALLATION.logins().application();
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(login.url());
        pool.setUsername(login.user());
        pool.setPassword(login.password());
        pool.setMaximumPoolSize(size);
        return new HikariDataSource(pool);
    }

    private static DriverManagerDataSource source(Login login) {
        return new DriverManagerDataSource(login.url(), login.user(), login.password());
    }

    private static Installation start() {
        try {
            Installation installation = Installation.open(Files.createTempDirectory("ledfyr-test"), Map.of(), false);
            SpringApplication.getShutdownHandlers().add(installation::close);
            return installation;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
