package se.ledfyr.intake;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ledfyr.surveys.Questionnaire;

/// One kind of file, declared as data: its columns in their usual order and the rules between them.
///
/// @param name what the records are, also stored with a file that was taken
/// @param day column with the day on which a record's codes must be valid
/// @param rules rules between cells, in the order in which they are tried
/// @param survey the questionnaire that the records are answers to, with rules of its own; null for other records
record RecordKind(
        String name,
        String day,
        List<Column> columns,
        List<CrossRule> rules,
        @Nullable Questionnaire survey) {

    RecordKind {
        columns = List.copyOf(columns);
        rules = List.copyOf(rules);
    }

    RecordKind(String name, String day, List<Column> columns, List<CrossRule> rules) {
        this(name, day, columns, rules, null);
    }

    Optional<Column> find(String column) {
        return columns.stream().filter(known -> known.name().equals(column)).findFirst();
    }

    int placeOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("No such column: " + column);
    }
}
