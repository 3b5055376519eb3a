package se.ledfyr.surveys;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/// Editions that were never delivered.
public final class TestEditions {

    private TestEditions() {}

    /// The same questions once more in the year after, each comparable: `adult-2027` of `adult-2026`.
    public static Edition yearAfter(String id) {
        Edition edition = Editions.delivered().get(id);
        String year = Integer.toString(edition.year());
        String text = text("/surveys/" + id + ".yaml")
                .replace(year, Integer.toString(edition.year() + 1))
                .replaceAll(
                        "(?s)(  - key: (\\w+)\n(?:(?!  - key).)*?)    (?:new: true|breaks:\n      sv:[^\n]*\n      en:[^\n]*)\n",
                        "$1    comparable_with: $2\n");
        return read(id.replace(year, Integer.toString(edition.year() + 1)), text);
    }

    static Edition read(String id, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return Editions.read(id + ".yaml", content, Map.of(id, HexFormat.of().formatHex(Editions.sha256(content))));
    }

    static String text(String resource) {
        try (var file = Objects.requireNonNull(TestEditions.class.getResourceAsStream(resource))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
