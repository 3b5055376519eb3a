package se.ledfyr.handover;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// By which rule the time to answer is counted. How long each gives stands in `deadlines`, where it can be
/// changed.
public enum AnswerRule {
    ANSWER_ACUTE,
    ANSWER_CHILD,
    /// Only ever chosen by hand: an application for a reflection period is no need of its own.
    ANSWER_REFLECTION,
    ANSWER_OTHER;

    private static final String SECOND = "_second";

    /// The rule for the time an office has after the receiver kept silent.
    String second() {
        return code() + SECOND;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AnswerRule> find(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code().equals(code)).findFirst();
    }
}
