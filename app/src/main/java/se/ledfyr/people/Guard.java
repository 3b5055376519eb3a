package se.ledfyr.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What every written value must hold to. Messages name the field and never the value.
final class Guard {

    private Guard() {}

    static String required(String text, int max, String field) {
        String kept = optional(text, max, field);
        if (kept == null) {
            throw new IllegalArgumentException("An empty %s".formatted(field));
        }
        return kept;
    }

    /// Blank is null.
    static @Nullable String optional(@Nullable String text, int max, String field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String kept = text.strip();
        if (kept.length() > max) {
            throw new IllegalArgumentException("The %s is longer than %d characters".formatted(field, max));
        }
        if (kept.codePoints().anyMatch(Guard::isHidden)) {
            throw new IllegalArgumentException("The %s holds characters that cannot be seen".formatted(field));
        }
        return kept;
    }

    static List<String> all(List<String> texts, int most, int max, String field) {
        List<String> kept = texts.stream()
                .filter(text -> !text.isBlank())
                .map(text -> required(text, max, field))
                .distinct()
                .toList();
        if (kept.size() > most) {
            throw new IllegalArgumentException("More than %d of: %s".formatted(most, field));
        }
        return kept;
    }

    /// Control characters, halves of characters, and marks that turn the reading direction of what follows. The
    /// joiners that Persian and Indic names are written with stay.
    private static boolean isHidden(int letter) {
        return Character.isISOControl(letter)
                || Character.getType(letter) == Character.SURROGATE
                || Character.getType(letter) == Character.LINE_SEPARATOR
                || Character.getType(letter) == Character.PARAGRAPH_SEPARATOR
                || letter >= 0x202A && letter <= 0x202E
                || letter >= 0x2066 && letter <= 0x2069;
    }
}
