package se.ledfyr.justice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static se.ledfyr.personas.Personas.NORD_ADMINISTRATOR;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.NORD_LEAD;
import static se.ledfyr.personas.Personas.NORD_STATISTICIAN;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.Circumstances;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.casework.Registrations;
import se.ledfyr.casework.TestFacts;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.deadlines.RunningClock;
import se.ledfyr.emergency.SealedCases;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.methods.wages.HourKind;
import se.ledfyr.methods.wages.Pay;
import se.ledfyr.methods.wages.Rate;
import se.ledfyr.methods.wages.Settled;
import se.ledfyr.methods.wages.Work;
import se.ledfyr.people.People;
import se.ledfyr.personas.Personas;

@HouseTest
class JusticeTests {

    private static final LocalDate REPORTED = LocalDate.of(2026, 3, 2);

    @Autowired
    Reports reports;

    @Autowired
    LegalHelp help;

    @Autowired
    WageClaims claims;

    @Autowired
    Cases cases;

    @Autowired
    Registrations registrations;

    @Autowired
    People people;

    @Autowired
    Clocks clocks;

    @Autowired
    SealedCases sealed;

    @Test
    void whatThePoliceCallItIsReadByTheOwnOrganisationAndStandsNowhereInTheDatabase() throws Exception {
        CaseId file = opened();
        String reference = "5000-K" + UUID.randomUUID().toString().substring(0, 6);

        ReportId id = nord(() -> reports.add(file, report(REPORTED, reference)));

        Report read = nord(() -> reports.get(file, id));
        assertThat(read.reference()).isEqualTo(reference);
        assertThat(read.unit()).isEqualTo("Utredning 2");
        assertThat(read.number()).isEqualTo(1);
        assertThat(read.crimes()).containsExactly(new Crime("thb", "9519"), new Crime("human_exploitation", null));
        assertThat(read.toString()).doesNotContain(reference);
        assertThat(TestInstallation.owner()
                        .sql("select to_jsonb(r)::text from justice.report r where id = ?")
                        .param(id.value())
                        .query(String.class)
                        .single())
                .doesNotContain(reference)
                .doesNotContain("Utredning 2");
    }

    @Test
    void toNobodyAndToBystandersThereIsNoLegalFile() throws Exception {
        CaseId file = opened();
        ReportId id = nord(() -> reports.add(file, report(REPORTED, null)));
        ClaimId claim = nord(() -> claims.begin(file, begun()));

        assertThatExceptionOfType(NotHere.class).as("nobody").isThrownBy(() -> reports.get(file, id));
        for (Personas persona : List.of(NORD_STATISTICIAN, NORD_ADMINISTRATOR)) {
            persona.acting().run(() -> {
                assertThatExceptionOfType(NotHere.class).isThrownBy(() -> reports.listOf(file));
                assertThatExceptionOfType(NotHere.class).isThrownBy(() -> claims.get(file, claim));
            });
        }
        SYD_COORDINATOR.acting().run(() -> {
            assertThat(reports.listOf(file)).isEmpty();
            assertThat(reports.history(file, id)).isEmpty();
            assertThat(claims.listOf(file)).isEmpty();
            assertThat(help.rights(file)).isEmpty();
            assertThat(reports.list(null, 0).entries())
                    .extracting(StatusEntry::caseId)
                    .doesNotContain(file);
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> reports.get(file, id));
            assertThatExceptionOfType(NotHere.class)
                    .isThrownBy(() -> reports.set(file, id, NewStatus.of("prosecuted", REPORTED)));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> reports.add(file, report(REPORTED, null)));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> claims.get(file, claim));
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> claims.begin(file, begun()));
            assertThatExceptionOfType(NotHere.class)
                    .isThrownBy(() -> help.answerRights(file, Map.of("interpreter", "yes")));
        });
    }

    /// Inside the office too: whoever is not named does not see that there is anything.
    @Test
    void whatIsSealedIsNotThereForAColleague() throws Exception {
        CaseId file = opened();
        nord(() -> reports.add(file, report(REPORTED, "5000-K1")));
        ClaimId claim = nord(() -> claims.begin(file, begun()));
        CaseFile known = nord(() -> cases.get(file));
        nord(() -> {
            sealed.seal(known.person(), Set.of(NORD_COORDINATOR.id()), "hot");
            return file;
        });

        NORD_LEAD.acting().run(() -> {
            assertThat(reports.listOf(file)).isEmpty();
            assertThat(reports.list(null, 0).entries())
                    .extracting(StatusEntry::caseId)
                    .doesNotContain(file);
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> claims.get(file, claim));
        });
        assertThat(nord(() -> reports.listOf(file))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-01, 0471, true",
        "2024-05-01, 9519, false",
        "2025-05-01, 0471, true",
        "2025-05-01, 9519, true",
        "2026-01-01, 0471, false",
        "2026-01-01, 9519, true"
    })
    void aReportHasOnlyCodesThatWereValidOnItsDay(LocalDate day, String code, boolean valid) throws Exception {
        CaseId file = opened();
        NewReport report = new NewReport(
                day, "person", "nord", null, null, List.of(new Crime("thb", code)), "investigation_ongoing");

        if (valid) {
            ReportId id = nord(() -> reports.add(file, report));
            assertThat(nord(() -> reports.get(file, id)).crimes()).containsExactly(new Crime("thb", code));
        } else {
            NORD_COORDINATOR
                    .acting()
                    .run(() -> assertThatIllegalArgumentException().isThrownBy(() -> reports.add(file, report)));
        }
    }

    @Test
    void aCodeGoesWithItsOwnClassOnly() throws Exception {
        CaseId file = opened();
        NewReport report = new NewReport(
                REPORTED, "person", "nord", null, null, List.of(new Crime("rape", "9519")), "investigation_ongoing");

        NORD_COORDINATOR
                .acting()
                .run(() -> assertThatIllegalArgumentException().isThrownBy(() -> reports.add(file, report)));
    }

    @Test
    void aHistorySaysWhoWhenAndWhyAndTheLastLineCanBeTakenBack() throws Exception {
        CaseId file = opened();
        ReportId id = nord(() -> reports.add(file, report(REPORTED, null)));
        nord(() -> {
            reports.set(
                    file,
                    id,
                    new NewStatus("prosecuted", REPORTED.plusDays(30), "prosecuted", null, null, "Besked", null));
            reports.set(
                    file, id, new NewStatus("conviction", REPORTED.plusDays(60), "convicted", "thb", null, null, null));
            return id;
        });

        List<StatusEntry> history = nord(() -> reports.history(file, id));
        assertThat(history)
                .extracting(StatusEntry::status)
                .containsExactly("conviction", "prosecuted", "investigation_ongoing");
        assertThat(history.get(1).until()).isEqualTo(REPORTED.plusDays(60));
        assertThat(history.get(1).why()).isEqualTo("Besked");
        assertThat(history.get(1).by()).isEqualTo(NORD_COORDINATOR.id());

        nord(() -> {
            reports.takeBack(file, id, "Wrong report");
            return id;
        });
        assertThat(nord(() -> reports.get(file, id)).now())
                .satisfies(now -> assertThat(now.status()).isEqualTo("prosecuted"))
                .satisfies(now -> assertThat(now.until()).isNull());
    }

    @Test
    void whatWasWrittenLateTakesItsPlaceInTheHistory() throws Exception {
        CaseId file = opened();
        ReportId id = nord(() -> reports.add(file, report(REPORTED, null)));
        nord(() -> {
            reports.set(file, id, NewStatus.of("prosecuted", REPORTED.plusDays(60)));
            reports.set(file, id, NewStatus.of("investigation_closed", REPORTED.plusDays(30)));
            return id;
        });

        assertThat(nord(() -> reports.get(file, id)).now())
                .satisfies(now -> assertThat(now.status()).isEqualTo("prosecuted"));
        assertThat(nord(() -> reports.history(file, id)))
                .extracting(StatusEntry::until)
                .containsExactly(null, REPORTED.plusDays(60), REPORTED.plusDays(30));
    }

    @Test
    void anOutcomeGoesWithItsStatusAndNoReportWithoutAReport() throws Exception {
        CaseId file = opened();
        ReportId id = nord(() -> reports.add(file, report(REPORTED, null)));
        NORD_COORDINATOR.acting().run(() -> {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> reports.set(
                            file, id, new NewStatus("prosecuted", REPORTED, "convicted", null, null, null, null)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> reports.set(file, id, NewStatus.of("no_report_made", REPORTED)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> reports.set(file, null, NewStatus.of("prosecuted", REPORTED)));
        });
    }

    @Test
    void aReportWrittenByMistakeIsGoneAndItsClockWithIt() throws Exception {
        CaseId file = opened();
        ReportId id = nord(() -> reports.add(file, report(REPORTED, null)));
        nord(() -> {
            reports.set(
                    file, id, new NewStatus("prosecuted", REPORTED, null, null, null, null, LocalDate.of(2099, 1, 1)));
            return id;
        });
        assertThat(ringing(file)).hasSize(1);

        nord(() -> {
            reports.strike(file, id, "Twice");
            return id;
        });

        assertThat(nord(() -> reports.listOf(file))).isEmpty();
        assertThat(ringing(file)).isEmpty();
    }

    @Test
    void whoWaitsForADecisionIsRemindedUntilItIsThere() throws Exception {
        CaseId file = opened();
        UUID asked =
                nord(() -> help.askMoney(file, "state_compensation", REPORTED, 12_345_650L, LocalDate.of(2099, 6, 1)));
        assertThat(ringing(file))
                .singleElement()
                .satisfies(clock -> assertThat(clock.lastDay()).isEqualTo(LocalDate.of(2099, 6, 1)));

        nord(() -> {
            help.decideMoney(file, asked, "partly", REPORTED.plusDays(90), 5_000_000L);
            return asked;
        });

        assertThat(ringing(file)).isEmpty();
        assertThat(nord(() -> help.compensations(file))).singleElement().satisfies(one -> {
            assertThat(one.askedOre()).isEqualTo(12_345_650L);
            assertThat(one.decidedOre()).isEqualTo(5_000_000L);
            assertThat(one.decision()).isEqualTo("partly");
        });
    }

    @Test
    void counselIsAskedForThenAppointedThenEnds() throws Exception {
        CaseId file = opened();
        UUID id = nord(() -> help.askCounsel(file, "injured_party_counsel", "Advokat Ahlin", REPORTED));
        nord(() -> {
            help.answerCounsel(file, id, Counsel.Answer.APPOINTED, REPORTED.plusDays(5));
            help.endCounsel(file, id, REPORTED.plusDays(50));
            return id;
        });

        assertThat(nord(() -> help.counsel(file))).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Advokat Ahlin");
            assertThat(one.answer()).isEqualTo(Counsel.Answer.APPOINTED);
            assertThat(one.endedOn()).isEqualTo(REPORTED.plusDays(50));
        });
        NORD_COORDINATOR
                .acting()
                .run(() -> assertThatExceptionOfType(NotHere.class)
                        .isThrownBy(() -> help.answerCounsel(file, id, Counsel.Answer.REFUSED, REPORTED)));
    }

    @Test
    void notAskedIsSomethingElseThanNo() throws Exception {
        CaseId file = opened();
        nord(() -> {
            help.answerRights(file, Map.of("interpreter", "no", "information", "not_known", "counsel", "not_asked"));
            return file;
        });

        assertThat(nord(() -> help.rights(file)))
                .containsOnly(Map.entry("interpreter", "no"), Map.entry("information", "not_known"));
    }

    @Test
    void aClaimIsItsLinesAndNothingElse() throws Exception {
        CaseId file = opened();
        LocalDate first = LocalDate.of(2025, 7, 1);
        LocalDate last = LocalDate.of(2025, 8, 31);
        ClaimId id = nord(() -> claims.begin(file, begun()));
        assertThat(nord(() -> claims.get(file, id)).account())
                .hasValueSatisfying(account -> assertThat(account.due()).isZero());
        nord(() -> {
            claims.add(file, id, new Work(first, last, 320 * 60, 61 * 60 + 20, 40 * 60));
            return id;
        });
        assertThat(nord(() -> claims.get(file, id)).account()).as("no rate yet").isEmpty();
        nord(() -> {
            claims.add(file, id, rate(HourKind.ORDINARY, first, last, new Pay.PerHour(14_250)));
            claims.add(file, id, rate(HourKind.OVERTIME, first, last, new Pay.OfOrdinary(15_000)));
            claims.add(file, id, rate(HourKind.UNSOCIAL, first, last, new Pay.PerHour(2_533)));
            claims.add(file, id, new Settled(Settled.Kind.PAID, 2_000_000), "wage", last);
            claims.add(file, id, new Settled(Settled.Kind.AGREED, 300_000), "food", null);
            claims.add(file, id, new Settled(Settled.Kind.DISPUTED, 1_400_000), "travel", null);
            claims.add(file, id, new Evidence("own_notes", "Blå bok", "hos personen", "Kim", last));
            return id;
        });

        Claim claim = nord(() -> claims.get(file, id));
        assertThat(claim.employer()).isEqualTo("Bärfirman AB");
        assertThat(claim.account())
                .hasValueSatisfying(account -> assertThat(account.claimed()).isEqualTo(4_388_998));
        assertThat(claim.evidence())
                .singleElement()
                .satisfies(line -> assertThat(line.evidence().what()).isEqualTo("Blå bok"));

        nord(() -> {
            claims.strike(file, id, claim.money().getFirst().id());
            claims.setState(file, id, ClaimState.SETTLED);
            return id;
        });
        assertThat(nord(() -> claims.get(file, id)).money()).hasSize(2);
        NORD_COORDINATOR
                .acting()
                .run(() -> assertThatExceptionOfType(NotHere.class)
                        .as("a claim that is over")
                        .isThrownBy(() -> claims.add(file, id, new Settled(Settled.Kind.PAID, 1), "wage", null)));
    }

    @Test
    void aLineOfAnotherClaimIsNotThere() throws Exception {
        CaseId file = opened();
        ClaimId one = nord(() -> claims.begin(file, begun()));
        ClaimId other = nord(() -> claims.begin(file, begun()));
        nord(() -> {
            claims.add(file, one, new Settled(Settled.Kind.PAID, 100), "wage", null);
            return one;
        });
        UUID line = nord(() -> claims.get(file, one)).money().getFirst().id();

        NORD_COORDINATOR
                .acting()
                .run(() -> assertThatExceptionOfType(NotHere.class).isThrownBy(() -> claims.strike(file, other, line)));
    }

    private List<RunningClock> ringing(CaseId file) throws Exception {
        return nord(() -> clocks.listOpenOfCase(file.value())).stream()
                .filter(clock -> clock.kind().equals("legal_decision"))
                .toList();
    }

    private CaseId opened() throws Exception {
        return nord(() -> {
            RegistrationId registration =
                    registrations.register(people.addWithoutIdentity(), TestFacts.of(2026), Circumstances.notStated());
            return cases.open(registration);
        });
    }

    private static NewReport report(LocalDate day, @org.jspecify.annotations.Nullable String reference) {
        return new NewReport(
                day,
                "coordinator",
                "nord",
                reference,
                "Utredning 2",
                List.of(new Crime("thb", "9519"), new Crime("human_exploitation", null)),
                "investigation_ongoing");
    }

    private static NewClaim begun() {
        return new NewClaim("Bärfirman AB", 1_200, "Kollektivavtal 2025, § 8");
    }

    private static Rate rate(HourKind kind, LocalDate from, LocalDate to, Pay pay) {
        return new Rate(kind, from, to, pay, "Kollektivavtal 2025, § 4");
    }

    private static <T> T nord(Callable<T> work) throws Exception {
        return NORD_COORDINATOR.acting().call(work);
    }
}
