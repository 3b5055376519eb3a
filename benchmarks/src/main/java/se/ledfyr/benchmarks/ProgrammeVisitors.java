package se.ledfyr.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;

/// People at work with programmes at the same time, each in turn with the pages of their work: a list, and what one of its
/// lines leads to. Between two pages each reads for one to five seconds.
final class ProgrammeVisitors {

    /// @param logins of those who do this work
    /// @param pages where their ways begin
    record Group(List<String> logins, List<Stop> pages) {

        Group {
            logins = List.copyOf(logins);
            pages = List.copyOf(pages);
        }
    }

    private final Times times = new Times();
    private final Map<String, Double> limits = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final int port;
    private final String password;

    ProgrammeVisitors(int port, String password) {
        this.port = port;
        this.password = password;
    }

    /// Lets everybody in, one after another, and then work for a while. The first fifth is not counted.
    Times work(List<Group> groups, Duration time) throws Exception {
        List<One> all = new ArrayList<>();
        for (Group group : groups) {
            for (String login : group.logins()) {
                Browser browser = new Browser(port);
                browser.signIn(login, password);
                all.add(new One(browser, login, group.pages()));
            }
        }
        Instant counted = Instant.now().plus(time.dividedBy(5));
        Instant end = Instant.now().plus(time);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> working = new ArrayList<>();
            all.forEach(one -> working.add(threads.submit(() -> one.workUntil(end, counted))));
            for (Future<?> each : working) {
                each.get();
            }
        }
        return times;
    }

    /// What 95 of 100 answers of a kind are to stay below, in milliseconds.
    double limit(String kind) {
        return limits.getOrDefault(kind, Double.NaN);
    }

    int requests() {
        return requests.get();
    }

    /// Answers that were not what a visitor would expect.
    List<String> failures() {
        return List.copyOf(failures);
    }

    private final class One {

        private final Browser browser;
        private final List<Stop> pages;
        private final RandomGenerator random;

        One(Browser browser, String login, List<Stop> pages) {
            this.browser = browser;
            this.pages = pages;
            this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(login.hashCode());
        }

        Void workUntil(Instant end, Instant counted) throws IOException, InterruptedException {
            while (Instant.now().isBefore(end)) {
                Stop stop = pages.get(random.nextInt(pages.size()));
                String path = stop.path();
                while (stop != null && Instant.now().isBefore(end)) {
                    Step next = onward(stop, page(stop, path, counted));
                    stop = next == null ? null : next.stop();
                    path = next == null ? "" : next.path();
                }
            }
            return null;
        }

        private record Step(Stop stop, String path) {}

        /// Some link of the page that the way may follow; none where there is none.
        private @org.jspecify.annotations.Nullable Step onward(Stop stop, String body) {
            List<Step> ways = new ArrayList<>();
            for (Stop then : stop.then()) {
                List<String> links = Pattern.compile("href=\"(" + then.path() + ")[\"#]")
                        .matcher(body)
                        .results()
                        .map(found -> found.group(1).replace("&amp;", "&"))
                        .toList();
                if (!links.isEmpty()) {
                    ways.add(new Step(then, links.get(random.nextInt(links.size()))));
                }
            }
            return ways.isEmpty() ? null : ways.get(random.nextInt(ways.size()));
        }

        private String page(Stop stop, String path, Instant counted) throws IOException, InterruptedException {
            Thread.sleep(1_000 + random.nextInt(4_000));
            Browser.Answer answer = browser.get(path);
            requests.incrementAndGet();
            limits.put(stop.kind(), stop.limit());
            if (answer.status() != 200) {
                failures.add(stop.kind() + ": " + answer.status());
            } else if (Instant.now().isAfter(counted)) {
                times.add(stop.kind(), answer.took());
            }
            return answer.body();
        }
    }
}
