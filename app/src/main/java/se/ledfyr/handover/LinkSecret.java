package se.ledfyr.handover;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// The two halves of a way in: what is mailed, and what is told on the telephone. Neither is kept.
///
/// @param text 256 random bits; a plain hash of it is enough, there is nothing to guess
/// @param code eight digits; proved together with the text, so that the database alone does not let it be
///     guessed
record LinkSecret(String text, String code) {

    private static final int BYTES = 32;
    private static final int CODES = 100_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    LinkSecret {
        code = code.replaceAll("[^0-9]", "");
    }

    static LinkSecret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new LinkSecret(
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), "%08d".formatted(RANDOM.nextInt(CODES)));
    }

    String hash() {
        return hash(text);
    }

    String proof() {
        return hash(text + " " + code);
    }

    /// As it is read out: `1234 5678`.
    String spoken() {
        return code.substring(0, 4) + " " + code.substring(4);
    }

    static String hash(String words) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "LinkSecret";
    }
}
