package se.ledfyr.benchmarks;

import java.util.List;

/// A page on a visitor's way, and where the way may go on from it.
///
/// @param kind what the report calls it; pages of one kind are timed together
/// @param path where it is; for a page that a link of another leads to, a regular expression of that link
/// @param limit milliseconds that 95 of 100 answers are to stay below
/// @param then where links of this page lead
record Stop(String kind, String path, double limit, List<Stop> then) {

    static final String ID = "[0-9a-f-]{36}";

    private static final double PAGE = 200;

    Stop {
        then = List.copyOf(then);
    }

    static Stop at(String kind, String path, Stop... then) {
        return new Stop(kind, path, PAGE, List.of(then));
    }
}
