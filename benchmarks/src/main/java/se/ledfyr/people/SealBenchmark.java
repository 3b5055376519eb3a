package se.ledfyr.people;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Sealing and opening one value, making a person's key, and making the index tokens of a name.
@SuppressWarnings("NullAway.Init") // set up by JMH before each run
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SealBenchmark {

    private static final byte[] PLACE = new byte[64];

    private final Identity identity = new Identity("Oksana Kovalenko", List.of("Оксана"), List.of(), List.of(), null);
    private final NameFacts facts = new NameFacts(1991, "UA");
    private Aead wrapping;
    private PersonKey key;
    private byte[] sealed;
    private byte[] wrapped;
    private NameTokens tokens;

    @Setup
    public void prepare() throws GeneralSecurityException {
        AeadConfig.register();
        wrapping = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
        key = new PersonKey(wrapping, new UUID(1, 2), new PersonId(new UUID(3, 4)));
        sealed = key.seal("people.identity_field.sealed", "row", "Oksana Kovalenko");
        wrapped = makeAndWrapKey();
        tokens = new NameTokens(new IndexKey(new byte[IndexKey.BYTES]).tokensOf(new UUID(1, 2)));
    }

    @Benchmark
    public byte[] seal() {
        return key.seal("people.identity_field.sealed", "row", "Oksana Kovalenko");
    }

    @Benchmark
    public String open() {
        return key.open("people.identity_field.sealed", "row", sealed);
    }

    @Benchmark
    public byte[] makeAndWrapKey() throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), wrapping, PLACE);
    }

    @Benchmark
    public Aead unwrapKey() throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, wrapping, PLACE)
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    @Benchmark
    public Set<Long> makeTokens() {
        return tokens.stored(identity, facts);
    }
}
