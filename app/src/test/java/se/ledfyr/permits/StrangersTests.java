package se.ledfyr.permits;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Intruder.DONE;
import static se.ledfyr.personas.Intruder.FORBIDDEN;
import static se.ledfyr.personas.Personas.MUNICIPALITY_CASEWORKER;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.TestCases;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Intruder;

/// An own file opens an application, so nobody makes one for somebody else's.
@HouseTest
class StrangersTests {

    private static final String OWN_FILE =
            "insert into permits.own_file (application_id, organisation, person_id) values (?, ?, ?)";
    private static final String PERMIT = """
            insert into permits.permit (id, organisation, person_id, kind, decided_by, source, application_id, noted_at)
            values (gen_random_uuid(), ?, ?, 'kind_unknown', 'migration_agency', 'decision', ?, now())
            """;

    @Autowired
    private TestPermits some;

    @Autowired
    private TestCases cases;

    @Test
    void nobodyOpensTheApplicationOfAnother() throws SQLException {
        UUID id = applied();
        UUID person = personInSyd();
        UUID syd = SYD_COORDINATOR.place().id().value();
        try (Intruder here = Intruder.here()) {
            assertThat(here.tries(SYD_COORDINATOR, OWN_FILE, id, syd, person)).isEqualTo(FORBIDDEN);
            assertThat(here.tries(SYD_COORDINATOR, OWN_FILE, UUID.randomUUID(), syd, person))
                    .as("whether there is such an application does not show")
                    .isEqualTo(FORBIDDEN);
            assertThat(here.sees(SYD_COORDINATOR, "permits.application where id = ?", id))
                    .isZero();
            assertThat(here.tries(SYD_COORDINATOR, PERMIT, syd, person, id)).isEqualTo(FORBIDDEN);
            assertThat(here.sees(MUNICIPALITY_CASEWORKER, "permits.application where id = ?", id))
                    .isOne();
        }
    }

    /// The twin: without the policy a stranger reads an application whose id they know.
    @Test
    void withoutThePolicyAStrangerReadsIt() throws SQLException {
        UUID id = applied();
        UUID syd = SYD_COORDINATOR.place().id().value();
        try (Intruder twin = Intruder.without("only_whoever_wrote_it_down", "permits.own_file")) {
            assertThat(twin.tries(SYD_COORDINATOR, OWN_FILE, id, syd, personInSyd()))
                    .isEqualTo(DONE);
            assertThat(twin.sees(SYD_COORDINATOR, "permits.application where id = ?", id))
                    .isOne();
        }
    }

    private UUID applied() {
        return some.applied(MUNICIPALITY_CASEWORKER, cases.opened(MUNICIPALITY_CASEWORKER), true)
                .value();
    }

    private static UUID personInSyd() {
        UUID id = UUID.randomUUID();
        TestInstallation.owner()
                .sql("insert into people.person (id, organisation, created_at) values (?, ?, now())")
                .params(id, SYD_COORDINATOR.place().id().value())
                .update();
        return id;
    }
}
