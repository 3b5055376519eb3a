package se.ledfyr.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.ledfyr.HouseTest;
import se.ledfyr.emergency.Circle;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.organisations.OrganisationKind;

/// A letter about an application says that something happened with somebody: where they are sealed it goes to those
/// who are named alone.
@HouseTest
class LettersOfSealedTests {

    @Test
    void aLetterAboutSomebodySealedGoesToThoseWhoAreNamed() {
        Circle office = Circle.make(OrganisationKind.PROGRAMME_OFFICE);
        UUID application = applied(office);

        assertThat(toldOf(office, application, null))
                .as("the twin: nobody is sealed, so both who work there are told")
                .containsExactlyInAnyOrder(
                        office.insider().id().value(), office.outsider().id().value());
        seal(office, application);
        assertThat(toldOf(office, application, null))
                .containsExactly(office.insider().id().value());
        assertThat(toldOf(office, application, office.outsider().id().value()))
                .as("whoever wrote it down once")
                .containsExactly(office.insider().id().value());
    }

    private static Set<UUID> toldOf(Circle office, UUID application, @org.jspecify.annotations.Nullable UUID who) {
        owner(
                "delete from deadlines.letter where organisation = ?",
                office.office().value());
        TestInstallation.owner()
                .sql("select support.write_letter(?, ?::uuid, 'support.letter.written', ?, now())")
                .params(java.util.Arrays.asList(office.office().value(), who, application))
                .query()
                .listOfRows();
        return TestInstallation.owner()
                .sql("select member from deadlines.letter where organisation = ?")
                .param(office.office().value())
                .query(UUID.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /// By telephone, so that the office stands at both ends.
    private static UUID applied(Circle office) {
        UUID application = UUID.randomUUID();
        UUID person = UUID.randomUUID();
        owner(
                "insert into people.person (id, organisation, created_at) values (?, ?, now())",
                person,
                office.office().value());
        owner(
                """
                insert into support.application (id, from_organisation, to_organisation, applicant, channel, region, age_group,
                    children, ground, components, applied_on, made_at, made_by)
                values (?, ?, ?, 'person', 'TELEPHONE', 'nord', 'adult', 0, 'law_gap', array['rest_period'], current_date, now(), ?)
                """,
                application,
                office.office().value(),
                office.office().value(),
                office.outsider().id().value());
        owner(
                "insert into support.own_file (application_id, organisation, person_id) values (?, ?, ?)",
                application,
                office.office().value(),
                person);
        return application;
    }

    private static void seal(Circle office, UUID application) {
        owner("""
                insert into emergency.seal (id, organisation, person_id, sealed_at, sealed_by, reason)
                select gen_random_uuid(), organisation, person_id, now(), ?, 'x' from support.own_file where application_id = ?
                """, office.lead().id().value(), application);
        owner("""
                insert into emergency.insider (organisation, person_id, member, since)
                select organisation, person_id, ?, now() from support.own_file where application_id = ?
                """, office.insider().id().value(), application);
    }

    private static void owner(String sql, Object... values) {
        TestInstallation.owner().sql(sql).params(values).update();
    }
}
