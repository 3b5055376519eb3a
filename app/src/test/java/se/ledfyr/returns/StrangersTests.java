package se.ledfyr.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Intruder.DONE;
import static se.ledfyr.personas.Intruder.FORBIDDEN;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.RETURN_CASEWORKER;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.deadlines.TestTime;
import se.ledfyr.personas.Intruder;
import se.ledfyr.personas.Personas;

/// Nobody ends what others sent along, asks somebody who carries out no returns, or notes in another's name.
@HouseTest
class StrangersTests {

    private static final String PARCEL = """
            insert into people.parcel (id, from_organisation, to_organisation, groups, data_key, made_at)
            values (?, ?, ?, '{basics}', '\\x00', '2026-11-20T09:00:00Z')
            """;
    private static final String APPLICATION = """
            insert into returns.application (id, organisation, operator, role, return_country, told_on, told_about, told_language,
                told_interpreter, opened_on, opened_at, opened_by, answer_by, form_by, parcel_id, changed_at)
            values (?, ?, ?, 'exploited', 'TH', '2026-11-20', '{voluntary}', 'th', 'telephone', '2026-11-20', now(), ?, '2026-11-23',
                '2026-12-20', ?, now())
            """;
    private static final String WITHDRAW =
            "update returns.application set state = 'WITHDRAWN', changed_at = now() where id = ?";
    private static final String MEASURE = """
            insert into returns.measure (id, application_id, kind, given_on, noted_in, noted_by, noted_at)
            values (gen_random_uuid(), ?, 'travel', '2026-11-21', ?, ?, now())
            """;
    private static final String OPEN_PARCEL = "people.parcel where id = ? and data_key is not null";

    @Autowired
    private TestReturns test;

    @Test
    void nobodyEndsWhatAnotherSentAlong() throws SQLException {
        try (Intruder here = Intruder.here()) {
            UUID theirs = parcel(here, NORD_COORDINATOR);
            assertThat(open(here, UUID.randomUUID(), RETURN_CASEWORKER, theirs)).isEqualTo(FORBIDDEN);
            assertThat(open(here, UUID.randomUUID(), RETURN_CASEWORKER, UUID.randomUUID()))
                    .as("whether there is such a parcel does not show")
                    .isEqualTo(FORBIDDEN);
            assertThat(open(here, UUID.randomUUID(), RETURN_CASEWORKER, parcel(here, SYD_COORDINATOR)))
                    .isEqualTo(DONE);
        }
    }

    /// The twin: without the policy a stranger opens an application with another's parcel, and withdraws it.
    @Test
    void withoutThePolicyAStrangerDestroysIt() throws SQLException {
        try (Intruder twin = Intruder.without("sent_by_oneself", "returns.application")) {
            UUID theirs = parcel(twin, NORD_COORDINATOR);
            UUID mine = UUID.randomUUID();
            assertThat(open(twin, mine, RETURN_CASEWORKER, theirs)).isEqualTo(DONE);
            assertThat(twin.sees(NORD_COORDINATOR, OPEN_PARCEL, theirs)).isOne();
            assertThat(twin.tries(SYD_COORDINATOR, WITHDRAW, mine)).isEqualTo(DONE);
            assertThat(twin.sees(NORD_COORDINATOR, OPEN_PARCEL, theirs)).isZero();
        }
    }

    @Test
    void onlyWhoCarriesOutReturnsIsAsked() throws SQLException {
        try (Intruder here = Intruder.here()) {
            UUID parcel = UUID.randomUUID();
            assertThat(here.tries(SYD_COORDINATOR, PARCEL, parcel, org(SYD_COORDINATOR), org(NGO_CASEWORKER)))
                    .isEqualTo(DONE);
            assertThat(open(here, UUID.randomUUID(), NGO_CASEWORKER, parcel)).isEqualTo(FORBIDDEN);
        }
    }

    @Test
    void nobodyNotesInTheNameOfAnother() throws SQLException {
        UUID id;
        try (TestTime time = TestTime.travel()) {
            time.to(Instant.parse("2026-11-25T09:00:00Z"));
            id = test.opened(NORD_COORDINATOR, "Niran Egen").value();
        }
        UUID me = NORD_COORDINATOR.id().value();
        try (Intruder here = Intruder.here()) {
            assertThat(here.tries(NORD_COORDINATOR, MEASURE, id, org(RETURN_CASEWORKER), me))
                    .isEqualTo(FORBIDDEN);
            assertThat(here.tries(NORD_COORDINATOR, MEASURE, id, org(NORD_COORDINATOR), me))
                    .isEqualTo(DONE);
            assertThat(here.tries(SYD_COORDINATOR, MEASURE, id, org(SYD_COORDINATOR), me))
                    .as("a bystander")
                    .isEqualTo(FORBIDDEN);
        }
        try (Intruder twin = Intruder.without("noted_in_ones_own_name", "returns.measure")) {
            assertThat(twin.tries(NORD_COORDINATOR, MEASURE, id, org(RETURN_CASEWORKER), me))
                    .as("the twin")
                    .isEqualTo(DONE);
        }
    }

    private static String open(Intruder intruder, UUID id, Personas operator, UUID parcel) throws SQLException {
        return intruder.tries(
                SYD_COORDINATOR,
                APPLICATION,
                id,
                org(SYD_COORDINATOR),
                org(operator),
                SYD_COORDINATOR.id().value(),
                parcel);
    }

    private static UUID parcel(Intruder intruder, Personas by) throws SQLException {
        UUID id = UUID.randomUUID();
        assertThat(intruder.tries(by, PARCEL, id, org(by), org(RETURN_CASEWORKER)))
                .isEqualTo(DONE);
        return id;
    }

    private static UUID org(Personas who) {
        return who.place().id().value();
    }
}
