package se.ledfyr.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a header by name, in any order, and names what is missing, unknown, misspelt or there twice. An unknown column
/// is always a fault: it could hold names.
final class HeaderReader {

    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_. -]{0,39}");
    private static final int MISSPELT_BY = 2;

    private final FaultList faults;
    private final List<@Nullable Column> columns = new ArrayList<>();
    private final Set<String> told = new HashSet<>();

    private HeaderReader(FaultList faults) {
        this.faults = faults;
    }

    static Header read(RecordKind kind, RawRecord record, FaultList faults) {
        return new HeaderReader(faults).read(kind, record);
    }

    /// How many names of a header are those of columns of a kind, or nearly.
    static long likeness(RecordKind kind, RawRecord record) {
        return record.cells().stream()
                .filter(cell -> kind.columns().stream().anyMatch(column -> isNear(column.name(), cell)))
                .count();
    }

    private Header read(RecordKind kind, RawRecord record) {
        long before = faults.count();
        if (record.line() != 1) {
            throw new FileRefused(1, Problem.of("no-header"));
        }
        if (record.count() > RawRecord.MAX_CELLS) {
            throw new FileRefused(record.line(), Problem.of("too-many-columns", RawRecord.MAX_CELLS));
        }
        kind.columns().stream()
                .map(Column::name)
                .filter(record.cells()::contains)
                .forEach(told::add);
        Set<String> used = new HashSet<>();
        for (int place = 0; place < record.cells().size(); place++) {
            columns.add(column(kind, record, place, used));
        }
        for (Column column : kind.columns()) {
            if (!told.contains(column.name())) {
                faults.add(record.line(), column.name(), null, Problem.of("column-missing"));
            }
        }
        return new Header(kind, record.count(), columns, faults.count() == before);
    }

    private @Nullable Column column(RecordKind kind, RawRecord record, int place, Set<String> used) {
        String name = record.cells().get(place);
        Problem flaw = record.flaws().get(place);
        if (flaw != null) {
            faults.add(record.line(), Fault.FILE, null, Problem.of("column-unreadable", place + 1));
            return null;
        }
        Optional<Column> known = kind.find(name);
        if (known.isPresent() && used.add(name)) {
            return known.get();
        }
        if (known.isPresent()) {
            faults.add(record.line(), name, null, Problem.of("column-twice"));
            return null;
        }
        faults.add(record.line(), shown(name), null, unknown(kind, name, place));
        return null;
    }

    private Problem unknown(RecordKind kind, String name, int place) {
        Optional<String> meant = kind.columns().stream()
                .map(Column::name)
                .filter(each -> !told.contains(each) && isNear(each, name))
                .min(Comparator.comparingInt(each -> distance(each, name)));
        meant.ifPresent(told::add);
        return meant.map(each -> Problem.of("column-misspelt", place + 1, each))
                .orElseGet(() -> Problem.of("column-unknown", place + 1));
    }

    /// A name that looks like the name of a column is shown; anything else could be what belongs in its cells.
    private static String shown(String name) {
        return PLAIN_NAME.matcher(name).matches() ? name.replace(' ', '_') : Fault.FILE;
    }

    private static boolean isNear(String column, String written) {
        return column.equals(written)
                || written.length() <= column.length() + MISSPELT_BY
                        && distance(
                                        column,
                                        written.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]", "_"))
                                <= Math.min(MISSPELT_BY, column.length() / 3);
    }

    /// How many letters must be put in, left out or exchanged to get from one word to the other.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int exchanged = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
