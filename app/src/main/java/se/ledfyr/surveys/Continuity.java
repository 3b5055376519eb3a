package se.ledfyr.surveys;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How the questions of one year stand to those of the year before: every question says it, or the start stops.
final class Continuity {

    private Continuity() {}

    /// @throws IllegalStateException naming the edition and the question
    static void require(List<Edition> editions) {
        Map<String, QuestionType> types = new HashMap<>();
        for (Edition edition : editions) {
            Optional<Edition> before = before(editions, edition);
            for (Question question : edition.questions()) {
                QuestionType type = types.putIfAbsent(question.key(), question.type());
                if (type != null && type != question.type()) {
                    throw broken(
                            edition, question, "is answered in another way than before: it needs a key of its own");
                }
                requireSaid(edition, question, before);
            }
        }
    }

    /// The last edition of the nearest earlier year with the same form.
    static Optional<Edition> before(List<Edition> editions, Edition edition) {
        return editions.stream()
                .filter(each -> each.form() == edition.form() && each.year() < edition.year())
                .max(Comparator.comparing(Edition::year).thenComparing(Edition::revision));
    }

    private static void requireSaid(Edition edition, Question question, Optional<Edition> before) {
        long said = Stream.of(question.isNew(), question.comparableWith() != null, question.breaks() != null)
                .filter(each -> each)
                .count();
        if (before.isEmpty()) {
            if (said > 0) {
                throw broken(edition, question, "has no year before that it could be compared with");
            }
            return;
        }
        if (said != 1) {
            throw broken(edition, question, "says one of new, comparable_with and breaks");
        }
        boolean asked = before.get().find(question.key()).isPresent();
        if (question.isNew() == asked) {
            throw broken(
                    edition,
                    question,
                    asked ? "was asked the year before" : "was not asked the year before: it is new");
        }
        String same = question.comparableWith();
        if (same != null && !same.equals(question.key())) {
            throw broken(edition, question, "means the same as %s and so keeps that key".formatted(same));
        }
    }

    private static IllegalStateException broken(Edition edition, Question question, String why) {
        return new IllegalStateException(
                "surveys/%s.yaml: question %s %s".formatted(edition.id(), question.key(), why));
    }
}
