package se.ledfyr.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.ledfyr.personas.Personas.NATIONAL_STATISTICIAN;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_ADMINISTRATOR;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.NORD_STATISTICIAN;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.people.Identity;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.personas.Personas;

@HouseTest
class CasesTests {

    private static final Closing DONE = new Closing("own_feet", null);

    @Autowired
    Cases cases;

    @Autowired
    Registrations registrations;

    @Autowired
    People people;

    @Autowired
    Events events;

    @Autowired
    EventPeople eventPeople;

    @Autowired
    CaseLinks links;

    @Test
    void whoOpensACaseHoldsIt() throws Exception {
        RegistrationId registration = registered();

        CaseFile file = nord(() -> cases.get(cases.open(registration)));

        assertThat(file.isOpen()).isTrue();
        assertThat(file.reference()).matches("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}");
        assertThat(file.route()).isEqualTo(Route.ADULT);
        assertThat(file.registration()).isEqualTo(registration);
        assertThat(file.holder().orElseThrow().organisation())
                .isEqualTo(NORD_COORDINATOR.place().id());
        assertThat(file.holder().orElseThrow().inside()).isEqualTo(new HolderInside.Colleague(NORD_COORDINATOR.id()));
        assertThat(nord(() -> cases.findOf(registration))).contains(file);
        assertThat(nord(() -> cases.findOf(file.person()))).contains(file);
        assertThat(nord(() -> cases.findByReference(file.reference().toLowerCase(java.util.Locale.ROOT))))
                .contains(file);
    }

    @Test
    void aPersonHasOneOpenCase() throws Exception {
        RegistrationId registration = registered();
        CaseId first = nord(() -> cases.open(registration));

        NORD_COORDINATOR
                .acting()
                .run(() -> assertThatExceptionOfType(CaseAlreadyOpen.class)
                        .isThrownBy(() -> cases.open(registration))
                        .satisfies(open -> assertThat(open.open()).isEqualTo(first)));
        nord(() -> close(first));
        CaseId second = nord(() -> cases.open(registration));

        assertThat(second).isNotEqualTo(first);
        NORD_COORDINATOR
                .acting()
                .run(() -> assertThatExceptionOfType(CaseAlreadyOpen.class)
                        .as("the person has another by now")
                        .isThrownBy(() -> cases.reopen(first, "again")));
    }

    @Test
    void nobodyStatisticiansAndBystandersHaveNoCases() throws Exception {
        CaseId id = opened();
        String reference = nord(() -> cases.get(id)).reference();

        assertThatExceptionOfType(NotHere.class).as("nobody").isThrownBy(() -> cases.get(id));
        for (Personas persona : new Personas[] {NORD_STATISTICIAN, NATIONAL_STATISTICIAN, NORD_ADMINISTRATOR}) {
            persona.acting().run(() -> assertThatExceptionOfType(NotHere.class).isThrownBy(() -> cases.get(id)));
        }
        SYD_COORDINATOR.acting().run(() -> {
            assertThat(cases.find(id)).isEmpty();
            assertThat(cases.findByReference(reference)).isEmpty();
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> cases.history(id));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> cases.moveInside(id, HolderInside.ON_DUTY));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> cases.close(id, DONE));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> cases.reopen(id, "why"));
            assertThatExceptionOfType(NotHere.class)
                    .isThrownBy(() -> cases.release(
                            id,
                            UUID.randomUUID(),
                            Set.of(SYD_COORDINATOR.place().id())));
            cases.withdrawRelease(id);
        });
        assertThat(TestInstallation.application()
                        .sql("select count(*) from casework.course(?)")
                        .param(id.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void onlyWhoWasGivenLeaveTakesOver() throws Exception {
        CaseId id = opened();
        PersonId theirs = person(SYD_COORDINATOR);
        PersonId others = person(NGO_CASEWORKER);
        assertTooLate(SYD_COORDINATOR, id, theirs);

        nord(() -> release(id, SYD_COORDINATOR));
        assertTooLate(NGO_CASEWORKER, id, others);
        SYD_COORDINATOR.acting().run(() -> cases.takeOver(id, theirs, HolderInside.ON_DUTY));

        CaseFile syd = SYD_COORDINATOR.acting().call(() -> cases.get(id));
        assertThat(syd.person()).isEqualTo(theirs);
        assertThat(syd.registration()).isNull();
        assertThat(syd.holder().orElseThrow().inside()).isEqualTo(HolderInside.ON_DUTY);
        CaseFile before = nord(() -> cases.get(id));
        assertThat(before.isHeldBy(SYD_COORDINATOR.place().id())).isTrue();
        assertThat(before.holder().orElseThrow().inside())
                .as("who does the work is the other organisation's affair")
                .isNull();
        NORD_COORDINATOR
                .acting()
                .run(() -> assertThatExceptionOfType(NotHere.class)
                        .as("no longer theirs to close")
                        .isThrownBy(() -> cases.close(id, DONE)));
        assertTooLate(SYD_COORDINATOR, id, theirs);
    }

    @Test
    void leaveEndsWithWithdrawalDecliningAndClosing() throws Exception {
        CaseId id = opened();
        PersonId theirs = person(SYD_COORDINATOR);

        nord(() -> release(id, SYD_COORDINATOR));
        NORD_COORDINATOR.acting().run(() -> cases.withdrawRelease(id));
        assertTooLate(SYD_COORDINATOR, id, theirs);

        nord(() -> release(id, SYD_COORDINATOR));
        NGO_CASEWORKER.acting().run(() -> cases.withdrawRelease(id));
        SYD_COORDINATOR.acting().run(() -> cases.withdrawRelease(id));
        assertTooLate(SYD_COORDINATOR, id, theirs);

        nord(() -> release(id, SYD_COORDINATOR));
        nord(() -> close(id));
        assertTooLate(SYD_COORDINATOR, id, theirs);
    }

    @Test
    void theHolderKeepsTheCaseUntilSomebodyElseHasIt() throws Exception {
        CaseId id = opened();

        nord(() -> release(id, SYD_COORDINATOR));
        nord(() -> release(id, NGO_CASEWORKER));

        assertThat(nord(() -> cases.get(id)).isHeldBy(NORD_COORDINATOR.place().id()))
                .isTrue();
        PersonId theirs = person(NGO_CASEWORKER);
        NGO_CASEWORKER.acting().run(() -> cases.takeOver(id, theirs, HolderInside.ON_DUTY));
        assertTooLate(SYD_COORDINATOR, id, person(SYD_COORDINATOR));
    }

    /// Somebody who gave a case away must not be able to follow the person from shelter to shelter.
    @Test
    void whoGaveACaseAwaySeesToWhomAndNoFurther() throws Exception {
        CaseId id = opened();
        nord(() -> release(id, SYD_COORDINATOR));
        PersonId inSyd = person(SYD_COORDINATOR);
        SYD_COORDINATOR.acting().run(() -> {
            cases.takeOver(id, inSyd, HolderInside.ON_DUTY);
            release(id, NGO_CASEWORKER);
        });
        PersonId inShelter = person(NGO_CASEWORKER);
        NGO_CASEWORKER.acting().run(() -> cases.takeOver(id, inShelter, HolderInside.ON_DUTY));

        assertThat(holders(NORD_COORDINATOR, id)).containsExactly(NORD_COORDINATOR.place(), SYD_COORDINATOR.place());
        assertThat(nord(() -> cases.history(id)).course().getLast().until()).isNull();
        assertThat(holders(SYD_COORDINATOR, id))
                .containsExactly(NORD_COORDINATOR.place(), SYD_COORDINATOR.place(), NGO_CASEWORKER.place());

        NGO_CASEWORKER.acting().run(() -> close(id));
        assertThat(nord(() -> cases.get(id)).holder()).isEmpty();
        assertThat(holders(NORD_COORDINATOR, id)).hasSize(2);
    }

    private List<Personas.Place> holders(Personas persona, CaseId id) throws Exception {
        return persona.acting().call(() -> cases.history(id)).course().stream()
                .flatMap(turn -> Arrays.stream(Personas.Place.values())
                        .filter(place -> place.id().equals(turn.organisation())))
                .toList();
    }

    @Test
    void closingAndReopeningKeepWhatHappened() throws Exception {
        CaseId id = opened();

        NORD_COORDINATOR.acting().run(() -> {
            cases.moveInside(id, HolderInside.ON_DUTY);
            cases.close(id, new Closing("lost_contact", "moved on"));
            assertThat(cases.get(id).ending().orElseThrow().outcome()).isEqualTo("lost_contact");
            assertThat(cases.get(id).holder()).isEmpty();
            cases.reopen(id, "came back");
        });

        CaseHistory history = nord(() -> cases.history(id));
        assertThat(history.steps())
                .extracting(CaseHistory.Step::kind)
                .containsExactly(
                        CaseHistory.Kind.OPENED,
                        CaseHistory.Kind.MOVED,
                        CaseHistory.Kind.CLOSED,
                        CaseHistory.Kind.REOPENED);
        assertThat(history.steps().get(2).outcome()).isEqualTo("lost_contact");
        assertThat(history.course()).as("closed in between").hasSize(2);
        assertThat(history.course().getFirst().until())
                .isBefore(history.course().getLast().from());
        assertThat(nord(() -> cases.get(id)).ending()).isEmpty();
    }

    @Test
    void onlyWhoClosedACaseReopensIt() throws Exception {
        CaseId id = opened();
        nord(() -> release(id, SYD_COORDINATOR));
        PersonId theirs = person(SYD_COORDINATOR);
        SYD_COORDINATOR.acting().run(() -> {
            cases.takeOver(id, theirs, HolderInside.ON_DUTY);
            cases.close(id, DONE);
        });

        NORD_COORDINATOR
                .acting()
                .run(() -> assertThatExceptionOfType(NotHere.class)
                        .isThrownBy(() -> cases.reopen(id, "we would like to")));
        SYD_COORDINATOR.acting().run(() -> cases.reopen(id, "too early"));

        assertThat(nord(() -> cases.history(id)).steps().getLast().other())
                .isEqualTo(SYD_COORDINATOR.place().id());
    }

    @Test
    void aCaseGoesToNobodyWhoDoesNotWorkWithPeople() throws Exception {
        CaseId id = opened();
        NORD_COORDINATOR.acting().run(() -> {
            for (Personas persona : new Personas[] {NORD_ADMINISTRATOR, SYD_COORDINATOR}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> cases.moveInside(id, new HolderInside.Colleague(persona.id())));
            }
            assertThatIllegalArgumentException().isThrownBy(() -> cases.close(id, new Closing("no_such", null)));
        });
    }

    @Test
    void everybodyInAnEventGetsACaseInOneActAndTheyAreCompanions() throws Exception {
        Event event = new Event(
                EventId.random(),
                "ALLA-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT),
                "nord",
                "2480",
                null,
                null,
                null,
                null,
                null,
                "police",
                new TreeSet<>(Set.of("labour")));
        nord(() -> {
            events.add(event);
            return eventPeople.register(event.id(), LocalDate.of(2025, 8, 1), List.of(worker(), worker(), worker()));
        });

        OpenedForEvent first = nord(() -> cases.openForEvent(event.id()));
        OpenedForEvent again = nord(() -> cases.openForEvent(event.id()));

        assertThat(first.opened()).hasSize(3);
        assertThat(first.before()).isZero();
        assertThat(again.opened()).isEmpty();
        assertThat(again.before()).isEqualTo(3);
        assertThat(nord(() -> links.list(first.opened().getFirst())))
                .extracting(LinkedCase::kind)
                .containsExactly(LinkKind.COMPANION, LinkKind.COMPANION);
        SYD_COORDINATOR
                .acting()
                .run(() -> assertThatExceptionOfType(NotHere.class).isThrownBy(() -> cases.openForEvent(event.id())));
    }

    private static PersonInEvent worker() {
        return new PersonInEvent(
                null,
                Identity.NONE,
                null,
                "male",
                "adult",
                null,
                "TH",
                new TreeSet<>(Set.of("labour")),
                0,
                false,
                false);
    }

    @Test
    void theApplicationCannotWriteWhoHoldsACase() {
        for (String table : new String[] {"case_file", "dossier", "open_spell", "holding", "release", "step"}) {
            assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
                    .as(table)
                    .isThrownBy(() -> TestInstallation.application()
                            .sql("insert into casework." + table + " default values")
                            .update())
                    .havingRootCause()
                    .withMessageContaining("permission denied");
        }
    }

    private void assertTooLate(Personas who, CaseId id, PersonId person) {
        who.acting()
                .run(() -> assertThatExceptionOfType(TooLate.class)
                        .isThrownBy(() -> cases.takeOver(id, person, HolderInside.ON_DUTY)));
    }

    private boolean release(CaseId id, Personas to) {
        cases.release(id, UUID.randomUUID(), Set.of(to.place().id()));
        return true;
    }

    private boolean close(CaseId id) {
        cases.close(id, DONE);
        return true;
    }

    private PersonId person(Personas of) throws Exception {
        return of.acting().call(people::addWithoutIdentity);
    }

    private RegistrationId registered() throws Exception {
        return nord(() ->
                registrations.register(people.addWithoutIdentity(), TestFacts.of(2024), Circumstances.notStated()));
    }

    private CaseId opened() throws Exception {
        RegistrationId registration = registered();
        return nord(() -> cases.open(registration));
    }

    private static <T> T nord(java.util.concurrent.Callable<T> work) throws Exception {
        Acting acting = NORD_COORDINATOR.acting();
        return acting.call(work);
    }
}
