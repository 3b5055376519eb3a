package se.ledfyr.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Service;
import se.ledfyr.casework.FactRows;
import se.ledfyr.casework.WorkListFilter;

/// Registrations as files with the columns of a registration file, so that what was exported can be imported again.
///
/// Rows are written as they are read; a file of any size passes through a small buffer.
@Service
public class Export {

    /// A sheet has this many rows at most, with its header.
    static final int ROWS_OF_A_SHEET = 1_048_576;

    private static final int WRITTEN_AT_ONCE = 500;
    private static final List<String> COLUMNS =
            RecordKinds.REGISTRATIONS.columns().stream().map(Column::name).toList();

    private final FactRows rows;
    private final Clock clock;

    Export(FactRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /// What is about to be exported; it has been noted in the audit log.
    ///
    /// @param until registrations made later are left out
    /// @param count how many registrations there are
    public record Ready(WorkListFilter filter, Instant until, long count) {

        /// Whether they fit on one sheet.
        public boolean fitsASheet() {
            return count < ROWS_OF_A_SHEET;
        }
    }

    /// Notes in the audit log what will be exported, and commits that.
    ///
    /// @throws se.ledfyr.access.NotHere when the acting member may not read facts
    public Ready prepare(WorkListFilter filter, String format) {
        Instant until = clock.instant();
        return new Ready(filter, until, rows.note(filter, until, format));
    }

    /// @throws IOException when nobody reads any longer
    public void csv(Ready ready, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            writer.write(String.join(",", COLUMNS) + "\r\n");
            rows.each(ready.filter(), ready.until(), row -> write(writer, RegistrationRow.write(row)));
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
        writer.flush();
    }

    /// @param sheet name of the sheet
    /// @throws IOException when nobody reads any longer
    public void xlsx(Ready ready, String sheet, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Ledfyr", "1.0")) {
            Worksheet page = workbook.newWorksheet(sheet);
            write(page, 0, COLUMNS);
            page.freezePane(0, 1);
            int[] row = {0};
            rows.each(ready.filter(), ready.until(), each -> write(page, ++row[0], RegistrationRow.write(each)));
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private static void write(Writer writer, List<String> cells) {
        try {
            writer.write(cells.stream().map(Defused::csv).collect(Collectors.joining(",", "", "\r\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        try {
            for (int place = 0; place < cells.size(); place++) {
                if (!cells.get(place).isEmpty()) {
                    sheet.inlineString(row, place, Defused.cell(cells.get(place)));
                }
            }
            if (row % WRITTEN_AT_ONCE == 0) {
                sheet.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
