package se.ledfyr.console;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.ledfyr.installation.DataFolder;

/// Runs `ledfyr` as a process of its own, which the operating system can end at any moment, and looks behind it.
final class OwnProcess {

    private OwnProcess() {}

    /// @param output where standard output goes; standard error is added to the file `errors` beside it
    static Process start(Path output, String... arguments) throws IOException {
        return start(Map.of(), output, arguments);
    }

    /// @param environment what is set for the process alone
    static Process start(Map<String, String> environment, Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classesWithoutTests(),
                "se.ledfyr.LedfyrApplication"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        output.resolveSibling("errors").toFile()));
        process.environment().putAll(environment);
        return process.start();
    }

    /// What makes a process use the database that runs in a data folder instead of one of its own.
    static Map<String, String> onDatabaseIn(Path data) {
        return Map.of("LEDFYR_DB_URL", url(data), "LEDFYR_DB_USER", "postgres", "LEDFYR_DB_PASSWORD", password(data));
    }

    /// The superuser's view of the database that runs in a data folder.
    static JdbcClient database(Path data) {
        return JdbcClient.create(new DriverManagerDataSource(url(data), "postgres", password(data)));
    }

    private static String url(Path data) {
        try {
            List<String> running = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
            return "jdbc:postgresql://localhost:%s/postgres"
                    .formatted(running.get(3).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String password(Path data) {
        return new String(DataFolder.at(data).secret("postgres.secret").orElseThrow(), StandardCharsets.US_ASCII);
    }

    /// The process is the application as it is delivered: the components of the tests are no part of it.
    private static String classesWithoutTests() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(part -> !part.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
