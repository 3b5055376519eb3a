package se.ledfyr.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One link of the chain: everything an entry says, and the hash that binds it to the entry before.
///
/// The hash is SHA-256 over the previous hash and every field, each with its length in front, so that no two different
/// entries can be written as the same bytes.
record Link(
        long seq,
        Instant at,
        @Nullable UUID organisation,
        @Nullable UUID member,
        @Nullable UUID concerns,
        String action,
        String subjectKind,
        List<UUID> subjects,
        @Nullable String reason,
        @Nullable String detail) {

    static final byte[] BEFORE_THE_FIRST = new byte[32];

    Link {
        // PostgreSQL keeps microseconds; the hash must be of what will be read back.
        at = at.truncatedTo(ChronoUnit.MICROS);
        subjects = List.copyOf(subjects);
    }

    byte[] hashAfter(byte[] previous) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(previous);
            out.writeLong(seq);
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
            write(out, organisation);
            write(out, member);
            write(out, concerns);
            write(out, action);
            write(out, subjectKind);
            out.writeInt(subjects.size());
            for (UUID subject : subjects) {
                write(out, subject);
            }
            write(out, reason);
            write(out, detail);
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static void write(DataOutputStream out, @Nullable UUID id) throws IOException {
        out.writeBoolean(id != null);
        if (id != null) {
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
        }
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
