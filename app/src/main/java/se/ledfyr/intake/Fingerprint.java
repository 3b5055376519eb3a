package se.ledfyr.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of a file, by which it can be recognised without being kept.
record Fingerprint(ByteBuffer sha256) {

    private static final int PREFIX_LENGTH = 12;

    static Fingerprint of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[65_536];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return new Fingerprint(ByteBuffer.wrap(digest.digest()).asReadOnlyBuffer());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static Fingerprint of(byte[] sha256) {
        return new Fingerprint(ByteBuffer.wrap(sha256.clone()).asReadOnlyBuffer());
    }

    byte[] bytes() {
        byte[] copy = new byte[sha256.remaining()];
        sha256.duplicate().get(copy);
        return copy;
    }

    String prefix() {
        return HexFormat.of().formatHex(bytes()).substring(0, PREFIX_LENGTH);
    }
}
