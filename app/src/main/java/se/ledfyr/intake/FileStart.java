package se.ledfyr.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks at the first bytes of a file and names what people send by mistake, before it is read as what it should be.
final class FileStart {

    private static final int LOOKED_AT = 8_192;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final byte[] start;

    private FileStart(byte[] start) {
        this.start = start;
    }

    /// Reads ahead without taking anything away.
    static FileStart of(BufferedInputStream in) throws IOException {
        in.mark(LOOKED_AT + 1);
        byte[] start = in.readNBytes(LOOKED_AT);
        in.reset();
        return new FileStart(start);
    }

    /// Whether it is a zip archive, as every XLSX workbook is.
    boolean isArchive() {
        return startsWith('P', 'K', 3, 4) || startsWith('P', 'K', 5, 6);
    }

    int lengthOfByteOrderMark() {
        return startsWith(0xEF, 0xBB, 0xBF) ? BYTE_ORDER_MARK.length : 0;
    }

    /// What makes the file something else than comma-separated UTF-8, if anything can be told from its start.
    @Nullable
    Problem problem() {
        if (start.length == lengthOfByteOrderMark()) {
            return Problem.of("empty-file");
        }
        if (startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
            return Problem.of("old-workbook");
        }
        Problem encoding = wideEncoding();
        return encoding == null ? separation() : encoding;
    }

    private @Nullable Problem wideEncoding() {
        if (startsWith(0xFF, 0xFE, 0, 0) || startsWith(0, 0, 0xFE, 0xFF) || threeOfFourBytesAreZero()) {
            return Problem.of("encoding", "UTF-32");
        }
        if (startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF) || everyOtherByteIsZero()) {
            return Problem.of("encoding", "UTF-16");
        }
        return null;
    }

    private boolean threeOfFourBytesAreZero() {
        int looked = Math.min(start.length, 64);
        int zeros = 0;
        for (int i = 0; i < looked; i++) {
            zeros += start[i] == 0 ? 1 : 0;
        }
        return looked >= 16 && zeros >= looked * 3 / 4 - 1 && zeros < looked;
    }

    private boolean everyOtherByteIsZero() {
        int pairs = Math.min(start.length, 64) / 2;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < pairs; i++) {
            even += start[2 * i] == 0 ? 1 : 0;
            odd += start[2 * i + 1] == 0 ? 1 : 0;
        }
        return pairs >= 4 && Math.max(even, odd) >= pairs - 1 && Math.min(even, odd) <= 1;
    }

    /// Spreadsheets set to Swedish write semicolons; text copied from one has tabs.
    private @Nullable Problem separation() {
        String firstLine = firstLine();
        if (firstLine.isBlank()) {
            return Problem.of("no-header");
        }
        if (columnsIn(firstLine, ',') >= 2) {
            return onlyCarriageReturns(firstLine) ? Problem.of("carriage-returns") : null;
        }
        if (columnsIn(firstLine, ';') >= 2) {
            return Problem.of("semicolons");
        }
        return columnsIn(firstLine, '\t') >= 2 ? Problem.of("tabs") : null;
    }

    private static int columnsIn(String line, char separator) {
        return (int) Arrays.stream(line.split("[\r\n]", 2)[0].split(Pattern.quote(String.valueOf(separator)), -1))
                .map(cell -> cell.replace("\"", "").strip())
                .filter(RecordKinds::isColumn)
                .count();
    }

    /// Line ends of the oldest Macintosh programs: to every other reader the file is one line.
    private boolean onlyCarriageReturns(String firstLine) {
        int end = firstLine.indexOf('\r');
        return end >= 0 && end < firstLine.length() - 1 && !firstLine.startsWith("\r\n", end);
    }

    private String firstLine() {
        String text = new String(start, StandardCharsets.ISO_8859_1).substring(lengthOfByteOrderMark());
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    private boolean startsWith(int... bytes) {
        if (start.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((start[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
