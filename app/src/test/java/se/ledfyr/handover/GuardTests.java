package se.ledfyr.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.MUNICIPALITY_CASEWORKER;
import static se.ledfyr.personas.Personas.NATIONAL_COORDINATOR;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.POLICE_CASEWORKER;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;

/// The database keeps to the same rules as the code, also for whoever gets past the code: every change
/// from every place an offer can be in, tried by everybody, as the application's own role.
@HouseTest
class GuardTests {

    /// The changes of a row that can be tried, each with the steps that make it.
    private enum Change {
        ACCEPT("state = 'ACCEPTED', " + Ends.SET, Step.ACCEPT, Step.TAKE_OVER),
        DECLINE("state = 'DECLINED', declined_at = now(), next_by = now(), " + Ends.SET, Step.DECLINE),
        DECLINE_TO_THE_OFFICE("state = 'TAKEN_FURTHER', declined_at = now(), " + Ends.SET, Step.DECLINE),
        WITHDRAW("state = 'WITHDRAWN', " + Ends.SET, Step.WITHDRAW),
        EXPIRE("state = 'EXPIRED', " + Ends.SET, Step.LET_GO, Step.HAND_BACK, Step.EXPIRE),
        LEAVE_AT_NO("state = 'DECLINED', " + Ends.SET, Step.LET_GO, Step.HAND_BACK, Step.EXPIRE),
        TAKE_FURTHER(
                "state = 'TAKEN_FURTHER', stage = 'REGION', next_by = now(), region_office = '" + id(NORD_COORDINATOR)
                        + "'",
                Step.TAKE_FURTHER),
        ANSWER_LATE("late_answer_at = now()", Step.DECLINE_LATE),
        REMIND("stage = 'REMINDED'", Step.REMIND),
        CARRY_TO_REGION(
                "stage = 'REGION', next_by = now(), region_office = '" + id(NORD_COORDINATOR) + "'",
                Step.CARRY_TO_REGION),
        CARRY_TO_NATION(
                "stage = 'NATION', next_by = now(), national_office = '" + id(NATIONAL_COORDINATOR) + "'",
                Step.CARRY_TO_NATION);

        private final String set;
        private final Set<Step> steps;

        Change(String set, Step... steps) {
            this.set = set;
            this.steps = Set.of(steps);
        }

        /// Whether the change is what a step makes of an offer.
        boolean isMade(Course after) {
            return switch (this) {
                case DECLINE, LEAVE_AT_NO -> after.state() == OfferState.DECLINED;
                case DECLINE_TO_THE_OFFICE -> after.state() == OfferState.TAKEN_FURTHER;
                case EXPIRE -> after.state() == OfferState.EXPIRED;
                case ACCEPT, WITHDRAW, TAKE_FURTHER, ANSWER_LATE, REMIND, CARRY_TO_REGION, CARRY_TO_NATION -> true;
            };
        }
    }

    private static final class Ends {

        static final String SET = "closed_at = now(), closed_by_organisation = access.acting_organisation(),"
                + " closed_by_member = access.acting_member()";
    }

    @Autowired
    TestOffers offers;

    @Test
    void theDatabaseAllowsExactlyWhatTheCodeAllows() throws SQLException {
        List<String> differences = new ArrayList<>();
        try (HikariDataSource pool = TestInstallation.pool(1);
                Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            for (Course course : CourseTests.reachable()) {
                UUID offer = offerAt(course);
                for (Party party : Party.values()) {
                    for (Change change : Change.values()) {
                        boolean inCode = change.steps.stream()
                                .anyMatch(step -> course.after(step, party)
                                        .filter(after -> change.isMade(after))
                                        .isPresent());
                        if (tries(connection, offer, who(party), party == Party.CLOCK, change) != inCode) {
                            differences.add("%s by %s from %s".formatted(change, party, course));
                        }
                    }
                }
                for (Change change : Change.values()) {
                    if (tries(connection, offer, SYD_COORDINATOR, false, change)) {
                        differences.add("%s by a bystander from %s".formatted(change, course));
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    /// The twin: without the guard the database would let everybody who sees an offer do anything.
    @Test
    void withoutTheGuardItWouldNot() throws SQLException {
        UUID offer = offerAt(Course.BEGUN);
        TestInstallation.owner()
                .sql("alter table handover.offer disable trigger guard_step")
                .update();
        try (HikariDataSource pool = TestInstallation.pool(1);
                Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            assertThat(tries(connection, offer, POLICE_CASEWORKER, false, Change.ACCEPT))
                    .isTrue();
        } finally {
            TestInstallation.owner()
                    .sql("alter table handover.offer enable trigger guard_step")
                    .update();
        }
    }

    private static boolean tries(Connection connection, UUID offer, Personas who, boolean clock, Change change)
            throws SQLException {
        try (PreparedStatement bind = connection.prepareStatement(
                        "select set_config('ledfyr.organisation', ?, true), set_config('ledfyr.member', ?, true)");
                PreparedStatement update =
                        connection.prepareStatement("update handover.offer set " + change.set + " where id = ?")) {
            bind.setString(1, id(who));
            bind.setString(2, clock ? "" : who.id().value().toString());
            bind.execute();
            update.setObject(1, offer);
            return update.executeUpdate() == 1;
        } catch (SQLException refused) {
            return false;
        } finally {
            connection.rollback();
        }
    }

    /// An offer from the police to the municipality in a place that its whole way would have led to.
    private UUID offerAt(Course course) {
        UUID offer = UUID.randomUUID();
        boolean carried = course.stage().isCarried();
        @Nullable String closedBy = course.isOpen() ? null : id(closer(course));
        TestInstallation.owner()
                .sql("""
                        insert into handover.offer (id, from_organisation, to_organisation, case_id, acute, route, region, rule,
                            offered_at, offered_by, half_at, answer_by, next_by, state, stage, region_office, national_office,
                            closed_at, closed_by_organisation, late_answer_at, declined_at)
                        values (?, ?::uuid, ?::uuid, ?, false, 'adult', 'nord', 'answer_other', now(), ?, now(), now(),
                            case when ? then now() end, ?, ?, ?::uuid, ?::uuid, case when ? then now() end, ?::uuid,
                            case when ? then now() end, case when ? then now() end)
                        """)
                .params(java.util.Arrays.asList(
                        offer,
                        id(POLICE_CASEWORKER),
                        id(MUNICIPALITY_CASEWORKER),
                        offers.caseOf(POLICE_CASEWORKER, "Vakt Påhittad").value(),
                        POLICE_CASEWORKER.id().value(),
                        carried || course.state() == OfferState.DECLINED,
                        course.state().name(),
                        course.stage().name(),
                        carried ? id(NORD_COORDINATOR) : null,
                        course.stage() == Stage.NATION ? id(NATIONAL_COORDINATOR) : null,
                        !course.isOpen(),
                        closedBy,
                        course.answeredLate(),
                        course.saidNo()))
                .update();
        return offer;
    }

    private static Personas who(Party party) {
        return switch (party) {
            case SENDER, CLOCK -> POLICE_CASEWORKER;
            case RECEIVER -> MUNICIPALITY_CASEWORKER;
            case REGION_OFFICE -> NORD_COORDINATOR;
            case NATIONAL_OFFICE -> NATIONAL_COORDINATOR;
        };
    }

    private static Personas closer(Course course) {
        return switch (course.state()) {
            case ACCEPTED -> course.byReceiver() ? MUNICIPALITY_CASEWORKER : NORD_COORDINATOR;
            case DECLINED, TAKEN_FURTHER -> MUNICIPALITY_CASEWORKER;
            case OPEN, WITHDRAWN, EXPIRED -> POLICE_CASEWORKER;
        };
    }

    private static String id(Personas persona) {
        return persona.place().id().value().toString();
    }
}
