package se.ledfyr.intake;

import org.jspecify.annotations.Nullable;

/// What a cell came to: a value, nothing, or a problem.
record Parsed(@Nullable Object value, @Nullable Problem problem) {

    static final Parsed NOTHING = new Parsed(null, null);

    static Parsed of(Object value) {
        return new Parsed(value, null);
    }

    static Parsed wrong(String name, Object... arguments) {
        return new Parsed(null, Problem.of(name, arguments));
    }
}
