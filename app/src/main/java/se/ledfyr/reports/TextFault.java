package se.ledfyr.reports;

import java.util.List;

/// What is wrong, or at least to be looked at, at one place of a text.
///
/// @param line 1 or more
/// @param quoted the place as it was written, shortened
/// @param key of the message
public record TextFault(int line, String quoted, String key, List<Object> arguments) {

    private static final int LONGEST = 80;

    public TextFault {
        quoted = quoted.length() > LONGEST ? quoted.substring(0, LONGEST) + "…" : quoted;
        arguments = List.copyOf(arguments);
    }
}
