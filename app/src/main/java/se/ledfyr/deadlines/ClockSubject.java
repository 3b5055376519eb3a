package se.ledfyr.deadlines;

import java.util.UUID;
import java.util.regex.Pattern;

/// The thing a clock runs for. Only the module that owns the thing knows more about it than this.
///
/// @param kind what kind of thing, in capitals: `OFFER`, `CASE`, `TASK`
public record ClockSubject(String kind, UUID id) {

    private static final Pattern KIND = Pattern.compile("[A-Z_]{3,40}");

    public ClockSubject {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("kind is 3-40 capitals and underscores");
        }
    }
}
