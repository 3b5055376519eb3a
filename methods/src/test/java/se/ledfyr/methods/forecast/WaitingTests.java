package se.ledfyr.methods.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Those who wait stand in the place of those who would have been foretold, and are not added to them.
class WaitingTests {

    private static final LocalDate AUGUST = LocalDate.of(2023, 8, 31);
    private static final LocalDate END = LocalDate.of(2023, 12, 31);
    private static final double DAYS_OF_MONTH = 365.25 / 12;
    private static final int DAYS = 122;
    private static final int A_MONTH = 6;
    private static final int DELAY = 30;
    private static final int MANY = 1_000_000;
    private static final Course ONE = new Course(1_000, 0, 0);

    private static final ArrivalModel MODEL =
            new ArrivalModel(Levels.of(Rate.known(A_MONTH)), List.of(List.of(ONE)), GroupShocks.NONE, List.of(ONE), 0);

    private static double persons(Waiting waiting) {
        Question question = new Question(AUGUST, END, 0, 0, List.of(), List.of(), waiting, 20_000, 5);
        return Arrays.stream(Simulation.run(MODEL, question).persons())
                .average()
                .orElseThrow();
    }

    /// Everybody is admitted thirty days after applying, and every application can be seen: in the next thirty days
    /// nobody comes but those who wait.
    private static Waiting waiting(int persons, double seen) {
        return new Waiting(
                Collections.nCopies(persons, new Waiting.Applied(10, List.of(ONE))),
                MANY,
                0,
                List.of(DELAY),
                DELAY,
                seen);
    }

    @Test
    void thoseWhoWaitAreCountedOnce() {
        double later = A_MONTH * (DAYS - DELAY) / DAYS_OF_MONTH;
        assertThat(persons(waiting(9, 1))).isCloseTo(9 + later, within(0.1));
        assertThat(persons(waiting(0, 1))).as("nobody waits").isCloseTo(later, within(0.1));
    }

    /// The twin: added to those who are foretold, they would be counted twice.
    @Test
    void addedOnTopTheyWouldBeCountedTwice() {
        double all = A_MONTH * DAYS / DAYS_OF_MONTH;
        assertThat(persons(waiting(9, 0))).isCloseTo(9 + all, within(0.1));
    }

    @Test
    void ofThoseWhoCameByFileNobodyWaitsHere() {
        double half = A_MONTH * (DAYS - DELAY / 2.0) / DAYS_OF_MONTH;
        assertThat(persons(waiting(0, 0.5))).isCloseTo(half, within(0.1));
    }

    /// In a world in which six are admitted a month for ever, it makes no difference on average that some are seen
    /// to wait; twin: one in which they come on top.
    @Test
    void whereNothingChangesTheMeanStays() {
        List<Integer> delays = IntStream.rangeClosed(1, 60).boxed().toList();
        Random random = new Random(3);
        double sum = 0;
        double twin = 0;
        int worlds = 40;
        for (int i = 0; i < worlds; i++) {
            List<Waiting.Applied> applied = IntStream.range(0, 60)
                    .boxed()
                    .flatMap(waited -> IntStream.range(0, poisson(random, A_MONTH / DAYS_OF_MONTH))
                            .filter(one -> 1 + random.nextInt(60) > waited)
                            .mapToObj(one -> new Waiting.Applied(waited, List.of(ONE))))
                    .toList();
            sum += persons(new Waiting(applied, MANY, 0, delays, 30, 1)) / worlds;
            twin += persons(new Waiting(applied, MANY, 0, delays, 30, 0)) / worlds;
        }
        double expected = A_MONTH * DAYS / DAYS_OF_MONTH;
        assertThat(sum).isCloseTo(expected, within(1.0));
        assertThat(twin).isGreaterThan(expected + 4);
    }

    @Test
    void howManyAreAdmittedFollowsWhatBecameOfOthers() {
        List<Waiting.Applied> forty = List.of(new Waiting.Applied(0, Collections.nCopies(40, ONE)));
        double later = A_MONTH * (DAYS - DELAY) / DAYS_OF_MONTH;
        assertThat(persons(new Waiting(forty, 8, 0, List.of(DELAY), DELAY, 1))).isCloseTo(36 + later, within(0.3));
        assertThat(persons(new Waiting(forty, 0, 8, List.of(DELAY), DELAY, 1))).isCloseTo(4 + later, within(0.3));
        double all = A_MONTH * DAYS / DAYS_OF_MONTH;
        assertThat(persons(new Waiting(forty, 0, 0, List.of(), DELAY, 0)))
                .as("any share is as likely while nobody has been answered")
                .isCloseTo(20 + all, within(0.3));
    }

    @Test
    void anAnswerThatComesNextYearIsNoneOfThisYears() {
        List<Waiting.Applied> one = List.of(new Waiting.Applied(0, List.of(ONE)));
        double none = persons(new Waiting(List.of(), MANY, 0, List.of(DAYS + 1), 1, 0));
        assertThat(persons(new Waiting(one, MANY, 0, List.of(DAYS + 1), 1, 0))).isEqualTo(none);
        assertThat(persons(new Waiting(one, MANY, 0, List.of(DAYS), 1, 0))).isCloseTo(none + 1, within(1e-3));
    }

    /// Of a group that has begun to come the rest is guessed, but not where it is known who else has
    /// applied.
    @Test
    void aRestThatHasAppliedIsNotGuessedBesides() {
        List<Admission> begun = IntStream.range(0, 4)
                .mapToObj(i -> new Admission(AUGUST.minusDays(2), i, 7, ONE))
                .toList();
        History history = new History(AUGUST.minusYears(2), AUGUST.plusDays(1), begun);
        assertThat(ArrivalModel.fit(history, ONE, 0).groups().underWay()).hasSize(1);
        assertThat(ArrivalModel.fit(history, ONE, 0, Set.of(7)).groups().underWay())
                .isEmpty();
        assertThat(ArrivalModel.fit(history, ONE, 0, Set.of(8)).groups().underWay())
                .hasSize(1);
    }

    private static int poisson(Random random, double mean) {
        int number = 0;
        for (double left = Math.exp(-mean), drawn = random.nextDouble(); drawn > left; drawn *= random.nextDouble()) {
            number++;
        }
        return number;
    }
}
