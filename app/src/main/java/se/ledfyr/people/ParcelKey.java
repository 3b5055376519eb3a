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
import se.ledfyr.organisations.OrganisationId;

/// One parcel's own key. What it seals is bound to the parcel, its sender, its addressee and the column: a parcel
/// that is redirected in the database does not open any more.
final class ParcelKey {

    static final String SEALED = "people.parcel.sealed";
    static final String SEALED_IDENTITY = "people.parcel.sealed_identity";
    private static final String DATA_KEY = "people.parcel.data_key";

    private final Aead aead;
    private final Ends ends;

    private ParcelKey(Aead aead, Ends ends) {
        this.aead = aead;
        this.ends = ends;
    }

    /// Which parcel, from whom, to whom.
    record Ends(ParcelId id, OrganisationId from, OrganisationId to) {

        private byte[] place(String column) {
            byte[] name = column.getBytes(StandardCharsets.UTF_8);
            ByteBuffer place = ByteBuffer.allocate(1 + 48 + name.length).put((byte) 2);
            for (UUID part : new UUID[] {id.value(), from.value(), to.value()}) {
                place.putLong(part.getMostSignificantBits()).putLong(part.getLeastSignificantBits());
            }
            return place.put(name).array();
        }
    }

    /// A key and how it is to be stored.
    record Fresh(ParcelKey key, ByteBuffer wrapped) {}

    static Fresh make(Aead keyEncryption, Ends ends) {
        try {
            KeysetHandle key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            byte[] wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(key, keyEncryption, ends.place(DATA_KEY));
            return new Fresh(of(key, ends), ByteBuffer.wrap(wrapped));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key could be made or wrapped", e);
        }
    }

    /// @throws SealBroken when the key was wrapped for another parcel or by another key-encryption key
    static ParcelKey unwrap(Aead keyEncryption, Ends ends, ByteBuffer wrapped) {
        try {
            return of(
                    TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped.array(), keyEncryption, ends.place(DATA_KEY)),
                    ends);
        } catch (GeneralSecurityException notThisOne) {
            throw new SealBroken(DATA_KEY);
        }
    }

    byte[] seal(String column, String text) {
        try {
            return aead.encrypt(text.getBytes(StandardCharsets.UTF_8), ends.place(column));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed for " + column, e);
        }
    }

    /// @throws SealBroken when the value was not sealed with this key for this place
    String open(String column, ByteBuffer sealed) {
        try {
            return new String(aead.decrypt(sealed.array(), ends.place(column)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException notHere) {
            throw new SealBroken(column);
        }
    }

    private static ParcelKey of(KeysetHandle key, Ends ends) throws GeneralSecurityException {
        return new ParcelKey(key.getPrimitive(RegistryConfiguration.get(), Aead.class), ends);
    }
}
