package se.ledfyr.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.springframework.context.ConfigurableApplicationContext;
import se.ledfyr.access.MembersForVisitors;
import se.ledfyr.installation.CasesForVisitors;
import se.ledfyr.installation.Installation;

/// `./ledfyr bench [quick|full|visits|cases|programmes|contacts|needs|clocks|micro] [DIR]`: measures the whole house and prints what was wanted
/// beside what came out.
///
/// `visits` leaves out the tables and the console, `cases` measures work with cases alone, `programmes` that with programmes, `contacts`
/// the contacts of civil society and all their tables, beside a small register, `needs` the report of needs against statements by hand, `clocks` clocks that are due. With a folder, the installation in it is used and
/// made only when it is missing, so that a full run can be repeated without filling a million people in again.
public final class Bench {

    private static final int VISITORS = 50;

    private final String what;
    private final boolean full;
    private final Installed house;
    private final Report report = new Report();
    private final String password = UUID.randomUUID().toString();

    private Bench(String what, Path data) {
        this.what = what;
        this.full = !what.equals("quick") && !Boolean.getBoolean("bench.small");
        this.house = new Installed(data, full && !what.equals("contacts") ? 1_000_000 : 20_000);
    }

    public static void main(String[] arguments) throws Exception {
        String what = arguments.length == 0 ? "quick" : arguments[0];
        switch (what) {
            case "micro" -> micro();
            case "quick", "full", "visits", "cases", "programmes", "contacts", "needs", "clocks" ->
                inFolder(what, arguments.length > 1 ? Path.of(arguments[1]) : null);
            default -> {
                System.err.println(
                        "ledfyr bench: quick, full, visits, cases, programmes, contacts, needs, clocks or micro, and a folder");
                System.exit(2);
            }
        }
    }

    private static void inFolder(String what, @Nullable Path kept) throws Exception {
        Path data = kept == null ? Files.createTempDirectory("ledfyr-bench") : kept;
        try {
            new Bench(what, data).measure();
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

    private void measure() throws Exception {
        switch (what) {
            case "clocks" -> OneMinute.measure(house.data(), report);
            case "programmes" -> programmes();
            case "contacts" -> contacts();
            case "cases" -> cases();
            default -> register();
        }
        report.write(
                Path.of("results"), what.equals("clocks") ? what : "%s, %,d people".formatted(what, house.people()));
    }

    private void register() throws Exception {
        RegisterRun run = new RegisterRun(house.data(), full, report);
        List<String> logins = new ArrayList<>();
        house.fill(report);
        house.inside(context -> {
            logins.addAll(arrive(context, VISITORS));
            if (!what.equals("visits")) {
                run.race(context, what.equals("needs") ? "needs_" : "");
            }
        });
        if (!what.equals("needs")) {
            run.visits(logins, password);
        }
        if (what.equals("quick") || what.equals("full")) {
            run.console();
        }
    }

    private void cases() throws Exception {
        List<String> logins = new ArrayList<>();
        house.fill(report);
        house.inside(context -> {
            logins.addAll(arrive(context, VISITORS - 1));
            logins.add(MembersForVisitors.arriveFromTheNation(context, password));
        });
        CaseRun.measure(house.data(), Duration.ofSeconds(full ? 120 : 40), logins, password, report);
    }

    private void programmes() throws Exception {
        ProgrammeRun run = new ProgrammeRun(house, password, report);
        house.fill(report);
        house.inside(context -> {
            arrive(context, VISITORS);
            run.fill(context);
            run.group(context);
        });
        run.visits(Duration.ofSeconds(full ? 240 : 60));
    }

    private void contacts() throws Exception {
        ContactRun run = new ContactRun(house, password, report);
        house.fill(report);
        house.inside(context -> {
            arrive(context, VISITORS);
            run.fill(context);
            new RegisterRun(house.data(), full, report).race(context, "civil_");
        });
        run.visits(Duration.ofSeconds(full ? 180 : 60));
    }

    /// Coordinators, and cases for them to work with.
    private List<String> arrive(ConfigurableApplicationContext context, int number) throws Exception {
        List<String> logins = MembersForVisitors.arrive(context, number, password);
        CasesForVisitors.arrive(context.getBean(Installation.class), house.people() / 5, 10L * house.people());
        return logins;
    }

    private static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
