package se.ledfyr.budget;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Tells whether an answer still follows from what it was reckoned from: the same figures have the same
/// fingerprint, others another. What goes in are figures about nobody.
final class Fingerprint {

    private Fingerprint() {}

    /// SHA-256 of what each of these says of itself, in this order; 64 hexadecimal digits.
    static String of(List<?> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object part : parts) {
                digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
