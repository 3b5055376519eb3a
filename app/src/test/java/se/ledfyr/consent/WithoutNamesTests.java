package se.ledfyr.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.ledfyr.personas.Personas.NATIONAL_STATISTICIAN;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.NORD_STATISTICIAN;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NationalFacts;
import se.ledfyr.access.NotHere;
import se.ledfyr.installation.TestInstallation;

/// Records that are about somebody nobody can find.
@HouseTest
class WithoutNamesTests {

    @Autowired
    private Consultations consultations;

    @Autowired
    private Notices notices;

    @Autowired
    private NationalFacts facts;

    @Test
    void whatWasRecordedIsListedToTheOwnOrganisationAlone() throws Exception {
        Consultation held = consultation("police");
        Notice notice = notice();
        NORD_COORDINATOR.acting().run(() -> consultations.add(held));
        NORD_COORDINATOR.acting().run(() -> notices.add(notice));

        assertThat(NORD_COORDINATOR.acting().call(consultations::list)).contains(held);
        assertThat(NORD_COORDINATOR.acting().call(notices::list)).contains(notice);
        assertThat(SYD_COORDINATOR.acting().call(consultations::list)).doesNotContain(held);
        assertThat(SYD_COORDINATOR.acting().call(notices::list)).doesNotContain(notice);
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> SYD_COORDINATOR.acting().run(() -> consultations.remove(held.id(), "Prov")));
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> SYD_COORDINATOR.acting().run(() -> notices.remove(notice.id(), "Prov")));
        assertThatExceptionOfType(NotHere.class).as("nobody").isThrownBy(consultations::list);
        assertThatExceptionOfType(NotHere.class).as("nobody").isThrownBy(notices::list);
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> NORD_STATISTICIAN.acting().call(notices::list));
    }

    @Test
    void theyCountNationallyAndNeverAmongPersons() throws Exception {
        long persons = national("casework_api.counted_registration");
        long advice = national("consent_api.counted_consultation");
        long declined = national("consent_api.counted_notice");

        NORD_COORDINATOR.acting().run(() -> consultations.add(consultation("police")));
        NORD_COORDINATOR.acting().run(() -> notices.add(notice()));

        assertThat(national("consent_api.counted_consultation")).isEqualTo(advice + 1);
        assertThat(national("consent_api.counted_notice")).isEqualTo(declined + 1);
        assertThat(national("casework_api.counted_registration")).isEqualTo(persons);
        assertThat(TestInstallation.statistics()
                        .sql("select count(*) from consent_api.counted_notice")
                        .query(Long.class)
                        .single())
                .as("the statistics role with nobody bound")
                .isZero();
    }

    @Test
    void whatWasTakenOutCountsNoMore() throws Exception {
        Consultation held = consultation("police");
        NORD_COORDINATOR.acting().run(() -> consultations.add(held));
        long before = national("consent_api.counted_consultation");

        NORD_COORDINATOR.acting().run(() -> consultations.remove(held.id(), "Dubbelt"));

        assertThat(national("consent_api.counted_consultation")).isEqualTo(before - 1);
        assertThat(NORD_COORDINATOR.acting().call(consultations::list)).doesNotContain(held);
    }

    @Test
    void aChildIsNeverLeftAtANo() {
        for (String age : Set.of("child", "unknown")) {
            assertThatExceptionOfType(RuntimeException.class)
                    .as(age)
                    .isThrownBy(() -> TestInstallation.owner()
                            .sql("""
                                    insert into consent.notice (id, organisation, met_on, region, sex, age_group, referred_by,
                                                                declined, informed, recorded_at)
                                    values (?, ?, current_date, 'nord', 'female', ?, 'police', array['all'], true, now())
                                    """)
                            .params(
                                    UUID.randomUUID(),
                                    NORD_COORDINATOR.place().id().value(),
                                    age)
                            .update());
        }
    }

    @Test
    void neitherHasAFieldThatCouldHoldAName() {
        Set<String> words = new TreeSet<>(
                TestInstallation.owner().sql("""
                        select table_name || '.' || column_name from information_schema.columns
                         where table_schema = 'consent' and table_name in ('consultation', 'notice')
                           and data_type = 'text'
                        """).query(String.class).list());

        // All but the reason for a removal are codes, which the application checks against the lists.
        assertThat(words)
                .containsExactly(
                        "consultation.asked_by",
                        "consultation.channel",
                        "consultation.concerns",
                        "consultation.form",
                        "consultation.outcome",
                        "consultation.region",
                        "consultation.removed_reason",
                        "notice.age_group",
                        "notice.citizenship",
                        "notice.form",
                        "notice.referred_by",
                        "notice.region",
                        "notice.removed_reason",
                        "notice.sector",
                        "notice.sex");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(
                        () -> NORD_COORDINATOR.acting().run(() -> consultations.add(consultation("Anna Andersson"))));
    }

    private long national(String view) throws Exception {
        return NATIONAL_STATISTICIAN.acting().call(() -> facts.read(sql -> (long) sql.fetchCount(DSL.table(view))));
    }

    private static Consultation consultation(String askedBy) {
        return new Consultation(
                UUID.randomUUID(),
                LocalDate.now(ZoneOffset.UTC).minusDays(1),
                "nord",
                askedBy,
                "telephone",
                new TreeSet<>(Set.of("indicators", "secrecy")),
                "labour",
                "adult",
                "advice",
                25);
    }

    private static Notice notice() {
        return new Notice(
                UUID.randomUUID(),
                LocalDate.now(ZoneOffset.UTC).minusDays(1),
                "nord",
                "female",
                "RO",
                "sexual",
                null,
                "police",
                new TreeSet<>(Set.of("all")),
                true);
    }
}
