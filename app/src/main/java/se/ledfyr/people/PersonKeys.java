package se.ledfyr.people;

import static se.ledfyr.people.internal.tables.Person.PERSON;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;

/// Making, wrapping and unwrapping the keys of single persons (envelope encryption).
@Component
class PersonKeys {

    private static final String COLUMN = "people.person.data_key";

    private final KeyRing ring;
    private final DSLContext sql;

    /// A key service elsewhere would otherwise be asked once for every name of a list. Only who has just read
    /// the wrapped key through row-level security can ask here, so the memory lends nobody a key.
    private final Cache<Wrapped, PersonKey> unwrapped = Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    PersonKeys(KeyRing ring, DSLContext sql) {
        this.ring = ring;
        this.sql = sql;
    }

    /// A new key, still to be stored.
    Fresh make(PersonId person) {
        UUID organisation = Acting.current().organisation().value();
        try {
            KeysetHandle key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            byte[] wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    key, ring.keyEncryption(), place(organisation, person));
            return new Fresh(usable(key, organisation, person), ByteBuffer.wrap(wrapped));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key could be made or wrapped", e);
        }
    }

    /// @throws SealBroken when the key was wrapped for somebody else or by another key-encryption key
    PersonKey unwrap(PersonId person, byte[] wrapped) {
        Wrapped which = new Wrapped(Acting.current().organisation().value(), person, ByteBuffer.wrap(wrapped));
        return unwrapped.get(which, this::unwrap);
    }

    /// The person's key, if they have one.
    ///
    /// @throws NotHere when there is no such person
    Optional<PersonKey> find(PersonId person) {
        byte[] wrapped = sql.select(PERSON.DATA_KEY)
                .from(PERSON)
                .where(PERSON.ID.eq(person.value()))
                .fetchOptional()
                .orElseThrow(NotHere::new)
                .value1();
        return Optional.ofNullable(wrapped).map(bytes -> unwrap(person, bytes));
    }

    /// The person's key, made now if they have none yet.
    ///
    /// @throws NotHere when there is no such person, or they were erased
    PersonKey findOrMake(PersonId person) {
        Optional<PersonKey> known = find(person);
        if (known.isPresent()) {
            return known.get();
        }
        Fresh fresh = make(person);
        int stored = sql.update(PERSON)
                .set(PERSON.DATA_KEY, fresh.wrapped().array())
                .where(PERSON.ID.eq(person.value()))
                .and(PERSON.DATA_KEY.isNull())
                .and(PERSON.ERASED_AT.isNull())
                .execute();
        return stored == 1 ? fresh.key() : find(person).orElseThrow(NotHere::new);
    }

    void forget() {
        unwrapped.invalidateAll();
    }

    private PersonKey unwrap(Wrapped which) {
        try {
            KeysetHandle key = TinkProtoKeysetFormat.parseEncryptedKeyset(
                    which.bytes().array(), ring.keyEncryption(), place(which.organisation(), which.person()));
            return usable(key, which.organisation(), which.person());
        } catch (GeneralSecurityException notThisOne) {
            throw new SealBroken(COLUMN);
        }
    }

    private static PersonKey usable(KeysetHandle key, UUID organisation, PersonId person)
            throws GeneralSecurityException {
        return new PersonKey(key.getPrimitive(RegistryConfiguration.get(), Aead.class), organisation, person);
    }

    private static byte[] place(UUID organisation, PersonId person) {
        return PersonKey.place(organisation, person, COLUMN, person.value().toString());
    }

    /// A key and how it is to be stored.
    record Fresh(PersonKey key, ByteBuffer wrapped) {}

    private record Wrapped(UUID organisation, PersonId person, ByteBuffer bytes) {}
}
