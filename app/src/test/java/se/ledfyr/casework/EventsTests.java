package se.ledfyr.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.ledfyr.personas.Personas.NATIONAL_STATISTICIAN;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.people.Identity;
import se.ledfyr.people.PersonId;

@HouseTest
class EventsTests {

    private static final LocalDate DAY = LocalDate.of(2022, 8, 17);
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    Events events;

    @Autowired
    EventPeople people;

    @Autowired
    Registrations registrations;

    @Autowired
    WorkList worklist;

    @Test
    void onlyTheOrganisationThatAddedAnEventSeesIt() throws Exception {
        Event event = added("nord", "2480");

        assertThat(NORD_COORDINATOR.acting().call(() -> events.get(event.id()))).isEqualTo(event);
        assertThat(NORD_COORDINATOR.acting().call(events::list))
                .extracting(EventLine::event)
                .contains(event);
        SYD_COORDINATOR.acting().run(() -> {
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> events.get(event.id()));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> events.countPeople(event.id()));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> people.latest(event.id(), 5));
            assertThat(events.find(event.code())).isEmpty();
            assertThat(events.list()).extracting(EventLine::event).doesNotContain(event);
        });
    }

    @Test
    void nobodyAndStatisticiansSeeNoEvents() throws Exception {
        Event event = added("nord", null);

        assertThatExceptionOfType(NotHere.class).as("nobody").isThrownBy(() -> events.get(event.id()));
        assertThatExceptionOfType(NotHere.class).as("nobody").isThrownBy(events::list);
        NATIONAL_STATISTICIAN.acting().run(() -> {
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> events.get(event.id()));
            assertThatExceptionOfType(NotHere.class).isThrownBy(events::list);
        });
        assertThat(TestInstallation.application()
                        .sql("select count(*) from casework.event")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
                .as("place and employer have no way to the statistics role")
                .isThrownBy(() -> TestInstallation.statistics()
                        .sql("select employer from casework.event")
                        .query(String.class)
                        .list());
    }

    @Test
    void bystanderCanNeitherChangeAnEventNorAddPeopleToIt() throws Exception {
        Event event = added("nord", null);

        SYD_COORDINATOR.acting().run(() -> {
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> events.change(moved(event, "syd"), "fel"));
            assertThatExceptionOfType(NotHere.class)
                    .isThrownBy(() -> people.register(event.id(), DAY, List.of(somebody(null))));
        });
        assertThatExceptionOfType(NotHere.class)
                .as("nobody")
                .isThrownBy(() -> people.register(event.id(), DAY, List.of(somebody(null))));
        assertThat(NORD_COORDINATOR
                        .acting()
                        .call(() -> events.countPeople(event.id()))
                        .people())
                .isZero();
    }

    @Test
    void aCodeIsUniqueWithinTheOrganisationAndFreeToOthers() throws Exception {
        Event event = added("nord", null);

        NORD_COORDINATOR
                .acting()
                .run(() -> assertThatExceptionOfType(EventCodeTaken.class)
                        .isThrownBy(() -> events.add(event("nord", null).coded(event.code()))));
        SYD_COORDINATOR.acting().run(() -> events.add(event("syd", null).coded(event.code())));
    }

    @Test
    void aTakenCodeIsNotSuggested() throws Exception {
        NORD_COORDINATOR.acting().call(() -> {
            String first = events.suggestCode("Bärplockning", "nord", 1931);
            events.add(event("nord", null).coded(first));
            assertThat(first).isEqualTo("BÄR-NORD-1931");
            assertThat(events.suggestCode("Bärplockning", "nord", 1931)).isEqualTo("BÄR-NORD-1931-2");
            return null;
        });
    }

    @Test
    void anEventGuardsItself() {
        Event event = event("nord", null);

        for (String code : new String[] {"", "-A", "bär", "A B", "A".repeat(41), "A_1"}) {
            assertThatIllegalArgumentException().as(code).isThrownBy(() -> event.coded(code));
        }
        assertThat(event.coded("ÅÄÖ-2026").code()).isEqualTo("ÅÄÖ-2026");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Event(
                        event.id(), "A", "nord", null, null, null, DAY, DAY.minusDays(1), null, null, new TreeSet<>()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Event(
                        event.id(),
                        "A",
                        "nord",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new TreeSet<>(List.of("multiple"))));
        assertThat(event.toString()).doesNotContain(event.code());
    }

    @Test
    void everybodyInAnEventHasWhatItShares() throws Exception {
        Event event = added("nord", "2480");

        Registration one = NORD_COORDINATOR.acting().call(() -> {
            RegistrationId id = people.register(event.id(), DAY, List.of(somebody("Elsa Enkel")))
                    .getFirst();
            return registrations.get(id);
        });

        assertThat(one.facts().region()).isEqualTo("nord");
        assertThat(one.facts().municipality()).isEqualTo("2480");
        assertThat(one.facts().event()).isEqualTo(event.code());
        assertThat(one.facts().sector()).isEqualTo("berry_picking");
        assertThat(one.facts().referredBy()).isEqualTo("workplace_inspection");
        assertThat(one.facts().registeredOn()).isEqualTo(DAY);
    }

    @Test
    void allPeopleAreRegisteredOrNone() throws Exception {
        Event event = added("nord", null);

        NORD_COORDINATOR.acting().run(() -> {
            PersonInEvent unknown = somebody(null).as(PersonId.random());
            assertThatExceptionOfType(NotHere.class)
                    .isThrownBy(() -> people.register(event.id(), DAY, List.of(somebody(null), unknown)));
            assertThat(events.countPeople(event.id()).people()).isZero();
        });
    }

    @Test
    void whoeverIsRegisteredThatYearIsNotRegisteredAgain() throws Exception {
        Event event = added("nord", null);

        NORD_COORDINATOR.acting().call(() -> {
            RegistrationId id =
                    people.register(event.id(), DAY, List.of(somebody(null))).getFirst();
            PersonId known = registrations.get(id).person();
            assertThat(registrations.get(id).person()).isEqualTo(known);
            assertThatExceptionOfType(AlreadyRegistered.class)
                    .isThrownBy(() -> people.register(
                            event.id(),
                            DAY,
                            List.of(somebody(null), somebody(null).as(known))));
            people.register(event.id(), DAY.plusYears(1), List.of(somebody(null).as(known)));
            return null;
        });
        assertThat(NORD_COORDINATOR
                        .acting()
                        .call(() -> events.countPeople(event.id()))
                        .people())
                .isEqualTo(2);
    }

    @Test
    void peopleAreCountedBySexAndAge() throws Exception {
        Event event = added("nord", null);

        EventCount count = NORD_COORDINATOR.acting().call(() -> {
            people.register(
                    event.id(),
                    DAY,
                    List.of(person("female", "adult"), person("male", "child"), person("unknown", "unknown")));
            return events.countPeople(event.id());
        });

        assertThat(count).isEqualTo(new EventCount(3, 1, 1, 1, 1));
    }

    @Test
    void thoseRegisteredLastComeFirst() throws Exception {
        Event event = added("nord", null);

        List<WorkListLine> latest = NORD_COORDINATOR.acting().call(() -> {
            for (String sex : new String[] {"female", "male", "other"}) {
                people.register(event.id(), DAY, List.of(person(sex, "adult")));
            }
            return people.latest(event.id(), 2);
        });

        assertThat(latest).extracting(WorkListLine::sex).containsExactly("other", "male");
    }

    @Test
    void everybodyMovesWhenTheRegionOfTheirEventIsCorrected() throws Exception {
        Event event = added("nord", "2480");

        List<Change> history = NORD_COORDINATOR.acting().call(() -> {
            RegistrationId id =
                    people.register(event.id(), DAY, List.of(somebody(null))).getFirst();
            events.change(moved(event, "mitt"), "fel region");
            assertThat(registrations.get(id).facts().region()).isEqualTo("mitt");
            assertThat(registrations.get(id).facts().municipality()).isNull();
            return registrations.history(id);
        });

        assertThat(history).extracting(Change::field).containsExactlyInAnyOrder("region", "municipality_code");
        assertThat(history).extracting(Change::reason).containsOnly("fel region");
    }

    @Test
    void aRegistrationCannotLeaveTheRegionOfItsEvent() throws Exception {
        Event event = added("nord", "2480");

        NORD_COORDINATOR.acting().call(() -> {
            RegistrationId id =
                    people.register(event.id(), DAY, List.of(somebody(null))).getFirst();
            Facts elsewhere = registrations.get(id).facts().in("syd", null);
            assertThatExceptionOfType(OutsideEvent.class)
                    .isThrownBy(() -> registrations.correct(id, 1, elsewhere, Circumstances.notStated(), "fel"));
            return null;
        });
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .as("the database holds the rule as well")
                .isThrownBy(() -> TestInstallation.owner()
                        .sql("update casework.registration set region = 'syd' where event_code = ?")
                        .param(event.code())
                        .update());
    }

    @Test
    void addingChangingAndReadingAreInTheLog() throws Exception {
        Event event = added("nord", null);
        NORD_COORDINATOR.acting().call(() -> {
            events.get(event.id());
            events.change(moved(event, "mitt"), "fel region");
            return null;
        });

        assertThat(TestInstallation.owner()
                        .sql("select action from audit.entry where subjects @> array[?::uuid] order by seq")
                        .param(event.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("EVENT_ADDED", "READ", "EVENT_CHANGED");
    }

    private Event added(String region, @Nullable String municipality) throws Exception {
        Event event = event(region, municipality);
        NORD_COORDINATOR.acting().run(() -> events.add(event));
        return event;
    }

    private static Event event(String region, @Nullable String municipality) {
        return new Event(
                EventId.random(),
                "PROV-" + NEXT.incrementAndGet(),
                region,
                municipality,
                "Skogen bakom kyrkan",
                "Påhittade Bär AB",
                DAY.minusDays(30),
                DAY,
                "berry_picking",
                "workplace_inspection",
                new TreeSet<>(List.of("labour")));
    }

    private static Event moved(Event event, String region) {
        return new Event(
                event.id(),
                event.code(),
                region,
                null,
                event.place(),
                event.employer(),
                event.from(),
                event.to(),
                event.sector(),
                event.referredBy(),
                event.forms());
    }

    private static PersonInEvent somebody(@Nullable String name) {
        return new PersonInEvent(
                null,
                name == null ? Identity.NONE : Identity.named(name),
                null,
                "female",
                "adult",
                1990,
                "TH",
                new TreeSet<>(List.of("labour")),
                0,
                false,
                false);
    }

    private static PersonInEvent person(String sex, String ageGroup) {
        return new PersonInEvent(
                null, Identity.NONE, null, sex, ageGroup, null, null, new TreeSet<>(), 0, false, false);
    }
}
