package se.ledfyr.people;

import static se.ledfyr.people.internal.tables.InstalledKeys.INSTALLED_KEYS;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.aead.AeadConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.ledfyr.installation.DataFolder;
import se.ledfyr.installation.Installation;

/// The two keys of the installation: one that wraps every person's own key, one that makes index tokens.
///
/// The database holds a proof of both from the day they were first used. A start with other keys, or with none,
/// stops with a message that says what is missing; fresh keys are made only for a database that has never known
/// any.
@Component
class KeyRing implements SmartInitializingSingleton {

    static final String INDEX_KEY = "people-index-key.secret";

    private static final byte[] PROOF_TEXT = "the key of se.ledfyr.people".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PROOF_PLACE = "people.installed_keys.proof".getBytes(StandardCharsets.UTF_8);

    private final DSLContext sql;
    private final Clock clock;
    private final DataFolder data;
    private final List<KmsClient> services;
    private final String keyUri;
    private volatile @Nullable Keys keys;

    /// @param keyUri names the key in a key service; without it the key file in the data folder is used
    @Autowired
    KeyRing(
            DSLContext sql,
            Clock clock,
            Installation installation,
            ObjectProvider<KmsClient> services,
            @Value("${ledfyr.kms-key-uri:" + KeyFile.URI + "}") String keyUri) {
        this(sql, clock, installation.data(), services.stream().toList(), keyUri);
    }

    KeyRing(DSLContext sql, Clock clock, DataFolder data, List<KmsClient> services, String keyUri) {
        this.sql = sql;
        this.clock = clock;
        this.data = data;
        this.services = services;
        this.keyUri = keyUri;
    }

    /// Before anything is served, and not before: the database may still be on its way while this is put together.
    ///
    /// @throws KeysDoNotFit when the people in the database were sealed with other keys, or a key is missing
    @Override
    public void afterSingletonsInstantiated() {
        keys();
    }

    Aead keyEncryption() {
        return keys().encryption();
    }

    IndexKey index() {
        return keys().index();
    }

    private Keys keys() {
        Keys opened = keys;
        if (opened == null) {
            synchronized (this) {
                opened = keys;
                if (opened == null) {
                    opened = open();
                    keys = opened;
                }
            }
        }
        return opened;
    }

    private Keys open() {
        try {
            AeadConfig.register();
            KeyFile file = new KeyFile(data);
            boolean first = installed(sql).isEmpty();
            if (first) {
                prepare(data, file, keyUri);
            }
            Keys opened = new Keys(service(services, file, keyUri).getAead(keyUri), indexKey(data));
            if (first) {
                install(opened);
            }
            prove(opened, installed(sql).orElseThrow());
            return opened;
        } catch (GeneralSecurityException e) {
            throw new KeysDoNotFit("The key of %s could not be opened".formatted(keyUri), e);
        }
    }

    private static Optional<Record> installed(DSLContext sql) {
        return sql.select().from(INSTALLED_KEYS).fetchOptional();
    }

    private static KmsClient service(List<KmsClient> services, KeyFile file, String keyUri) {
        return Stream.concat(services.stream(), Stream.of(file))
                .filter(client -> client.doesSupport(keyUri))
                .findFirst()
                .orElseThrow(() -> new KeysDoNotFit(
                        "No key service that is installed here knows the key of ledfyr.kms-key-uri: " + keyUri));
    }

    private static void prepare(DataFolder data, KeyFile file, String keyUri) throws GeneralSecurityException {
        if (file.doesSupport(keyUri)) {
            file.createIfMissing();
        }
        if (data.secret(INDEX_KEY).isEmpty()) {
            byte[] fresh = new byte[IndexKey.BYTES];
            new SecureRandom().nextBytes(fresh);
            data.keepSecret(INDEX_KEY, fresh);
        }
    }

    private static IndexKey indexKey(DataFolder data) {
        byte[] key = data.secret(INDEX_KEY)
                .orElseThrow(() -> new KeysDoNotFit(
                        "The key file %s is missing from the data folder %s".formatted(INDEX_KEY, data.path())));
        if (key.length != IndexKey.BYTES) {
            throw new KeysDoNotFit("The key file %s in %s holds no key".formatted(INDEX_KEY, data.path()));
        }
        return new IndexKey(key);
    }

    /// Two first starts on one database may meet here: the one that comes second must prove the keys of the first.
    private void install(Keys opened) throws GeneralSecurityException {
        sql.insertInto(INSTALLED_KEYS)
                .set(INSTALLED_KEYS.KEY_URI, keyUri)
                .set(INSTALLED_KEYS.PROOF, opened.encryption().encrypt(PROOF_TEXT, PROOF_PLACE))
                .set(INSTALLED_KEYS.INDEX_PROOF, opened.index().proof())
                .set(INSTALLED_KEYS.INSTALLED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
    }

    private void prove(Keys opened, Record installed) {
        if (!opened.opens(installed.get(INSTALLED_KEYS.PROOF))) {
            throw new KeysDoNotFit(
                    "The people in this database were sealed with another key than %s (sealed with %s). Put the right key back; the data folder is %s"
                            .formatted(keyUri, installed.get(INSTALLED_KEYS.KEY_URI), data.path()));
        }
        if (!MessageDigest.isEqual(opened.index().proof(), installed.get(INSTALLED_KEYS.INDEX_PROOF))) {
            throw new KeysDoNotFit(
                    "The people in this database were indexed with another key than the file %s in %s. Put the right file back"
                            .formatted(INDEX_KEY, data.path()));
        }
    }

    private record Keys(Aead encryption, IndexKey index) {

        boolean opens(byte[] proof) {
            try {
                return MessageDigest.isEqual(encryption.decrypt(proof, PROOF_PLACE), PROOF_TEXT);
            } catch (GeneralSecurityException anotherKey) {
                return false;
            }
        }
    }
}
