package se.ledfyr.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import se.ledfyr.benchmarks.Browser.Answer;

/// People at work with cases at the same time: the boxes of offers, the lists, one case and one person after another, the
/// needs; one of them the country's view of where people fall between chairs. Between two pages each reads for one to
/// five seconds.
final class CaseVisitors {

    static final String INBOX = "inbox of offers";
    static final String OUTBOX = "outbox of offers";
    static final String CASES = "list of cases";
    static final String PERSONS = "work list of persons";
    static final String PERSON = "person page";
    static final String CASE = "case page";
    static final String NEEDS = "needs owed";
    static final String CHAIRS = "chairs view";

    private static final Pattern PERSON_LINK = Pattern.compile("href=\"(/registrations/[0-9a-f-]{36})\"");
    private static final Pattern CASE_LINK = Pattern.compile("href=\"(/cases/[0-9a-f-]{36})\"");

    private final Times times = new Times();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final int port;
    private final List<String> logins;
    private final String password;

    /// @param logins the last is somebody of the national coordination, the others work in regional offices
    CaseVisitors(int port, List<String> logins, String password) {
        this.port = port;
        this.logins = logins;
        this.password = password;
    }

    /// Lets all of them in and then work for a while. The first fifth is not counted.
    Times work(Duration time) throws Exception {
        List<Browser> browsers = new ArrayList<>();
        for (String login : logins) {
            Browser browser = new Browser(port);
            browser.signIn(login, password);
            browsers.add(browser);
        }
        Instant counted = Instant.now().plus(time.dividedBy(5));
        Instant end = Instant.now().plus(time);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < browsers.size(); i++) {
                One one = new One(browsers.get(i), i, i == browsers.size() - 1, counted);
                all.add(threads.submit(() -> one.workUntil(end)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        return times;
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
        private final RandomGenerator random;
        private final boolean national;
        private final Instant counted;
        private List<String> cases = List.of();
        private List<String> persons = List.of();

        One(Browser browser, int number, boolean national, Instant counted) {
            this.browser = browser;
            this.national = national;
            this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(number);
            this.counted = counted;
        }

        Void workUntil(Instant end) throws IOException, InterruptedException {
            Thread.sleep(random.nextInt(3_000));
            if (national) {
                while (Instant.now().isBefore(end)) {
                    page(CHAIRS, "/chairs");
                    Thread.sleep(1_000 + random.nextInt(4_000));
                }
                return null;
            }
            cases = list(CASES, "/cases", CASE_LINK);
            persons = list(PERSONS, "/registrations", PERSON_LINK);
            while (Instant.now().isBefore(end)) {
                Thread.sleep(1_000 + random.nextInt(4_000));
                visit(random.nextInt(100));
            }
            return null;
        }

        private void visit(int chance) throws IOException, InterruptedException {
            if (chance < 20) {
                page(INBOX, "/handovers");
            } else if (chance < 30) {
                page(OUTBOX, "/handovers?box=outbox");
            } else if (chance < 40) {
                cases = list(CASES, "/cases", CASE_LINK);
            } else if (chance < 48) {
                persons = list(PERSONS, "/registrations", PERSON_LINK);
            } else if (chance < 55) {
                page(NEEDS, "/needs");
            } else if (chance < 70 && !persons.isEmpty()) {
                page(PERSON, persons.get(random.nextInt(persons.size())));
            } else if (!cases.isEmpty()) {
                page(CASE, cases.get(random.nextInt(cases.size())));
            }
        }

        private List<String> list(String kind, String path, Pattern link) throws IOException, InterruptedException {
            return link.matcher(page(kind, path).body())
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
        }

        private Answer page(String kind, String path) throws IOException, InterruptedException {
            Answer answer = browser.get(path);
            requests.incrementAndGet();
            if (answer.status() != 200) {
                failures.add(kind + ": " + answer.status());
            }
            if (Instant.now().isAfter(counted)) {
                times.add(kind, answer.took());
            }
            return answer;
        }
    }
}
