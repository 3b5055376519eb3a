package se.ledfyr.fiction;

import java.util.Arrays;

/// How often each value of one list occurs.
///
/// @param values what can be drawn, `""` for not stated
/// @param upTo for each value the sum of its own weight and all before it
record Share(String[] values, int[] upTo) {

    Share {
        if (values.length == 0 || values.length != upTo.length) {
            throw new IllegalArgumentException("A share needs values, and as many weights");
        }
        int before = 0;
        for (int each : upTo) {
            if (each <= before) {
                throw new IllegalArgumentException("Weights must be positive");
            }
            before = each;
        }
    }

    String draw(Draws draws) {
        int place = draws.below(upTo[upTo.length - 1]);
        int found = Arrays.binarySearch(upTo, place + 1);
        return values[found < 0 ? -found - 1 : found];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Share(var theirs, var weights)
                && Arrays.equals(values, theirs)
                && Arrays.equals(upTo, weights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values) * 31 + Arrays.hashCode(upTo);
    }

    @Override
    public String toString() {
        return "Share" + Arrays.toString(values);
    }
}
