package se.ledfyr.people;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes index tokens: the first 64 bits of HMAC-SHA256 (RFC 2104) over organisation, kind and words.
///
/// The organisation is part of the input, so the same person has other tokens elsewhere and two organisations'
/// tables cannot be laid on top of each other.
final class IndexKey {

    static final int BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    IndexKey(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// A maker of tokens for one organisation, to be used by one thread.
    Tokens tokensOf(UUID organisation) {
        return new Tokens(mac(), organisation);
    }

    /// Tells this key from any other and nothing about it.
    byte[] proof() {
        return mac().doFinal("the index key of se.ledfyr.people".getBytes(StandardCharsets.UTF_8));
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    }

    /// Tokens of one organisation.
    static final class Tokens {

        private final Mac mac;
        private final UUID organisation;

        private Tokens(Mac mac, UUID organisation) {
            this.mac = mac;
            this.organisation = organisation;
        }

        /// Every part goes in with its length in front, so that no two lists of parts are the same bytes.
        long of(String kind, String... parts) {
            mac.update(ByteBuffer.allocate(16)
                    .putLong(organisation.getMostSignificantBits())
                    .putLong(organisation.getLeastSignificantBits())
                    .flip());
            update(kind);
            for (String part : parts) {
                update(part);
            }
            return ByteBuffer.wrap(mac.doFinal()).getLong();
        }

        private void update(String part) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
            mac.update(bytes);
        }
    }
}
