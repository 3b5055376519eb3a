package se.ledfyr.methods.estimation;

import java.util.OptionalDouble;

/// How many people two lists hold, each and both.
public record TwoLists(long first, long second, long both) {

    public TwoLists {
        if (both < 0 || both > Math.min(first, second)) {
            throw new IllegalArgumentException("both must be 0-%d, was %d".formatted(Math.min(first, second), both));
        }
    }

    /// Two of the table's lists, whatever the others say.
    ///
    /// @param first place of a list, 0 for the first
    public static TwoLists of(CaptureTable table, int first, int second) {
        if (first == second) {
            throw new IllegalArgumentException("a list cannot be compared with itself");
        }
        return new TwoLists(
                table.margin(1 << first), table.margin(1 << second), table.margin(1 << first | 1 << second));
    }

    /// The Lincoln-Petersen estimate: if the lists are independent, the second holds the same share of
    /// all people as of those on the first. Nothing if nobody is on both.
    public OptionalDouble lincolnPetersen() {
        return both == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) first * second / both);
    }

    /// Chapman's form (1951) of the same, with little bias and finite also where the lists do not meet.
    /// It explains and checks; lists of the field are hardly ever independent.
    public double chapman() {
        return (first + 1.0) * (second + 1.0) / (both + 1.0) - 1;
    }
}
