package se.ledfyr.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import se.ledfyr.installation.DataFolder;
import se.ledfyr.installation.Installation;
import se.ledfyr.installation.RunLock;
import se.ledfyr.intake.SampleFiles;

/// `ledfyr import` as a process of its own, ended by the operating system in the middle of its work.
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class KilledImportTests {

    private static final int ROWS = 20_000;
    private static final int KILLS = 4;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @Test
    void whatIsKilledLeavesAllOrNothingAndAWholeChain() throws Exception {
        Path data = folder.resolve("data");
        Path file = Files.writeString(folder.resolve("people.csv"), file());
        try (RunLock server = RunLock.take(DataFolder.at(data)).orElseThrow();
                Installation installation = Installation.open(data, Map.of(), false)) {
            assertThat(server).isNotNull();
            assertThat(installation.isDemo()).isFalse();
            Run withoutOffice = run(data, file);
            assertThat(withoutOffice.status()).as(withoutOffice.output()).isEqualTo(2);
            assertThat(withoutOffice.output()).startsWith("2\tregion\tNo office answers for region nord yet");
            addOffice(data);
            Random random = new Random(7);
            for (int i = 0; i < KILLS; i++) {
                killAtWork(data, file, random.nextInt(1_200));
                assertAllOrNothing(data);
            }
            assertThat(run(data, file).status()).isZero();
            assertThat(registrations(data)).isEqualTo(ROWS);
            assertAllOrNothing(data);
        }
        // Without a server the command brings its own, also after the last one was left behind.
        Process alone = start(data, file, folder.resolve("alone"));
        Thread.sleep(4_000);
        alone.destroyForcibly().waitFor();
        Run again = run(data, file);
        assertThat(again.output()).as(errors()).isEqualTo("added 0, unchanged %d, corrected 0".formatted(ROWS));
        assertThat(again.status()).isZero();
    }

    private static String file() {
        StringBuilder text = new StringBuilder(SampleFiles.csv());
        for (int i = 0; i < ROWS; i++) {
            text.append(SampleFiles.csv(SampleFiles.row()).split("\n", 2)[1]);
        }
        return text.toString();
    }

    private void killAtWork(Path data, Path file, int after) throws Exception {
        Process process = start(data, file, folder.resolve("killed"));
        Instant end = Instant.now().plus(LONGEST_WAIT);
        while (process.isAlive() && !isWriting(data) && Instant.now().isBefore(end)) {
            Thread.sleep(20);
        }
        Thread.sleep(after);
        process.destroyForcibly().waitFor();
        // PostgreSQL notices that nobody is there any more as soon as it wants to answer.
        while (isWriting(data) && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
    }

    /// The temporary table of the rows exists only while a file is being taken.
    private static boolean isWriting(Path data) {
        return count(data, "select count(*) from pg_class where relname = 'filed'") > 0;
    }

    private static void assertAllOrNothing(Path data) {
        assertThat(registrations(data)).isIn(0L, (long) ROWS);
        assertThat(count(data, "select coalesce(sum(added), 0) from intake.import"))
                .isEqualTo(registrations(data));
        assertThat(count(data, "select count(*) from people.person")).isEqualTo(registrations(data));
        assertThat(count(
                        data,
                        "select count(*) from audit.entry where action = 'FILE_TAKEN' and detail like '%added " + ROWS
                                + ",%'"))
                .isEqualTo(registrations(data) / ROWS);
        assertThat(count(data, """
                        select count(*)
                        from (select previous, lag(hash, 1, decode(repeat('00', 32), 'hex')) over (order by seq) as before,
                                     seq, row_number() over (order by seq) as place
                              from audit.entry) entries
                        where previous <> before or seq <> place
                        """)).isZero();
        assertThat(count(
                        data,
                        "select count(*) from audit.head where seq = (select coalesce(max(seq), 0) from audit.entry)"))
                .isEqualTo(1);
    }

    private static long registrations(Path data) {
        return count(data, "select count(*) from casework.registration");
    }

    private static void addOffice(Path data) {
        OwnProcess.database(data)
                .sql(
                        "insert into organisations.organisation (id, name, kind, region, created_at) values (gen_random_uuid(), 'Kontor Nord (prov)', 'REGIONAL_COORDINATION', 'nord', now())")
                .update();
    }

    private static long count(Path data, String query) {
        return OwnProcess.database(data).sql(query).query(Long.class).single();
    }

    /// What the processes complained about, for the reader of a failed test.
    private String errors() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("errors"));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    private Run run(Path data, Path file) throws Exception {
        Path output = folder.resolve("output");
        Process process = start(data, file, output);
        assertThat(process.waitFor(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        List<String> lines = Files.readAllLines(output);
        return new Run(process.exitValue(), lines.isEmpty() ? "" : lines.getFirst());
    }

    private static Process start(Path data, Path file, Path output) throws IOException {
        return OwnProcess.start(output, "import", file.toString(), "--data", data.toString());
    }

    private record Run(int status, String output) {}
}
