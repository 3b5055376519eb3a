package se.ledfyr.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonKeyTests {

    private static final UUID NORD = new UUID(1, 1);
    private static final UUID SYD = new UUID(1, 2);
    private static final PersonId ONE = new PersonId(new UUID(2, 1));
    private static final PersonId OTHER = new PersonId(new UUID(2, 2));

    private Aead aead;
    private PersonKey key;
    private byte[] sealed;

    @BeforeEach
    void seal() throws GeneralSecurityException {
        AeadConfig.register();
        aead = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
        key = new PersonKey(aead, NORD, ONE);
        sealed = key.seal("a.b.c", "1", "Ebba Vinter");
    }

    @Test
    void opensWhereItWasSealed() {
        assertThat(key.open("a.b.c", "1", sealed)).isEqualTo("Ebba Vinter");
    }

    /// The same key throughout: what refuses is the place alone.
    @Test
    void opensInNoOtherPlace() {
        assertBroken(key, "a.b.d", "1");
        assertBroken(key, "a.b.c", "2");
        assertBroken(new PersonKey(aead, NORD, OTHER), "a.b.c", "1");
        assertBroken(new PersonKey(aead, SYD, ONE), "a.b.c", "1");
    }

    /// The twin: without the place as associated data, the value would open wherever it is pasted.
    @Test
    void withoutAssociatedDataItWouldOpenAnywhere() throws GeneralSecurityException {
        byte[] unbound = aead.encrypt("Ebba Vinter".getBytes(StandardCharsets.UTF_8), new byte[0]);

        assertThat(aead.decrypt(unbound, new byte[0]))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("Ebba Vinter");
    }

    @Test
    void partsOfThePlaceCannotRunIntoEachOther() {
        assertThat(PersonKey.place(NORD, ONE, "ab", "c")).isNotEqualTo(PersonKey.place(NORD, ONE, "a", "bc"));
    }

    @Test
    void sameTextIsNeverSealedTheSame() {
        assertThat(key.seal("a.b.c", "1", "Ebba Vinter")).isNotEqualTo(sealed);
    }

    private void assertBroken(PersonKey other, String column, String row) {
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> other.open(column, row, sealed))
                .withMessageNotContaining("Ebba")
                .withNoCause();
    }
}
