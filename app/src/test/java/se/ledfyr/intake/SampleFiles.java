package se.ledfyr.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.filing.ColumnType;
import se.ledfyr.filing.FiledColumn;
import se.ledfyr.filing.FiledRow;
import se.ledfyr.filing.FiledTable;

/// Files for tests: a right one to start from, and ways of making it wrong.
public final class SampleFiles {

    public static final LocalDate AS_OF = LocalDate.of(2024, 6, 30);

    private SampleFiles() {}

    /// A row that keeps every rule, by column; each has an id of its own.
    public static Map<String, String> row() {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("registration_id", UUID.randomUUID().toString());
        row.put("registered_on", "2023-05-17");
        row.put("region", "nord");
        row.put("municipality_code", "2480");
        row.put("sex", "female");
        row.put("age_group", "adult");
        row.put("birth_year", "1990");
        row.put("citizenship", "TH");
        row.put("forms", "labour");
        row.put("sector", "berry_picking");
        row.put("referred_by", "police");
        row.put("event_id", "");
        row.put("began", "work_recruitment");
        row.put("setting", "offline");
        row.put("children_accompanying", "0");
        row.put("amp_requested", "true");
        row.put("reflection_requested", "false");
        return row;
    }

    public static Map<String, String> row(String column, String cell) {
        Map<String, String> row = row();
        row.put(column, cell);
        return row;
    }

    /// The rows as a file, quoted where needed.
    @SafeVarargs
    public static String csv(Map<String, String>... rows) {
        StringBuilder text = new StringBuilder(String.join(",", row().keySet())).append('\n');
        for (Map<String, String> row : rows) {
            text.append(row.values().stream().map(SampleFiles::quoted).collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }

    public static Path file(byte[] content) {
        try {
            Path file = Files.createTempFile("ledfyr-sample", ".csv");
            file.toFile().deleteOnExit();
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path file(String content) {
        return file(content.getBytes(StandardCharsets.UTF_8));
    }

    static Verdict check(String content) {
        return check(file(content));
    }

    static Verdict check(byte[] content) {
        return check(file(content));
    }

    static Verdict check(Path file) {
        try {
            return new RecordFiles(CodeBook.delivered(), AS_OF).check(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The registrations of a file, with all their columns as values.
    static List<FiledRow> read(Path file) {
        List<FiledRow> rows = new ArrayList<>();
        try {
            new RecordFiles(CodeBook.delivered(), AS_OF).read(file, table(RecordKinds.REGISTRATIONS), rows::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /// A table that would keep all columns of a kind.
    static FiledTable table(RecordKind kind) {
        String id = kind.columns().getFirst().name();
        return new FiledTable(
                id,
                "some.kept",
                "some.history",
                id,
                new FiledTable.StandIns("some.stand_in", "id", "some.stand_in_for"),
                kind.columns().stream()
                        .skip(1)
                        .map(column -> FiledColumn.of(
                                column.name(),
                                column.type() instanceof CellType.SeveralOf ? ColumnType.TEXTS : ColumnType.TEXT))
                        .toList());
    }

    /// Faults as `line column problem`, for comparing.
    static List<String> faults(Verdict verdict) {
        return verdict.faults().stream()
                .map(fault -> "%d %s %s"
                        .formatted(
                                fault.line(),
                                fault.column(),
                                fault.problem().key().replace("intake.fault.", "")))
                .toList();
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? "\"" + cell.replace("\"", "\"\"") + "\""
                : cell;
    }
}
