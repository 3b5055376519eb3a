package se.ledfyr.permits;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who can have a reflection period and who may apply, as the rules stood from a day on.
///
/// @param source where the reading of the law comes from
public record Edition(
        String id, LocalDate validFrom, Worded title, Worded source, List<Question> questions, List<Saying> sayings) {

    public Edition {
        questions = List.copyOf(questions);
        sayings = List.copyOf(sayings);
        for (Saying saying : sayings) {
            for (Map.Entry<String, Set<String>> part : saying.when().entrySet()) {
                check(id, questions, part.getKey(), part.getValue());
            }
        }
    }

    private static void check(String id, List<Question> questions, String asked, Iterable<String> codes) {
        Question question = questions.stream()
                .filter(one -> one.id().equals(asked))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s asks no %s".formatted(id, asked)));
        for (String code : codes) {
            if (!question.has(code)) {
                throw new IllegalArgumentException("%s: %s has no answer %s".formatted(id, asked, code));
            }
        }
    }

    /// What it says to answers, in its order.
    ///
    /// @param answers one of its answers to each of its questions
    /// @throws IllegalArgumentException when a question has no answer, or one that is none
    public List<Saying> say(Map<String, String> answers) {
        for (Question question : questions) {
            String given = answers.get(question.id());
            if (given == null || !question.has(given)) {
                throw new IllegalArgumentException("%s has no answer".formatted(question.id()));
            }
        }
        return sayings.stream().filter(saying -> saying.holds(answers)).toList();
    }

    /// A saying by its id.
    public Optional<Saying> find(String saying) {
        return sayings.stream().filter(one -> one.id().equals(saying)).findFirst();
    }
}
