package se.ledfyr.intake;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Watches the bytes of one XML part go by and stops at what no reader should see.
///
/// Document types and entities; another encoding than UTF-8, in which those could hide; pieces so long that a
/// reader would have to hold them whole; cells outside any sheet; references to other files.
final class MarkupGuard {

    private static final int MAX_PIECE = 256 << 10;
    private static final int KEPT_OF_TAG = 1_024;
    private static final int BYTE_ORDER_MARK_LENGTH = 3;
    private static final Pattern CELL = Pattern.compile("\\sr\\s*=\\s*[\"']([^\"']*)");
    private static final Pattern CELL_NAME = Pattern.compile("([A-Z]{1,3})?[0-9]{1,7}");
    private static final Pattern EXTERNAL =
            Pattern.compile("TargetMode\\s*=\\s*[\"']\\s*External", Pattern.CASE_INSENSITIVE);

    private final boolean sheet;
    private final boolean relations;
    private final byte[] tag = new byte[KEPT_OF_TAG];
    private long seen;
    private int piece;
    private int inTag = -1;

    MarkupGuard(String name) {
        this.sheet = name.startsWith("xl/worksheets/");
        this.relations = name.endsWith(".rels");
    }

    /// @throws FileRefused at the first byte that makes the part unsafe
    void look(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            look(bytes[i] & 0xFF);
        }
    }

    private void look(int b) {
        if (seen++ < BYTE_ORDER_MARK_LENGTH && b != '<' && inTag < 0 && !isExpectedAtStart(b)) {
            throw new FileRefused(1, Problem.of("workbook-damaged"));
        }
        if (++piece > MAX_PIECE || b == 0) {
            throw new FileRefused(1, Problem.of("workbook-too-large"));
        }
        if (b == '<') {
            inTag = 0;
            piece = 0;
        } else if (b == '>') {
            endTag();
            inTag = -1;
            piece = 0;
        } else if (inTag >= 0) {
            keep(b);
        }
    }

    private boolean isExpectedAtStart(int b) {
        return b == ' ' || b == '\n' || b == '\r' || b == 0xEF || b == 0xBB || b == 0xBF;
    }

    private void keep(int b) {
        if (inTag == 1 && tag[0] == '!' && b != '-' && b != '[') {
            throw new FileRefused(1, Problem.of("workbook-entities"));
        }
        if (inTag < KEPT_OF_TAG) {
            tag[inTag] = (byte) b;
        }
        inTag++;
    }

    private void endTag() {
        if (inTag <= 0 || !sheet && !relations) {
            return;
        }
        String text = new String(tag, 0, Math.min(inTag, KEPT_OF_TAG), StandardCharsets.ISO_8859_1);
        if (relations && EXTERNAL.matcher(text).find()) {
            throw new FileRefused(1, Problem.of("workbook-external"));
        }
        Matcher cell = sheet ? CELL.matcher(text) : null;
        if (cell != null && cell.find() && !CELL_NAME.matcher(cell.group(1)).matches()) {
            throw new FileRefused(1, Problem.of("workbook-damaged"));
        }
    }
}
