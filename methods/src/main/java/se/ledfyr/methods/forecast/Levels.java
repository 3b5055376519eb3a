package se.ledfyr.methods.forecast;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// How many parties come by themselves, as far as the history tells: many possible answers, each as likely
/// as the others. A simulation takes one of them, so that what is not known of the drift, the seasons and the years
/// is in the spread of the forecast, and not only what is not known of the rate itself.
public record Levels(List<Level> draws) {

    /// @throws IllegalArgumentException without any
    public Levels {
        draws = List.copyOf(draws);
        if (draws.isEmpty()) {
            throw new IllegalArgumentException("a history allows something");
        }
    }

    /// Everything but the rate is known.
    public static Levels of(Rate rate) {
        return new Levels(List.of(Level.of(rate)));
    }

    /// Parties a month at the end of the history, in a month like others.
    public double mean() {
        return average(level -> level.rate().mean()
                * level.thisYear()
                * level.seasons().factors().stream()
                        .mapToDouble(factor -> factor)
                        .average()
                        .orElseThrow());
    }

    /// What is known of the rate fades by this factor a month.
    public double discount() {
        return average(level -> level.rate().discount());
    }

    private double average(ToDoubleFunction<Level> value) {
        return draws.stream().mapToDouble(value).average().orElseThrow();
    }
}
