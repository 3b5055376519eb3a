package se.ledfyr.permits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A check of who can have a reflection period as it was done once: what was answered, and what was said to it then.
///
/// @param edition id of the edition that was asked
/// @param on the day whose rules were asked
/// @param answers codes of answers by question
/// @param said ids of what that edition said
public record Checked(String edition, LocalDate on, Map<String, String> answers, List<String> said, Instant at) {

    public Checked {
        answers = Map.copyOf(answers);
        said = List.copyOf(said);
    }

    /// What was answered is about a person.
    @Override
    public String toString() {
        return "Checked[" + edition + "]";
    }
}
