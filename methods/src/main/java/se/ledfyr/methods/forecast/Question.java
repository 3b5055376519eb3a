package se.ledfyr.methods.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What is to be foretold.
///
/// @param asOf last day that is known
/// @param end last day of the year of account
/// @param available all money of the year, in öre
/// @param used what has been spent and bound by `asOf`
/// @param bound what falls on each later day through people who have been admitted already, the day
///     after `asOf` first; a shorter list means nothing falls on the rest
/// @param whatIf persons who are assumed to come besides
/// @param waiting those who have applied by `asOf` and have no answer
/// @param simulations how many years are tried, at least 100
/// @param seed the same seed gives the same answer
public record Question(
        LocalDate asOf,
        LocalDate end,
        long available,
        long used,
        List<Long> bound,
        List<WhatIf> whatIf,
        Waiting waiting,
        int simulations,
        long seed) {

    private static final int FEWEST = 100;
    private static final int LONGEST = 732;

    /// So many persons, admitted evenly from `first` to `last`.
    public record WhatIf(int persons, LocalDate first, LocalDate last) {

        public WhatIf {
            if (persons < 0 || last.isBefore(first)) {
                throw new IllegalArgumentException("somebody comes on some day");
            }
        }
    }

    /// @throws IllegalArgumentException when the end is not after `asOf`, or more than two years away
    public Question {
        bound = List.copyOf(bound);
        whatIf = List.copyOf(whatIf);
        long days = ChronoUnit.DAYS.between(asOf, end);
        if (days < 1 || days > LONGEST || simulations < FEWEST || bound.size() > days) {
            throw new IllegalArgumentException("a forecast looks from one day to a later one");
        }
    }

    /// The same where nobody's application can be seen.
    public Question(
            LocalDate asOf,
            LocalDate end,
            long available,
            long used,
            List<Long> bound,
            List<WhatIf> whatIf,
            int simulations,
            long seed) {
        this(asOf, end, available, used, bound, whatIf, Waiting.NOBODY, simulations, seed);
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(asOf, end);
    }
}
