package se.ledfyr.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What was measured, beside what was wanted. Kept as a table for reading and for `docs/performance.md`.
final class Report {

    private record Line(String what, String wanted, String measured, String verdict) {}

    private final List<Line> lines = new ArrayList<>();

    /// @param limit what the value is not to exceed; not a number where nothing was promised
    void add(String what, double limit, String unit, double value, String more) {
        String wanted = Double.isNaN(limit) ? "–" : "≤ " + number(limit) + " " + unit;
        String verdict = Double.isNaN(limit) ? "" : value <= limit ? "yes" : "NO";
        lines.add(new Line(what, wanted, number(value) + " " + unit + (more.isEmpty() ? "" : "; " + more), verdict));
        System.out.printf("  %-44s %-12s %s %s%n", what, wanted, lines.getLast().measured(), verdict);
    }

    /// The 95th percentile of every kind, and answers that failed.
    ///
    /// @param limit of a kind in milliseconds; not a number where nothing was promised
    void add(Times times, ToDoubleFunction<String> limit, List<String> failures, String more) {
        for (String kind : times.kinds()) {
            add(kind + ", p95", limit.applyAsDouble(kind), "ms", times.quantile(kind, 0.95), times.line(kind));
        }
        add("requests that failed", 0, "", failures.size(), more);
        failures.stream().distinct().limit(10).forEach(System.out::println);
    }

    void write(Path folder, String title) throws IOException {
        Files.createDirectories(folder);
        StringBuilder text = new StringBuilder("## " + title + "\n\n" + machine() + "\n\n");
        text.append("| what | wanted | measured | holds |\n|---|---|---|---|\n");
        for (Line line : lines) {
            text.append(
                    "| %s | %s | %s | %s |\n".formatted(line.what(), line.wanted(), line.measured(), line.verdict()));
        }
        String when =
                LocalDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(':', '-');
        Path file = folder.resolve("bench-" + when + ".md");
        Files.writeString(file, text);
        System.out.println("\n" + text + "\nWritten to " + file);
    }

    private static String machine() throws IOException {
        String processor = Files.exists(Path.of("/proc/cpuinfo"))
                ? Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                        .filter(line -> line.startsWith("model name"))
                        .findFirst()
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .orElse("unknown processor")
                : "unknown processor";
        return "%s, %d processors of %s, JDK %s, load before %.1f"
                .formatted(
                        LocalDateTime.now().toLocalDate(),
                        Runtime.getRuntime().availableProcessors(),
                        processor,
                        Runtime.version().feature(),
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                                .getSystemLoadAverage());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }
}
