package se.ledfyr.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.ledfyr.personas.Personas.PLATFORM_COORDINATOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.Circumstances;
import se.ledfyr.casework.Registering;
import se.ledfyr.casework.Registrations;
import se.ledfyr.casework.TestFacts;
import se.ledfyr.emergency.Circle;
import se.ledfyr.emergency.SealedCases;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.PersonId;

/// A contact that was taken from a case is hidden with the case inside the organisation. The platform
/// reads what was sent as before, and nothing tells it that something was sealed.
@HouseTest
class SealedContactsTests {

    private static final int YEAR = 2026;

    @Autowired
    private SealedCases sealed;

    @Autowired
    private Registering registering;

    @Autowired
    private Registrations registrations;

    @Autowired
    private Cases cases;

    @Autowired
    private Contacts contacts;

    @Autowired
    private OwnWays ways;

    @Autowired
    private Compilation compilation;

    @Autowired
    private Participants participants;

    @SuppressWarnings("NullAway.Init") // made once the house is open
    private Circle circle;

    private PersonId person = PersonId.of("00000000-0000-4000-8000-000000000000");
    private ContactId taken = ContactId.random();
    private ContactId beside = ContactId.random();

    @BeforeEach
    void sendOneFromACaseAndOneBeside() {
        circle = Circle.make();
        PLATFORM_COORDINATOR
                .acting()
                .run(() -> participants.join(circle.office(), participants.freeLabel(), LocalDate.of(2026, 1, 1)));
        circle.insider().acting().run(() -> {
            var registration = registering.newPerson(
                    new Registering.NewPerson(Identity.named("Sluten Kontaktsson"), null, new NameFacts(1990, "TH")),
                    TestFacts.of(YEAR),
                    Circumstances.notStated());
            person = registrations.get(registration).person();
            CaseId file = cases.open(registration);
            taken = send(contacts.begin(SurveyForm.ADULT, YEAR, Some.adult(YEAR), file));
            ways.refer(taken, "skåp 9");
            beside = send(contacts.begin(SurveyForm.ADULT, YEAR, Some.adult(YEAR), null));
            contacts.correct(taken, 2, Some.adult(YEAR).with("sex", Answer.Codes.of("male")), "Fel ruta.");
        });
    }

    @AfterEach
    void leave() {
        PLATFORM_COORDINATOR.acting().run(() -> participants.leave(circle.office()));
    }

    @Test
    void insideTheOrganisationItIsHiddenWithTheCase() {
        assertThat(seenBy(outsider())).containsExactlyInAnyOrder(taken, beside);

        seal();

        assertThat(seenBy(outsider())).containsExactly(beside);
        assertThat(seenBy(circle.lead().acting())).containsExactly(beside);
        assertThat(seenBy(circle.insider().acting())).containsExactlyInAnyOrder(taken, beside);
        outsider().run(() -> {
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> contacts.get(taken));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> contacts.strike(taken, 3, "Fel."));
            assertThat(ways.references(List.of(taken, beside))).isEmpty();
            assertThat(ways.caseOf(taken)).isEmpty();
            assertThat(contacts.count(ContactFilter.sent(YEAR))).isEqualTo(1);
        });
    }

    @Test
    void thePlatformReadsTheSameAsBefore() {
        String before = read();

        seal();

        assertThat(read()).isEqualTo(before).contains(taken.value().toString());
    }

    /// The twin: a contact nobody took from the case is found as ever, and so would the other without
    /// its link.
    @Test
    void withoutTheLinkItWouldBeThere() {
        seal();
        TestInstallation.owner()
                .sql("delete from surveys.contact_case where contact_id = ?")
                .param(taken.value())
                .update();

        assertThat(seenBy(outsider())).containsExactlyInAnyOrder(taken, beside);
    }

    private void seal() {
        circle.lead()
                .acting()
                .run(() -> sealed.seal(person, Set.of(circle.insider().id()), "hot från släkting"));
    }

    /// Everything the platform's pages show of the member.
    private String read() {
        Supplier<String> all = () -> compilation.progress(YEAR).stream()
                        .filter(each -> each.organisation().equals(circle.office()))
                        .toList()
                + " "
                + compilation.list(YEAR, null, 0, 10_000).stream()
                        .filter(each -> each.organisation().equals(circle.office()))
                        .map(each -> each.id().value() + " " + each.version() + " "
                                + each.answers().by())
                        .toList()
                + " " + compilation.count(YEAR, null) + " " + compilation.revisions(YEAR, 1_000);
        return PLATFORM_COORDINATOR.acting().get(all);
    }

    private List<ContactId> seenBy(Acting reader) {
        return reader.get(() -> contacts.list(ContactFilter.of(YEAR), 0, 100)).stream()
                .map(Contact::id)
                .toList();
    }

    private Acting outsider() {
        return circle.outsider().acting();
    }

    private ContactId send(ContactId id) {
        contacts.send(id, 1, null);
        return id;
    }
}
