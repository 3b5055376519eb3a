package se.ledfyr.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.ledfyr.personas.Personas.NATIONAL_STATISTICIAN;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;

@HouseTest
class RegistrationsTests {

    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
    private static final String REASON = "hörde fel";

    @Autowired
    Registrations registrations;

    @Autowired
    Registering registering;

    @Autowired
    WorkList worklist;

    @Test
    void onlyTheOrganisationThatRegisteredCanRead() throws Exception {
        RegistrationId id = register(TestFacts.of(2022));

        assertThat(NORD_COORDINATOR.acting().call(() -> registrations.get(id)).facts())
                .isEqualTo(TestFacts.of(2022));
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> SYD_COORDINATOR.acting().call(() -> registrations.get(id)));
        assertThatExceptionOfType(NotHere.class).as("nobody").isThrownBy(() -> registrations.get(id));
    }

    @Test
    void bystanderCanNeitherCorrectNorRemoveNorReadTheHistory() throws Exception {
        RegistrationId id = register(TestFacts.of(2022));

        SYD_COORDINATOR.acting().run(() -> {
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> registrations.remove(id, 1, REASON));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> registrations.history(id));
            assertThatExceptionOfType(NotHere.class)
                    .isThrownBy(
                            () -> registrations.correct(id, 1, TestFacts.of(2021), Circumstances.notStated(), REASON));
        });
        assertThat(NORD_COORDINATOR.acting().call(() -> registrations.get(id)).version())
                .isEqualTo(1);
    }

    @Test
    void aCorrectionKeepsTheOldValueWithTheReason() throws Exception {
        RegistrationId id = register(TestFacts.of(2022));
        Facts better = TestFacts.withForms(2022, "labour", "sexual");

        List<Change> history = NORD_COORDINATOR.acting().call(() -> {
            registrations.correct(id, 1, better, Circumstances.notStated(), REASON);
            return registrations.history(id);
        });

        assertThat(history).singleElement().satisfies(change -> {
            assertThat(change.field()).isEqualTo("forms");
            assertThat(change.before()).isEqualTo("labour");
            assertThat(change.after()).isEqualTo("labour;sexual");
            assertThat(change.reason()).isEqualTo(REASON);
            assertThat(change.by()).isEqualTo(NORD_COORDINATOR.id());
        });
    }

    @Test
    void aCorrectionOfWhatSomebodyElseCorrectedMeanwhileIsRefused() throws Exception {
        RegistrationId id = register(TestFacts.of(2022));

        NORD_COORDINATOR.acting().run(() -> {
            registrations.correct(id, 1, TestFacts.withForms(2022, "begging"), Circumstances.notStated(), REASON);
            assertThatExceptionOfType(ChangedMeanwhile.class)
                    .isThrownBy(() -> registrations.correct(
                            id, 1, TestFacts.withForms(2022, "sexual"), Circumstances.notStated(), REASON));
        });
    }

    @Test
    void savingWithoutAnyDifferenceWritesNothing() throws Exception {
        RegistrationId id = register(TestFacts.of(2022));

        assertThat(NORD_COORDINATOR
                        .acting()
                        .call(() ->
                                registrations.correct(id, 1, TestFacts.of(2022), Circumstances.notStated(), REASON)))
                .isFalse();
    }

    @Test
    void eachPersonIsRegisteredOnceAYear() throws Exception {
        RegistrationId first = register(TestFacts.of(2022));

        NORD_COORDINATOR.acting().call(() -> {
            var person = registrations.get(first).person();
            assertThatExceptionOfType(AlreadyRegistered.class)
                    .isThrownBy(() -> registering.knownPerson(person, TestFacts.of(2022), Circumstances.notStated()))
                    .satisfies(already -> assertThat(already.existing()).isEqualTo(first));
            RegistrationId next = registering.knownPerson(person, TestFacts.of(2023), Circumstances.notStated());
            assertThat(registrations.listOf(person))
                    .extracting(Registration::id)
                    .containsExactly(next, first);
            return null;
        });
    }

    @Test
    void aPersonOfAnotherOrganisationCannotBeRegisteredAgain() throws Exception {
        RegistrationId id = register(TestFacts.of(2022));
        var person = NORD_COORDINATOR.acting().call(() -> registrations.get(id)).person();

        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> SYD_COORDINATOR
                        .acting()
                        .call(() -> registering.knownPerson(person, TestFacts.of(2023), Circumstances.notStated())));
    }

    @Test
    void whatIsTakenOutStaysReadableAndCanComeBack() throws Exception {
        RegistrationId id = register(TestFacts.of(2022));

        NORD_COORDINATOR.acting().run(() -> {
            registrations.remove(id, 1, "dubbelt registrerad");
            assertThat(registrations.get(id).removal())
                    .get()
                    .satisfies(removal -> assertThat(removal.reason()).isEqualTo("dubbelt registrerad"));
            registrations.restore(id, 2, "var ändå rätt");
            assertThat(registrations.get(id).removal()).isEmpty();
            assertThat(registrations.history(id)).extracting(Change::kind).containsExactly("RESTORED", "REMOVED");
        });
    }

    @Test
    void theNoteIsSealedInTheDatabase() throws Exception {
        String secret = "väntar vid stationen klockan nio";
        RegistrationId id = NORD_COORDINATOR
                .acting()
                .call(() -> registering.newPerson(nobodyKnown(), TestFacts.of(2022), withNote(secret)));

        byte[] stored = TestInstallation.owner()
                .sql("select note_sealed from casework.registration where id = ?")
                .param(id.value())
                .query(byte[].class)
                .single();

        assertThat(new String(stored, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("stationen");
        assertThat(NORD_COORDINATOR
                        .acting()
                        .call(() -> registrations.get(id).circumstances().note()))
                .isEqualTo(secret);
    }

    @Test
    void theOldNoteIsKeptSealed() throws Exception {
        RegistrationId id = NORD_COORDINATOR
                .acting()
                .call(() -> registering.newPerson(nobodyKnown(), TestFacts.of(2022), withNote("första")));

        NORD_COORDINATOR
                .acting()
                .run(() -> registrations.correct(id, 1, TestFacts.of(2022), withNote("andra"), REASON));

        assertThat(TestInstallation.owner()
                        .sql("select count(*) from casework.change where registration_id = ? and field = 'note'"
                                + " and old_sealed is not null and old_value is null and new_value is null")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void everyReadingAndChangeIsInTheAuditLog() throws Exception {
        RegistrationId id = register(TestFacts.of(2022));

        NORD_COORDINATOR.acting().run(() -> {
            registrations.get(id);
            registrations.correct(id, 1, TestFacts.withForms(2022, "begging"), Circumstances.notStated(), REASON);
            registrations.remove(id, 2, REASON);
        });

        assertThat(TestInstallation.owner()
                        .sql("select action from audit.entry where ? = any(subjects) order by seq")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("REGISTERED", "READ", "CORRECTED", "REMOVED");
    }

    @Test
    void theStatisticianSeesFactsOfTheCountryWithoutAnybodysPerson() throws Exception {
        RegistrationId id = register(TestFacts.on(DAY));

        WorkListPage list = NATIONAL_STATISTICIAN
                .acting()
                .call(() -> worklist.list(WorkListFilter.none(), TestFacts.rightBefore(id, DAY)));

        assertThat(list.lines()).extracting(WorkListLine::id).contains(id);
        assertThat(list.lines()).allSatisfy(line -> {
            assertThat(line.person()).isNull();
            assertThat(line.name()).isNull();
        });
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> NATIONAL_STATISTICIAN.acting().call(() -> registrations.get(id)));
    }

    @Test
    void whoIsListedByNationalStaffCanSeeThatTheyWere() throws Exception {
        RegistrationId id = register(TestFacts.on(DAY));

        NATIONAL_STATISTICIAN.acting().call(() -> worklist.list(WorkListFilter.none(), TestFacts.rightBefore(id, DAY)));

        assertThat(TestInstallation.owner()
                        .sql("select concerns from audit.entry where action = 'LISTED' and ? = any(subjects)")
                        .param(id.value())
                        .query(java.util.UUID.class)
                        .list())
                .contains(NORD_COORDINATOR.place().id().value());
    }

    @Test
    void theListOfABystanderAndOfNobodyHoldsNothingOfOthers() throws Exception {
        RegistrationId id = register(TestFacts.on(DAY));

        assertThat(NORD_COORDINATOR
                        .acting()
                        .call(() -> worklist.list(WorkListFilter.none(), TestFacts.rightBefore(id, DAY)))
                        .lines())
                .extracting(WorkListLine::id)
                .contains(id);
        assertThat(SYD_COORDINATOR
                        .acting()
                        .call(() -> worklist.list(WorkListFilter.none(), TestFacts.rightBefore(id, DAY)))
                        .lines())
                .extracting(WorkListLine::id)
                .doesNotContain(id);
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> worklist.list(WorkListFilter.none(), TestFacts.rightBefore(id, DAY)));
        assertThat(TestInstallation.application()
                        .sql("select count(*) from casework.registration")
                        .query(Integer.class)
                        .single())
                .as("nothing bound means no rows")
                .isZero();
    }

    @Test
    void somebodyAlikeIsFoundInTheOwnOrganisationOnly() throws Exception {
        var person = new Registering.NewPerson(Identity.named("Oksana Testova"), null, new NameFacts(1994, "UA"));
        NORD_COORDINATOR
                .acting()
                .call(() -> registering.newPerson(person, TestFacts.of(2022), Circumstances.notStated()));
        var alike = new Registering.NewPerson(Identity.named("Тестова Оксана"), null, new NameFacts(1995, "UA"));

        assertThat(NORD_COORDINATOR.acting().call(() -> registering.alike(alike)))
                .isNotEmpty()
                .first()
                .satisfies(found -> assertThat(found.registrations()).isNotEmpty());
        assertThat(SYD_COORDINATOR.acting().call(() -> registering.alike(alike)))
                .isEmpty();
    }

    private RegistrationId register(Facts facts) throws Exception {
        return NORD_COORDINATOR
                .acting()
                .call(() -> registering.newPerson(nobodyKnown(), facts, Circumstances.notStated()));
    }

    private static Registering.NewPerson nobodyKnown() {
        return new Registering.NewPerson(Identity.NONE, null, NameFacts.UNKNOWN);
    }

    private static Circumstances withNote(String note) {
        return new Circumstances(new TreeSet<>(), "reason_to_assume", null, "not_asked", null, null, note);
    }
}
