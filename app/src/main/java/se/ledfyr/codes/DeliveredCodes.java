package se.ledfyr.codes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The code lists in the files `codes/*.tsv`: one line a code, tab separated. `lists.tsv` came first; a module that
/// brings lists of its own has a file of its own.
final class DeliveredCodes {

    private static final int COLUMNS = 9;

    /// Files may have two columns more: `reference` and `unverified`.
    private static final int MOST_COLUMNS = 11;

    private static final List<File> FILES = read();

    static final CodeBook BOOK = CodeBook.of(all());

    private DeliveredCodes() {}

    static List<Code> all() {
        return FILES.stream().flatMap(DeliveredCodes::codes).toList();
    }

    /// Differs as soon as anything in any of the files does.
    static int checksum() {
        CRC32 sum = new CRC32();
        FILES.forEach(file -> sum.update(file.text().getBytes(StandardCharsets.UTF_8)));
        return (int) sum.getValue();
    }

    private static List<File> read() {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath:codes/*.tsv");
            List<File> files = new ArrayList<>();
            for (Resource file : found) {
                files.add(new File(
                        Objects.requireNonNull(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8)));
            }
            if (files.isEmpty()) {
                throw new IllegalStateException("The code lists codes/*.tsv are missing from the build");
            }
            files.sort(Comparator.comparing(File::name));
            return List.copyOf(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Code> codes(File file) {
        return file.text()
                .lines()
                .skip(1)
                .filter(line -> !line.isEmpty())
                .map(line -> parse(file.name(), line.split("\t", -1)));
    }

    private static Code parse(String file, String[] cells) {
        if (cells.length != COLUMNS && cells.length != MOST_COLUMNS) {
            throw new IllegalStateException("codes/%s: neither %d nor %d columns: %s"
                    .formatted(file, COLUMNS, MOST_COLUMNS, String.join(" | ", cells)));
        }
        boolean wide = cells.length == MOST_COLUMNS;
        return new Code(
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                Integer.parseInt(cells[4]),
                emptyToNull(cells[5]),
                LocalDate.parse(cells[6]),
                cells[7].isEmpty() ? null : LocalDate.parse(cells[7]),
                emptyToNull(cells[8]),
                wide ? emptyToNull(cells[9]) : null,
                wide && isMarked(file, cells[10]));
    }

    private static boolean isMarked(String file, String cell) {
        if (!cell.isEmpty() && !cell.equals("unverified")) {
            throw new IllegalStateException("codes/%s: the last column is empty or 'unverified'".formatted(file));
        }
        return !cell.isEmpty();
    }

    private static @Nullable String emptyToNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private record File(String name, String text) {}
}
