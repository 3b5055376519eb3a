package se.ledfyr.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
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
        assertExpected(out, name -> name.startsWith("rk_"));
        assertThat(files(out)).hasSize(15);
        assertThat(leftBehind()).isEmpty();
    }

    /// Registrations, grants and reflection periods together, with their links.
    @Test
    void fourFilesBecomeAllExpectedTables() throws Exception {
        Path out = folder.resolve("tables");

        int status = start(
                out,
                "2024-02-01",
                Map.of(
                        "--registrations", reference("coordinator_registrations.csv"),
                        "--amp", reference("amp_grants.csv"),
                        "--nsp", reference("nsp_grants.csv"),
                        "--reflection", reference("reflection_periods.csv")));

        assertThat(Files.readString(folder.resolve("said"))).doesNotContain("ledfyr:");
        assertThat(status).isZero();
        assertExpected(out, name -> !name.startsWith("civil_"));
        assertThat(files(out)).hasSize(15 + 7 + 8 + 2);
    }

    /// Adults and children that civil society met, with the links between them.
    @Test
    void twoFilesOfCivilSocietyBecomeAllItsTables() throws Exception {
        Path out = folder.resolve("tables");

        int status = start(
                out,
                "2026-01-31",
                Map.of(
                        "--civil-adults", reference("civil_adults_2025.csv"),
                        "--civil-children", reference("civil_children_2025.csv")));

        assertThat(Files.readString(folder.resolve("said"))).doesNotContain("ledfyr:");
        assertThat(status).isZero();
        assertExpected(out, name -> name.startsWith("civil_"));
        assertThat(files(out)).hasSize(29);
    }

    @Test
    void eachFileIsOptionalAndLinksThatNobodyCanCheckAreLeftOut() throws Exception {
        Path out = folder.resolve("tables");

        assertThat(start(out, "2024-02-01", Map.of("--amp", reference("amp_grants.csv"))))
                .isZero();

        assertExpected(out, name -> name.startsWith("amp_"));
        assertThat(files(out)).hasSize(7);
        assertThat(Files.readString(folder.resolve("said"))).contains("links of");
    }

    @Test
    void aLinkToARegistrationThatSaysSomethingElseIsRefused() throws Exception {
        Path wrong = folder.resolve("amp.csv");
        List<String> lines = Files.readAllLines(reference("amp_grants.csv"));
        Files.write(wrong, List.of(lines.get(0), lines.get(1).replace(",male,", ",female,")));
        Path out = folder.resolve("tables");

        assertThat(start(
                        out,
                        "2024-02-01",
                        Map.of("--registrations", reference("coordinator_registrations.csv"), "--amp", wrong)))
                .isEqualTo(2);

        assertThat(Files.readString(folder.resolve("said"))).contains("2\tsex\t");
        assertThat(out).doesNotExist();
    }

    private static void assertExpected(Path out, Predicate<String> which) throws Exception {
        for (Path expected : files(reference("expected_full"))) {
            if (which.test(expected.getFileName().toString())) {
                assertThat(sorted(out.resolve(expected.getFileName()))).isEqualTo(sorted(expected));
            }
        }
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

    private int run(Path file, Path out, String day) throws Exception {
        return start(out, day, Map.of("--registrations", file));
    }

    /// As a process of its own, as the command is used; without what the tests add to the application.
    private int start(Path out, String day, Map<String, Path> given) throws Exception {
        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "-cp",
                classes,
                "se.ledfyr.LedfyrApplication",
                "tables",
                "--out",
                out.toString(),
                "--as-of",
                day));
        given.forEach((option, file) -> command.addAll(List.of(option, file.toString())));
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
