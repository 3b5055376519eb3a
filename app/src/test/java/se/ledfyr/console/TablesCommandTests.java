package se.ledfyr.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesCommandTests {

    @TempDir
    Path folder;

    @Test
    void aFileBecomesTheExpectedTablesAndNothingElse() throws Exception {
        Path out = folder.resolve("new/tables");

        int status = run(reference("coordinator_registrations.csv"), out, "2024-01-01");

        assertThat(status).isZero();
        for (Path expected : files(reference("expected_full"))) {
            assertThat(sorted(out.resolve(expected.getFileName()))).isEqualTo(sorted(expected));
        }
        assertThat(files(out)).hasSize(15);
        assertThat(leftBehind()).isEmpty();
    }

    @Test
    void aWrongFileIsRefusedWithLineAndColumnAndNothingIsWritten() throws Exception {
        Path wrong = folder.resolve("wrong.csv");
        List<String> lines = Files.readAllLines(reference("coordinator_registrations.csv"));
        Files.write(wrong, List.of(lines.get(0), lines.get(1).replace(",ost,", ",öst,")));
        Path out = folder.resolve("tables");

        assertThat(run(wrong, out, "2024-01-01")).isEqualTo(2);

        assertThat(Files.readString(folder.resolve("said"))).contains("2\tregion\t");
        assertThat(out).doesNotExist();
    }

    @Test
    void aDayAfterTheReferenceDateIsRefused() throws Exception {
        assertThat(run(reference("coordinator_registrations.csv"), folder.resolve("tables"), "2023-01-01"))
                .isEqualTo(2);
    }

    @Test
    void aFileThatIsNotThereIsRefused() throws Exception {
        assertThat(run(folder.resolve("missing.csv"), folder.resolve("tables"), "2024-01-01"))
                .isEqualTo(2);
    }

    /// As a process of its own, as the command is used; without what the tests add to the application.
    private int run(Path file, Path out, String day) throws Exception {
        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "-cp",
                classes,
                "se.ledfyr.LedfyrApplication",
                "tables",
                "--registrations",
                file.toString(),
                "--out",
                out.toString(),
                "--as-of",
                day);
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("said").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static Path reference(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(TablesCommandTests.class.getResource("/reference/" + name))
                .toURI());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static List<String> sorted(Path file) throws IOException {
        return Files.readAllLines(file).stream().sorted().toList();
    }

    private List<Path> leftBehind() throws IOException {
        return files(folder.resolve("tmp")).stream()
                .filter(file -> file.getFileName().toString().startsWith("ledfyr-tables"))
                .toList();
    }
}
