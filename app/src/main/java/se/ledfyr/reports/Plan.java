package se.ledfyr.reports;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.ledfyr.statistics.Bilingual;

/// A report as it is planned: data beside the program.
///
/// @param key numbers that stand first, each a text with one bound place
/// @param wholes by table
public record Plan(String id, Bilingual title, List<Part.Text> key, Map<String, Whole> wholes, List<Chapter> chapters) {

    public Plan {
        key = List.copyOf(key);
        wholes = Map.copyOf(wholes);
        chapters = List.copyOf(chapters);
        Set<String> ids = new HashSet<>();
        chapters.stream()
                .flatMap(chapter -> Stream.concat(
                        Stream.of(chapter.id()), chapter.parts().stream().map(Part::id)))
                .filter(part -> !ids.add(part))
                .findFirst()
                .ifPresent(twice -> {
                    throw new IllegalArgumentException("'%s' stands in the report twice".formatted(twice));
                });
    }

    /// The codes of a table that are no categories.
    public Whole wholeOf(String table) {
        return wholes.getOrDefault(table, Whole.NONE);
    }

    /// Everything that can be edited.
    public List<Part.Text> texts() {
        return parts(Part.Text.class);
    }

    public List<Part.Exhibit> exhibits() {
        return parts(Part.Exhibit.class);
    }

    public Optional<Part.Text> findText(String id) {
        return texts().stream().filter(text -> text.id().equals(id)).findFirst();
    }

    /// The chapter a part stands in.
    public Optional<Chapter> chapterOf(String part) {
        return chapters.stream()
                .filter(chapter ->
                        chapter.parts().stream().anyMatch(one -> one.id().equals(part)))
                .findFirst();
    }

    private <T extends Part> List<T> parts(Class<T> kind) {
        return chapters.stream()
                .flatMap(chapter -> chapter.parts().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
