package se.ledfyr.people;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/// One person's own key, ready to seal and open that person's values.
///
/// Associated data binds each value to the organisation, the person, the column and the row it was sealed for;
/// moved anywhere else, the same bytes do not open.
final class PersonKey {

    private final Aead aead;
    private final UUID organisation;
    private final PersonId person;

    PersonKey(Aead aead, UUID organisation, PersonId person) {
        this.aead = aead;
        this.organisation = organisation;
        this.person = person;
    }

    /// @param column schema, table and column
    byte[] seal(String column, String row, String text) {
        try {
            return aead.encrypt(text.getBytes(StandardCharsets.UTF_8), place(organisation, person, column, row));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed for " + column, e);
        }
    }

    /// @throws SealBroken when the value was not sealed with this key for this place
    String open(String column, String row, byte[] sealed) {
        try {
            return new String(aead.decrypt(sealed, place(organisation, person, column, row)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException notHere) {
            throw new SealBroken(column);
        }
    }

    /// The version of this form first, then every part with its length in front.
    static byte[] place(UUID organisation, PersonId person, String column, String row) {
        byte[] columnBytes = column.getBytes(StandardCharsets.UTF_8);
        byte[] rowBytes = row.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + 32 + 8 + columnBytes.length + rowBytes.length)
                .put((byte) 1)
                .putLong(organisation.getMostSignificantBits())
                .putLong(organisation.getLeastSignificantBits())
                .putLong(person.value().getMostSignificantBits())
                .putLong(person.value().getLeastSignificantBits())
                .putInt(columnBytes.length)
                .put(columnBytes)
                .putInt(rowBytes.length)
                .put(rowBytes)
                .array();
    }
}
