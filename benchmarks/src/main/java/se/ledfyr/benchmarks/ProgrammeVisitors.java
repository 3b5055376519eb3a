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
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;

/// People at work with programmes at the same time, each in turn with the pages of their office: its lists, and what one
/// of their lines leads to. Between two pages each reads for one to five seconds.
final class ProgrammeVisitors {

    /// @param kind what the report calls it
    /// @param path of the list
    /// @param lines what its lines link to; each visit of the list is followed by one of these
    record Room(String kind, String path, String lines) {}

    private static final String ID = "[0-9a-f-]{36}";

    static final List<Room> PROGRAMME_OFFICE = List.of(
            new Room("support: applications", "/support", "/support/applications/" + ID),
            new Room("support: grants", "/support/grants", "/support/grants/" + ID),
            new Room("support: homes", "/support/homes", "/support/homes/" + ID),
            new Room("support: gaps", "/support/gaps", "/support/homes/" + ID));
    static final List<Room> COORDINATORS = List.of(
            new Room("legal proceedings", "/justice", "/cases/" + ID),
            new Room("permits", "/permits", "/permits/" + ID),
            new Room("returns", "/returns", "/returns/" + ID));

    private final Times times = new Times();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final int port;
    private final String password;
    private final Instant counted;
    private final Instant end;

    /// @param time for all; the first fifth is not counted
    ProgrammeVisitors(int port, String password, Duration time) {
        this.port = port;
        this.password = password;
        this.counted = Instant.now().plus(time.dividedBy(5));
        this.end = Instant.now().plus(time);
    }

    /// Lets them in and work, half of them with the one, half with the other.
    Times work(List<String> office, List<String> coordinators) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (String login : office) {
                all.add(threads.submit(new One(login, PROGRAMME_OFFICE)::work));
            }
            for (String login : coordinators) {
                all.add(threads.submit(new One(login, COORDINATORS)::work));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        return times;
    }

    /// Answers that were not what a visitor would expect.
    List<String> failures() {
        return List.copyOf(failures);
    }

    private final class One {

        private final String login;
        private final List<Room> rooms;
        private final RandomGenerator random;
        private final Browser browser = new Browser(port);

        One(String login, List<Room> rooms) {
            this.login = login;
            this.rooms = rooms;
            this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(login.hashCode());
        }

        Void work() throws IOException, InterruptedException {
            browser.signIn(login, password);
            while (Instant.now().isBefore(end)) {
                Room room = rooms.get(random.nextInt(rooms.size()));
                List<String> lines = Pattern.compile("href=\"(" + room.lines() + ")\"")
                        .matcher(page(room.kind(), room.path()))
                        .results()
                        .map(found -> found.group(1))
                        .distinct()
                        .toList();
                if (!lines.isEmpty()) {
                    page(room.kind() + ", one", lines.get(random.nextInt(lines.size())));
                }
            }
            return null;
        }

        private String page(String kind, String path) throws IOException, InterruptedException {
            Thread.sleep(1_000 + random.nextInt(4_000));
            Browser.Answer answer = browser.get(path);
            if (answer.status() != 200) {
                failures.add(kind + ": " + answer.status());
            } else if (Instant.now().isAfter(counted)) {
                times.add(kind, answer.took());
            }
            return answer.body();
        }
    }
}
