package se.ledfyr.methods.estimation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// Tables and results of other software, as they stand in `reference/estimation`.
final class Reference {

    static final List<String> TABLES =
            List.of("UKdat_5", "NewOrl_5", "Western", "Kosovo", "Artificial_3", "HIV", "MY3");

    private Reference() {}

    /// One line under the names in the first.
    record Row(SequencedMap<String, String> fields) {

        String get(String name) {
            return Objects.requireNonNull(fields.get(name), name);
        }

        double number(String name) {
            return Double.parseDouble(get(name));
        }
    }

    /// The rows of a file, each by the names in its first line.
    static List<Row> rows(String file) {
        List<List<String>> lines = lines(file).stream().map(Reference::fields).toList();
        List<String> names = lines.getFirst();
        return lines.stream()
                .skip(1)
                .map(line -> {
                    SequencedMap<String, String> row = new LinkedHashMap<>();
                    IntStream.range(0, names.size()).forEach(i -> row.put(names.get(i), line.get(i)));
                    return new Row(row);
                })
                .toList();
    }

    private static List<String> lines(String file) {
        try (InputStream in =
                Objects.requireNonNull(Reference.class.getResourceAsStream("/reference/estimation/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char letter : line.toCharArray()) {
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(letter);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    static CaptureTable table(String name) {
        List<Row> rows = rows("data/" + name + ".csv");
        List<String> lists = new ArrayList<>(rows.getFirst().fields().sequencedKeySet());
        lists.removeLast();
        return CaptureTable.of(
                lists,
                rows.stream()
                        .map(row -> {
                            String history =
                                    String.join("", lists.stream().map(row::get).toList());
                            return new Captured(history(history), Long.parseLong(row.get("count")));
                        })
                        .toList());
    }

    /// The drawn and simulated tables under their names, lists called A, B, C …
    static Map<String, CaptureTable> fixtures() {
        Map<String, List<Captured>> rows = new LinkedHashMap<>();
        Map<String, Integer> lists = new LinkedHashMap<>();
        for (Row row : rows("fixtures/tables.csv")) {
            rows.computeIfAbsent(row.get("table_id"), id -> new ArrayList<>())
                    .add(new Captured(history(row.get("history")), Long.parseLong(row.get("count"))));
            lists.put(row.get("table_id"), Integer.valueOf(row.get("lists")));
        }
        Map<String, CaptureTable> tables = new LinkedHashMap<>();
        rows.forEach((id, captured) -> tables.put(
                id,
                CaptureTable.of(
                        List.of("A", "B", "C", "D", "E", "F").subList(0, Objects.requireNonNull(lists.get(id))),
                        captured)));
        return tables;
    }

    /// `1010` stands on the first and the third list.
    static int history(String digits) {
        return IntStream.range(0, digits.length())
                .filter(i -> digits.charAt(i) == '1')
                .map(i -> 1 << i)
                .sum();
    }

    /// `[12/13/4]` or `[12,13,4]`.
    static Model model(int lists, String text) {
        List<Integer> sets = Arrays.stream(text.substring(1, text.length() - 1).split("[/,]"))
                .map(numbers -> numbers.chars().map(digit -> 1 << (digit - '1')).sum())
                .toList();
        return Model.of(lists, sets);
    }

    /// Pairs `A:B C:D` by the names of the table's lists.
    static List<Integer> pairs(CaptureTable table, String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.strip().split(" "))
                        .map(pair -> Arrays.stream(pair.split(":"))
                                .mapToInt(list -> 1 << table.lists().indexOf(list))
                                .sum())
                        .toList();
    }

    /// The number after `name=` in a field such as `a0=6.09;se0=0.45`.
    static double value(String extra, String name) {
        return Arrays.stream(extra.split(";"))
                .filter(part -> part.startsWith(name + "="))
                .mapToDouble(part -> Double.parseDouble(part.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }
}
