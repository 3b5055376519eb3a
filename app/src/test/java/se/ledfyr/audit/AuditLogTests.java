package se.ledfyr.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.organisations.Members;
import se.ledfyr.organisations.Role;
import se.ledfyr.personas.Personas;

@HouseTest
class AuditLogTests {

    @Autowired
    private AuditLog audit;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Members members;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void outsideATransactionNothingCanBeNoted() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> audit.note(Action.READ, Subject.PERSON, UUID.randomUUID(), null));
    }

    @Test
    void whenTheLogCannotBeWrittenNothingIsChanged() {
        String tooLong = "x".repeat(501);
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> Personas.NORD_ADMINISTRATOR
                        .acting()
                        .run(() -> transaction.executeWithoutResult(status -> {
                            members.giveRoles(Personas.NORD_STATISTICIAN.id(), Set.of(Role.STATISTICIAN, Role.AUDITOR));
                            audit.note(Action.MEMBER_CHANGED, Subject.MEMBER, List.of(), null, tooLong);
                        })));
        Set<Role> roles = Personas.NORD_ADMINISTRATOR
                .acting()
                .get(() -> members.find(Personas.NORD_STATISTICIAN.id())
                        .orElseThrow()
                        .roles());
        assertThat(roles).containsExactly(Role.STATISTICIAN);
    }

    @Test
    void whatIsRolledBackLeavesNoEntry() {
        UUID subject = UUID.randomUUID();
        Personas.NORD_COORDINATOR
                .acting()
                .run(() -> transaction.executeWithoutResult(status -> {
                    audit.note(Action.READ, Subject.PERSON, subject, null);
                    status.setRollbackOnly();
                }));
        assertThat(entriesAbout(subject)).isZero();
    }

    @Test
    void aThingsPageShowsColleaguesByNameAndOthersByOrganisation() {
        UUID subject = UUID.randomUUID();
        Personas.NORD_COORDINATOR
                .acting()
                .run(() -> transaction.executeWithoutResult(
                        status -> audit.note(Action.READ, Subject.REGISTRATION, subject, "a reason")));
        Personas.NATIONAL_STATISTICIAN
                .acting()
                .run(() -> transaction.executeWithoutResult(status -> audit.noteAbout(
                        Personas.NORD_COORDINATOR.place().id(),
                        Action.LISTED,
                        Subject.REGISTRATION,
                        List.of(subject),
                        null)));
        List<Sight> seen = Personas.NORD_COORDINATOR.acting().get(() -> trail.seenBy(subject));
        assertThat(seen)
                .extracting(sight -> sight.who().kind(), sight -> sight.who().name(), Sight::action, Sight::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Who.Kind.OTHER_ORGANISATION, "Nationella samordningen (prov)", Action.LISTED, null),
                        org.assertj.core.groups.Tuple.tuple(
                                Who.Kind.COLLEAGUE, "Kim Koordinator", Action.READ, "a reason"));
    }

    @Test
    void aBystanderSeesNothingOfIt() {
        UUID subject = UUID.randomUUID();
        Personas.NORD_COORDINATOR
                .acting()
                .run(() -> transaction.executeWithoutResult(
                        status -> audit.note(Action.READ, Subject.REGISTRATION, subject, null)));
        assertThat(Personas.SYD_COORDINATOR.acting().get(() -> trail.seenBy(subject)))
                .isEmpty();
    }

    @Test
    void nobodyReadsTheLog() {
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> trail.seenBy(UUID.randomUUID()));
        assertThat(TestInstallation.application()
                        .sql("select count(*) from audit.entry")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anAuditorReadsTheOwnOrganisationTheNationalOneReadsAll() {
        UUID nord = UUID.randomUUID();
        UUID syd = UUID.randomUUID();
        note(Personas.NORD_COORDINATOR, nord);
        note(Personas.SYD_COORDINATOR, syd);
        Search any = new Search(null, Action.READ, null, null);
        List<Entry> own = Personas.NORD_AUDITOR.acting().get(() -> trail.list(any));
        assertThat(own)
                .extracting(entry -> entry.who().name())
                .contains("Kim Koordinator")
                .doesNotContain("Sam Sydlig");
        List<Entry> all = Personas.NATIONAL_AUDITOR.acting().get(() -> trail.list(any));
        assertThat(all)
                .extracting(entry -> entry.who().name())
                .contains("Regionkoordinator Nord (prov)", "Regionkoordinator Syd (prov)")
                .doesNotContain("Kim Koordinator", "Sam Sydlig");
    }

    @Test
    void readingTheLogIsWrittenInTheLog() {
        Search reads = new Search(null, Action.AUDIT_READ, null, null);
        Personas.NORD_AUDITOR.acting().get(() -> trail.list(reads));
        assertThat(Personas.NORD_AUDITOR
                        .acting()
                        .get(() -> trail.list(reads))
                        .getFirst()
                        .who()
                        .name())
                .isEqualTo("Gry Granskare");
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepeats() {
        for (int i = 0; i < 2 * AuditTrail.PAGE; i++) {
            note(Personas.NORD_COORDINATOR, UUID.randomUUID());
        }
        Search first = new Search(Personas.NORD_COORDINATOR.id(), Action.READ, null, null);
        List<Entry> one = Personas.NORD_AUDITOR.acting().get(() -> trail.list(first));
        assertThat(one).hasSize(AuditTrail.PAGE + 1);
        Search second = new Search(
                Personas.NORD_COORDINATOR.id(),
                Action.READ,
                null,
                one.get(AuditTrail.PAGE - 1).seq());
        List<Entry> two = Personas.NORD_AUDITOR.acting().get(() -> trail.list(second));
        assertThat(two.getFirst()).isEqualTo(one.getLast());
    }

    @Test
    void theApplicationCanNeitherChangeNorRemoveAnEntry() {
        note(Personas.NORD_COORDINATOR, UUID.randomUUID());
        for (String attempt : List.of(
                "update audit.entry set reason = 'x'",
                "delete from audit.entry",
                "truncate audit.entry",
                "update audit.head set seq = 0")) {
            assertThatExceptionOfType(RuntimeException.class)
                    .as(attempt)
                    .isThrownBy(
                            () -> TestInstallation.application().sql(attempt).update());
        }
    }

    private void note(Personas who, UUID subject) {
        who.acting()
                .run(() -> transaction.executeWithoutResult(
                        status -> audit.note(Action.READ, Subject.REGISTRATION, subject, null)));
    }

    private static long entriesAbout(UUID subject) {
        return TestInstallation.owner()
                .sql("select count(*) from audit.entry where subjects @> array[?::uuid]")
                .param(subject)
                .query(Long.class)
                .single();
    }
}
