package se.ledfyr.installation;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// A running installation: its data folder and a database with the three roles in place.
///
/// Closed last of all, after every connection has been returned.
public final class Installation implements AutoCloseable {

    private final DataFolder data;
    private final boolean demo;
    private final CompletableFuture<Database> database;

    private Installation(DataFolder data, boolean demo, CompletableFuture<Database> database) {
        this.data = data;
        this.demo = demo;
        this.database = database;
    }

    /// Opens the database in `folder`, or the one that `LEDFYR_DB_URL`, `LEDFYR_DB_USER` and `LEDFYR_DB_PASSWORD` name.
    ///
    /// @param environment where those names are looked up
    /// @param demo whether the installation is one for trying things out
    public static Installation open(Path folder, Map<String, String> environment, boolean demo) {
        Installation installation = begin(folder, environment, demo);
        installation.await();
        return installation;
    }

    /// Begins to open the database and does not wait for it: making one takes seconds in which the application can be
    /// put together. Whoever first needs the database waits for it.
    ///
    /// @param environment where a database may be named, as for [#open]
    /// @param demo whether the installation is one for trying things out
    public static Installation begin(Path folder, Map<String, String> environment, boolean demo) {
        DataFolder data = DataFolder.at(folder);
        return new Installation(
                data,
                demo,
                CompletableFuture.supplyAsync(
                        () -> Database.open(data, environment),
                        // A thread of its own, which finds the program to unpack where this one finds it.
                        task -> Thread.ofPlatform().name("database").start(task)));
    }

    /// Waits until the database is there.
    ///
    /// @throws NotOpened when it could not be opened
    public void await() {
        opened();
    }

    public DataFolder data() {
        return data;
    }

    /// Whether this installation may offer personas and demo data. A real one never does.
    public boolean isDemo() {
        return demo;
    }

    /// A connection as the role that owns the tables and may look at the whole audit log, for looking only.
    ///
    /// @throws SQLException when the database cannot be reached
    public Connection lookAsOwner() throws SQLException {
        Login login = logins().administrator();
        Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password());
        try (Statement sql = connection.createStatement()) {
            connection.setReadOnly(true);
            sql.execute("set role ledfyr_owner");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    Logins logins() {
        return opened().logins();
    }

    private Database opened() {
        try {
            return database.join();
        } catch (CompletionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new NotOpened(cause);
        }
    }

    /// Also one that is still on its way: it must not be left running behind an application that gave up.
    @Override
    public void close() {
        database.handle((opened, failure) -> opened)
                .thenAccept(Database::closeIfOpen)
                .join();
    }

    /// The database of an installation could not be opened. The message is the one of the reason.
    public static final class NotOpened extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        private NotOpened(Throwable reason) {
            super(reason.getMessage() == null ? reason.toString() : reason.getMessage(), reason);
        }
    }

    private record Database(Logins logins, @Nullable EmbeddedServer server) {

        static Database open(DataFolder data, Map<String, String> environment) {
            String url = environment.get("LEDFYR_DB_URL");
            if (url != null) {
                Login administrator = new Login(
                        url,
                        environment.getOrDefault("LEDFYR_DB_USER", "ledfyr"),
                        environment.getOrDefault("LEDFYR_DB_PASSWORD", ""));
                return new Database(Roles.prepare(administrator, data), null);
            }
            EmbeddedServer server = EmbeddedServer.attachOrStart(data);
            return new Database(Roles.prepare(server.administrator(), data), server);
        }

        static void closeIfOpen(@Nullable Database opened) {
            if (opened != null && opened.server != null) {
                opened.server.close();
            }
        }
    }
}
