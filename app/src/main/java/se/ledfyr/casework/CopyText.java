package se.ledfyr.casework;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/// Writes checked registrations as the lines of a `copy`, sending them a buffer at a time.
final class CopyText implements AutoCloseable {

    private static final int BUFFERED = 65_536;
    private static final String NULL = "\\N";

    private final CopyIn copy;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(BUFFERED + 1_024);

    CopyText(CopyIn copy) {
        this.copy = copy;
    }

    /// Codes, dates and numbers need no escaping; anything that would is no checked registration.
    void write(FiledRegistration filed) {
        Facts facts = filed.facts();
        StringBuilder line = new StringBuilder(256);
        line.append(filed.line()).append('\t').append(filed.id().value());
        add(line, facts.registeredOn());
        add(line, facts.region());
        add(line, facts.municipality());
        add(line, facts.sex());
        add(line, facts.ageGroup());
        add(line, facts.birthYear());
        add(line, facts.citizenship());
        add(line, "{" + String.join(",", facts.forms()) + "}");
        add(line, facts.sector());
        add(line, facts.referredBy());
        add(line, facts.event());
        add(line, facts.began());
        add(line, facts.setting());
        add(line, facts.childrenAccompanying());
        add(line, facts.ampRequested());
        add(line, facts.reflectionRequested());
        buffer.writeBytes(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        if (buffer.size() >= BUFFERED) {
            send();
        }
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
            throw new IllegalArgumentException("Not a checked registration");
        }
        line.append('\t').append(text);
    }
}
