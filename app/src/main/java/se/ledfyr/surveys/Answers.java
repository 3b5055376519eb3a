package se.ledfyr.surveys;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The answers of one questionnaire, by the keys of its questions. What was not answered is not there.
public record Answers(Map<String, Answer> by) {

    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        by = Collections.unmodifiableMap(new LinkedHashMap<>(by));
    }

    public Optional<Answer> find(String question) {
        return Optional.ofNullable(by.get(question));
    }

    /// Whether the organisation answered, be it that it does not know.
    public boolean has(String question) {
        return by.containsKey(question);
    }

    /// Whether something is known: an answer that says more than that it is not known.
    public boolean tells(String question) {
        return find(question)
                .filter(answer -> !(answer instanceof Answer.NotKnown))
                .isPresent();
    }

    /// The codes that were chosen, or `true`, `false` and numbers as text; nothing where nothing is known.
    public Set<String> codes(String question) {
        return switch (by.get(question)) {
            case Answer.Codes several -> several.codes();
            case Answer.YesNo answer -> Set.of(answer.text());
            case Answer.Number answer -> Set.of(answer.text());
            case Answer.Slug answer -> Set.of(answer.text());
            case Answer.Link answer -> Set.of(answer.text());
            case Answer.NotKnown _ -> Set.of();
            case null -> Set.of();
        };
    }

    public Answers with(String question, Answer answer) {
        Map<String, Answer> more = new LinkedHashMap<>(by);
        more.put(question, answer);
        return new Answers(more);
    }

    public Answers without(String question) {
        Map<String, Answer> fewer = new LinkedHashMap<>(by);
        fewer.remove(question);
        return new Answers(fewer);
    }

    /// The questions whose answers differ.
    Set<String> differences(Answers other) {
        Set<String> keys = new TreeSet<>(by.keySet());
        keys.addAll(other.by.keySet());
        keys.removeIf(key -> java.util.Objects.equals(by.get(key), other.by.get(key)));
        return keys;
    }

    /// Answers are about a person and stay out of logs.
    @Override
    public String toString() {
        return "Answers[%d]".formatted(by.size());
    }
}
