package se.ledfyr.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.ledfyr.personas.Personas.NATIONAL_STATISTICIAN;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.installation.TestInstallation;

@HouseTest
class PeopleTests {

    private static final Identity FULL = new Identity(
            "Tindra Kvarnström",
            List.of("Tintin"),
            List.of(new Identifier(IdentityKind.PERSONAL_NUMBER, "199105242383")),
            List.of("+46 70 174 06 05"),
            "Provgatan 1, 999 99 Provstad");

    @Autowired
    private People people;

    @Test
    void whatWasAddedIsFound() throws Exception {
        PersonId person = add(FULL, null);

        assertThat(find(person).identity()).isEqualTo(FULL);
        assertThat(lastAudit(person)).containsEntry("action", "READ");
    }

    @Test
    void aPersonCanBeWithoutAnyIdentity() throws Exception {
        PersonId person = NORD_COORDINATOR.acting().call(people::addWithoutIdentity);

        assertThat(find(person).identity().isEmpty()).isTrue();
        assertThat(find(person).masked()).isFalse();
        assertThat(NORD_COORDINATOR.acting().call(() -> people.names(List.of(person))))
                .containsEntry(person, PersonName.UNKNOWN);
    }

    @Test
    void manyWithoutIdentityAreAddedAtOnce() throws Exception {
        List<PersonId> added = NORD_COORDINATOR.acting().call(() -> people.addWithoutIdentity(1_000));

        assertThat(added).doesNotHaveDuplicates().hasSize(1_000);
        assertThat(NORD_COORDINATOR.acting().call(() -> people.names(added))).hasSize(1_000);
    }

    @Test
    void bystanderCannotTellThatSomebodyExists() throws Exception {
        PersonId person = add(FULL, null);
        PersonId nobody = PersonId.random();

        for (PersonId either : List.of(person, nobody)) {
            assertThat(SYD_COORDINATOR.acting().call(() -> people.find(either))).isEmpty();
            assertThat(SYD_COORDINATOR.acting().call(() -> people.names(List.of(either))))
                    .isEmpty();
            assertNotHere(() -> people.reveal(either, "curious"));
            assertNotHere(() -> people.change(either, FULL, null, NameFacts.UNKNOWN, "curious"));
            assertNotHere(() -> people.changeProtection(either, null, "curious"));
            assertNotHere(() -> people.factsChanged(either, NameFacts.UNKNOWN));
            assertNotHere(() -> people.erase(either, "curious"));
        }
        assertThat(SYD_COORDINATOR.acting().call(() -> people.search("Kvarnström")))
                .isEmpty();
        assertThat(SYD_COORDINATOR.acting().call(() -> people.search("199105242383")))
                .isEmpty();
        assertThat(find(person).identity()).isEqualTo(FULL);
    }

    @Test
    void nobodyAndStatisticiansReachNoIdentity() throws Exception {
        PersonId person = add(FULL, null);

        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> people.find(person));
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> people.search("Kvarnström"));
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> NATIONAL_STATISTICIAN.acting().call(() -> people.find(person)));
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> NATIONAL_STATISTICIAN.acting().call(() -> people.names(List.of(person))));
    }

    @Test
    void rowsAreHiddenFromOtherOrganisationsAndFromNobodyInTheDatabaseItself() throws Exception {
        add(FULL, null);

        for (String table : List.of("person", "identity_field", "index_token")) {
            assertThat(TestInstallation.application()
                            .sql("select count(*) from people." + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void protectedPersonIsMaskedUntilAReasonIsGiven() throws Exception {
        for (Protection protection : Protection.values()) {
            PersonId person = add(FULL, protection);

            KnownPerson seen = find(person);
            assertThat(seen.masked()).isTrue();
            assertThat(seen.identity().isEmpty()).isTrue();
            assertThat(name(person)).isEqualTo(new PersonName(null, protection, true));
            assertThat(NORD_COORDINATOR.acting().call(() -> people.reveal(person, "Kallelse till möte")))
                    .isEqualTo(FULL);
            assertThat(lastAudit(person))
                    .containsEntry("action", "IDENTITY_REVEALED")
                    .containsEntry("reason", "Kallelse till möte");
        }
    }

    @Test
    void revealingWithoutAReasonShowsNothing() throws Exception {
        PersonId person = add(FULL, Protection.CONFIDENTIALITY_MARKING);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> NORD_COORDINATOR.acting().call(() -> people.reveal(person, "  ")));
    }

    @Test
    void changeKeepsTheOldValueSealedAndFindsOnlyTheNew() throws Exception {
        PersonId person = add(Identity.named("Signhild Almqvist", "Siggan"), null);

        NORD_COORDINATOR
                .acting()
                .run(() -> people.change(
                        person, Identity.named("Signhild Brorsdotter", "Siggan"), null, NameFacts.UNKNOWN, "Gift"));

        assertThat(find(person).identity().name()).isEqualTo("Signhild Brorsdotter");
        assertThat(search("Almqvist")).doesNotContain(person);
        assertThat(search("Brorsdotter")).containsExactly(person);
        assertThat(TestInstallation.owner()
                        .sql(
                                "select kind, replaced_at is null as current from people.identity_field where person_id = ?"
                                        + " order by kind, current")
                        .params(person.value())
                        .query((row, number) -> row.getString(1) + row.getBoolean(2))
                        .list())
                .containsExactly("ALIAStrue", "NAMEfalse", "NAMEtrue");
    }

    @Test
    void changeIsNotedWithReasonAndKindsOnly() throws Exception {
        PersonId person = add(Identity.named("Hillevi Sandqvist"), null);

        NORD_COORDINATOR
                .acting()
                .run(() -> people.change(person, FULL, Protection.FICTITIOUS_DATA, NameFacts.UNKNOWN, "Nya uppgifter"));

        assertThat(lastAudit(person))
                .containsEntry("action", "IDENTITY_CHANGED")
                .containsEntry("reason", "Nya uppgifter")
                .containsEntry("detail", "NAME,ALIAS,PERSONAL_NUMBER,TELEPHONE,ADDRESS PROTECTION");
    }

    @Test
    void protectionCanBeSetWithoutOpeningAnything() throws Exception {
        PersonId person = add(FULL, null);

        NORD_COORDINATOR
                .acting()
                .run(() -> people.changeProtection(person, Protection.PROTECTED_REGISTRATION, "Beslut"));

        assertThat(find(person).masked()).isTrue();
        assertThat(NORD_COORDINATOR.acting().call(() -> people.reveal(person, "Kontroll")))
                .isEqualTo(FULL);
    }

    @Test
    void searchFindsByAnyWordOrderSpellingScriptNumberAndTelephone() throws Exception {
        Identity identity = new Identity(
                "Abdulrahman Qasimzade",
                List.of("Rahmo Bakari"),
                List.of(new Identifier(IdentityKind.COORDINATION_NUMBER, "194003612381")),
                List.of("+46 70 174 06 91"),
                null);
        PersonId person = add(identity, null);

        for (String text : List.of(
                "Qasimzade",
                "qasimzade abdulrahman",
                "Kasimzadeh",
                "Bakari",
                "Bakari Qasimzade",
                "قاسم‌زاده",
                "19400361-2381",
                "400361 2381",
                "070-174 06 91")) {
            assertThat(search(text)).as(text).contains(person);
        }
        assertThat(search("Qasimzade Svensson")).doesNotContain(person);
        assertThat(search("")).isEmpty();
    }

    @Test
    void searchIsNotedWithoutWhatWasWritten() throws Exception {
        PersonId person = add(Identity.named("Ragnvald Törnkvist"), null);

        search("Ragnvald Törnkvist");

        Map<String, @Nullable Object> entry = lastAudit(person);
        assertThat(entry).containsEntry("action", "SEARCHED").containsEntry("detail", "found 1");
        assertThat(entry.toString()).doesNotContainIgnoringCase("törnkvist");
    }

    @Test
    void correctedBirthYearIsFoundUnderTheNewOne() throws Exception {
        PersonId person = NORD_COORDINATOR
                .acting()
                .call(() -> people.add(Identity.named("Estrid Lövgren"), null, new NameFacts(1960, null)));

        NORD_COORDINATOR.acting().run(() -> people.factsChanged(person, new NameFacts(1990, null)));

        assertThat(candidates("Estrid Lövgren", 1990))
                .extracting(Candidate::person)
                .containsExactly(person);
        assertThat(candidates("Estrid Lövgren", 1960)).isEmpty();
    }

    @Test
    void erasedPersonCannotBeReadFoundOrFilledAgain() throws Exception {
        PersonId person = add(Identity.named("Valborg Ekegren"), null);

        NORD_COORDINATOR.acting().run(() -> people.erase(person, "Gallring"));

        assertThat(find(person).identity().isEmpty()).isTrue();
        assertThat(find(person).erasedAt()).isNotNull();
        assertThat(search("Valborg Ekegren")).isEmpty();
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> NORD_COORDINATOR
                        .acting()
                        .run(() -> people.change(person, FULL, null, NameFacts.UNKNOWN, "Igen")));
        assertThat(TestInstallation.owner()
                        .sql("select data_key is null and facts is null from people.person where id = ?")
                        .params(person.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private PersonId add(Identity identity, @Nullable Protection protection) throws Exception {
        return NORD_COORDINATOR.acting().call(() -> people.add(identity, protection, NameFacts.UNKNOWN));
    }

    private KnownPerson find(PersonId person) throws Exception {
        return NORD_COORDINATOR.acting().call(() -> people.find(person)).orElseThrow();
    }

    private PersonName name(PersonId person) throws Exception {
        return java.util.Objects.requireNonNull(NORD_COORDINATOR
                .acting()
                .call(() -> people.names(List.of(person)))
                .get(person));
    }

    private List<PersonId> search(String text) throws Exception {
        return NORD_COORDINATOR.acting().call(() -> people.search(text));
    }

    private List<Candidate> candidates(String name, int birthYear) throws Exception {
        return NORD_COORDINATOR
                .acting()
                .call(() -> people.candidates(Identity.named(name), new NameFacts(birthYear, null)));
    }

    private static void assertNotHere(Runnable work) {
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> SYD_COORDINATOR.acting().run(work));
    }

    private static Map<String, @Nullable Object> lastAudit(PersonId person) {
        return TestInstallation.owner()
                .sql(
                        "select action, reason, detail from audit.entry where ? = any (subjects) order by seq desc limit 1")
                .params(person.value())
                .query()
                .singleRow();
    }
}
