package se.ledfyr.budget;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import se.ledfyr.methods.forecast.BackTest;

/// How forecasts made on days gone by would have done.
///
/// @param month one month ahead: how often each interval held
/// @param year to the end of the year, likewise
/// @param lines each forecast to the end of the year beside what came
public record Accuracy(List<Coverage> month, List<Coverage> year, List<Line> lines) {

    /// Not enough is known.
    static final Accuracy NONE = new Accuracy(List.of(), List.of(), List.of());

    /// @param interval which one, as the message files name it
    /// @param held how often what came lay within it
    /// @param of how many forecasts there were
    public record Coverage(String interval, int held, int of) {}

    /// @param origin first day that was not known
    /// @param low of the persons foretold, like `high` and the two of the cost the middle 90 of 100
    /// @param came persons who came
    /// @param was what they cost
    /// @param held whether the interval of the persons held
    public record Line(
            LocalDate origin, long low, long high, long came, Money costLow, Money costHigh, Money was, boolean held) {}

    public Accuracy {
        month = List.copyOf(month);
        year = List.copyOf(year);
        lines = List.copyOf(lines);
    }

    static Accuracy of(BackTest month, BackTest year) {
        return new Accuracy(
                coverage(month),
                coverage(year),
                year.lines().stream()
                        .map(line -> new Line(
                                line.origin(),
                                line.persons().low(),
                                line.persons().high(),
                                line.came(),
                                new Money(line.cost().low()),
                                new Money(line.cost().high()),
                                new Money(line.was()),
                                line.persons().holds(line.came())))
                        .toList());
    }

    private static List<Coverage> coverage(BackTest test) {
        return Arrays.stream(BackTest.Judged.values())
                .map(judged -> new Coverage(
                        judged.name(), test.held(judged), test.lines().size()))
                .toList();
    }
}
