package se.ledfyr.permits;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Reads an edition of the rules out of its file. What is missing or of the wrong kind is refused with the name of
/// the file.
final class EditionReader {

    private final String file;

    private EditionReader(String file) {
        this.file = file;
    }

    static Edition read(String file, String text) {
        EditionReader reader = new EditionReader(file);
        try {
            return reader.edition(reader.map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text)));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    private Edition edition(Map<?, ?> part) {
        return new Edition(
                text(part, "id"),
                LocalDate.parse(text(part, "valid_from")),
                worded(part.get("title")),
                worded(part.get("source")),
                list(part.get("questions")).stream()
                        .map(one -> question(map(one)))
                        .toList(),
                list(part.get("sayings")).stream().map(one -> saying(map(one))).toList());
    }

    private Question question(Map<?, ?> part) {
        return new Question(
                text(part, "id"),
                worded(part),
                part.containsKey("hint") ? worded(part.get("hint")) : null,
                list(part.get("answers")).stream()
                        .map(one -> new Question.Answer(text(map(one), "code"), worded(one)))
                        .toList());
    }

    private Saying saying(Map<?, ?> part) {
        Map<String, Set<String>> when = new LinkedHashMap<>();
        map(part.get("when"))
                .forEach((question, codes) -> when.put(
                        String.valueOf(question),
                        list(codes).stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())));
        return new Saying(
                text(part, "id"),
                Saying.Kind.valueOf(text(part, "kind").toUpperCase(Locale.ROOT)),
                when,
                worded(part),
                worded(part.get("law")),
                worded(part.get("section")),
                worded(part.get("source")));
    }

    private Worded worded(@Nullable Object part) {
        return new Worded(text(map(part), "sv"), text(map(part), "en"));
    }

    private String text(Map<?, ?> part, String key) {
        return switch (part.get(key)) {
            case String text -> text;
            case java.util.Date day ->
                day.toInstant().atZone(java.time.ZoneOffset.UTC).toLocalDate().toString();
            case null, default -> throw new IllegalArgumentException("%s is missing in %s".formatted(key, file));
        };
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
