package se.ledfyr.permits;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something the eligibility check asks.
///
/// @param hint null where the question is plain enough
public record Question(String id, Worded text, @Nullable Worded hint, List<Answer> answers) {

    /// @param code what is stored
    public record Answer(String code, Worded text) {}

    public Question {
        answers = List.copyOf(answers);
        if (answers.size() < 2) {
            throw new IllegalArgumentException("question %s leaves no choice".formatted(id));
        }
    }

    /// Whether `code` is one of its answers.
    public boolean has(String code) {
        return answers.stream().anyMatch(answer -> answer.code().equals(code));
    }
}
