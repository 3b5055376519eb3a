package se.ledfyr.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import se.ledfyr.fiction.NamesForVisitors;

/// Coordinators at work at the same time: paging through the list, opening people, searching by name, registering.
/// Between two pages each of them reads for one to five seconds.
final class Visitors {

    static final String LIST = "work list";
    static final String PERSON = "person page";
    static final String SEARCH = "name search";
    static final String FORM = "empty form";
    static final String CHECK = "saving with duplicate check";
    static final String SAVE = "saving after the choice";

    private static final Pattern LINK = Pattern.compile("href=\"(/registrations/[0-9a-f-]{36})\"");
    private static final Pattern NEXT = Pattern.compile("href=\"(/registrations\\?[^\"]*after=[^\"]*)\"");
    private static final int MAX_REQUESTS = 100_000;

    private final Times times = new Times();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final int port;
    private final List<String> logins;
    private final String password;

    Visitors(int port, List<String> logins, String password) {
        this.port = port;
        this.logins = logins;
        this.password = password;
    }

    /// Lets all of them in, one after another, and then work for a while. What happens in the first fifth is not
    /// counted: the machine is still warming up.
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
                One one = new One(browsers.get(i), i, counted);
                all.add(threads.submit(() -> one.workUntil(end)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        return times;
    }

    /// How many answers there were, counted or not.
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
        private final NamesForVisitors names;
        private final Instant counted;
        private List<String> people = List.of();
        private String next = "/registrations";

        One(Browser browser, int number, Instant counted) {
            this.browser = browser;
            this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(number);
            this.names = new NamesForVisitors(number);
            this.counted = counted;
        }

        Void workUntil(Instant end) throws IOException, InterruptedException {
            Thread.sleep(random.nextInt(3_000));
            list("/registrations");
            while (Instant.now().isBefore(end) && requests.get() < MAX_REQUESTS) {
                Thread.sleep(1_000 + random.nextInt(4_000));
                int chance = random.nextInt(100);
                if (chance < 30) {
                    list(chance < 10 ? "/registrations?year=" + (2015 + random.nextInt(10)) : next);
                } else if (chance < 75 && !people.isEmpty()) {
                    person(people.get(random.nextInt(people.size())));
                } else if (chance < 85) {
                    search();
                } else {
                    register();
                }
            }
            return null;
        }

        private void list(String path) throws IOException, InterruptedException {
            Answer answer = expect(LIST, 200, browser.get(path));
            people = LINK.matcher(answer.body())
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
            next = NEXT.matcher(answer.body())
                    .results()
                    .map(found -> found.group(1).replace("&amp;", "&"))
                    .findFirst()
                    .orElse("/registrations");
        }

        private void person(String path) throws IOException, InterruptedException {
            expect(PERSON, 200, browser.get(path));
        }

        private void search() throws IOException, InterruptedException {
            expect(SEARCH, 200, browser.post("/registrations/search", Map.of("q", List.of(names.next()))));
        }

        private void register() throws IOException, InterruptedException {
            expect(FORM, 200, browser.get("/registrations/new"));
            Thread.sleep(1_000 + random.nextInt(4_000));
            Map<String, List<String>> form = names.nextForm();
            Answer answer = browser.post("/registrations/new", form);
            count(CHECK, answer);
            if (answer.isRedirect()) {
                person(answer.location());
            } else if (answer.status() == 200 && answer.body().contains("name=\"decision\"")) {
                Thread.sleep(1_000 + random.nextInt(4_000));
                Map<String, List<String>> decided = new java.util.HashMap<>(form);
                decided.put("decision", List.of("new"));
                expect(SAVE, 302, browser.post("/registrations/new", decided));
            } else {
                failures.add(CHECK + ": " + answer.status() + " without candidates");
            }
        }

        private Answer expect(String kind, int status, Answer answer) {
            if (answer.status() != status) {
                failures.add(kind + ": " + answer.status());
            }
            count(kind, answer);
            return answer;
        }

        private void count(String kind, Answer answer) {
            requests.incrementAndGet();
            if (Instant.now().isAfter(counted)) {
                times.add(kind, answer.took());
            }
        }
    }
}
