package se.ledfyr.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// How long each kind of thing took.
final class Times {

    private final Map<String, Queue<Long>> nanos = new ConcurrentHashMap<>();

    void add(String kind, long took) {
        nanos.computeIfAbsent(kind, key -> new ConcurrentLinkedQueue<>()).add(took);
    }

    int count(String kind) {
        return nanos.getOrDefault(kind, new ConcurrentLinkedQueue<>()).size();
    }

    List<String> kinds() {
        return nanos.keySet().stream().sorted().toList();
    }

    /// The smallest time that a share of all times does not exceed, in milliseconds; not a number when there is none.
    double quantile(String kind, double share) {
        long[] sorted = nanos.getOrDefault(kind, new ConcurrentLinkedQueue<>()).stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int place = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, place)] / 1e6;
    }

    String line(String kind) {
        return String.format(
                Locale.ROOT,
                "median %.0f, p95 %.0f, p99 %.0f ms (%d)",
                quantile(kind, 0.5),
                quantile(kind, 0.95),
                quantile(kind, 0.99),
                count(kind));
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
