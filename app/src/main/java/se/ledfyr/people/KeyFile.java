package se.ledfyr.people;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import se.ledfyr.installation.DataFolder;

/// The key-encryption key as a file in the data folder, behind the same interface as a key service elsewhere.
final class KeyFile implements KmsClient {

    static final String NAME = "people-key.secret";
    static final String URI = "ledfyr-key-file://" + NAME;

    private final DataFolder data;

    KeyFile(DataFolder data) {
        this.data = data;
    }

    @Override
    public boolean doesSupport(String keyUri) {
        return keyUri.equals(URI);
    }

    @Override
    public KmsClient withCredentials(@Nullable String credentialPath) {
        return this;
    }

    @Override
    public KmsClient withDefaultCredentials() {
        return this;
    }

    /// @throws KeysDoNotFit when the file is missing or holds no key
    @Override
    public Aead getAead(String keyUri) {
        byte[] content = data.secret(NAME)
                .orElseThrow(() -> new KeysDoNotFit(
                        "The key file %s is missing from the data folder %s".formatted(NAME, data.path())));
        try {
            return TinkProtoKeysetFormat.parseKeyset(content, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException noKey) {
            // The cause may quote what it could not parse.
            throw new KeysDoNotFit("The key file %s in %s holds no key".formatted(NAME, data.path()));
        }
    }

    /// Makes a key when there is no file. Called only while nothing has ever been sealed.
    void createIfMissing() throws GeneralSecurityException {
        if (data.secret(NAME).isEmpty()) {
            KeysetHandle fresh = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            data.keepSecret(NAME, TinkProtoKeysetFormat.serializeKeyset(fresh, InsecureSecretKeyAccess.get()));
        }
    }
}
