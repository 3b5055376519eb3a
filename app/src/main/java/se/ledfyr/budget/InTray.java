package se.ledfyr.budget;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.ledfyr.methods.forecast.Course;
import se.ledfyr.methods.forecast.Waiting;

/// What waits for an answer on a day, and what applications before teach about it.
///
/// @param persons who have applied and wait
/// @param begun groups of which somebody was admitted and others wait, by their number
record InTray(Waiting waiting, int persons, Set<Integer> begun) {

    /// An answer is expected within about so long, while none has been seen.
    private static final int USUAL_DAYS = 30;

    /// Whether admissions are applied for here is judged by those of so long.
    private static final int LATELY_DAYS = 365;

    InTray {
        begun = Set.copyOf(begun);
    }

    static InTray of(List<Application> applications, Promises promises, LocalDate asOf) {
        List<Application> open =
                applications.stream().filter(one -> one.decided() == null).toList();
        List<Application> answered =
                applications.stream().filter(one -> one.decided() != null).toList();
        List<Integer> delays = answered.stream()
                .filter(Application::admitted)
                .map(one -> Math.max(0, days(one.applied(), decided(one))))
                .toList();
        Waiting waiting = new Waiting(
                applied(open, promises, asOf),
                delays.size(),
                answered.size() - delays.size(),
                delays,
                USUAL_DAYS,
                seen(answered, promises, asOf));
        return new InTray(
                waiting,
                open.size(),
                open.stream().map(Application::begun).filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private static List<Waiting.Applied> applied(List<Application> open, Promises promises, LocalDate asOf) {
        List<Waiting.Applied> applied = new ArrayList<>();
        Map<Integer, List<Application>> groups = new LinkedHashMap<>();
        for (Application one : open) {
            Integer group = one.together();
            if (group == null) {
                applied.add(together(List.of(one), promises, asOf));
            } else {
                groups.computeIfAbsent(group, unused -> new ArrayList<>()).add(one);
            }
        }
        groups.values().forEach(group -> applied.add(together(group, promises, asOf)));
        return applied;
    }

    private static Waiting.Applied together(List<Application> some, Promises promises, LocalDate asOf) {
        List<Course> members = some.stream()
                .flatMap(one -> promises.courseOf(one, asOf).stream())
                .toList();
        return new Waiting.Applied(days(some.getFirst().applied(), asOf), members);
    }

    /// Of those admitted in the last year, the share whose application was here.
    private static double seen(List<Application> answered, Promises promises, LocalDate asOf) {
        LocalDate since = asOf.minusDays(LATELY_DAYS);
        long all = promises.admitted().stream()
                .filter(one -> one.day().isAfter(since))
                .count();
        long here = answered.stream()
                .filter(Application::admitted)
                .filter(one -> decided(one).isAfter(since))
                .count();
        return all == 0 ? 0 : Math.min(1, (double) here / all);
    }

    private static LocalDate decided(Application one) {
        return Objects.requireNonNull(one.decided());
    }

    private static int days(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to);
    }
}
