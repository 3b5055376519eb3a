package se.ledfyr.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.NORD_LEAD;
import static se.ledfyr.personas.Personas.RETURN_CASEWORKER;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;
import static se.ledfyr.returns.TestReturns.TODAY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.consent.Consent;
import se.ledfyr.consent.Consents;
import se.ledfyr.consent.NoConsentOfSome;
import se.ledfyr.deadlines.TestTime;
import se.ledfyr.emergency.SealedCases;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.people.PersonId;
import se.ledfyr.personas.Personas;

/// Opening, admitting and following one return.
@HouseTest
class ReturnTests {

    @Autowired
    TestReturns test;

    @Autowired
    Applying applying;

    @Autowired
    Admitting admitting;

    @Autowired
    Journeys journeys;

    @Autowired
    CourseNotes notes;

    @Autowired
    Returns returns;

    @Autowired
    Consents consents;

    @Autowired
    SealedCases sealedCases;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext sql;

    private TestTime time = TestTime.travel();

    @BeforeEach
    void travel() {
        time = TestTime.travel().to(Instant.parse("2026-11-25T09:00:00Z"));
    }

    @AfterEach
    void back() {
        time.close();
    }

    @Test
    void onlyARegionalCoordinatorOpensAnApplication() {
        RegistrationId registration = test.registered(NORD_COORDINATOR, "Somchai Första");
        for (Personas persona : Personas.values()) {
            if (persona != NORD_COORDINATOR) {
                assertThatExceptionOfType(NotHere.class)
                        .as(persona.name())
                        .isThrownBy(() -> persona.acting().run(() -> applying.open(registration, TestReturns.terms())));
            }
        }
        ReturnId id = NORD_COORDINATOR.acting().get(() -> applying.open(registration, TestReturns.terms()));
        assertThat(seen(NORD_COORDINATOR, id).application().decision().state()).isEqualTo(ReturnState.SENT);
    }

    /// Whoever gets past the application meets the same rule: the lead of the same office, and everybody elsewhere.
    @Test
    void theDatabaseLetsNobodyElseOpenOne() {
        for (Personas persona : List.of(NORD_LEAD, Personas.NORD_ADMINISTRATOR, Personas.NATIONAL_COORDINATOR)) {
            assertThatExceptionOfType(Exception.class).as(persona.name()).isThrownBy(() -> insertBare(persona));
        }
        insertBare(NORD_COORDINATOR);
    }

    private void insertBare(Personas persona) {
        persona.acting()
                .run(() -> transaction.executeWithoutResult(status -> {
                    sql.execute(
                            """
                    insert into returns.application (id, organisation, role, return_country, told_on, told_about, told_language,
                                                     told_interpreter, opened_on, opened_at, opened_by, answer_by, form_by, changed_at)
                    values (gen_random_uuid(), ?, 'exploited', 'TH', ?::date, '{voluntary}', 'th', 'telephone', ?::date, now(), ?,
                            ?::date, ?::date, now())
                    """,
                            persona.place().id().value(),
                            TODAY,
                            TODAY,
                            persona.id().value(),
                            TODAY,
                            TODAY);
                    status.setRollbackOnly();
                }));
    }

    @Test
    void nobodyAndABystanderSeeNothing() {
        ReturnId id = test.opened(NORD_COORDINATOR, "Somchai Andra");
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> seen(SYD_COORDINATOR, id));
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> seen(Personas.NGO_CASEWORKER, id));
        assertThat(TestInstallation.application()
                        .sql("select count(*) from returns.application")
                        .query(Long.class)
                        .single())
                .isZero();
        SYD_COORDINATOR
                .acting()
                .run(() -> transaction.executeWithoutResult(status -> assertThat(sql.fetchCount(
                                sql.selectOne().from("returns.own_end").where("application_id = ?", id.value())))
                        .isZero()));
    }

    @Test
    void theOperatorLearnsWhoItIsByAdmittingAndNotBefore() {
        ReturnId id = test.opened(NORD_COORDINATOR, "Somchai Tredje");
        ReturnFile before = seen(RETURN_CASEWORKER, id);
        assertThat(before.line().person()).isNull();
        assertThat(before.line().name()).isNull();
        assertThat(before.told()).isNotNull();
        RETURN_CASEWORKER.acting().run(() -> admitting.admit(List.of(id), TODAY));
        ReturnFile after = seen(RETURN_CASEWORKER, id);
        assertThat(java.util.Objects.requireNonNull(after.line().name()).text()).isEqualTo("Somchai Tredje");
    }

    @Test
    void theOfficeDoesNotDecideWhereTheOperatorWorks() {
        ReturnId id = test.opened(NORD_COORDINATOR, "Somchai Fjärde");
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> NORD_COORDINATOR.acting().run(() -> admitting.admit(List.of(id), TODAY)));
    }

    @Test
    void anAdmissionMakesTheGrantThatIsCounted() {
        ReturnId id = test.opened(NORD_COORDINATOR, "Somchai Femte");
        RETURN_CASEWORKER.acting().run(() -> admitting.admit(List.of(id), TODAY));
        assertThat(grant(id))
                .containsExactly("nord", "2026", "exploited", "{labour}", "TH", "{berry_picking}", "male", "-", "-");
        RETURN_CASEWORKER.acting().run(() -> journeys.depart(List.of(id), TODAY));
        NORD_COORDINATOR.acting().run(() -> journeys.completeForm(List.of(id), TODAY));
        assertThat(grant(id)).endsWith("2026-11-25", "2026-11-25");
        NORD_COORDINATOR.acting().run(() -> journeys.depart(List.of(id), TODAY.minusDays(1)));
        assertThat(changes(id))
                .containsExactly(
                        "departed_on - 2026-11-25", "applied_on - 2026-11-25", "departed_on 2026-11-25 2026-11-24");
    }

    @Test
    void anAdmissionNotedByMistakeLeavesTheFigures() {
        ReturnId id = test.opened(NORD_COORDINATOR, "Somchai Sjätte");
        RETURN_CASEWORKER.acting().run(() -> admitting.admit(List.of(id), TODAY));
        UUID grant = grantId(id);
        RETURN_CASEWORKER.acting().run(() -> admitting.takeBack(id));
        assertThat(seen(NORD_COORDINATOR, id).application().decision().refused())
                .isEqualTo("noted_by_mistake");
        assertThat(TestInstallation.owner()
                        .sql("select count(*) from programmes_api.counted_amp_grant where id = ?")
                        .param(grant)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoHasNoConsentIsNotApplied() {
        RegistrationId registration = test.registered(NORD_COORDINATOR, "Somchai Sjunde");
        assertThatExceptionOfType(NoConsentOfSome.class)
                .isThrownBy(() ->
                        NORD_COORDINATOR.acting().run(() -> applying.open(registration, TestReturns.terms(null))));
    }

    @Test
    void aWithdrawnConsentTakesTheWaitingApplicationBack() {
        ReturnId id = test.opened(NORD_COORDINATOR, "Somchai Åttonde");
        PersonId person = person(NORD_COORDINATOR, id);
        NORD_COORDINATOR.acting().run(() -> {
            Consent consent = consents.listOf(person).getFirst();
            consents.withdraw(consent.id());
        });
        assertThat(seen(NORD_COORDINATOR, id).application().decision().state()).isEqualTo(ReturnState.WITHDRAWN);
        assertThatExceptionOfType(RowFault.class)
                .isThrownBy(() -> RETURN_CASEWORKER.acting().run(() -> admitting.admit(List.of(id), TODAY)));
    }

    @Test
    void nobodyHasTwoApplicationsAtATime() {
        RegistrationId registration = test.registered(NORD_COORDINATOR, "Somchai Nionde");
        ReturnId first = NORD_COORDINATOR.acting().get(() -> applying.open(registration, TestReturns.terms()));
        assertThatExceptionOfType(RowFault.class)
                .isThrownBy(
                        () -> NORD_COORDINATOR.acting().run(() -> applying.open(registration, TestReturns.terms())));
        NORD_COORDINATOR.acting().run(() -> admitting.withdraw(first));
        NORD_COORDINATOR.acting().run(() -> applying.open(registration, TestReturns.terms()));
    }

    @Test
    void whoeverAccompaniesIsAdmittedAsSuch() {
        ReturnId id = test.opened(NORD_COORDINATOR, "Somchai Tionde");
        NewCompanion child =
                new NewCompanion("accompanying_child", "female", "child", 2020, "TH", "Lilla Tionde", null);
        ReturnId along = NORD_COORDINATOR.acting().get(() -> applying.addCompanion(id, child, "written"));
        RETURN_CASEWORKER.acting().run(() -> admitting.admit(List.of(id, along), TODAY));
        assertThat(grant(along))
                .containsExactly("nord", "2026", "accompanying_child", "{}", "TH", "{}", "female", "-", "-");
        assertThat(seen(NORD_COORDINATOR, id).companions()).hasSize(1);
    }

    @Test
    void anExtensionIsAskedForWhileTheTimeRuns() {
        ReturnId id = test.opened(NORD_COORDINATOR, "Somchai Elfte");
        NORD_COORDINATOR.acting().run(() -> notes.setExit(id, TODAY.plusDays(3)));
        assertThat(seen(NORD_COORDINATOR, id).application().due().what()).isEqualTo("exit");
        assertThatExceptionOfType(RowFault.class)
                .isThrownBy(
                        () -> NORD_COORDINATOR.acting().run(() -> notes.askExtension(id, TODAY, TODAY.plusDays(2))));
        NORD_COORDINATOR.acting().run(() -> notes.askExtension(id, TODAY, TODAY.plusDays(30)));
        NORD_COORDINATOR.acting().run(() -> notes.answerExtension(id, TODAY, TODAY.plusDays(30)));
        assertThat(seen(NORD_COORDINATOR, id).application().days().exitDeadline())
                .isEqualTo(TODAY.plusDays(30));
        assertThat(clocks(id))
                .containsExactly("return_decision RUNNING", "return_decision STOPPED", "return_exit STOPPED");
    }

    @Test
    void contactThatEndsEarlyNeedsAReason() {
        ReturnId id = home("Somchai Tolfte");
        Return.Days days = seen(RETURN_CASEWORKER, id).application().days();
        assertThat(days.contactUntil()).isEqualTo(LocalDate.of(2027, 5, 25));
        assertThat(days.followUpOn()).isEqualTo(LocalDate.of(2026, 12, 28));
        assertThatExceptionOfType(RowFault.class)
                .isThrownBy(() -> RETURN_CASEWORKER.acting().run(() -> journeys.end(id, "settled", null, TODAY)));
        RETURN_CASEWORKER.acting().run(() -> journeys.end(id, "lost_contact", "not_reached", TODAY));
        assertThat(seen(NORD_COORDINATOR, id).application().stage()).isEqualTo(Stage.ENDED);
    }

    @Test
    void aFollowUpAsksForContentmentAndSuccess() {
        ReturnId id = home("Somchai Trettonde");
        Course.FollowUp planned =
                seen(RETURN_CASEWORKER, id).course().followUps().getFirst();
        Course.FollowUp silent =
                new Course.FollowUp(planned.id(), planned.rule(), planned.dueOn(), TODAY, "telephone", null, null);
        assertThatExceptionOfType(RowFault.class)
                .isThrownBy(() -> RETURN_CASEWORKER.acting().run(() -> notes.holdFollowUp(id, silent)));
        Course.FollowUp held = new Course.FollowUp(
                planned.id(), planned.rule(), planned.dueOn(), TODAY, "telephone", "quite", "partly");
        RETURN_CASEWORKER.acting().run(() -> notes.holdFollowUp(id, held));
        assertThat(seen(NORD_COORDINATOR, id).course().followUps().getFirst().success())
                .isEqualTo("partly");
        assertThat(seen(NORD_COORDINATOR, id).application().days().followUpOn()).isEqualTo(LocalDate.of(2027, 2, 25));
    }

    @Test
    void theYearThatPaysMayBeAnother() {
        ReturnId id = home("Somchai Fjortonde");
        assertThat(seen(NORD_COORDINATOR, id).application().money().carriedOver())
                .isFalse();
        RETURN_CASEWORKER.acting().run(() -> journeys.fund(List.of(id), 2027));
        Return.Money money = seen(NORD_COORDINATOR, id).application().money();
        assertThat(money.carriedOver()).isTrue();
        assertThat(money.fundingYear()).isEqualTo(2027);
        assertThatExceptionOfType(RowFault.class)
                .isThrownBy(() -> RETURN_CASEWORKER.acting().run(() -> journeys.fund(List.of(id), 2031)));
    }

    /// The twin: the one who is named still sees it.
    @Test
    void whoIsSealedHasNoReturnForAColleague() {
        ReturnId id = test.opened(NORD_COORDINATOR, "Somchai Femtonde");
        PersonId person = person(NORD_COORDINATOR, id);
        NORD_LEAD.acting().run(() -> sealedCases.seal(person, Set.of(NORD_LEAD.id()), "Påhittat hot"));
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> seen(NORD_COORDINATOR, id));
        assertThat(seen(NORD_LEAD, id).application().id()).isEqualTo(id);
        NORD_COORDINATOR
                .acting()
                .run(() -> transaction.executeWithoutResult(status -> {
                    assertThat(sql.fetchCount(
                                    sql.selectOne().from("returns.application").where("id = ?", id.value())))
                            .isZero();
                    assertThat(sql.fetchCount(sql.selectOne()
                                    .from("deadlines.clock")
                                    .where("path = ?", "/returns/" + id.value())))
                            .isZero();
                }));
    }

    @Test
    void theViewForMoneyTellsNoName() {
        ReturnId id = home("Somchai Sextonde");
        assertThat(TestInstallation.owner()
                        .sql("select granted_on || ' ' || funding_year || ' ' || carried_over from"
                                + " returns_api.programme_return where id = ?")
                        .param(id.value())
                        .query(String.class)
                        .single())
                .isEqualTo("2026-11-25 2026 false");
        assertThat(TestInstallation.owner()
                        .sql("select string_agg(column_name, ' ') from information_schema.columns"
                                + " where table_schema = 'returns_api'")
                        .query(String.class)
                        .single())
                .doesNotContain("person_id");
    }

    private ReturnId home(String name) {
        ReturnId id = test.opened(NORD_COORDINATOR, name);
        RETURN_CASEWORKER.acting().run(() -> {
            admitting.admit(List.of(id), TODAY);
            journeys.depart(List.of(id), TODAY);
            journeys.arrive(List.of(id), TODAY);
        });
        return id;
    }

    private ReturnFile seen(Personas who, ReturnId id) {
        return who.acting().get(() -> returns.get(id));
    }

    private PersonId person(Personas who, ReturnId id) {
        return java.util.Objects.requireNonNull(seen(who, id).line().person());
    }

    private static UUID grantId(ReturnId id) {
        return TestInstallation.owner()
                .sql("select grant_id from returns.application where id = ?")
                .param(id.value())
                .query(UUID.class)
                .single();
    }

    private static List<String> grant(ReturnId id) {
        String row = TestInstallation.owner()
                .sql("""
                        select concat_ws('|', coordinator_region, year, role, forms, return_country, sectors, sex,
                                         coalesce(applied_on::text, '-'), coalesce(departed_on::text, '-'))
                        from programmes.amp_grant where id = ?
                        """)
                .param(grantId(id))
                .query(String.class)
                .single();
        return List.of(row.split("\\|"));
    }

    private static List<String> changes(ReturnId id) {
        return TestInstallation.owner()
                .sql("""
                        select field || ' ' || coalesce(old_value, '-') || ' ' || new_value
                        from programmes.amp_change where grant_id = ? order by id
                        """)
                .param(grantId(id))
                .query(String.class)
                .list();
    }

    private static List<String> clocks(ReturnId id) {
        return TestInstallation.owner()
                .sql("select distinct kind || ' ' || stage from deadlines.clock where path = ? order by 1")
                .param("/returns/" + id.value())
                .query(String.class)
                .list();
    }
}
