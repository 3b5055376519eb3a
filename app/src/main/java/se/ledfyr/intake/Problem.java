package se.ledfyr.intake;

import java.util.List;

/// What is wrong and what is allowed instead, to be said in the reader's language.
///
/// @param key key in the message files
/// @param arguments what goes into `{0}`, `{1}` …: codes, numbers, dates and column names, never what a cell says
public record Problem(String key, List<Object> arguments) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    static Problem of(String name, Object... arguments) {
        return new Problem("intake.fault." + name, List.of(arguments));
    }
}
