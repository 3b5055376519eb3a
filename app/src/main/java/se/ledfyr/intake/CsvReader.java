package se.ledfyr.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads RFC 4180 strictly and says where a file leaves it. Works on bytes and keeps one cell's beginning and one
/// record's cells, so that a line of ten megabytes costs no more than a short one.
///
/// See `docs/decisions/0008-own-file-reader.md` for why this is not a library.
final class CsvReader implements RecordReader {

    private static final int END = -1;
    private static final int DELETE = 0x7F;
    private static final int NEXT_LINE_CONTROLS = 0xA0;
    private static final int MAX_BYTES = 4 * RawRecord.MAX_CHARACTERS;

    private final InputStream in;
    private final Utf8 utf8 = new Utf8();
    private final byte[] cell = new byte[MAX_BYTES];
    private final byte[] buffer = new byte[65_536];
    private int at;
    private int filled;
    private long line = 1;
    private int length;
    private int characters;
    private boolean encodingSaid;
    private @Nullable Problem flaw;
    private boolean divided = true;
    private Map<Integer, Problem> flaws = Map.of();

    private CsvReader(InputStream in) {
        this.in = in;
    }

    /// @throws FileRefused when the first bytes show that it is no comma-separated UTF-8
    static CsvReader open(BufferedInputStream in, FileStart start) throws IOException {
        Problem problem = start.problem();
        if (problem != null) {
            throw new FileRefused(1, problem);
        }
        in.skipNBytes(start.lengthOfByteOrderMark());
        return new CsvReader(in);
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        skipEmptyLines();
        if (peek() == END) {
            return null;
        }
        long start = line;
        List<String> cells = new ArrayList<>();
        flaws = Map.of();
        divided = true;
        int count = 0;
        boolean more = true;
        while (more) {
            more = readCell();
            keep(cells, count++);
        }
        return new RawRecord(start, cells, count, flaws, divided);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void skipEmptyLines() throws IOException {
        while (true) {
            int b = peek();
            if (b == '\r' && peekSecond() == '\n') {
                read();
                b = '\n';
            }
            if (b != '\n') {
                return;
            }
            read();
            line++;
        }
    }

    private void keep(List<String> cells, int place) {
        if (place < RawRecord.MAX_CELLS) {
            String text = flaw == null ? new String(cell, 0, length, StandardCharsets.UTF_8) : "";
            cells.add(text);
        }
        Problem found = flaw == null && characters > RawRecord.MAX_CHARACTERS ? tooLong() : flaw;
        if (found != null) {
            note(place, found);
        }
    }

    private static Problem tooLong() {
        return Problem.of("too-long", RawRecord.MAX_CHARACTERS);
    }

    /// Keeps a bounded number of flaws: beyond the cells that are kept, the count of cells is wrong anyway.
    private void note(int place, Problem problem) {
        if (flaws.isEmpty()) {
            flaws = new HashMap<>();
        }
        if (place < RawRecord.MAX_CELLS) {
            flaws.putIfAbsent(place, problem);
        }
    }

    /// @return whether another cell follows in the same record
    private boolean readCell() throws IOException {
        length = 0;
        characters = 0;
        flaw = null;
        if (peek() == '"') {
            read();
            return readQuoted();
        }
        return readPlain();
    }

    private boolean readPlain() throws IOException {
        while (true) {
            int b = read();
            switch (b) {
                case END, ',', '\n' -> {
                    return endCell(b);
                }
                case '\r' -> {
                    if (peek() != '\n') {
                        flaw("carriage-return");
                    }
                }
                case '"' -> flaw("quote-stray");
                default -> append(b);
            }
        }
    }

    private boolean readQuoted() throws IOException {
        while (true) {
            int b = read();
            switch (b) {
                case END -> {
                    // Says more than the line breaks it has swallowed.
                    flaw = Problem.of("quote-unclosed");
                    divided = false;
                    return endCell(END);
                }
                case '"' -> {
                    if (peek() != '"') {
                        return readAfterQuote();
                    }
                    append(read());
                }
                case '\r', '\n' -> {
                    flaw("line-break");
                    line += b == '\n' ? 1 : 0;
                }
                default -> append(b);
            }
        }
    }

    /// After the closing quote only a comma or the end of the line can stand.
    private boolean readAfterQuote() throws IOException {
        int b = read();
        if (b == END || b == ',' || b == '\n' || b == '\r' && peek() == '\n') {
            return endCell(b == '\r' ? read() : b);
        }
        flaw("quote-after");
        divided = false;
        append(b);
        return readPlain();
    }

    private boolean endCell(int b) {
        if (utf8.isInside()) {
            utf8.accepts(b == END ? 0 : b);
            encodingFlaw(Problem.of("encoding-damaged"));
        }
        line += b == '\n' ? 1 : 0;
        return b == ',';
    }

    private void append(int b) {
        boolean inside = utf8.isInside();
        if (!utf8.accepts(b)) {
            encodingFlaw(guess(inside, b));
            if (inside && !utf8.accepts(b)) {
                return;
            }
        } else if (!inside) {
            characters++;
        }
        if (b == 0) {
            flaw("nul");
        } else if (b < ' ' || b == DELETE || isLateControl(inside, b)) {
            flaw("control");
        }
        if (length < MAX_BYTES) {
            cell[length++] = (byte) b;
        }
    }

    /// The second half of U+0080 to U+009F, which are control characters of two bytes.
    private boolean isLateControl(boolean inside, int b) {
        return inside && b < NEXT_LINE_CONTROLS && length > 0 && (cell[length - 1] & 0xFF) == 0xC2;
    }

    /// The old one-byte encodings put letters where UTF-8 has the middle of a character.
    private static Problem guess(boolean inside, int b) {
        if (inside && b >= 0x80) {
            return Problem.of("encoding-damaged");
        }
        return Problem.of("encoding", !inside && b < NEXT_LINE_CONTROLS ? "Windows-1252" : "ISO 8859-1 (Latin-1)");
    }

    /// Said once for the file: in a file of another encoding every letter with a ring or dots would be a fault.
    private void encodingFlaw(Problem problem) {
        flaw = flaw == null ? RawRecord.SAID : flaw;
        if (!encodingSaid) {
            encodingSaid = true;
            if (flaws.isEmpty()) {
                flaws = new HashMap<>();
            }
            flaws.put(RawRecord.WHOLE_FILE, problem);
        }
    }

    private void flaw(String name) {
        flaw = flaw == null ? Problem.of(name) : flaw;
    }

    private int peek() throws IOException {
        return at < filled || fill() ? buffer[at] & 0xFF : END;
    }

    private int peekSecond() throws IOException {
        if (at + 1 >= filled && filled > 0) {
            // Moves the one byte that is left to the front and fills up behind it.
            buffer[0] = buffer[at];
            int more = in.read(buffer, 1, buffer.length - 1);
            at = 0;
            filled = 1 + Math.max(0, more);
        }
        return at + 1 < filled ? buffer[at + 1] & 0xFF : END;
    }

    private int read() throws IOException {
        return at < filled || fill() ? buffer[at++] & 0xFF : END;
    }

    private boolean fill() throws IOException {
        filled = Math.max(0, in.read(buffer));
        at = 0;
        return filled > 0;
    }
}
