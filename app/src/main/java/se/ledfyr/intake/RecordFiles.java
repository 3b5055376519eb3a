package se.ledfyr.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.filing.FiledRow;
import se.ledfyr.filing.FiledRows;
import se.ledfyr.filing.FiledTable;

/// Reading and checking files of records by the file rules: CSV in UTF-8, or a workbook with the same columns. Needs
/// no database and memory that does not grow with the file, except 16 bytes for every id.
public final class RecordFiles {

    /// How many faults are listed where nothing else is asked for.
    public static final int FAULTS_LISTED = 1_000;

    /// A file with more records is refused: the ids of so many take all memory that is set aside for them.
    static final int MOST_RECORDS = 5_000_000;

    private final CodeBook codes;
    private final LocalDate asOf;
    private final int listed;
    private final @Nullable Integer year;

    /// @param asOf the reference date: no day in a file is later
    public RecordFiles(CodeBook codes, LocalDate asOf) {
        this(codes, asOf, FAULTS_LISTED);
    }

    /// @param listed how many faults are listed before the rest is only counted, 1 or more
    public RecordFiles(CodeBook codes, LocalDate asOf, int listed) {
        this(codes, asOf, listed, null);
    }

    private RecordFiles(CodeBook codes, LocalDate asOf, int listed, @Nullable Integer year) {
        if (listed < 1) {
            throw new IllegalArgumentException("listed must be 1 or more, was " + listed);
        }
        this.codes = codes;
        this.asOf = asOf;
        this.listed = listed;
        this.year = year;
    }

    /// The same for questionnaires of one year, whose files do not always say which year they are of.
    ///
    /// @param ofYear null to let the file say it
    public RecordFiles ofYear(@Nullable Integer ofYear) {
        return new RecordFiles(codes, asOf, listed, ofYear);
    }

    /// Checks a file of any known kind; its header tells which.
    ///
    /// @throws IOException when the file cannot be opened or read; whatever it contains ends in a verdict
    public Verdict check(Path file) throws IOException {
        return walk(file, row -> {});
    }

    /// Checks a file and hands over its records in order while going along, as the table that keeps them wants them.
    /// With the first fault no more are handed over; when the verdict is not right, those that were must be thrown
    /// away.
    ///
    /// @throws IOException when the file cannot be opened or read
    public Verdict read(Path file, FiledTable table, Consumer<? super FiledRow> records) throws IOException {
        return walk(file, row -> records.accept(row.filed(table)));
    }

    /// The same as rows that can be handed over: a file that was right a moment ago.
    ///
    /// @throws IllegalStateException while they are handed over, when the file has changed
    public FiledRows rows(Path file, FiledTable table) {
        return taker -> {
            try {
                if (!read(file, table, taker).isRight()) {
                    throw new IllegalStateException("The file changed while it was being taken");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private Verdict walk(Path file, Consumer<CheckedRow> rows) throws IOException {
        FaultList faults = new FaultList(listed);
        try (RecordReader reader = open(file)) {
            return new FileCheck(codes, asOf, faults, rows)
                    .walk(reader, new WhichKind(RecordKinds.ALL, year), () -> open(file));
        } catch (FileRefused refused) {
            faults.add(refused.fault().line(), Fault.FILE, null, refused.fault().problem());
            return faults.verdict(null, 0);
        }
    }

    private static RecordReader open(Path file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            FileStart start = FileStart.of(in);
            if (!start.isArchive()) {
                return CsvReader.open(in, start);
            }
        } catch (FileRefused | IOException unreadable) {
            in.close();
            throw unreadable;
        }
        in.close();
        return XlsxReader.open(file);
    }
}
