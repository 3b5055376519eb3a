package se.ledfyr.codes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The code lists in `codes/lists.tsv`: one line a code, tab separated, as they are put into a new database.
final class DeliveredCodes {

    private static final int COLUMNS = 9;

    static final CodeBook BOOK = CodeBook.of(read());

    private DeliveredCodes() {}

    static List<Code> read() {
        try (InputStream file = DeliveredCodes.class.getResourceAsStream("/codes/lists.tsv")) {
            if (file == null) {
                throw new IllegalStateException("codes/lists.tsv is missing from the build");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            return lines.lines().skip(1).map(DeliveredCodes::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Code parse(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("codes/lists.tsv: not %d columns: %s".formatted(COLUMNS, line));
        }
        return new Code(
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                Integer.parseInt(cells[4]),
                emptyToNull(cells[5]),
                LocalDate.parse(cells[6]),
                cells[7].isEmpty() ? null : LocalDate.parse(cells[7]));
    }

    private static @Nullable String emptyToNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
