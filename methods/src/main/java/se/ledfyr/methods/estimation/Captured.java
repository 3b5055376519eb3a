package se.ledfyr.methods.estimation;

/// How many people stand on exactly these lists.
///
/// @param history one bit for each list, the first list in the lowest bit
/// @param count how many people, 0 or more
public record Captured(int history, long count) {

    /// Larger than any population, and small enough that sums of counts stay exact in binary digits.
    static final long MOST = 1_000_000_000_000L;

    public Captured {
        if (history < 0) {
            throw new IllegalArgumentException("history must be 0 or more, was " + history);
        }
        if (count < 0 || count > MOST) {
            throw new IllegalArgumentException("count must be 0-%d, was %d".formatted(MOST, count));
        }
        if (history == 0 && count > 0) {
            throw new IllegalArgumentException("somebody on no list cannot have been counted");
        }
    }
}
