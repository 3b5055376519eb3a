package se.ledfyr.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import se.ledfyr.fiction.InventedFile;
import se.ledfyr.statistics.TableRace;

/// The register: tables against statements by hand, coordinators at work, files in and out.
///
/// @param full whether so long and so often that limits are judged by it
record RegisterRun(Path data, boolean full, Report report) {

    /// The third by name, Nord: of a million people it has a little more than 100,000.
    private static final int LARGER_OFFICE = 2;

    /// @param begins how the names of the tables begin; empty for all
    void race(ConfigurableApplicationContext house, String begins) {
        for (TableRace.Heat heat : TableRace.run(house, full ? 7 : 5, begins)) {
            report.add(
                    "table " + heat.table() + " to hand-written",
                    1.5,
                    "×",
                    heat.ratio(),
                    "%.0f to %.0f ms".formatted(heat.declared(), heat.byHand()));
        }
    }

    void visits(List<String> logins, String password) throws Exception {
        try (Program program = Program.run(data)) {
            Visitors visitors = new Visitors(program.port(), logins, password);
            double before = program.processorSeconds();
            Times times = visitors.work(Duration.ofSeconds(full ? 180 : 40));
            double processor = (program.processorSeconds() - before) * 1000 / Math.max(1, visitors.requests());
            report.add("processor time of the application", Double.NaN, "ms a request", processor, "");
            report.add(times, RegisterRun::limit, visitors.failures(), program.heap().toString());
            page(program, logins.get(LARGER_OFFICE), password);
        }
    }

    private static double limit(String kind) {
        return switch (kind) {
            case Visitors.LIST, Visitors.PERSON -> 200;
            case Visitors.CHECK -> 300;
            default -> Double.NaN;
        };
    }

    /// Import of 10,000 rows and export of 100,000 by their pages.
    private void page(Program program, String login, String password) throws Exception {
        Browser browser = new Browser(program.port());
        browser.signIn(login, password);
        if (browser.get("/import").status() == 200) {
            upload(program, browser);
        }
        long start = System.nanoTime();
        long bytes = browser.download("/export/registrations.csv");
        if (bytes > 0) {
            report.add(
                    "export by the page",
                    10,
                    "s",
                    (System.nanoTime() - start) / 1e9,
                    "%,d bytes, %s".formatted(bytes, program.heap()));
        }
    }

    private void upload(Program program, Browser browser) throws IOException, InterruptedException {
        Path file = file(10_000, System.nanoTime());
        Browser.Answer taken = browser.upload("/import", "file", "registrations.csv", Files.readAllBytes(file));
        Files.delete(file);
        require(taken.isRedirect() || taken.status() == 200, "the import page answered " + taken.status());
        report.add(
                "import of 10,000 rows by the page",
                60,
                "s",
                taken.took() / 1e9,
                program.heap().toString());
    }

    void console() throws IOException, InterruptedException {
        for (int rows : new int[] {10_000, 40_000}) {
            Path file = file(rows, System.nanoTime());
            Program.Ended ended = Program.call("import", file.toString(), "--data", data.toString());
            require(ended.status() == 0, "import failed with " + ended.status());
            report.add(
                    "import of %,d rows by the console".formatted(rows),
                    rows == 10_000 ? 60 : Double.NaN,
                    "s",
                    ended.seconds(),
                    ended.heap().toString());
            Files.delete(file);
        }
    }

    private static Path file(int rows, long seed) throws IOException {
        Path file = Files.createTempFile("ledfyr", ".csv");
        try (var out = Files.newOutputStream(file)) {
            InventedFile.write(rows, seed, out);
        }
        return file;
    }

    private static void require(boolean fine, String otherwise) {
        if (!fine) {
            throw new IllegalStateException(otherwise);
        }
    }
}
