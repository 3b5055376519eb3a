package se.ledfyr.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/// Reads the first sheet of a workbook row by row, giving each cell the text it would have in a CSV file.
final class XlsxReader implements RecordReader {

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private List<String> header = List.of();
    private long lastRow;

    private XlsxReader(ReadableWorkbook workbook, Stream<Row> stream) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
    }

    /// @throws FileRefused when the workbook is not safe to read, or none
    static XlsxReader open(Path file) throws IOException {
        WorkbookGate.pass(file);
        try {
            ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
            return new XlsxReader(workbook, workbook.getFirstSheet().openStream());
        } catch (RuntimeException | IOException damaged) {
            throw new FileRefused(1, Problem.of("workbook-damaged"));
        }
    }

    @Override
    public @Nullable RawRecord next() {
        try {
            while (rows.hasNext()) {
                RawRecord record = read(rows.next());
                if (record != null) {
                    return record;
                }
            }
            return null;
        } catch (FileRefused refused) {
            throw refused;
        } catch (RuntimeException damaged) {
            // The library has an exception for every way in which XML can be wrong; to the reader they are one.
            throw new FileRefused(lastRow + 1, Problem.of("workbook-damaged"));
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    /// @return null for a row without any content
    private @Nullable RawRecord read(Row row) {
        if (row.getRowNum() <= lastRow) {
            throw new FileRefused(lastRow + 1, Problem.of("workbook-damaged"));
        }
        lastRow = row.getRowNum();
        List<String> cells = new ArrayList<>();
        Map<Integer, Problem> flaws = new HashMap<>();
        int filled = 0;
        for (int place = 0; place < row.getCellCount(); place++) {
            CellText text = CellText.of(cellAt(row, place), headerAt(place));
            if (text.flaw() != null || !text.text().isEmpty()) {
                filled = place + 1;
            }
            if (place < RawRecord.MAX_CELLS) {
                cells.add(text.text());
                if (text.flaw() != null) {
                    flaws.put(place, text.flaw());
                }
            }
        }
        return filled == 0 ? null : record(cells, flaws, filled);
    }

    private static @Nullable Cell cellAt(Row row, int place) {
        return row.getOptionalCell(place).orElse(null);
    }

    private String headerAt(int place) {
        return place < header.size() ? header.get(place) : "";
    }

    /// A sheet does not say where a row ends: it ends where the header does, unless something stands beyond.
    private RawRecord record(List<String> cells, Map<Integer, Problem> flaws, int filled) {
        if (header.isEmpty()) {
            header = List.copyOf(cells.subList(0, Math.min(filled, cells.size())));
            return new RawRecord(lastRow, header, filled, flaws, true);
        }
        int count = Math.max(filled, header.size());
        int kept = Math.min(count, RawRecord.MAX_CELLS);
        while (cells.size() < kept) {
            cells.add("");
        }
        return new RawRecord(lastRow, List.copyOf(cells.subList(0, kept)), count, flaws, true);
    }
}
