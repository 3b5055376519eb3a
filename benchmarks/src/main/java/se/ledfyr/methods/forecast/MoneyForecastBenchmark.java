package se.ledfyr.methods.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Ten thousand possible rests of a year, and learning the model from three years of history.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class MoneyForecastBenchmark {

    private static final LocalDate START = LocalDate.of(2021, 1, 1);
    private static final LocalDate NOW = LocalDate.of(2024, 1, 1);

    /// Parties a month: as many as in the record files, and ten times as many.
    @Param({"6", "60"})
    public int perMonth = 6;

    private History history = new History(START, NOW, List.of());
    private ArrivalModel model = ArrivalModel.fit(history, Course.FREE, 0.3);
    private Question question = ask();

    @Setup
    public void learn() {
        List<Admission> all = new ArrayList<>();
        int party = 0;
        for (LocalDate month = START; month.isBefore(NOW); month = month.plusMonths(1)) {
            for (int i = 0; i < perMonth; i++) {
                all.add(new Admission(month.plusDays(i % 28), party++, null, new Course(6_400_000, i % 90, 115_000)));
            }
        }
        for (int i = 0; i < 38; i++) {
            all.add(new Admission(NOW.minusDays(100 - i), party, 1, new Course(6_400_000, 0, 0)));
        }
        history = new History(START, NOW, all);
        model = ArrivalModel.fit(history, Course.FREE, 0.3);
        question = ask();
    }

    private static Question ask() {
        return new Question(
                NOW.minusDays(1),
                LocalDate.of(2024, 12, 31),
                400_000_000L,
                50_000_000L,
                Collections.nCopies(366, 100_000L),
                List.of(),
                10_000,
                42);
    }

    @Benchmark
    public ArrivalModel learnFromThreeYears() {
        return ArrivalModel.fit(history, Course.FREE, 0.3);
    }

    @Benchmark
    public MoneyForecast tenThousandYears() {
        return MoneyForecast.of(model, question);
    }
}
