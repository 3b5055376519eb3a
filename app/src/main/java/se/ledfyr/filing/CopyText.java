package se.ledfyr.filing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/// Writes checked records as the lines of a `copy`, sending them a buffer at a time.
final class CopyText implements AutoCloseable {

    private static final int BUFFERED = 65_536;
    private static final String NULL = "\\N";

    private final CopyIn copy;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(BUFFERED + 1_024);

    CopyText(CopyIn copy) {
        this.copy = copy;
    }

    /// Codes, dates and numbers need no escaping; anything that would is no checked record.
    void write(FiledRow row) {
        StringBuilder line = new StringBuilder(256);
        line.append(row.line()).append('\t').append(row.id());
        for (Object value : row.values()) {
            add(line, value instanceof Collection<?> several ? set(several) : value);
        }
        buffer.writeBytes(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        if (buffer.size() >= BUFFERED) {
            send();
        }
    }

    private static String set(Collection<?> codes) {
        return codes.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    void finish() throws SQLException {
        send();
        copy.endCopy();
    }

    /// Gives the connection back for other work when the rows ended in a failure.
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void send() {
        byte[] bytes = buffer.toByteArray();
        buffer.reset();
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new IllegalStateException("The rows could not be sent to the database", e);
        }
    }

    private static void add(StringBuilder line, @Nullable Object value) {
        String text = value == null ? NULL : value.toString();
        if (value != null && text.chars().anyMatch(c -> c == '\\' || c < ' ')) {
            throw new IllegalArgumentException("Not a checked record");
        }
        line.append('\t').append(text);
    }
}
