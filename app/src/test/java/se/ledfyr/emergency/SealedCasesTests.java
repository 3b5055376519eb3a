package se.ledfyr.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.audit.AuditTrail;
import se.ledfyr.audit.Search;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.Circumstances;
import se.ledfyr.casework.Event;
import se.ledfyr.casework.EventId;
import se.ledfyr.casework.Events;
import se.ledfyr.casework.FactRows;
import se.ledfyr.casework.Facts;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.casework.Registering;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.casework.Registrations;
import se.ledfyr.casework.WorkList;
import se.ledfyr.casework.WorkListFilter;
import se.ledfyr.casework.WorkListLine;
import se.ledfyr.intake.FileIntake;
import se.ledfyr.people.Identifier;
import se.ledfyr.people.Identity;
import se.ledfyr.people.IdentityKind;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.personas.Personas;

@HouseTest
class SealedCasesTests {

    private static final LocalDate DAY = LocalDate.of(2025, 5, 5);
    private static final String NUMBER = "19910301-2382";

    @Autowired
    private SealedCases sealed;

    @Autowired
    private Registering registering;

    @Autowired
    private Registrations registrations;

    @Autowired
    private WorkList worklist;

    @Autowired
    private Events events;

    @Autowired
    private Cases cases;

    @Autowired
    private People people;

    @Autowired
    private FactRows files;

    @Autowired
    private FileIntake intake;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Clock clock;

    @SuppressWarnings("NullAway.Init") // made once the house is open
    private Circle circle;

    private RegistrationId registration = RegistrationId.random();
    private RegistrationId beside = RegistrationId.random();
    private PersonId person = PersonId.of("00000000-0000-4000-8000-000000000000");
    private CaseId file = CaseId.random();
    private final Event event = new Event(
            EventId.random(),
            "KRETS-2025",
            "nord",
            "2480",
            null,
            null,
            DAY,
            DAY,
            "cleaning",
            "police",
            new TreeSet<>());

    @BeforeEach
    void sealOneOfTwo() {
        circle = Circle.make();
        circle.insider().acting().run(() -> {
            events.add(event);
            registration = registering.newPerson(someone(), facts("TH"), Circumstances.notStated());
            beside = registering.newPerson(
                    new Registering.NewPerson(Identity.named("Bredvid Bredvidsson"), null, new NameFacts(1985, "SE")),
                    facts("SE"),
                    Circumstances.notStated());
            person = registrations.get(registration).person();
            file = cases.open(registration);
        });
        circle.lead()
                .acting()
                .run(() -> sealed.seal(person, Set.of(circle.insider().id()), "hot från släkting"));
    }

    @Test
    void sealedIsThereForThoseNamed() {
        circle.insider().acting().run(() -> {
            assertThat(registrations.get(registration).person()).isEqualTo(person);
            assertThat(cases.find(file)).isPresent();
            assertThat(lines()).contains(registration, beside);
            assertThat(sealed.find(person)).get().satisfies(seal -> {
                assertThat(seal.reason()).isEqualTo("hot från släkting");
                assertThat(seal.isFor(circle.insider().id())).isTrue();
            });
            assertThat(sealed.listMine()).containsExactly(person);
        });
    }

    @Test
    void sealedIsNotThereForAnybodyElseAndNotForThoseWhoLead() {
        for (Acting other : List.of(circle.outsider().acting(), circle.lead().acting())) {
            other.run(() -> {
                assertThatExceptionOfType(NotHere.class).isThrownBy(() -> registrations.get(registration));
                assertThatExceptionOfType(NotHere.class).isThrownBy(() -> registrations.history(registration));
                assertThat(registrations.listOf(person)).isEmpty();
                assertThat(people.find(person)).isEmpty();
                assertThat(people.names(List.of(person))).isEmpty();
                assertThat(cases.find(file)).isEmpty();
                assertThat(cases.findOf(person)).isEmpty();
                assertThat(cases.findOf(registration)).isEmpty();
                assertThat(sealed.find(person)).isEmpty();
                assertThat(sealed.listMine()).isEmpty();
                assertThat(sealed.breakings(person)).isEmpty();
                assertThatExceptionOfType(NotHere.class).isThrownBy(() -> sealed.lift(person, "I lead, so let me see"));
                assertThatExceptionOfType(NotHere.class)
                        .isThrownBy(
                                () -> sealed.seal(person, Set.of(circle.lead().id()), "again"));
            });
        }
    }

    @Test
    void listsSearchesAndCountsAreThoseOfAnOfficeWithoutThePerson() {
        circle.outsider().acting().run(() -> {
            assertThat(lines()).containsExactly(beside);
            assertThat(worklist.search("Sanna Sluten").lines()).isEmpty();
            assertThat(worklist.search(NUMBER).lines()).isEmpty();
            assertThat(events.countPeople(event.id()).people()).isEqualTo(1);
            assertThat(events.list())
                    .singleElement()
                    .satisfies(line -> assertThat(line.people()).isEqualTo(1));
            assertThat(files.note(WorkListFilter.none(), clock.instant(), "csv"))
                    .isEqualTo(1);
        });
        circle.statistician().acting().run(() -> assertThat(lines()).containsExactly(beside));
    }

    @Test
    void aRegistrationSaysNothingOfADoubleThatIsHidden() {
        RegistrationId again = circle.outsider().acting().get(() -> {
            assertThat(registering.alike(someone())).isEmpty();
            return registering.newPerson(someone(), facts("TH"), Circumstances.notStated());
        });
        PersonId other =
                circle.outsider().acting().get(() -> registrations.get(again).person());
        assertThat(other).isNotEqualTo(person);

        circle.outsider().acting().run(() -> assertThat(people.doubles(other)).isEmpty());
        circle.insider().acting().run(() -> {
            assertThat(people.doubles(person))
                    .singleElement()
                    .satisfies(double_ -> assertThat(double_.person()).isEqualTo(other));
            assertThat(people.doubles(other)).hasSize(1);
        });
    }

    @Test
    void onceTheSealIsLiftedEverybodySeesThePersonAndTheDouble() {
        RegistrationId again = circle.outsider()
                .acting()
                .get(() -> registering.newPerson(someone(), facts("TH"), Circumstances.notStated()));
        circle.insider().acting().run(() -> sealed.lift(person, "hotet är över"));

        circle.outsider().acting().run(() -> {
            assertThat(lines()).contains(registration, beside, again);
            assertThat(people.doubles(person)).hasSize(1);
            assertThat(sealed.find(person)).isEmpty();
        });
    }

    @Test
    void anEventMovesWithEverybodyInItAlsoThoseWhoAreHidden() {
        Event moved = new Event(
                event.id(), event.code(), "syd", "1280", null, null, DAY, DAY, "cleaning", "police", new TreeSet<>());
        circle.outsider().acting().run(() -> events.change(moved, "fel ort"));

        circle.insider().acting().run(() -> {
            assertThat(registrations.get(registration).facts().region()).isEqualTo("syd");
            assertThat(registrations.history(registration))
                    .extracting(change -> change.field() + " " + change.before() + " " + change.after())
                    .containsExactlyInAnyOrder("region nord syd", "municipality_code 2480 1280");
        });
    }

    @Test
    void aFileWithTheIdOfASealedRegistrationIsTakenLikeANewOne() throws Exception {
        Path rows = Files.createTempFile("krets", ".csv");
        Files.writeString(rows, """
                registration_id,registered_on,region,municipality_code,sex,age_group,birth_year,citizenship,forms,sector,referred_by,event_id,began,setting,children_accompanying,amp_requested,reflection_requested
                %s,2025-05-05,nord,2480,female,adult,1990,TH,labour,cleaning,police,KRETS-2025,,,0,false,false
                """.formatted(registration.value()));
        try {
            assertThat(taken(circle.outsider().acting(), rows)).isEqualTo("1 added");
            assertThat(taken(circle.outsider().acting(), rows)).isEqualTo("1 unchanged");
            circle.outsider().acting().run(() -> assertThat(lines()).hasSize(2).doesNotContain(registration));
            circle.insider().acting().run(() -> assertThat(lines()).hasSize(3).contains(registration));
        } finally {
            Files.delete(rows);
        }
    }

    @Test
    void theLogOfTheOfficeIsThatOfAnOfficeWithoutThePerson() {
        circle.insider().acting().run(() -> {
            registrations.get(registration);
            lines();
            worklist.search("Sanna Sluten");
        });
        circle.auditor().acting().run(() -> {
            var entries = trail.list(new Search(circle.insider().id(), null, null, null));
            assertThat(entries)
                    .noneMatch(entry -> entry.action() == se.ledfyr.audit.Action.CASE_OPENED)
                    .noneMatch(entry -> entry.action() == se.ledfyr.audit.Action.SEARCHED);
            assertThat(entries)
                    .filteredOn(entry -> entry.action() == se.ledfyr.audit.Action.LISTED)
                    .isNotEmpty()
                    .allSatisfy(entry -> assertThat(entry.subjects()).isEqualTo(1));
            assertThat(trail.list(new Search(circle.lead().id(), null, null, null)))
                    .noneMatch(entry -> entry.action() == se.ledfyr.audit.Action.IDENTITY_CHANGED);
        });
    }

    @Test
    void toTheCountryThePersonIsCountedLikeAnybody() {
        assertThat(Personas.NATIONAL_STATISTICIAN
                        .acting()
                        .get(() -> worklist.list(
                                        new WorkListFilter(2025, null, "KRETS-2025", false),
                                        se.ledfyr.casework.TestFacts.rightBefore(registration, DAY))
                                .lines()
                                .getFirst()
                                .id()))
                .isEqualTo(registration);
    }

    @Test
    void aCaseIsSealedToNobodyOrToSomebodyWhoCannotWorkWithPeople() {
        circle.lead().acting().run(() -> {
            PersonId free = registrations.get(beside).person();
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> sealed.seal(free, Set.of(), "reason"));
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> sealed.seal(free, Set.of(circle.auditor().id()), "reason"));
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> sealed.seal(free, Set.of(Personas.SYD_COORDINATOR.id()), "reason"));
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> sealed.seal(free, Set.of(circle.lead().id()), "  "));
        });
    }

    @Test
    void onlyWhoLeadsOrHoldsTheCaseCanSeal() {
        PersonId free =
                circle.outsider().acting().get(() -> registrations.get(beside).person());
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> circle.outsider()
                        .acting()
                        .run(() -> sealed.seal(free, Set.of(circle.outsider().id()), "reason")));

        circle.outsider().acting().run(() -> {
            cases.open(beside);
            sealed.seal(free, Set.of(circle.outsider().id()), "reason");
        });
        circle.insider().acting().run(() -> assertThat(people.find(free)).isEmpty());
        circle.lead().acting().run(() -> assertThat(people.find(free)).isEmpty());
    }

    @Test
    void whoHoldsTheCaseIsAmongThoseNamed() {
        circle.insider().acting().run(() -> {
            assertThatExceptionOfType(HolderLeftOut.class)
                    .isThrownBy(() -> sealed.name(person, Set.of(circle.lead().id())));
            sealed.name(person, Set.of(circle.lead().id(), circle.insider().id()));
        });
        circle.lead().acting().run(() -> assertThat(people.find(person)).isPresent());
    }

    @Test
    void whoeverIsGivenTheCaseToHoldCanSeeIt() {
        circle.insider()
                .acting()
                .run(() -> cases.moveInside(
                        file, new HolderInside.Colleague(circle.outsider().id())));

        circle.outsider().acting().run(() -> assertThat(people.find(person)).isPresent());
    }

    @Test
    void whenTheLastOneLeavesTheCaseFallsToThoseWhoLead() {
        circle.insider().shutOut();
        circle.lead().acting().run(() -> {
            assertThat(people.find(person)).isPresent();
            assertThat(sealed.find(person).orElseThrow().isFor(circle.insider().id()))
                    .isFalse();
        });
        circle.outsider().acting().run(() -> assertThat(people.find(person)).isEmpty());
    }

    @Test
    void nobodySeesAnySealAndNoBystanderEither() {
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> sealed.find(person));
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> sealed.listMine());
        Personas.SYD_LEAD.acting().run(() -> {
            assertThat(sealed.find(person)).isEmpty();
            assertThatExceptionOfType(NotHere.class)
                    .isThrownBy(() -> sealed.seal(person, Set.of(Personas.SYD_LEAD.id()), "reason"));
        });
    }

    private String taken(Acting acting, Path file) throws Exception {
        var share = acting.call(() -> intake.take(file, true))
                .taken()
                .orElseThrow()
                .shares()
                .getFirst();
        return share.added() == 1 ? "1 added" : share.unchanged() == 1 ? "1 unchanged" : share.toString();
    }

    private List<RegistrationId> lines() {
        return worklist.list(WorkListFilter.none(), null).lines().stream()
                .map(WorkListLine::id)
                .toList();
    }

    static Registering.NewPerson someone() {
        return new Registering.NewPerson(
                new Identity(
                        "Sanna Sluten Kretsdotter",
                        List.of(),
                        List.of(new Identifier(IdentityKind.PERSONAL_NUMBER, NUMBER)),
                        List.of("070-174 06 05"),
                        null),
                null,
                new NameFacts(1990, "TH"));
    }

    static Facts facts(String citizenship) {
        return new Facts(
                DAY,
                "nord",
                "2480",
                "female",
                "adult",
                1990,
                citizenship,
                new TreeSet<>(List.of("labour")),
                "cleaning",
                "police",
                "KRETS-2025",
                null,
                null,
                0,
                false,
                false);
    }
}
