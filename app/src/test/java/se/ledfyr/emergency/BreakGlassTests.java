package se.ledfyr.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditTrail;
import se.ledfyr.audit.Search;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.Circumstances;
import se.ledfyr.casework.Event;
import se.ledfyr.casework.EventId;
import se.ledfyr.casework.Events;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.casework.Registering;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.casework.Registrations;
import se.ledfyr.casework.WorkList;
import se.ledfyr.emergency.BreakGlass.Answer;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.personas.Personas;

@HouseTest
class BreakGlassTests {

    private static final String REASON = "Läkare behöver veta vad hon tål";

    @Autowired
    private BreakGlass glass;

    @Autowired
    private Reviews reviews;

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
    private AuditTrail trail;

    @SuppressWarnings("NullAway.Init") // made once the house is open
    private Circle circle;

    private RegistrationId registration = RegistrationId.random();
    private PersonId person = PersonId.random();
    private CaseId file = CaseId.random();

    @BeforeEach
    void sealSomebody() {
        circle = Circle.make();
        circle.insider().acting().run(() -> {
            events.add(new Event(
                    EventId.random(),
                    "KRETS-2025",
                    "nord",
                    "2480",
                    null,
                    null,
                    null,
                    null,
                    "cleaning",
                    "police",
                    new java.util.TreeSet<>()));
            registration = registering.newPerson(
                    SealedCasesTests.someone(), SealedCasesTests.facts("TH"), Circumstances.notStated());
            person = registrations.get(registration).person();
            file = cases.open(registration);
            sealed.seal(person, Set.of(circle.insider().id()), "hot");
        });
    }

    @Test
    void exactWordsOpenTheCaseForTheOneWhoWroteThemAndNobodyElse() {
        String reference = circle.insider().acting().get(() -> cases.get(file).reference());
        for (String words : List.of(
                "19910301-2382",
                "9103012382",
                "0701740605",
                "sluten KRETSDOTTER sanna",
                registration.value().toString(),
                "https://ledfyr.example/cases/" + file.value() + "#needs",
                reference,
                reference.toLowerCase(java.util.Locale.ROOT).replace("-", ""))) {
            Circle.One one = circle.another();
            assertThat(one.acting().get(() -> glass.breakGlass(words, REASON)))
                    .as(words)
                    .isEqualTo(Answer.DONE);
            one.acting().run(() -> {
                assertThat(people.find(person)).as(words).isPresent();
                assertThat(worklist.search("Sanna Sluten").lines()).hasSize(1);
                assertThat(cases.find(file)).isPresent();
            });
        }
        circle.outsider().acting().run(() -> assertThat(people.find(person)).isEmpty());
        circle.lead().acting().run(() -> assertThat(people.find(person)).isEmpty());
    }

    @Test
    void whatIsNotExactOpensNothing() {
        for (String words : List.of(
                "Sanna Slutén-Annan", "Sanna Sluten Kretsdotter Extra", "9103012383", "Sana Slutenn", "0701740606")) {
            assertThat(circle.outsider().acting().get(() -> glass.breakGlass(words, REASON)))
                    .isEqualTo(Answer.DONE);
        }
        assertThat(circle.outsider().acting().get(() -> glass.breakGlass("Sanna", REASON)))
                .isEqualTo(Answer.NOT_EXACT);
        circle.outsider().acting().run(() -> assertThat(people.find(person)).isEmpty());
    }

    @Test
    void theAnswerAndEverythingWrittenDownAreTheSameWhetherOrNotThereIsAnybody() {
        Circle.One hits = circle.outsider();
        Circle.One misses = circle.another();
        assertThat(hits.acting().get(() -> glass.breakGlass("Sanna Sluten", REASON)))
                .isEqualTo(misses.acting().get(() -> glass.breakGlass("Ingen Alls", REASON)));

        assertThat(told(circle.lead()))
                .hasSize(2)
                .allSatisfy(each ->
                        assertThat(each).extracting(Glass::reason, Glass::kind).containsExactly(REASON, "NAME"));
        assertThat(letters()).isEqualTo(2);
        circle.auditor().acting().run(() -> {
            assertThat(reviews.queue()).hasSize(2);
            assertThat(trail.list(new Search(null, Action.GLASS_BROKEN, null, null)))
                    .hasSize(2)
                    .allSatisfy(entry -> assertThat(entry)
                            .extracting(se.ledfyr.audit.Entry::subjects, se.ledfyr.audit.Entry::detail)
                            .containsExactly(1, "NAME"));
            assertThat(trail.list(new Search(hits.id(), null, null, null)))
                    .hasSameSizeAs(trail.list(new Search(misses.id(), null, null, null)));
        });
    }

    @Test
    void thoseWhoLeadAreToldAtOnceAndWhoeverMaySeeThePersonIsShownIt() {
        circle.outsider().acting().run(() -> glass.breakGlass("Sanna Sluten", REASON));

        circle.lead().acting().run(() -> {
            assertThat(glass.countUnseen()).isEqualTo(1);
            assertThat(glass.listTold()).hasSize(1);
            assertThat(glass.countUnseen()).isZero();
        });
        circle.insider()
                .acting()
                .run(() -> assertThat(sealed.breakings(person))
                        .singleElement()
                        .satisfies(each -> assertThat(each.by())
                                .isEqualTo(circle.outsider().id())));
    }

    @Test
    void aLeadIsNotToldOfTheirOwnButTheAuditorIs() {
        circle.lead().acting().run(() -> glass.breakGlass("Sanna Sluten", REASON));

        assertThat(told(circle.lead())).isEmpty();
        assertThat(told(circle.auditor())).hasSize(1);
        circle.lead().acting().run(() -> assertThat(people.find(person)).isPresent());
    }

    @Test
    void whatWasOpenedClosesAgainAfterSomeHours() {
        circle.outsider().acting().run(() -> glass.breakGlass("Sanna Sluten", REASON));
        assertThat(hours()).isEqualTo(4);

        TestInstallation.owner()
                .sql("update emergency.opening set until = now() - interval '1 second' where person_id = ?")
                .param(person.value())
                .update();
        circle.outsider().acting().run(() -> {
            assertThat(people.find(person)).isEmpty();
            assertThat(glass.listMine()).hasSize(1);
        });
    }

    @Test
    void whoeverCameInThroughTheGlassCannotOpenTheDoorForAnybody() {
        circle.outsider().acting().run(() -> {
            glass.breakGlass("Sanna Sluten", REASON);
            assertThat(people.find(person)).isPresent();
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> sealed.lift(person, REASON));
            assertThatExceptionOfType(NotHere.class)
                    .isThrownBy(
                            () -> sealed.name(person, Set.of(circle.outsider().id())));
            cases.moveInside(file, new HolderInside.Colleague(circle.outsider().id()));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> sealed.lift(person, REASON));
        });
        circle.insider()
                .acting()
                .run(() ->
                        assertThat(sealed.find(person).orElseThrow().insiders()).hasSize(1));
    }

    @Test
    void everyOneIsJudgedOnceByAnAuditorAndNobodyJudgesThemselves() {
        circle.outsider().acting().run(() -> glass.breakGlass("Ingen Alls", REASON));
        GlassId id =
                circle.auditor().acting().get(() -> reviews.queue().getFirst().id());

        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> Personas.SYD_COORDINATOR.acting().run(() -> reviews.get(id)));
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> Personas.NORD_AUDITOR.acting().run(() -> reviews.get(id)));
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> circle.lead().acting().run(() -> reviews.queue()));
        circle.auditor().acting().run(() -> {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> reviews.judge(id, Glass.Verdict.JUSTIFIED, " "));
            reviews.judge(id, Glass.Verdict.NOT_JUSTIFIED, "Det fanns tid att ringa");
            assertThat(reviews.queue()).isEmpty();
            assertThatExceptionOfType(NotHere.class)
                    .isThrownBy(() -> reviews.judge(id, Glass.Verdict.JUSTIFIED, "Nej, ändå"));
        });
        circle.outsider()
                .acting()
                .run(() -> assertThat(glass.listMine())
                        .singleElement()
                        .satisfies(
                                each -> assertThat(each.judged().orElseThrow().verdict())
                                        .isEqualTo(Glass.Verdict.NOT_JUSTIFIED)));
    }

    @Test
    void aNationalAuditorCanJudgeWhereNobodyElseDoes() {
        circle.outsider().acting().run(() -> glass.breakGlass("Ingen Alls", REASON));
        GlassId id =
                circle.auditor().acting().get(() -> reviews.queue().getFirst().id());

        Personas.NATIONAL_AUDITOR.acting().run(() -> {
            assertThat(reviews.get(id).name()).as("not who, only where").isNull();
            reviews.judge(id, Glass.Verdict.JUSTIFIED, "Skälet räcker");
        });
        circle.auditor().acting().run(() -> assertThat(reviews.queue()).isEmpty());
    }

    @Test
    void moreThanTenInADayIsNoEmergency() {
        circle.outsider().acting().run(() -> {
            for (int i = 0; i < BreakGlass.MOST_IN_A_DAY; i++) {
                assertThat(glass.breakGlass("Ingen Nummer" + i, REASON)).isEqualTo(Answer.DONE);
            }
            assertThat(glass.breakGlass("Sanna Sluten", REASON)).isEqualTo(Answer.TOO_OFTEN);
            assertThat(people.find(person)).isEmpty();
        });
    }

    @Test
    void nobodyAndABystanderOpenNothing() {
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> glass.breakGlass("Sanna Sluten", REASON));
        for (Personas other : List.of(Personas.NORD_AUDITOR, Personas.NORD_ADMINISTRATOR, Personas.NORD_STATISTICIAN)) {
            assertThatExceptionOfType(NotHere.class)
                    .isThrownBy(() -> other.acting().run(() -> glass.breakGlass("Sanna Sluten", REASON)));
        }
        Personas.SYD_COORDINATOR.acting().run(() -> {
            glass.breakGlass(registration.value().toString(), REASON);
            assertThat(people.find(person)).isEmpty();
        });
        assertThat(told(circle.lead())).isEmpty();
    }

    private List<Glass> told(Circle.One who) {
        return who.acting().get(() -> glass.listTold());
    }

    private long letters() {
        return jdbc().sql(
                        "select count(*) from deadlines.letter where member = ? and text_key = 'emergency.letter.told'")
                .param(circle.lead().id().value())
                .query(Long.class)
                .single();
    }

    private int hours() {
        return jdbc().sql(
                        "select extract(hour from until - broken_at)::int from emergency.glass where organisation = ?")
                .param(circle.office().value())
                .query(Integer.class)
                .single();
    }

    private static JdbcClient jdbc() {
        return TestInstallation.owner();
    }
}
