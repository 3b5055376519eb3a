package se.ledfyr.permits;

import java.util.Map;
import java.util.Set;

/// Something the eligibility check says when certain answers were given. It advises and forbids nothing.
///
/// @param when the answers by question, of which one each must have been given
/// @param law the act or convention it stands on
/// @param section where in it
/// @param source how the house knows
public record Saying(
        String id, Kind kind, Map<String, Set<String>> when, Worded text, Worded law, Worded section, Worded source) {

    /// Which way it points.
    public enum Kind {
        OPENS,
        UNSURE,
        HINDERS,
        /// Who may apply.
        APPLIES
    }

    public Saying {
        when = Map.copyOf(when);
    }

    boolean holds(Map<String, String> answers) {
        return when.entrySet().stream().allMatch(part -> part.getValue().contains(answers.get(part.getKey())));
    }
}
