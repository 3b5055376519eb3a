package se.ledfyr.installation;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/// PostgreSQL in the data folder, reachable from this machine alone and by password alone.
///
/// A server that is already running there is used and left running: another command owns it. One that
/// was left behind by a process that died is ended first, so that PostgreSQL itself recovers what had
/// been committed.
final class EmbeddedServer implements AutoCloseable {

    private static final String PASSWORD = "postgres.secret";
    private static final String BUILT_PROGRAM = "ledfyr.program";
    /// What the library leaves in a folder when all of it is unpacked.
    private static final String WHOLE = ".exists";
    private static final String BY_PASSWORD_ONLY = """
            # Written by Ledfyr. From this machine, by password, nothing else.
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final @Nullable EmbeddedPostgres started;
    private final Login administrator;

    private EmbeddedServer(@Nullable EmbeddedPostgres started, Login administrator) {
        this.started = started;
        this.administrator = administrator;
    }

    static EmbeddedServer attachOrStart(DataFolder data) {
        Path cluster = data.resolve("postgres");
        try {
            Optional<Integer> running = runningPort(cluster);
            Optional<byte[]> password = data.secret(PASSWORD);
            if (running.isPresent() && password.isPresent()) {
                return new EmbeddedServer(null, login(running.get(), text(password.get())));
            }
            return start(data, cluster);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL could not be started in " + cluster, e);
        }
    }

    /// Ends a server whose owner has died. Only whoever holds the run lock of the data folder may do this.
    static void endOrphan(DataFolder data) {
        Path cluster = data.resolve("postgres");
        processOf(cluster).ifPresent(process -> {
            CompletableFuture<ProcessHandle> ended = process.onExit();
            process.destroy();
            try {
                // It may have much to write down first. Ended by force, its helpers would still hold the folder.
                ended.get(60, TimeUnit.SECONDS);
            } catch (TimeoutException | java.util.concurrent.ExecutionException slow) {
                process.destroyForcibly();
                ended.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    Login administrator() {
        return administrator;
    }

    @Override
    public void close() {
        if (started != null) {
            try {
                started.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static EmbeddedServer start(DataFolder data, Path cluster) throws IOException {
        String password = password(data);
        boolean fresh = !Files.exists(cluster.resolve("PG_VERSION"));
        Path program = programFolder(data);
        removeHalfUnpacked(program);
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(program.toFile())
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                // Not by itself when the JVM ends, beside an application that is still at work: after it, see below.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                // A cluster asks for the password from its first moment: nobody else on the machine slips in before.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", data.resolve(PASSWORD).toString())
                .setConnectConfig("password", password)
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("password_encryption", "scram-sha-256")
                // The library's own settings are for throw-away data: they would lose what was answered as written,
                // the audit log included, when the power fails.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_connections", "60")
                // Work for a client that was killed ends within seconds, and what it held is free again.
                .setServerConfig("client_connection_check_interval", "5s")
                .setServerConfig("jit", "off")
                .setServerConfig("random_page_cost", "1.1")
                .start();
        if (fresh) {
            closeToReplication(cluster, login(server.getPort(), password));
        }
        EmbeddedServer started = new EmbeddedServer(server, login(server.getPort(), password));
        SpringApplication.getShutdownHandlers().add(started::close);
        return started;
    }

    /// Where PostgreSQL lies: in the folder that the build unpacked it into, since unpacking takes as long as anything
    /// else at a first start. Without one, or where it is another's, each data folder unpacks its own.
    static Path programFolder(DataFolder data) throws IOException {
        String built = System.getProperty(BUILT_PROGRAM, "");
        return !built.isEmpty() && isWhole(Path.of(built)) ? Path.of(built) : data.folder("program");
    }

    private static boolean isWhole(Path program) throws IOException {
        if (!Files.isWritable(program)) {
            return false;
        }
        try (DirectoryStream<Path> unpacked = Files.newDirectoryStream(program, "PG-*")) {
            for (Path version : unpacked) {
                if (Files.exists(version.resolve(WHOLE))) {
                    return true;
                }
            }
            return false;
        }
    }

    /// PostgreSQL is unpacked at the first start. A start that died while unpacking left a part of it,
    /// onto which nothing can be unpacked again; the mark comes last.
    static void removeHalfUnpacked(Path program) throws IOException {
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(program, "PG-*")) {
            for (Path version : versions) {
                if (Files.isDirectory(version) && !Files.exists(version.resolve(WHOLE))) {
                    FileSystemUtils.deleteRecursively(version);
                }
            }
        }
    }

    /// Kept before there is a cluster, so that a first start which dies half-way leaves nothing open.
    private static String password(DataFolder data) {
        byte[] kept = data.secret(PASSWORD).orElseGet(() -> {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            byte[] fresh = HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII);
            data.keepSecret(PASSWORD, fresh);
            return fresh;
        });
        return text(kept);
    }

    private static void closeToReplication(Path cluster, Login login) throws IOException {
        Files.writeString(cluster.resolve("pg_hba.conf"), BY_PASSWORD_ONLY);
        try (Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                Statement sql = connection.createStatement()) {
            sql.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("The new cluster could not be closed to strangers", e);
        }
    }

    private static Optional<Integer> runningPort(Path cluster) throws IOException {
        if (processOf(cluster).isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
        return lines.size() > 3 ? Optional.of(Integer.valueOf(lines.get(3).strip())) : Optional.empty();
    }

    private static Optional<ProcessHandle> processOf(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(process ->
                            process.info().command().orElse("postgres").contains("postgres"));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static Login login(int port, String password) {
        return new Login("jdbc:postgresql://localhost:%d/postgres".formatted(port), "postgres", password);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
