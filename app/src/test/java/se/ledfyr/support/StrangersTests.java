package se.ledfyr.support;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Intruder.DONE;
import static se.ledfyr.personas.Intruder.FORBIDDEN;
import static se.ledfyr.personas.Intruder.TAKEN;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.PROGRAMME_CASEWORKER;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.TestCases;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Intruder;
import se.ledfyr.personas.Personas;

/// Whoever knows the random id of an application, a case or a question cannot take the place of those it concerns.
@HouseTest
class StrangersTests {

    private static final String OWN_FILE =
            "insert into support.own_file (application_id, organisation, person_id) values (?, ?, ?)";
    private static final String APPLICATION = """
            insert into support.application (id, from_organisation, to_organisation, applicant, channel, case_id, parcel_id, region,
                age_group, children, ground, components, applied_on, made_at, made_by)
            values (?, ?, ?, 'coordinator', 'LEDFYR', ?, ?, 'nord', 'adult', 0, 'law_gap', array['rest_period'], current_date, now(), ?)
            """;
    private static final String PARCEL = """
            insert into people.parcel (id, from_organisation, to_organisation, groups, data_key, made_at)
            values (?, ?, ?, '{basics}', '\\x00', now())
            """;
    private static final String NOTE = """
            insert into support.note (id, application_id, kind, replies_to, written_by, member, read_by, written_at)
            values (?, ?, ?, ?, ?, ?, ?, now())
            """;

    @Autowired
    private TestSupport support;

    @Autowired
    private TestCases cases;

    @Test
    void nobodyButTheOfficeKeepsTheFileOfAnApplication() throws SQLException {
        UUID id = application();
        UUID theirs = person(SYD_COORDINATOR);
        UUID own = person(PROGRAMME_CASEWORKER);
        try (Intruder here = Intruder.here()) {
            assertThat(here.tries(SYD_COORDINATOR, OWN_FILE, id, org(SYD_COORDINATOR), theirs))
                    .isEqualTo(FORBIDDEN);
            assertThat(here.tries(SYD_COORDINATOR, OWN_FILE, UUID.randomUUID(), org(SYD_COORDINATOR), theirs))
                    .as("whether there is such an application does not show")
                    .isEqualTo(FORBIDDEN);
            assertThat(here.tries(PROGRAMME_CASEWORKER, OWN_FILE, id, org(PROGRAMME_CASEWORKER), own))
                    .isEqualTo(DONE);
        }
    }

    /// The twin: without the policy a stranger takes the place, and the office cannot decide any more.
    @Test
    void withoutThePolicyAStrangerBlocksTheOffice() throws SQLException {
        UUID id = application();
        UUID theirs = person(SYD_COORDINATOR);
        UUID own = person(PROGRAMME_CASEWORKER);
        try (Intruder twin = Intruder.without("only_the_office", "support.own_file")) {
            assertThat(twin.tries(SYD_COORDINATOR, OWN_FILE, id, org(SYD_COORDINATOR), theirs))
                    .isEqualTo(DONE);
            assertThat(twin.tries(PROGRAMME_CASEWORKER, OWN_FILE, id, org(PROGRAMME_CASEWORKER), own))
                    .isEqualTo(TAKEN);
        }
    }

    @Test
    void nobodyAppliesWithTheCaseOrTheParcelOfAnother() throws SQLException {
        CaseId inNord = cases.opened(NORD_COORDINATOR);
        CaseId inSyd = cases.opened(SYD_COORDINATOR);
        try (Intruder here = Intruder.here()) {
            assertThat(apply(here, SYD_COORDINATOR, inNord, parcel(here, SYD_COORDINATOR)))
                    .isEqualTo(FORBIDDEN);
            assertThat(apply(here, SYD_COORDINATOR, inSyd, parcel(here, NORD_COORDINATOR)))
                    .isEqualTo(FORBIDDEN);
            assertThat(apply(here, SYD_COORDINATOR, inSyd, parcel(here, SYD_COORDINATOR)))
                    .isEqualTo(DONE);
        }
        try (Intruder twin = Intruder.without("about_ones_own_case", "support.application")) {
            assertThat(apply(twin, SYD_COORDINATOR, inNord, parcel(twin, SYD_COORDINATOR)))
                    .isEqualTo(DONE);
            assertThat(apply(twin, NORD_COORDINATOR, inNord, parcel(twin, NORD_COORDINATOR)))
                    .as("the twin: a stranger applied first")
                    .isEqualTo(TAKEN);
        }
    }

    @Test
    void whatIsWrittenStaysBetweenTheTwoEnds() throws SQLException {
        UUID id = application();
        UUID other = application();
        UUID question = UUID.randomUUID();
        try (Intruder here = Intruder.here()) {
            assertThat(write(here, NORD_COORDINATOR, id, null, SYD_COORDINATOR)).isEqualTo(FORBIDDEN);
            assertThat(here.tries(
                            PROGRAMME_CASEWORKER,
                            NOTE,
                            question,
                            id,
                            "QUESTION",
                            null,
                            org(PROGRAMME_CASEWORKER),
                            PROGRAMME_CASEWORKER.id().value(),
                            org(NORD_COORDINATOR)))
                    .isEqualTo(DONE);
            assertThat(write(here, NORD_COORDINATOR, other, question, PROGRAMME_CASEWORKER))
                    .as("a reply from another application would take the place of the one asked for")
                    .isEqualTo("23503");
            assertThat(write(here, NORD_COORDINATOR, id, question, PROGRAMME_CASEWORKER))
                    .isEqualTo(DONE);
        }
        try (Intruder twin = Intruder.without("from_end_to_end", "support.note")) {
            assertThat(write(twin, NORD_COORDINATOR, id, null, SYD_COORDINATOR))
                    .as("the twin: somebody outside is told that there is something")
                    .isEqualTo(DONE);
        }
    }

    private static String write(
            Intruder intruder,
            Personas who,
            UUID application,
            @org.jspecify.annotations.Nullable UUID replies,
            Personas to)
            throws SQLException {
        return intruder.tries(
                who,
                NOTE,
                UUID.randomUUID(),
                application,
                replies == null ? "QUESTION" : "REPLY",
                replies,
                org(who),
                who.id().value(),
                org(to));
    }

    private static String apply(Intruder intruder, Personas who, CaseId caseId, UUID parcel) throws SQLException {
        return intruder.tries(
                who,
                APPLICATION,
                UUID.randomUUID(),
                org(who),
                org(PROGRAMME_CASEWORKER),
                caseId.value(),
                parcel,
                who.id().value());
    }

    private static UUID parcel(Intruder intruder, Personas by) throws SQLException {
        UUID id = UUID.randomUUID();
        assertThat(intruder.tries(by, PARCEL, id, org(by), org(PROGRAMME_CASEWORKER)))
                .isEqualTo(DONE);
        return id;
    }

    private UUID application() {
        return support.applied(NORD_COORDINATOR, cases.opened(NORD_COORDINATOR)).value();
    }

    private static UUID person(Personas of) {
        UUID id = UUID.randomUUID();
        TestInstallation.owner()
                .sql("insert into people.person (id, organisation, created_at) values (?, ?, now())")
                .params(id, org(of))
                .update();
        return id;
    }

    private static UUID org(Personas who) {
        return who.place().id().value();
    }
}
