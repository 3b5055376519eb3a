package se.ledfyr.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Boxes, cases and the country's view, while fifty work.
final class CaseRun {

    private static final double LIMIT = 200;

    private CaseRun() {}

    static void measure(Path data, Duration time, List<String> logins, String password, Report report)
            throws Exception {
        try (Program program = Program.run(data)) {
            CaseVisitors visitors = new CaseVisitors(program.port(), logins, password);
            double before = program.processorSeconds();
            Times times = visitors.work(time);
            double processor = (program.processorSeconds() - before) * 1000 / Math.max(1, visitors.requests());
            report.add("processor time of the application", Double.NaN, "ms a request", processor, "");
            report.add(times, kind -> LIMIT, visitors.failures(), program.heap().toString());
        }
    }
}
