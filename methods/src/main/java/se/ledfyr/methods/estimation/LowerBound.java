package se.ledfyr.methods.estimation;

import java.util.OptionalDouble;

/// Chao's lower bound (1987): those met never are at least about as many as those met once and twice
/// suggest, also if some people are easier to meet than others. Lists that refer people to each other
/// break it.
///
/// @param lists how many
/// @param observed people on any list
/// @param once people on one list only
/// @param twice people on exactly two
public record LowerBound(int lists, long observed, long once, long twice) {

    public LowerBound {
        if (lists < CaptureTable.FEWEST_LISTS || once < 0 || twice < 0 || once + twice > observed) {
            throw new IllegalArgumentException("people on one and on two lists are among those observed");
        }
    }

    public static LowerBound of(CaptureTable table) {
        long once = 0;
        long twice = 0;
        for (Captured row : table.histories()) {
            int size = Integer.bitCount(row.history());
            once += size == 1 ? row.count() : 0;
            twice += size == 2 ? row.count() : 0;
        }
        return new LowerBound(table.lists().size(), table.observed(), once, twice);
    }

    /// `n + (t-1)/t · f1² / (2 f2)`; nothing if nobody was met twice.
    public OptionalDouble total() {
        return twice == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(observed + share() * once * once / (2.0 * twice));
    }

    /// `n + (t-1)/t · f1 (f1-1) / (2 (f2+1))`: less biased, and there is always one.
    public double corrected() {
        return observed + share() * once * (once - 1.0) / (2.0 * (twice + 1));
    }

    private double share() {
        return (lists - 1.0) / lists;
    }
}
