package se.ledfyr.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.ledfyr.HouseTest;
import se.ledfyr.consent.Basis;
import se.ledfyr.consent.ConsentGate;
import se.ledfyr.consent.ShareRequest;
import se.ledfyr.installation.TestInstallation;

/// What somebody with the database, and even with the key-encryption key, can and cannot read of a parcel.
@HouseTest
class ParcelSealTests {

    @Autowired
    private People people;

    @Autowired
    private Parcels parcels;

    @Autowired
    private ConsentGate gate;

    @Autowired
    private KeyRing ring;

    private final JdbcClient owner = TestInstallation.owner();

    @Test
    void nothingInAParcelStandsInTheDatabaseInClear() throws Exception {
        send("Isolde Parcelsson", "Sover i en husvagn vid Provsjön");

        for (String secret : List.of("Isolde", "Parcelsson", "Provsjön")) {
            assertThat(places(hex(secret))).isEmpty();
        }
    }

    /// The twin of the next: until it is closed, who has the database and the key-encryption key reads it.
    @Test
    void untilItIsClosedTheKeyOpensIt() throws Exception {
        ParcelId parcel = send("Isolde Parcelsson", "Sover i en husvagn");
        Map<String, @Nullable Object> row = row(parcel);

        ParcelKey key = ParcelKey.unwrap(ring.keyEncryption(), ends(parcel), bytes(row, "data_key"));

        assertThat(key.open(ParcelKey.SEALED_IDENTITY, bytes(row, "sealed_identity")))
                .contains("Isolde");
    }

    @Test
    void onceClosedNobodyOpensItEvenWithTheDatabaseAndTheKeys() throws Exception {
        ParcelId parcel = send("Isolde Parcelsson", "Sover i en husvagn");
        Map<String, @Nullable Object> before = row(parcel);
        String wrapped = HexFormat.of().formatHex(bytes(before, "data_key").array());
        String sealed =
                HexFormat.of().formatHex(bytes(before, "sealed_identity").array());
        assertThat(places(wrapped)).containsExactly("people.parcel");

        assertThat(NORD_COORDINATOR.acting().call(() -> parcels.close(parcel))).isTrue();

        Map<String, @Nullable Object> after = row(parcel);
        assertThat(after.get("data_key")).isNull();
        assertThat(after.get("sealed")).isNull();
        assertThat(after.get("sealed_identity")).isNull();
        assertThat(places(wrapped)).as("where the wrapped key stands").isEmpty();
        assertThat(places(sealed)).as("where the sealed identity stands").isEmpty();
    }

    @Test
    void aParcelRedirectedInTheDatabaseDoesNotOpen() throws Exception {
        ParcelId parcel = send("Isolde Parcelsson", "Sover i en husvagn");
        owner.sql("update people.parcel set to_organisation = ? where id = ?")
                .params(SYD_COORDINATOR.place().id().value(), parcel.value())
                .update();

        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> SYD_COORDINATOR.acting().call(() -> parcels.look(parcel)))
                .withMessageNotContainingAny("Isolde", "husvagn");
    }

    @Test
    void oneParcelsContentInAnotherDoesNotOpen() throws Exception {
        ParcelId one = send("Isolde Parcelsson", "Sover i en husvagn");
        ParcelId other = send("Tristan Paketsson", "Bor hos en vän");
        owner.sql("update people.parcel set sealed = (select sealed from people.parcel where id = ?) where id = ?")
                .params(one.value(), other.value())
                .update();

        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> NGO_CASEWORKER.acting().call(() -> parcels.look(other)));
        assertThat(NGO_CASEWORKER.acting().call(() -> parcels.look(one))).isPresent();
    }

    @Test
    void whatHappenedToAParcelIsNotUndone() throws Exception {
        ParcelId parcel = send("Isolde Parcelsson", "Sover i en husvagn");
        NGO_CASEWORKER.acting().call(() -> parcels.adopt(parcel));

        assertThat(NORD_COORDINATOR.acting().call(() -> parcels.close(parcel)))
                .as("too late for the sender")
                .isFalse();
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> owner.sql("update people.parcel set adopted_at = null where id = ?")
                        .params(parcel.value())
                        .update());
        assertThat(NGO_CASEWORKER.acting().call(() -> parcels.close(parcel)))
                .as("its addressee may")
                .isTrue();
        assertThat(NGO_CASEWORKER.acting().call(() -> parcels.look(parcel))).isEmpty();
    }

    @Test
    void whoeverIsKnownAlreadyStaysAsTheyAre() throws Exception {
        ParcelId parcel = send("Isolde Parcelsson", "Sover i en husvagn");
        PersonId known = NGO_CASEWORKER
                .acting()
                .call(() -> people.add(Identity.named("Isa Parcelsson"), null, NameFacts.UNKNOWN));
        PersonId stranger = NORD_COORDINATOR.acting().call(people::addWithoutIdentity);

        assertThatExceptionOfType(se.ledfyr.access.NotHere.class)
                .as("somebody else's person")
                .isThrownBy(() -> NGO_CASEWORKER.acting().run(() -> parcels.adoptInto(parcel, stranger)));
        NGO_CASEWORKER.acting().run(() -> parcels.adoptInto(parcel, known));

        assertThat(NGO_CASEWORKER
                        .acting()
                        .call(() -> people.find(known))
                        .orElseThrow()
                        .identity()
                        .name())
                .isEqualTo("Isa Parcelsson");
        assertThat(NGO_CASEWORKER
                        .acting()
                        .call(() -> parcels.look(parcel))
                        .orElseThrow()
                        .adoptedAs())
                .isEqualTo(known);
    }

    private ParcelId send(String name, String situation) throws Exception {
        PersonId person =
                NORD_COORDINATOR.acting().call(() -> people.add(Identity.named(name), null, NameFacts.UNKNOWN));
        ParcelContent content = new ParcelContent(
                Set.of(FieldGroup.IDENTITY, FieldGroup.SITUATION),
                Map.of(FieldGroup.SITUATION, Map.of("words", situation)));
        return NORD_COORDINATOR
                .acting()
                .call(() -> gate.share(new ShareRequest(
                        person,
                        NGO_CASEWORKER.place().id(),
                        "support",
                        content,
                        new Basis.LawfulGround("crime", "Prov"))))
                .parcel();
    }

    private static ParcelKey.Ends ends(ParcelId parcel) {
        return new ParcelKey.Ends(
                parcel, NORD_COORDINATOR.place().id(), NGO_CASEWORKER.place().id());
    }

    private Map<String, @Nullable Object> row(ParcelId parcel) {
        return owner.sql("select data_key, sealed, sealed_identity from people.parcel where id = ?")
                .params(parcel.value())
                .query()
                .singleRow();
    }

    private static ByteBuffer bytes(Map<String, @Nullable Object> row, String column) {
        return ByteBuffer.wrap((byte[]) java.util.Objects.requireNonNull(row.get(column)));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Every table of the schemas people, consent and audit where some bytes stand, as bytes or as text.
    private List<String> places(String hex) {
        String text = new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
        boolean isText = !text.contains("\uFFFD") && text.chars().noneMatch(Character::isISOControl);
        return owner
                .sql(
                        "select schemaname || '.' || tablename from pg_tables where schemaname in ('people', 'consent', 'audit')")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> owner.sql("select exists (select from %s t where t::text like ? or t::text like ?)"
                                .formatted(table))
                        .params("%" + hex + "%", isText ? "%" + text + "%" : "%" + hex + "%")
                        .query(Boolean.class)
                        .single())
                .toList();
    }
}
