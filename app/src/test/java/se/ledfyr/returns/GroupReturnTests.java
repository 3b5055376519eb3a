package se.ledfyr.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.RETURN_CASEWORKER;
import static se.ledfyr.returns.TestReturns.TODAY;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.deadlines.TestTime;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;

/// One act for many who go together, each decided alone.
@HouseTest
class GroupReturnTests {

    @Autowired
    TestReturns test;

    @Autowired
    Applying applying;

    @Autowired
    Admitting admitting;

    @Autowired
    Journeys journeys;

    @Autowired
    Returns returns;

    private TestTime time = TestTime.travel();

    @BeforeEach
    void travel() {
        time = TestTime.travel().to(Instant.parse("2026-11-25T09:00:00Z"));
    }

    @AfterEach
    void back() {
        time.close();
    }

    /// How long it took is printed, not asserted: a busy machine is no fault.
    @Test
    void aHundredAndEightyAreAppliedForInOneAct() {
        TestReturns.Found found = test.found(NORD_COORDINATOR, 180);
        Instant start = Instant.now();
        GroupId id = NORD_COORDINATOR
                .acting()
                .get(() -> applying.openGroup(test.group(found, List.of(new NewCost("tickets", 512_345, 180)))));
        Duration took = Duration.between(start, Instant.now());
        System.out.printf(Locale.ROOT, "Group application of 180: %d ms%n", took.toMillis());
        GroupFile group = seen(RETURN_CASEWORKER, id);
        assertThat(group.lines()).hasSize(180);
        assertThat(group.told()).hasSize(180);
        start = Instant.now();
        RETURN_CASEWORKER.acting().run(() -> admitting.admit(ids(group), TODAY));
        System.out.printf(
                Locale.ROOT,
                "Admission of 180: %d ms%n",
                Duration.between(start, Instant.now()).toMillis());
        assertThat(seen(NORD_COORDINATOR, id).in(ReturnState.ADMITTED)).isEqualTo(180);
        assertThat(grants(found.code())).isEqualTo(180);
    }

    @Test
    void thePlanIsSharedOutInWholeOre() {
        TestReturns.Found found = test.found(NORD_COORDINATOR, 3);
        GroupId id = NORD_COORDINATOR
                .acting()
                .get(() -> applying.openGroup(test.group(found, List.of(new NewCost("interpreter", 10_000, 1)))));
        assertThat(planned(id)).containsExactlyInAnyOrder(3_334L, 3_333L, 3_333L);
        ReturnId first = ids(seen(NORD_COORDINATOR, id)).getFirst();
        RETURN_CASEWORKER.acting().run(() -> admitting.refuse(List.of(first), "not_safe", TODAY));
        assertThat(seen(NORD_COORDINATOR, id).lines().stream()
                        .map(ReturnLine::application)
                        .filter(Return::isLive)
                        .map(one -> one.money().plannedOre()))
                .containsExactly(5_000L, 5_000L);
    }

    @Test
    void oneRowThatCannotBeRefusesTheWholeActAndIsNamed() {
        TestReturns.Found found = test.found(NORD_COORDINATOR, 3);
        List<NewGroup.Row> rows = new ArrayList<>();
        found.registrations().forEach(each -> rows.add(new NewGroup.Row(each, null, null)));
        rows.set(1, new NewGroup.Row(found.registrations().get(1), "QQ", null));
        NewGroup group = new NewGroup(found.event(), TestReturns.terms(), rows, List.of());
        assertThatExceptionOfType(RowFault.class)
                .isThrownBy(() -> NORD_COORDINATOR.acting().run(() -> applying.openGroup(group)))
                .matches(
                        fault -> fault.row().equals(found.registrations().get(1).value()));
        assertThat(count(found.code())).isZero();
    }

    @Test
    void departuresForManyAreAllOrNone() {
        TestReturns.Found found = test.found(NORD_COORDINATOR, 3);
        GroupId id = NORD_COORDINATOR.acting().get(() -> applying.openGroup(test.group(found, List.of())));
        List<ReturnId> all = ids(seen(NORD_COORDINATOR, id));
        NORD_COORDINATOR.acting().run(() -> admitting.withdraw(all.getLast()));
        assertThatExceptionOfType(NotHere.class)
                .isThrownBy(() -> NORD_COORDINATOR.acting().run(() -> journeys.depart(all, TODAY)));
        assertThat(seen(NORD_COORDINATOR, id).stages().get(Stage.JOURNEY)).isZero();
        // In a group the journey may come before the decision and the form.
        NORD_COORDINATOR.acting().run(() -> journeys.depart(all.subList(0, 2), TODAY));
        RETURN_CASEWORKER.acting().run(() -> admitting.admit(all.subList(0, 2), TODAY));
        assertThat(seen(NORD_COORDINATOR, id).stages().get(Stage.JOURNEY)).isEqualTo(2);
    }

    @Test
    void aGroupSharesOneClockForWhatIsDueOnTheSameDay() {
        TestReturns.Found found = test.found(NORD_COORDINATOR, 5);
        GroupId id = NORD_COORDINATOR.acting().get(() -> applying.openGroup(test.group(found, List.of())));
        assertThat(clocks(id)).containsExactly("return_decision RUNNING");
        RETURN_CASEWORKER.acting().run(() -> admitting.admit(ids(seen(RETURN_CASEWORKER, id)), TODAY));
        assertThat(clocks(id)).containsExactly("return_decision STOPPED", "return_form RUNNING", "return_form RUNNING");
    }

    @Test
    void aBystanderSeesNoGroup() {
        TestReturns.Found found = test.found(NORD_COORDINATOR, 2);
        GroupId id = NORD_COORDINATOR.acting().get(() -> applying.openGroup(test.group(found, List.of())));
        for (Personas persona : List.of(Personas.SYD_COORDINATOR, Personas.NGO_CASEWORKER)) {
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> seen(persona, id));
        }
    }

    private GroupFile seen(Personas who, GroupId id) {
        return who.acting().get(() -> returns.get(id));
    }

    private static List<ReturnId> ids(GroupFile group) {
        return group.lines().stream().map(line -> line.application().id()).toList();
    }

    private List<Long> planned(GroupId id) {
        return seen(NORD_COORDINATOR, id).lines().stream()
                .map(line -> line.application().money().plannedOre())
                .toList();
    }

    private static long grants(String code) {
        return single("select count(*) from programmes.amp_grant where group_case = ?", code);
    }

    private static long count(String code) {
        return single("select count(*) from returns.return_group where code = ?", code);
    }

    private static long single(String query, String code) {
        return TestInstallation.owner().sql(query).param(code).query(Long.class).single();
    }

    private static List<String> clocks(GroupId id) {
        return TestInstallation.owner()
                .sql("select kind || ' ' || stage from deadlines.clock where path = ? order by 1")
                .param("/returns/groups/" + id.value())
                .query(String.class)
                .list();
    }
}
