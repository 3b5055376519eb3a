package se.ledfyr.people;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A key service somewhere else: the key never leaves it, it only wraps and unwraps, and it counts how often.
final class FakeKeyService implements KmsClient {

    static final String URI = "fake-kms://keys/people";

    final AtomicInteger calls = new AtomicInteger();
    private final Aead key;

    FakeKeyService() throws GeneralSecurityException {
        AeadConfig.register();
        key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    @Override
    public boolean doesSupport(String keyUri) {
        return keyUri.startsWith("fake-kms://");
    }

    @Override
    public KmsClient withCredentials(@Nullable String credentialPath) {
        return this;
    }

    @Override
    public KmsClient withDefaultCredentials() {
        return this;
    }

    @Override
    public Aead getAead(String keyUri) {
        return new Aead() {
            @Override
            public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
                calls.incrementAndGet();
                return key.encrypt(plaintext, associatedData);
            }

            @Override
            public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
                calls.incrementAndGet();
                return key.decrypt(ciphertext, associatedData);
            }
        };
    }
}
