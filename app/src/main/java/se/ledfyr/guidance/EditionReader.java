package se.ledfyr.guidance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Reads an edition out of its file. What is missing or of the wrong kind is refused with the name of the file.
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
                list(part.get("steps")).stream().map(step -> step(map(step))).toList());
    }

    private Step step(Map<?, ?> part) {
        return new Step(
                text(part, "id"),
                worded(part.get("title")),
                worded(part.get("about")),
                part.containsKey("law")
                        ? list(part.get("law")).stream().map(this::worded).toList()
                        : List.of(),
                list(part.get("actions")).stream()
                        .map(action -> advice(map(action)))
                        .toList());
    }

    private Advice advice(Map<?, ?> part) {
        return new Advice(text(part, "id"), worded(part), Boolean.TRUE.equals(part.get("child")));
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
