package se.ledfyr.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.NORD_LEAD;
import static se.ledfyr.personas.Personas.RETURN_CASEWORKER;
import static se.ledfyr.personas.Personas.RETURN_LEAD;
import static se.ledfyr.returns.TestReturns.TODAY;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.deadlines.TestTime;
import se.ledfyr.emergency.SealedCases;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.people.PersonId;

/// What a plan of costs says once somebody of the group is sealed: to colleagues as if there were one
/// fewer, to the account of the
/// programme what it said before, since whoever is sealed travels and must be paid for.
@HouseTest
class SealedSharesTests {

    private static final long PLAN = 1_000_003;

    @Autowired
    private TestReturns some;

    @Autowired
    private Applying applying;

    @Autowired
    private Admitting admitting;

    @Autowired
    private Returns returns;

    @Autowired
    private SealedCases sealed;

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
    void aPlanIsSharedAnewWhenSomebodyIsSealedAndWhenTheyAreNoMore() {
        TestReturns.Found found = some.found(NORD_COORDINATOR, 4);
        GroupId group = NORD_COORDINATOR
                .acting()
                .get(() -> applying.openGroup(some.group(found, List.of(new NewCost("tickets", PLAN, 1)))));
        List<ReturnLine> lines =
                NORD_COORDINATOR.acting().get(() -> returns.get(group)).lines();
        RETURN_CASEWORKER
                .acting()
                .run(() -> admitting.admit(
                        lines.stream().map(line -> line.application().id()).toList(), TODAY));
        assertThat(promised(group)).isEqualTo(PLAN);
        PersonId person = Objects.requireNonNull(lines.getFirst().person());

        NORD_LEAD.acting().run(() -> sealed.seal(person, Set.of(NORD_LEAD.id()), "Hotas"));

        assertThat(NORD_COORDINATOR.acting().get(() -> returns.get(group)).lines().stream()
                        .mapToLong(line -> line.application().money().plannedOre())
                        .sum())
                .as("what a colleague sees is the whole plan")
                .isEqualTo(PLAN);
        assertThat(NORD_COORDINATOR.acting().get(() -> returns.get(group)).lines())
                .hasSize(3);
        assertThat(promised(group)).as("nobody costs the price of the list").isEqualTo(PLAN);
        assertThat(RETURN_LEAD.acting().get(() -> returns.get(group)).plannedOre())
                .isEqualTo(PLAN);

        NORD_LEAD.acting().run(() -> sealed.lift(person, "Läget är lugnt"));
        assertThat(NORD_COORDINATOR.acting().get(() -> returns.get(group)).lines())
                .extracting(line -> line.application().money().plannedOre())
                .containsExactlyInAnyOrder(250_001L, 250_001L, 250_001L, 250_000L);
        assertThat(promised(group)).isEqualTo(PLAN);
    }

    /// What the account has promised for the group, without looking at the price of the list.
    private static long promised(GroupId group) {
        return TestInstallation.owner()
                .sql("""
                        select sum(coalesce(r.written_ore, 99000000))
                        from budget.returns_of(?, '2026-01-01', '2026-12-31') r
                                 join returns.application a on a.id = r.return_id
                        where a.group_id = ?
                        """)
                .params(RETURN_CASEWORKER.place().id().value(), group.value())
                .query(Long.class)
                .single();
    }
}
