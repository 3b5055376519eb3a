package se.ledfyr.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.NORD_STATISTICIAN;
import static se.ledfyr.personas.Personas.PROGRAMME_CASEWORKER;
import static se.ledfyr.personas.Personas.PROGRAMME_LEAD;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.TestCases;
import se.ledfyr.casework.TooLate;
import se.ledfyr.deadlines.TestTime;
import se.ledfyr.emergency.SealedCases;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.OpenedParcel;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.programmes.GrantId;
import se.ledfyr.programmes.SupportGrants;

@HouseTest
class SupportTests {

    @Autowired
    TestSupport support;

    @Autowired
    TestCases cases;

    @Autowired
    SupportApplications applications;

    @Autowired
    ApplicationList list;

    @Autowired
    Deciding deciding;

    @Autowired
    Courses courses;

    @Autowired
    DayLedger days;

    @Autowired
    Homes homes;

    @Autowired
    SupportGrants grants;

    @Autowired
    People people;

    @Autowired
    SealedCases sealed;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void anApplicationIsThereForItsTwoEndsAlone() {
        ApplicationId id = support.applied(NORD_COORDINATOR, cases.opened(NORD_COORDINATOR, "Anca Ändrad"));

        assertThat(NORD_COORDINATOR.acting().get(() -> applications.get(id)).isOpen())
                .isTrue();
        assertThat(PROGRAMME_CASEWORKER.acting().get(() -> applications.get(id)).region())
                .isEqualTo("nord");
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> SYD_COORDINATOR.acting().run(() -> applications.get(id)));
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> NORD_STATISTICIAN.acting().run(() -> applications.get(id)));
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> applications.get(id));
    }

    @Test
    void whoItIsAboutOpensWithTheDecisionAndNotBefore() {
        ApplicationId id = support.applied(NORD_COORDINATOR, cases.opened(NORD_COORDINATOR, "Doina Sluten"));

        PROGRAMME_CASEWORKER.acting().run(() -> {
            OpenedParcel parcel = deciding.look(id).orElseThrow();
            assertThat(parcel.content().groups()).contains(FieldGroup.IDENTITY);
            assertThat(parcel.content().values()).doesNotContainKey(FieldGroup.IDENTITY);
            assertThat(applications.findPerson(id)).isEmpty();

            deciding.grant(id, support.today(), support.facts(30, 0), List.of());

            PersonId person = applications.findPerson(id).orElseThrow();
            assertThat(Objects.requireNonNull(people.names(List.of(person)).get(person))
                            .text())
                    .isEqualTo("Doina Sluten");
        });
    }

    @Test
    void aDecisionMakesTheRowThatIsCountedAndTheReceipt() {
        ApplicationId id = support.applied(NORD_COORDINATOR, cases.opened(NORD_COORDINATOR, "Elena Räknad"));
        GrantId grant = PROGRAMME_CASEWORKER
                .acting()
                .get(() -> deciding.grant(
                        id,
                        support.today(),
                        support.facts(20, 40),
                        List.of(new ChildGrant("female", "indirect", "home_country", null))));

        assertThat(counted(grant)).containsEntry("rest_days", 20).containsEntry("sex_recorded", "female");
        assertThat(PROGRAMME_CASEWORKER.acting().get(() -> grants.listChildrenOf(grant)))
                .singleElement()
                .satisfies(child -> assertThat(child.facts().placement()).isEqualTo("home_country"));
        Application.Ending receipt = Objects.requireNonNull(
                NORD_COORDINATOR.acting().get(() -> applications.get(id)).ending());
        assertThat(receipt.restDays()).isEqualTo(20);
        assertThat(receipt.granted()).contains("rest_period", "integration_period");
        assertThatExceptionOfType(TooLate.class)
                .isThrownBy(() -> PROGRAMME_CASEWORKER.acting().run(() -> deciding.refuse(id, "no_money", "Nej")));
    }

    /// Whatever hidden fields say: no other home's address, and not to whoever applied for somebody else.
    @Test
    void anAddressGoesToWhoeverAppliedForTheOneWhoLivesThere() {
        ApplicationId id = support.applied(NORD_COORDINATOR, cases.opened(NORD_COORDINATOR, "Ioana Adress"));
        ApplicationId other = support.applied(NORD_COORDINATOR, cases.opened(NORD_COORDINATOR, "Maria Annan"));
        HomeId home = support.home("vast", 2);
        HomeId elsewhere = support.home("vast", 2);
        PROGRAMME_CASEWORKER.acting().run(() -> {
            GrantId grant = deciding.grant(id, support.today(), support.facts(30, 0), List.of());
            deciding.grant(other, support.today(), support.facts(30, 0), List.of());
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> homes.sendAddress(grant, home, id));
            placements.place(grant, home, support.today(), support.today().plusDays(3));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> homes.sendAddress(grant, elsewhere, id));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> homes.sendAddress(grant, home, other));
            homes.sendAddress(grant, home, id);
        });
        assertThat(NORD_COORDINATOR.acting().get(() -> applications.notesOf(other)))
                .noneMatch(note -> note.kind() == Note.Kind.ADDRESS);
        assertThat(NORD_COORDINATOR.acting().get(() -> applications.notesOf(id)))
                .anyMatch(note -> note.kind() == Note.Kind.ADDRESS);
    }

    @Test
    void daysThatNobodyMeansAreASlipAndNoFailure() {
        GrantId grant = support.granted("Vera Lång");
        HomeId home = support.home("vast", 2);
        LocalDate far = LocalDate.of(2199, 12, 31);
        PROGRAMME_CASEWORKER.acting().run(() -> {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> days.write(
                            grant,
                            new Period(
                                    UUID.randomUUID(),
                                    Phase.REST,
                                    true,
                                    Payer.HOME,
                                    "no_housing",
                                    support.today(),
                                    far)));
            assertThatIllegalArgumentException().isThrownBy(() -> placements.place(grant, home, support.today(), far));
            assertThatIllegalArgumentException().isThrownBy(() -> placements.hold(home, support.today(), far));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> placements.placeElsewhere(grant, "home_country", support.today(), far));
        });
    }

    @Test
    void moreDaysThanTheRuleOfTheDayAreNotGranted() {
        ApplicationId id = support.applied(NORD_COORDINATOR, cases.opened(NORD_COORDINATOR));

        for (var facts : List.of(support.facts(31, 0), support.facts(30, 91))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PROGRAMME_CASEWORKER
                            .acting()
                            .run(() -> deciding.grant(id, support.today(), facts, List.of())));
        }
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> NORD_COORDINATOR
                        .acting()
                        .run(() -> deciding.grant(id, support.today(), support.facts(1, 0), List.of())));
    }

    /// Limits are the agreement's, and an agreement has days: whoever decides is bound by the one of the decision.
    @Test
    void aLimitThatChangesBindsDecisionsFromItsDayOn() {
        LocalDate change = support.today().minusDays(20);
        List<String> edit = List.of(
                "update deadlines.rule set valid = daterange(lower(valid), date '%s') where code = 'nsp_rest'",
                "insert into deadlines.rule select code, daterange(date '%s', null), 20, unit, rolls, reminder, label_sv, label_en,"
                        + " ground, source_sv, source_en from deadlines.rule where code = 'nsp_rest'");
        try (TestTime time = TestTime.travel()) {
            edit.forEach(statement ->
                    TestInstallation.owner().sql(statement.formatted(change)).update());
            time.forward(Duration.ofMinutes(5));

            assertThat(decided(change.minusDays(1), 30)).as("the day before").isTrue();
            assertThat(decided(change.minusDays(1), 31)).isFalse();
            assertThat(decided(change, 20)).as("from the day on").isTrue();
            assertThat(decided(change, 21)).isFalse();
            assertThat(decided(support.today(), 30)).isFalse();
        } finally {
            TestInstallation.owner()
                    .sql("delete from deadlines.rule where code = 'nsp_rest' and amount = 20")
                    .update();
            TestInstallation.owner()
                    .sql("update deadlines.rule set valid = daterange(lower(valid), null) where code = 'nsp_rest'")
                    .update();
        }
    }

    private boolean decided(LocalDate day, int rest) {
        Wish asked = support.wish();
        Wish then = new Wish(
                asked.applicant(),
                asked.region(),
                asked.ageGroup(),
                0,
                asked.ground(),
                asked.components(),
                day,
                List.of());
        return PROGRAMME_CASEWORKER.acting().get(() -> {
            ApplicationId id = applications.register(
                    Channel.TELEPHONE, Identity.named("Gräns Påhittad"), new NameFacts(1994, "RO"), then, "");
            try {
                deciding.grant(id, day, support.facts(rest, 0), List.of());
                return true;
            } catch (IllegalArgumentException tooMany) {
                return false;
            }
        });
    }

    @Test
    void whoComesBackAnotherYearHasDaysOfEachGrantForItself() {
        GrantId first = support.granted("Återkommen Påhittad", support.today().minusDays(400));
        support.write(first, Phase.REST, support.today().minusDays(400), 30, null);
        PROGRAMME_CASEWORKER
                .acting()
                .run(() -> courses.end(first, support.today().minusDays(360), "contact_lost"));
        PersonId person =
                PROGRAMME_CASEWORKER.acting().get(() -> grants.get(first).person());
        GrantId second = PROGRAMME_CASEWORKER
                .acting()
                .get(() -> grants.add(person, support.today(), support.facts(30, 90), null));

        support.write(second, Phase.REST, support.today(), 30, null);

        Course again = course(second);
        assertThat(again.days().get(Phase.REST)).isEqualTo(new DayCount(30, 1, 30, Map.of()));
        assertClash(
                Clash.What.MORE_THAN_GRANTED,
                () -> support.write(second, Phase.REST, support.today().plusDays(30), 1, null));
        assertThat(PROGRAMME_CASEWORKER.acting().get(() -> courses.listOthers(again)))
                .singleElement()
                .satisfies(other -> {
                    assertThat(other.grant().id()).isEqualTo(first);
                    assertThat(other.days().get(Phase.REST)).isEqualTo(new DayCount(30, 30, 30, Map.of()));
                    assertThat(other.outcome()).isEqualTo("contact_lost");
                });
        assertThatExceptionOfType(NotHere.class)
                .as("a bystander")
                .isThrownBy(() -> NORD_COORDINATOR.acting().run(() -> courses.listOthers(again)));
    }

    @Test
    void aRefusalDestroysWhatWasSharedAndTellsWhy() {
        ApplicationId id = support.applied(NORD_COORDINATOR, cases.opened(NORD_COORDINATOR, "Fanny Förstörd"));
        PROGRAMME_CASEWORKER.acting().run(() -> deciding.refuse(id, "society_answers", "Kommunen ska fråga först"));

        assertThat(one(
                        "select (p.data_key is null)::text from people.parcel p join support.application a on a.parcel_id = p.id"
                                + " where a.id = ?",
                        id.value()))
                .isEqualTo("true");
        assertThat(NORD_COORDINATOR.acting().get(() -> applications.notesOf(id)))
                .anySatisfy(note -> assertThat(note.text()).isEqualTo("Kommunen ska fråga först"));
        assertThat(PROGRAMME_CASEWORKER.acting().get(() -> deciding.look(id))).isEmpty();
    }

    @Test
    void aQuestionIsAnsweredOnceAndWhatIsWrittenIsSealed() {
        ApplicationId id = support.applied(NORD_COORDINATOR, cases.opened(NORD_COORDINATOR));
        PROGRAMME_CASEWORKER.acting().run(() -> applications.ask(id, "Vilket språk talar hon?"));
        Note question = NORD_COORDINATOR.acting().get(() -> applications.notesOf(id)).stream()
                .filter(note -> note.kind() == Note.Kind.QUESTION)
                .findFirst()
                .orElseThrow();

        NORD_COORDINATOR.acting().run(() -> applications.reply(id, question.id(), "Rumänska"));

        assertThat(PROGRAMME_CASEWORKER.acting().get(() -> applications.notesOf(id)))
                .anySatisfy(note -> assertThat(note.text()).isEqualTo("Rumänska"));
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() ->
                        NORD_COORDINATOR.acting().run(() -> applications.reply(id, question.id(), "En gång till")));
        assertThat(one(
                        "select bool_or(position('Rum' in encode(sealed, 'escape')) > 0)::text from support.note where application_id = ?",
                        id.value()))
                .isEqualTo("false");
    }

    @Test
    void whoeverAppliedMayTakeItBackAndNobodyElse() {
        ApplicationId id = support.applied(NORD_COORDINATOR, cases.opened(NORD_COORDINATOR));
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> PROGRAMME_CASEWORKER.acting().run(() -> applications.withdraw(id, "Vi ångrar oss")));

        NORD_COORDINATOR.acting().run(() -> applications.withdraw(id, "Kommunen sa ja till slut"));

        assertThat(NORD_COORDINATOR.acting().get(() -> applications.get(id)).state())
                .isEqualTo(ApplicationState.WITHDRAWN);
    }

    @Test
    void onePersonHasOneOpenApplication() {
        CaseId caseId = cases.opened(NORD_COORDINATOR);
        support.applied(NORD_COORDINATOR, caseId);

        assertThatExceptionOfType(AlreadyApplied.class).isThrownBy(() -> support.applied(NORD_COORDINATOR, caseId));
    }

    @Test
    void daysAreCountedAgainstTheGrantAndBeyondItByWhoPays() {
        GrantId grant = support.granted("Gina Dagar", support.today().minusDays(40));
        support.write(grant, Phase.REST, support.today().minusDays(17), 18, null);
        support.write(grant, Phase.REST, support.today().plusDays(1), 12, null);
        support.write(grant, Phase.REST, support.today().plusDays(13), 14, Payer.HOME);

        DayCount rest = Objects.requireNonNull(course(grant).days().get(Phase.REST));

        assertThat(rest).isEqualTo(new DayCount(30, 18, 30, Map.of(Payer.HOME, 14)));
        assertThat(rest.left()).isZero();
        assertThat(one(
                        "select string_agg(kind || payer || n, ',' order by kind) from (select kind, payer, count(*) n"
                                + " from support_api.programme_day where grant_id = ? group by kind, payer) d",
                        grant.value()))
                .isEqualTo("BEYONDHOME14,RESTPROGRAMME30");
    }

    @Test
    void moreDaysThanGrantedAreOnlyThereAsDaysBeyond() {
        GrantId grant = support.granted("Hilda Gräns");
        support.write(grant, Phase.REST, support.today(), 30, null);

        assertClash(
                Clash.What.MORE_THAN_GRANTED,
                () -> support.write(grant, Phase.REST, support.today().plusDays(30), 1, null));
        support.write(grant, Phase.REST, support.today().plusDays(30), 1, Payer.MUNICIPALITY);
    }

    @Test
    void noDayOfAPersonIsThereTwice() {
        GrantId grant = support.granted("Irina Dubbel");
        support.write(grant, Phase.REST, support.today(), 10, null);

        assertClash(
                Clash.What.DAY_TWICE,
                () -> support.write(grant, Phase.INTEGRATION, support.today().plusDays(9), 5, null));
    }

    @Test
    void theEndCutsWhatHasNotBeenAndTellsTheApplicantTheDayAlone() {
        ApplicationId id = support.applied(NORD_COORDINATOR, cases.opened(NORD_COORDINATOR, "Jana Slutet"));
        GrantId grant = PROGRAMME_CASEWORKER
                .acting()
                .get(() -> deciding.grant(id, support.today(), support.facts(30, 90), List.of()));
        support.write(grant, Phase.REST, support.today(), 30, null);
        support.write(grant, Phase.INTEGRATION, support.today().plusDays(30), 60, null);

        PROGRAMME_CASEWORKER.acting().run(() -> courses.end(grant, support.today(), "contact_lost"));

        assertThat(PROGRAMME_CASEWORKER.acting().get(() -> days.listOf(grant)))
                .singleElement()
                .satisfies(left -> assertThat(left.days()).isEqualTo(1));
        assertThat(Objects.requireNonNull(NORD_COORDINATOR
                                .acting()
                                .get(() -> applications.get(id))
                                .ending())
                        .endedOn())
                .isEqualTo(support.today());
        assertThat(one("select outcome from support_api.counted_outcome where grant_id = ?", grant.value()))
                .isEqualTo("contact_lost");
        assertThatExceptionOfType(TooLate.class)
                .isThrownBy(
                        () -> support.write(grant, Phase.REST, support.today().plusDays(1), 1, null));
    }

    @Test
    void aCorrectionKeepsWhatTheGrantSaidBefore() {
        GrantId grant = support.granted("Kira Rättad");
        PROGRAMME_CASEWORKER
                .acting()
                .run(() -> grants.correct(grant, support.facts(30, 60), "Fel antal dagar i beslutet"));

        assertThat(counted(grant)).containsEntry("integration_days", 60);
        assertThat(one(
                        "select old_value || ' ' || new_value || ' ' || version from programmes.nsp_change where grant_id = ?"
                                + " and field = 'integration_days'",
                        grant.value()))
                .isEqualTo("90 60 2");
    }

    @Test
    void theRegisterOfHomesIsTheProgrammesAndOthersSeeRegionsAndGroupsAlone() {
        HomeId home = support.home("mitt", 2);

        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> NORD_COORDINATOR.acting().run(() -> homes.get(home)));
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> NORD_COORDINATOR.acting().run(() -> homes.openAddress(home, "Vill veta")));
        assertThat(SYD_COORDINATOR.acting().get(() -> homes.covered()).get("mitt"))
                .contains("women");
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> homes.covered());
        assertThat(PROGRAMME_CASEWORKER.acting().get(() -> homes.openAddress(home, "Ska möta henne där i kväll")))
                .isEqualTo("Hemliga gatan 7");
        assertThat(one(
                        "select position('Hemliga' in encode(sealed, 'escape'))::text from support.home where id = ?",
                        home.value()))
                .isEqualTo("0");
    }

    @Test
    void somebodySealedIsNowhereAndTheirPlaceIsTakenAllTheSame() {
        GrantId grant = support.granted("Lilli Förseglad");
        HomeId home = support.home("vast", 1);
        support.write(grant, Phase.REST, support.today(), 5, null);
        ApplicationId application = PROGRAMME_LEAD
                .acting()
                .get(() -> applications.findOf(grant).orElseThrow().id());
        place(grant, home);
        PersonId person = PROGRAMME_LEAD.acting().get(() -> grants.get(grant).person());

        PROGRAMME_LEAD.acting().run(() -> sealed.seal(person, Set.of(PROGRAMME_LEAD.id()), "Hot från en kollega"));

        assertThat(PROGRAMME_LEAD.acting().get(() -> courses.get(grant)).isUnderWay())
                .isTrue();
        PROGRAMME_CASEWORKER.acting().run(() -> {
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> courses.get(grant));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> applications.get(application));
            assertThatExceptionOfType(NotHere.class)
                    .isThrownBy(() ->
                            support.write(grant, Phase.REST, support.today().plusDays(9), 1, null));
            assertThat(homes.get(home).free()).isZero();
        });
        for (String table : List.of("course", "period", "placement", "own_file")) {
            assertThat(rowsOfCaseworker(table, person)).as(table).isZero();
        }
    }

    private void place(GrantId grant, HomeId home) {
        PROGRAMME_CASEWORKER
                .acting()
                .run(() -> placements.place(
                        grant, home, support.today(), support.today().plusDays(5)));
    }

    @Autowired
    Placements placements;

    @Autowired
    org.jooq.DSLContext sql;

    private int rowsOfCaseworker(String table, PersonId person) {
        return PROGRAMME_CASEWORKER
                .acting()
                .get(() -> Objects.requireNonNull(transaction.execute(status -> sql.fetchCount(
                        org.jooq.impl.DSL.table("support." + table),
                        org.jooq.impl.DSL.condition("person_id = ?", person.value())))));
    }

    private Course course(GrantId grant) {
        return PROGRAMME_CASEWORKER.acting().get(() -> courses.get(grant));
    }

    private static void assertClash(Clash.What what, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatExceptionOfType(Clash.class)
                .isThrownBy(work)
                .satisfies(clash -> assertThat(clash.what()).isEqualTo(what));
    }

    private static Map<String, @org.jspecify.annotations.Nullable Object> counted(GrantId grant) {
        return TestInstallation.owner()
                .sql("select * from programmes_api.counted_nsp_grant where id = ?")
                .param(grant.value())
                .query()
                .singleRow();
    }

    private static String one(String query, Object id) {
        return String.valueOf(
                TestInstallation.owner().sql(query).param(id).query().singleValue());
    }
}
