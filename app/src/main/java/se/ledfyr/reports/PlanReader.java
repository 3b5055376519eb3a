package se.ledfyr.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import se.ledfyr.statistics.Bilingual;
import se.ledfyr.statistics.Dimension;
import se.ledfyr.statistics.PublishedTable;
import se.ledfyr.statistics.Unit;

/// Reads a report's plan and refuses what names nothing: a report that is wrong is worse than none.
final class PlanReader {

    private final Map<String, PublishedTable> tables;
    private final Map<String, Whole> wholes = new HashMap<>();

    private PlanReader(Map<String, PublishedTable> tables) {
        this.tables = tables;
    }

    /// @throws IllegalArgumentException naming the part that cannot be used
    static Plan delivered(String name, Map<String, PublishedTable> tables) {
        try (InputStream file = PlanReader.class.getResourceAsStream("/reports/" + name + ".yaml")) {
            if (file == null) {
                throw new IllegalArgumentException("No such report: " + name);
            }
            return read(new InputStreamReader(file, StandardCharsets.UTF_8), tables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Plan read(java.io.Reader text, Map<String, PublishedTable> tables) {
        Map<String, Object> file = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        return new PlanReader(tables).plan(file);
    }

    private Plan plan(Map<String, Object> file) {
        only(file, "id", "title", "tables", "key", "chapters");
        map(file.get("tables"))
                .forEach((table, whole) -> wholes.put(tableNamed(table).id(), whole(map(whole))));
        List<Part.Text> key =
                list(file.get("key")).stream().map(part -> text(map(part))).toList();
        List<Chapter> chapters = list(file.get("chapters")).stream()
                .map(chapter -> chapter(map(chapter)))
                .toList();
        return new Plan(said(file, "id"), bilingual(map(file.get("title"))), key, wholes, chapters);
    }

    private static Whole whole(Map<String, Object> part) {
        only(part, "whole", "aside");
        Set<String> aside = new HashSet<>();
        list(part.get("aside")).forEach(code -> aside.add(code.toString()));
        return new Whole(Optional.ofNullable(part.get("whole")).map(Object::toString), aside);
    }

    private Chapter chapter(Map<String, Object> part) {
        only(part, "id", "title", "parts");
        List<Part> parts = new ArrayList<>();
        list(part.get("parts")).forEach(one -> {
            Map<String, Object> said = map(one);
            parts.add(said.containsKey("text") ? text(said) : exhibit(said));
        });
        return new Chapter(said(part, "id"), bilingual(map(part.get("title"))), parts);
    }

    private static Part.Text text(Map<String, Object> part) {
        only(part, "text", "sv", "en");
        return new Part.Text(
                said(part, "text"),
                new Bilingual(said(part, "sv").strip(), said(part, "en").strip()));
    }

    private Part.Exhibit exhibit(Map<String, Object> part) {
        only(part, "exhibit", "title", "table", "only", "rows", "columns", "draw", "unit", "fold");
        String id = said(part, "exhibit");
        PublishedTable table = tableNamed(said(part, "table"));
        Map<String, String> fixed = new HashMap<>();
        map(part.get("only")).forEach((dimension, code) -> fixed.put(dimension, code.toString()));
        Optional<String> columns = Optional.ofNullable(part.get("columns")).map(Object::toString);
        Set<String> named = new HashSet<>(fixed.keySet());
        named.add(said(part, "rows"));
        columns.ifPresent(named::add);
        Set<String> needed = new HashSet<>(
                Bindings.dimensions(table).stream().map(Dimension::id).toList());
        if (!named.equals(needed)) {
            throw new IllegalArgumentException("%s names %s, its table has %s".formatted(id, named, needed));
        }
        return new Part.Exhibit(
                id,
                bilingual(map(part.get("title"))),
                table.id(),
                fixed,
                said(part, "rows"),
                columns,
                Optional.ofNullable(part.get("draw")).map(kind -> drawn(part, table, kind.toString())),
                Optional.ofNullable(part.get("fold"))
                        .map(cell ->
                                new Bindings(tables, 0).read(cell.toString()).cell()));
    }

    private Part.Drawn drawn(Map<String, Object> part, PublishedTable table, String kind) {
        Unit unit = Optional.ofNullable(part.get("unit"))
                .map(said -> Unit.valueOf(said.toString().toUpperCase(Locale.ROOT)))
                .orElse(table.content().counted().unit());
        Whole whole = wholes.getOrDefault(table.id(), Whole.NONE);
        Set<String> aside = new HashSet<>(whole.aside());
        whole.code().ifPresent(aside::add);
        return new Part.Drawn(Part.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), unit, aside);
    }

    private PublishedTable tableNamed(String id) {
        PublishedTable table = tables.get(id);
        if (table == null) {
            throw new IllegalArgumentException("No such table: " + id);
        }
        return table;
    }

    private static Bilingual bilingual(Map<String, Object> part) {
        only(part, "sv", "en");
        return new Bilingual(said(part, "sv").strip(), said(part, "en").strip());
    }

    private static String said(Map<String, Object> part, String key) {
        Object found = part.get(key);
        if (found == null) {
            throw new IllegalArgumentException("'%s' is missing in %s".formatted(key, part.keySet()));
        }
        return found.toString();
    }

    private static void only(Map<String, Object> part, String... keys) {
        Set<String> known = Set.of(keys);
        part.keySet().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException("unknown key '%s'; known: %s".formatted(key, known));
        });
    }

    private static Map<String, Object> map(@org.jspecify.annotations.Nullable Object part) {
        if (part == null) {
            return Map.of();
        }
        if (part instanceof Map<?, ?> found) {
            Map<String, Object> map = new java.util.LinkedHashMap<>();
            found.forEach((key, value) -> map.put(String.valueOf(key), value));
            return map;
        }
        throw new IllegalArgumentException("keys and values are needed, not " + part);
    }

    private static List<Object> list(@org.jspecify.annotations.Nullable Object part) {
        return part == null ? List.of() : part instanceof List<?> found ? List.copyOf(found) : List.of(part);
    }
}
