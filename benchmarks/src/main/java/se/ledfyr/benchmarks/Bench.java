package se.ledfyr.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import se.ledfyr.LedfyrApplication;
import se.ledfyr.access.MembersForVisitors;
import se.ledfyr.fiction.InventedFile;
import se.ledfyr.installation.CasesForVisitors;
import se.ledfyr.installation.Installation;
import se.ledfyr.installation.ProgrammesForVisitors;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.statistics.TableRace;

/// `./ledfyr bench [quick|full|visits|cases|programmes|needs|clocks|micro] [DIR]`: measures the whole house and prints what was wanted
/// beside what came out.
///
/// `visits` leaves out the tables and the console, `cases` measures work with cases alone, `programmes` that with
/// programmes, `needs` the report of needs
/// against statements by hand, `clocks` clocks that are due. With a folder, the installation in it is used and made only
/// when it is missing, so that a full run can be repeated without filling a million people in again.
public final class Bench {

    private static final int VISITORS = 50;

    /// The third by name, Nord: of a million people it has a little more than 100,000.
    private static final int LARGER_OFFICE = 2;

    private final boolean full;
    private final Path data;
    private final Report report = new Report();

    private Bench(boolean full, Path data) {
        this.full = full;
        this.data = data;
    }

    public static void main(String[] arguments) throws Exception {
        String what = arguments.length == 0 ? "quick" : arguments[0];
        switch (what) {
            case "micro" -> micro();
            case "clocks" -> clocks(arguments.length > 1 ? Path.of(arguments[1]) : null);
            case "quick", "full", "visits", "cases", "programmes", "needs" -> {
                boolean kept = arguments.length > 1;
                Path data = kept ? Path.of(arguments[1]) : Files.createTempDirectory("ledfyr-bench");
                try {
                    new Bench(!what.equals("quick") && !Boolean.getBoolean("bench.small"), data).measure(what);
                } finally {
                    if (!kept) {
                        remove(data);
                    }
                }
            }
            default -> {
                System.err.println(
                        "ledfyr bench: quick, full, visits, cases, programmes, needs, clocks or micro, and a folder");
                System.exit(2);
            }
        }
    }

    private static void clocks(@Nullable Path kept) throws Exception {
        Path data = kept == null ? Files.createTempDirectory("ledfyr-bench") : kept;
        try {
            Report report = new Report();
            OneMinute.measure(data, report);
            report.write(Path.of("results"), "clocks");
        } finally {
            if (kept == null) {
                remove(data);
            }
        }
    }

    private static void micro() throws Exception {
        Files.createDirectories(Path.of("results"));
        new Runner(new OptionsBuilder()
                        .include("se\\.ledfyr\\..*Benchmark")
                        .forks(1)
                        .warmupIterations(2)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .addProfiler("gc")
                        .result("results/micro.csv")
                        .build())
                .run();
    }

    private void measure(String what) throws Exception {
        int people = full ? 1_000_000 : 20_000;
        if (!Files.exists(data.resolve("postgres"))) {
            Program.Ended filled =
                    Program.call("generate", "--people", "" + people, "--seed", "1", "--data", data.toString());
            require(filled.status() == 0, "filling failed");
            report.add(
                    "filling, people a second",
                    Double.NaN,
                    "",
                    people / filled.seconds(),
                    filled.heap().toString());
        }
        String password = UUID.randomUUID().toString();
        List<String> logins = new ArrayList<>();
        List<String> office = new ArrayList<>();
        inside(house -> {
            logins.addAll(MembersForVisitors.arrive(house, VISITORS, password));
            if (what.equals("cases")) {
                logins.removeLast();
                logins.add(MembersForVisitors.arriveFromTheNation(house, password));
            }
            CasesForVisitors.arrive(house.getBean(Installation.class), people / 5, 10L * people);
            if (what.equals("programmes")) {
                office.addAll(MembersForVisitors.arriveAt(
                        house, OrganisationKind.PROGRAMME_OFFICE, VISITORS / 2, password));
                ProgrammesForVisitors.arrive(house.getBean(Installation.class), people / 10);
            }
            if (what.equals("quick") || what.equals("full") || what.equals("needs")) {
                race(house, what.equals("needs") ? "needs_" : "");
            }
        });
        if (what.equals("needs")) {
            report.write(Path.of("results"), "%s, %,d people".formatted(what, people));
            return;
        }
        if (what.equals("programmes")) {
            try (Program program = Program.run(data)) {
                programmes(program, office, logins.subList(0, VISITORS / 2), password);
            }
            report.write(Path.of("results"), "%s, %,d people".formatted(what, people));
            return;
        }
        if (what.equals("cases")) {
            try (Program program = Program.run(data)) {
                cases(program, logins, password);
            }
            report.write(Path.of("results"), "%s, %,d people".formatted(what, people));
            return;
        }
        try (Program program = Program.run(data)) {
            visits(program, logins, password);
            page(program, logins.get(LARGER_OFFICE), password);
        }
        if (!what.equals("visits")) {
            console();
        }
        report.write(Path.of("results"), "%s, %,d people".formatted(what, people));
    }

    private void race(ConfigurableApplicationContext house, String begins) {
        for (TableRace.Heat heat : TableRace.run(house, full ? 7 : 5, begins)) {
            report.add(
                    "table " + heat.table() + " to hand-written",
                    1.5,
                    "×",
                    heat.ratio(),
                    "%.0f to %.0f ms".formatted(heat.declared(), heat.byHand()));
        }
    }

    private void visits(Program program, List<String> logins, String password) throws Exception {
        Visitors visitors = new Visitors(program.port(), logins, password);
        double before = program.processorSeconds();
        Times times = visitors.work(Duration.ofSeconds(full ? 180 : 40));
        double processor = (program.processorSeconds() - before) * 1000 / Math.max(1, visitors.requests());
        report.add("processor time of the application", Double.NaN, "ms a request", processor, "");
        for (String kind : times.kinds()) {
            double limit = switch (kind) {
                case Visitors.LIST, Visitors.PERSON -> 200;
                case Visitors.CHECK -> 300;
                default -> Double.NaN;
            };
            report.add(kind + ", p95", limit, "ms", times.quantile(kind, 0.95), times.line(kind));
        }
        report.add(
                "requests that failed",
                0,
                "",
                visitors.failures().size(),
                program.heap().toString());
        visitors.failures().stream().distinct().limit(10).forEach(System.out::println);
    }

    /// Boxes, cases and the country's view, while fifty work.
    private void cases(Program program, List<String> logins, String password) throws Exception {
        CaseVisitors visitors = new CaseVisitors(program.port(), logins, password);
        double before = program.processorSeconds();
        Times times = visitors.work(Duration.ofSeconds(full ? 120 : 40));
        double processor = (program.processorSeconds() - before) * 1000 / Math.max(1, visitors.requests());
        report.add("processor time of the application", Double.NaN, "ms a request", processor, "");
        for (String kind : times.kinds()) {
            report.add(kind + ", p95", 200, "ms", times.quantile(kind, 0.95), times.line(kind));
        }
        report.add(
                "requests that failed",
                0,
                "",
                visitors.failures().size(),
                program.heap().toString());
        visitors.failures().stream().distinct().limit(10).forEach(System.out::println);
    }

    /// Lists of programmes and what their lines lead to, while fifty work.
    private void programmes(Program program, List<String> office, List<String> coordinators, String password)
            throws Exception {
        ProgrammeVisitors visitors =
                new ProgrammeVisitors(program.port(), password, Duration.ofSeconds(full ? 120 : 40));
        Times times = visitors.work(office, coordinators);
        for (String kind : times.kinds()) {
            report.add(kind + ", p95", 200, "ms", times.quantile(kind, 0.95), times.line(kind));
        }
        report.add(
                "requests that failed",
                0,
                "",
                visitors.failures().size(),
                program.heap().toString());
        visitors.failures().stream().distinct().limit(10).forEach(System.out::println);
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

    private void console() throws IOException, InterruptedException {
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

    private interface Work {
        void with(ConfigurableApplicationContext house) throws Exception;
    }

    /// The application without its web server, in this process.
    private void inside(Work work) throws Exception {
        try (Installation installation = Installation.open(data, Map.of(), false);
                ConfigurableApplicationContext house = new SpringApplicationBuilder(LedfyrApplication.class)
                        .web(WebApplicationType.NONE)
                        .initializers(context -> ((GenericApplicationContext) context)
                                .registerBean(
                                        Installation.class, () -> installation, bean -> bean.setDestroyMethodName("")))
                        .run()) {
            work.with(house);
        }
    }

    private static void require(boolean fine, String otherwise) {
        if (!fine) {
            throw new IllegalStateException(otherwise);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
