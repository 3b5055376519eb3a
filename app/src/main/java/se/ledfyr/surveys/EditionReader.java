package se.ledfyr.surveys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Reads an edition out of its file. What is missing or of the wrong kind is refused with the name of the file.
final class EditionReader {

    private static final Set<String> KNOWN = Set.of(
            "key",
            "section",
            "type",
            "list",
            "answers",
            "more",
            "sv",
            "en",
            "hint",
            "new",
            "comparable_with",
            "breaks",
            "shown_when",
            "required",
            "not_known",
            "alone",
            "subset_of",
            "together_with",
            "only_when",
            "most");

    private final String file;

    private EditionReader(String file) {
        this.file = file;
    }

    static Edition read(String file, String text, List<Byte> hash) {
        EditionReader reader = new EditionReader(file);
        try {
            Map<?, ?> part = reader.map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
            return reader.edition(part, hash);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    private Edition edition(Map<?, ?> part, List<Byte> hash) {
        return new Edition(
                text(part, "id"),
                SurveyForm.of(text(part, "form")),
                number(part, "year", 0),
                number(part, "revision", 1),
                worded(part.get("title")),
                worded(part.get("earlier")),
                list(part.get("questions")).stream()
                        .map(one -> question(map(one)))
                        .toList(),
                hash);
    }

    private Question question(Map<?, ?> part) {
        for (Object name : part.keySet()) {
            if (!KNOWN.contains(String.valueOf(name))) {
                throw new IllegalArgumentException("nobody knows what %s is".formatted(name));
            }
        }
        return new Question(
                text(part, "key"),
                text(part, "section"),
                QuestionType.valueOf(text(part, "type").toUpperCase(Locale.ROOT)),
                textOrNull(part, "list"),
                own(part),
                worded(part),
                part.containsKey("hint") ? worded(part.get("hint")) : null,
                isTrue(part, "new"),
                textOrNull(part, "comparable_with"),
                part.containsKey("breaks") ? worded(part.get("breaks")) : null,
                conditions(part.get("shown_when")),
                isTrue(part, "required"),
                isTrue(part, "not_known"),
                codes(part.get("alone")),
                textOrNull(part, "subset_of"),
                textOrNull(part, "together_with"),
                onlyWhen(part.get("only_when")),
                number(part, "most", 0));
    }

    /// Answers of the question's own, or more than the list has.
    private List<Question.Own> own(Map<?, ?> part) {
        Object given = part.containsKey("more") ? part.get("more") : part.get("answers");
        return given == null
                ? List.of()
                : list(given).stream()
                        .map(one -> new Question.Own(text(map(one), "code"), worded(one)))
                        .toList();
    }

    private List<Question.OnlyWhen> onlyWhen(@Nullable Object part) {
        List<Question.OnlyWhen> found = new ArrayList<>();
        if (part != null) {
            list(part)
                    .forEach(one -> found.add(
                            new Question.OnlyWhen(conditions(map(one).get("when")), codes(map(one).get("codes")))));
        }
        return found;
    }

    private Map<String, Set<String>> conditions(@Nullable Object part) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        if (part != null) {
            map(part).forEach((question, codes) -> found.put(String.valueOf(question), codes(codes)));
        }
        return found;
    }

    private Set<String> codes(@Nullable Object part) {
        Set<String> found = new LinkedHashSet<>();
        if (part != null) {
            list(part).forEach(code -> found.add(String.valueOf(code)));
        }
        return found;
    }

    private Worded worded(@Nullable Object part) {
        return new Worded(text(map(part), "sv"), text(map(part), "en"));
    }

    private static boolean isTrue(Map<?, ?> part, String key) {
        return Boolean.TRUE.equals(part.get(key));
    }

    private static int number(Map<?, ?> part, String key, int otherwise) {
        return part.get(key) instanceof Integer number ? number : otherwise;
    }

    private static @Nullable String textOrNull(Map<?, ?> part, String key) {
        return part.get(key) instanceof String text ? text : null;
    }

    private static String text(Map<?, ?> part, String key) {
        if (part.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("%s is missing".formatted(key));
    }

    private Map<?, ?> map(@Nullable Object part) {
        if (part instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("names with values are needed in " + file);
    }

    private List<?> list(@Nullable Object part) {
        if (part instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("a list is needed in " + file);
    }
}
