package se.ledfyr.people;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Sealing what one organisation writes to another about a person. Neither end has the other's key of that
/// person, so each text has a key of its own; destroying the key destroys the text for both.
///
/// Nothing is noted in the audit log here: the caller notes what it reads and writes.
@Service
public class SealedTexts {

    private final KeyRing ring;

    SealedTexts(KeyRing ring) {
        this.ring = ring;
    }

    /// A text as it is stored.
    ///
    /// @param key the text's own key, wrapped by the key-encryption key
    public record SealedText(ByteBuffer key, ByteBuffer text) {}

    /// Seals a text for one place; it opens nowhere else.
    ///
    /// @param column schema, table and column, such as `handover.note.sealed`
    /// @param row what names the row, never to change
    public SealedText seal(String column, UUID row, String text) {
        byte[] place = place(column, row);
        try {
            KeysetHandle key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            byte[] sealed = primitive(key).encrypt(text.getBytes(StandardCharsets.UTF_8), place);
            byte[] wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(key, ring.keyEncryption(), place);
            return new SealedText(ByteBuffer.wrap(wrapped), ByteBuffer.wrap(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed for " + column, e);
        }
    }

    /// @throws SealBroken when it was sealed for another place or has been altered
    public String open(String column, UUID row, SealedText sealed) {
        byte[] place = place(column, row);
        try {
            KeysetHandle key =
                    TinkProtoKeysetFormat.parseEncryptedKeyset(sealed.key().array(), ring.keyEncryption(), place);
            return new String(primitive(key).decrypt(sealed.text().array(), place), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException notHere) {
            throw new SealBroken(column);
        }
    }

    private static Aead primitive(KeysetHandle key) throws GeneralSecurityException {
        return key.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /// The version of this form first; what belongs to a person has another.
    private static byte[] place(String column, UUID row) {
        byte[] columnBytes = column.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + 16 + columnBytes.length)
                .put((byte) 3)
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits())
                .put(columnBytes)
                .array();
    }
}
