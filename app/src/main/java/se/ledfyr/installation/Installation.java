package se.ledfyr.installation;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A running installation: its data folder and a database with the three roles in place.
///
/// Closed last of all, after every connection has been returned.
public final class Installation implements AutoCloseable {

    private final DataFolder data;
    private final Logins logins;
    private final boolean demo;
    private final @Nullable EmbeddedServer server;

    private Installation(DataFolder data, Logins logins, boolean demo, @Nullable EmbeddedServer server) {
        this.data = data;
        this.logins = logins;
        this.demo = demo;
        this.server = server;
    }

    /// Opens the database in `folder`, or the one that `LEDFYR_DB_URL`, `LEDFYR_DB_USER` and `LEDFYR_DB_PASSWORD` name.
    ///
    /// @param environment where those names are looked up
    /// @param demo whether the installation is one for trying things out
    public static Installation open(Path folder, Map<String, String> environment, boolean demo) {
        DataFolder data = DataFolder.at(folder);
        String url = environment.get("LEDFYR_DB_URL");
        if (url != null) {
            Login administrator = new Login(
                    url,
                    environment.getOrDefault("LEDFYR_DB_USER", "ledfyr"),
                    environment.getOrDefault("LEDFYR_DB_PASSWORD", ""));
            return new Installation(data, Roles.prepare(administrator, data), demo, null);
        }
        EmbeddedServer server = EmbeddedServer.attachOrStart(data);
        return new Installation(data, Roles.prepare(server.administrator(), data), demo, server);
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
        Login login = logins.administrator();
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
        return logins;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
