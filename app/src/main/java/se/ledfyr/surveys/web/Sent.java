package se.ledfyr.surveys.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import se.ledfyr.surveys.Answer;
import se.ledfyr.surveys.Answers;
import se.ledfyr.surveys.Edition;
import se.ledfyr.surveys.Question;

/// What a form sent, read as answers. That nothing was said is no answer, and that it is not known is one.
final class Sent {

    /// What a field sends for *not known*.
    static final String NOT_KNOWN = "?";

    /// A number, and the name of a group case, stand in a field of their own beside what can be chosen.
    static final String BESIDE = "-beside";

    private static final int LONGEST_NUMBER = 4;

    private final MultiValueMap<String, String> fields;
    private final Map<String, String> wrong = new LinkedHashMap<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>();

    private Sent(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    static Sent read(Edition edition, MultiValueMap<String, String> fields) {
        Sent sent = new Sent(fields);
        for (Question question : edition.questions()) {
            Answer answer = sent.answer(question);
            if (answer != null) {
                sent.answers.put(question.key(), answer);
            }
        }
        return sent;
    }

    Answers answers() {
        return new Answers(answers);
    }

    /// What could not be read: message keys by question.
    Map<String, String> wrong() {
        return wrong;
    }

    private @Nullable Answer answer(Question question) {
        List<String> chosen = fields.getOrDefault(question.key(), List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        String beside = beside(question.key());
        if (chosen.contains(NOT_KNOWN)) {
            if (chosen.size() > 1 || !beside.isEmpty()) {
                wrong.put(question.key(), "contacts.error.known-or-not");
            }
            return new Answer.NotKnown();
        }
        return switch (question.type()) {
            case ONE, MANY, COUNTRY -> chosen.isEmpty() ? null : Answer.Codes.of(chosen);
            case YES_NO -> chosen.isEmpty() ? null : new Answer.YesNo(Boolean.parseBoolean(chosen.getFirst()));
            case NUMBER -> number(question.key(), beside);
            case SLUG -> slug(chosen, beside);
            case CONTACT -> contact(question.key(), chosen);
        };
    }

    private String beside(String key) {
        String value = fields.getFirst(key + BESIDE);
        return value == null ? "" : value.strip();
    }

    private @Nullable Answer number(String key, String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > LONGEST_NUMBER || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            wrong.put(key, "contacts.error.number");
            return null;
        }
        return new Answer.Number(Integer.parseInt(text));
    }

    /// A name somebody types is written as names of group cases are: `Åsele 2023` is `asele_2023`.
    private static @Nullable Answer slug(List<String> chosen, String typed) {
        String name = typed.isEmpty() ? (chosen.isEmpty() ? "" : chosen.getFirst()) : typed;
        String slug = name.toLowerCase(Locale.ROOT)
                .replaceAll("[åä]", "a")
                .replace('ö', 'o')
                .replaceAll("[\\s-]+", "_");
        return slug.isEmpty() ? null : new Answer.Slug(slug);
    }

    private @Nullable Answer contact(String key, List<String> chosen) {
        if (chosen.isEmpty()) {
            return null;
        }
        try {
            return new Answer.Link(UUID.fromString(chosen.getFirst()));
        } catch (IllegalArgumentException notAnId) {
            wrong.put(key, "contacts.error.choose");
            return null;
        }
    }
}
