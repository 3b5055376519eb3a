package se.ledfyr.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;

import com.google.crypto.tink.KmsClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ledfyr.installation.DataFolder;
import se.ledfyr.installation.ScratchDatabase;

class KeyRingTests {

    private static ScratchDatabase database;

    @TempDir
    private Path folder;

    private Connection connection;
    private DSLContext sql;

    @BeforeAll
    static void make() {
        database = ScratchDatabase.make();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void connect() {
        connection = database.application(NORD_COORDINATOR.place().id().value().toString());
        sql = DSL.using(connection, SQLDialect.POSTGRES);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void firstStartMakesTwoFilesThatOnlyTheirOwnerCanRead() throws Exception {
        start(List.of(), KeyFile.URI);

        for (String name : List.of(KeyFile.NAME, KeyRing.INDEX_KEY)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void secondStartUsesTheSameKeys() throws Exception {
        byte[] wrapped = start(List.of(), KeyFile.URI).keyEncryption().encrypt(new byte[] {1}, new byte[0]);

        assertThat(start(List.of(), KeyFile.URI).keyEncryption().decrypt(wrapped, new byte[0]))
                .containsExactly(1);
    }

    @Test
    void lostKeyFileStopsTheStartAndIsNotReplaced() throws Exception {
        start(List.of(), KeyFile.URI);
        Files.delete(folder.resolve(KeyFile.NAME));

        assertStops(KeyFile.URI, "people-key.secret", "missing");
        assertThat(folder.resolve(KeyFile.NAME)).doesNotExist();
    }

    @Test
    void lostIndexKeyStopsTheStartAndIsNotReplaced() throws Exception {
        start(List.of(), KeyFile.URI);
        Files.delete(folder.resolve(KeyRing.INDEX_KEY));

        assertStops(KeyFile.URI, "people-index-key.secret", "missing");
        assertThat(folder.resolve(KeyRing.INDEX_KEY)).doesNotExist();
    }

    @Test
    void anotherKeyFileStopsTheStart(@TempDir Path elsewhere) throws Exception {
        start(List.of(), KeyFile.URI);
        new KeyFile(DataFolder.at(elsewhere)).createIfMissing();
        replace(KeyFile.NAME, Files.readAllBytes(elsewhere.resolve(KeyFile.NAME)));

        assertStops(KeyFile.URI, "people-key.secret", "another key");
    }

    @Test
    void anotherIndexKeyStopsTheStart() throws Exception {
        start(List.of(), KeyFile.URI);
        replace(KeyRing.INDEX_KEY, new byte[IndexKey.BYTES]);

        assertStops(KeyFile.URI, "people-index-key.secret", "another key");
    }

    @Test
    void brokenKeyFileStopsTheStart() throws Exception {
        start(List.of(), KeyFile.URI);
        replace(KeyFile.NAME, "not a key".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        assertStops(KeyFile.URI, "people-key.secret", "holds no key");
    }

    @Test
    void keyServiceElsewhereNeedsNoKeyFile() throws Exception {
        FakeKeyService service = new FakeKeyService();

        KeyRing ring = start(List.of(service), FakeKeyService.URI);
        byte[] wrapped = ring.keyEncryption().encrypt(new byte[] {1}, new byte[0]);

        assertThat(folder.resolve(KeyFile.NAME)).doesNotExist();
        assertThat(service.calls).hasPositiveValue();
        assertThat(start(List.of(service), FakeKeyService.URI).keyEncryption().decrypt(wrapped, new byte[0]))
                .containsExactly(1);
    }

    @Test
    void keyServiceIsAskedOncePerPersonAndNotOncePerName() throws Exception {
        FakeKeyService service = new FakeKeyService();
        PersonKeys keys = new PersonKeys(start(List.of(service), FakeKeyService.URI), sql);
        PersonId person = PersonId.random();

        NORD_COORDINATOR.acting().run(() -> {
            byte[] wrapped = keys.make(person).wrapped().array();
            int before = service.calls.get();
            keys.unwrap(person, wrapped);
            keys.unwrap(person, wrapped.clone());
            assertThat(service.calls).hasValue(before + 1);
        });
    }

    @Test
    void keyServiceThatIsNotInstalledStopsTheStart() throws Exception {
        assertStops(FakeKeyService.URI, "ledfyr.kms-key-uri", FakeKeyService.URI);
    }

    @Test
    void goingBackFromAKeyServiceToAFileMakesNoFreshKey() throws Exception {
        start(List.of(new FakeKeyService()), FakeKeyService.URI);

        assertStops(KeyFile.URI, "people-key.secret", "missing");
    }

    private KeyRing start(List<KmsClient> services, String uri) throws GeneralSecurityException {
        KeyRing ring = new KeyRing(sql, Clock.systemUTC(), DataFolder.at(folder), services, uri);
        ring.afterSingletonsInstantiated();
        return ring;
    }

    private void assertStops(String uri, String... said) {
        assertThatExceptionOfType(KeysDoNotFit.class)
                .isThrownBy(() -> start(List.of(), uri))
                .withMessageContainingAll(said);
    }

    private void replace(String name, byte[] content) throws IOException {
        DataFolder.at(folder).keepSecret(name, content);
    }
}
