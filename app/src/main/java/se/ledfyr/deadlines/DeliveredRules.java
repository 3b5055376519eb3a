package se.ledfyr.deadlines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.CRC32;

/// The rules in `deadlines/rules.tsv`: one line a rule, tab separated, as they are put into a new database.
final class DeliveredRules {

    private static final int COLUMNS = 12;

    private DeliveredRules() {}

    static List<Rule> read() {
        return text().lines().skip(1).map(DeliveredRules::parse).toList();
    }

    /// A number that is another one whenever the file is.
    static int checksum() {
        CRC32 sum = new CRC32();
        sum.update(text().getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue();
    }

    private static String text() {
        try (InputStream file = DeliveredRules.class.getResourceAsStream("/deadlines/rules.tsv")) {
            if (file == null) {
                throw new IllegalStateException("deadlines/rules.tsv is missing from the build");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rule parse(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("deadlines/rules.tsv: not %d columns: %s".formatted(COLUMNS, line));
        }
        return new Rule(
                cells[0],
                Integer.parseInt(cells[3]),
                RuleUnit.valueOf(cells[4]),
                cells[5].equals("yes"),
                cells[6].isEmpty() ? null : new BigDecimal(cells[6]),
                LocalDate.parse(cells[1]),
                cells[2].isEmpty() ? null : LocalDate.parse(cells[2]),
                cells[7],
                cells[8],
                Rule.Ground.valueOf(cells[9]),
                cells[10],
                cells[11]);
    }
}
