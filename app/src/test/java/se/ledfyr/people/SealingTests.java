package se.ledfyr.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.installation.TestInstallation;

/// What somebody with the database but without the keys could see and do.
@HouseTest
class SealingTests {

    private static final String COLUMN = "casework.registration.note";

    @Autowired
    private People people;

    @Autowired
    private Seals seals;

    private final JdbcClient owner = TestInstallation.owner();

    @Test
    void nothingOfANameStandsInTheDatabaseInClear() throws Exception {
        PersonId person = NORD_COORDINATOR
                .acting()
                .call(() -> people.add(
                        new Identity(
                                "Jorunn Zackrisdotter",
                                List.of("Zackan"),
                                List.of(new Identifier(IdentityKind.PERSONAL_NUMBER, "199105252382")),
                                List.of("0701740605"),
                                "Zackrisgatan 7"),
                        Protection.PROTECTED_REGISTRATION,
                        NameFacts.UNKNOWN));
        NORD_COORDINATOR.acting().call(() -> people.search("Jorunn Zackrisdotter"));
        NORD_COORDINATOR
                .acting()
                .call(() -> people.candidates(Identity.named("Jorunn Zackrisdotter"), NameFacts.UNKNOWN));
        NORD_COORDINATOR.acting().call(() -> people.reveal(person, "Provorsak Qvx"));

        for (String secret : List.of("Jorunn", "Zackri", "Zackan", "9105252382", "0701740605", "Zackrisgatan")) {
            assertThat(places(secret)).as("where a secret stands").isEmpty();
        }
        // The twin: what is written in clear is seen by the same search.
        assertThat(places("Provorsak Qvx")).containsExactly("audit.entry");
    }

    @Test
    void valueMovedToAnotherPersonDoesNotOpen() throws Exception {
        PersonId one = add("Torgny Blomstrand");
        PersonId other = add("Sixten Ljungqvist");

        move(
                "update people.identity_field set sealed = (select sealed from people.identity_field where person_id = ?)"
                        + " where person_id = ?",
                one,
                other);

        assertBroken(other);
        assertThat(reveal(one).name()).isEqualTo("Torgny Blomstrand");
    }

    @Test
    void keyMovedAlongWithTheValueDoesNotOpenEither() throws Exception {
        PersonId one = add("Torgny Blomstrand");
        PersonId other = add("Sixten Ljungqvist");

        move(
                "update people.identity_field set sealed = (select sealed from people.identity_field where person_id = ?)"
                        + " where person_id = ?",
                one,
                other);
        move(
                "update people.person set data_key = (select data_key from people.person where id = ?) where id = ?",
                one,
                other);

        assertBroken(other);
    }

    @Test
    void valueMovedToAnotherRowOfTheSamePersonDoesNotOpen() throws Exception {
        PersonId person = NORD_COORDINATOR
                .acting()
                .call(() -> people.add(Identity.named("Torgny Blomstrand", "Togge"), null, NameFacts.UNKNOWN));

        move(
                "update people.identity_field set sealed = (select sealed from people.identity_field where person_id = ?"
                        + " and kind = 'ALIAS') where person_id = ? and kind = 'NAME'",
                person,
                person);

        assertBroken(person);
    }

    @Test
    void whatOthersSealOpensInItsPlaceOnly() throws Exception {
        PersonId one = NORD_COORDINATOR.acting().call(people::addWithoutIdentity);
        PersonId other = NORD_COORDINATOR.acting().call(people::addWithoutIdentity);
        byte[] sealed = NORD_COORDINATOR.acting().call(() -> seals.seal(one, COLUMN, "1", "En anteckning"));
        NORD_COORDINATOR.acting().call(() -> seals.seal(other, COLUMN, "1", "En annan"));

        assertThat(NORD_COORDINATOR.acting().call(() -> seals.open(one, COLUMN, "1", sealed)))
                .contains("En anteckning");
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> NORD_COORDINATOR.acting().call(() -> seals.open(one, COLUMN, "2", sealed)));
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> NORD_COORDINATOR.acting().call(() -> seals.open(other, COLUMN, "1", sealed)));
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> SYD_COORDINATOR.acting().call(() -> seals.open(one, COLUMN, "1", sealed)));
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> seals.open(one, COLUMN, "1", sealed));
    }

    @Test
    void erasingAPersonEndsWhatOthersSealedToo() throws Exception {
        PersonId person = NORD_COORDINATOR.acting().call(people::addWithoutIdentity);
        byte[] sealed = NORD_COORDINATOR.acting().call(() -> seals.seal(person, COLUMN, "1", "En anteckning"));

        NORD_COORDINATOR.acting().run(() -> people.erase(person, "Gallring"));

        assertThat(NORD_COORDINATOR.acting().call(() -> seals.open(person, COLUMN, "1", sealed)))
                .isEmpty();
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> NORD_COORDINATOR.acting().call(() -> seals.seal(person, COLUMN, "1", "Igen")));
    }

    @Test
    void twoOrganisationsWithTheSamePersonShareNoToken() throws Exception {
        PersonId nord = add("Alfhild Östervall");
        PersonId syd = SYD_COORDINATOR
                .acting()
                .call(() -> people.add(Identity.named("Alfhild Östervall"), null, NameFacts.UNKNOWN));

        assertThat(tokens(nord)).isNotEmpty().doesNotContainAnyElementsOf(tokens(syd));
        assertThat(tokens(nord)).hasSameSizeAs(tokens(syd));
    }

    private PersonId add(String name) throws Exception {
        return NORD_COORDINATOR.acting().call(() -> people.add(Identity.named(name), null, NameFacts.UNKNOWN));
    }

    private Identity reveal(PersonId person) throws Exception {
        return NORD_COORDINATOR.acting().call(() -> people.reveal(person, "Prov"));
    }

    private void assertBroken(PersonId person) {
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> reveal(person))
                .withMessageNotContainingAny("Torgny", "Sixten");
    }

    private void move(String sql, PersonId from, PersonId to) {
        assertThat(owner.sql(sql).params(from.value(), to.value()).update()).isPositive();
    }

    private List<Long> tokens(PersonId person) {
        return owner.sql("select token from people.index_token where person_id = ?")
                .params(person.value())
                .query(Long.class)
                .list();
    }

    /// Every table of the schemas people and audit where a text stands, as text or as bytes.
    private List<String> places(String text) {
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        return owner
                .sql("select schemaname || '.' || tablename from pg_tables where schemaname in ('people', 'audit')")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> owner.sql("select exists (select from %s t where t::text ilike ? or t::text like ?)"
                                .formatted(table))
                        .params("%" + text + "%", "%" + hex + "%")
                        .query(Boolean.class)
                        .single())
                .toList();
    }
}
