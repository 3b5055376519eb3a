package se.ledfyr.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.NORD_STATISTICIAN;
import static se.ledfyr.personas.Personas.SYD_COORDINATOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.personas.Personas;

/// Lists of cases and cases that belong together.
@HouseTest
class HeldCasesTests {

    @Autowired
    Cases cases;

    @Autowired
    HeldCases held;

    @Autowired
    CaseLinks links;

    @Autowired
    TestCases some;

    @Test
    void aCaseStandsInTheListsOfWhoeverHoldsIt() {
        CaseId id = some.opened(NORD_COORDINATOR);

        assertThat(listed(NORD_COORDINATOR, HeldFilter.MINE)).contains(id);
        assertThat(listed(NORD_COORDINATOR, HeldFilter.ALL)).contains(id);
        assertThat(listed(NORD_COORDINATOR, HeldFilter.DUTY)).doesNotContain(id);
        assertThat(listed(SYD_COORDINATOR, HeldFilter.ALL)).doesNotContain(id);

        NORD_COORDINATOR.acting().run(() -> cases.moveInside(id, HolderInside.ON_DUTY));
        assertThat(listed(NORD_COORDINATOR, HeldFilter.DUTY)).contains(id);
        assertThat(listed(NORD_COORDINATOR, HeldFilter.MINE)).doesNotContain(id);
    }

    @Test
    void whatWasPassedOnAndWhatWasClosedIsListedWhereItHappened() {
        CaseId id = some.opened(NORD_COORDINATOR);
        some.pass(id, NORD_COORDINATOR, NGO_CASEWORKER);

        assertThat(listed(NORD_COORDINATOR, HeldFilter.PASSED_ON)).contains(id);
        assertThat(listed(NORD_COORDINATOR, HeldFilter.ALL)).doesNotContain(id);
        assertThat(listed(NGO_CASEWORKER, HeldFilter.ALL)).contains(id);

        some.pass(id, NGO_CASEWORKER, NORD_COORDINATOR);
        assertThat(listed(NORD_COORDINATOR, HeldFilter.PASSED_ON))
                .as("it came back")
                .doesNotContain(id);

        NORD_COORDINATOR.acting().run(() -> cases.close(id, new Closing("lost_contact", null)));
        assertThat(listed(NORD_COORDINATOR, HeldFilter.CLOSED)).contains(id);
        assertThat(listed(NGO_CASEWORKER, HeldFilter.CLOSED)).doesNotContain(id);
        assertThat(listed(NGO_CASEWORKER, HeldFilter.PASSED_ON)).doesNotContain(id);
    }

    @Test
    void namesAreOpenedOnlyWhenAskedFor() {
        CaseId id = some.opened(NORD_COORDINATOR, "Namne Listad");

        assertThat(line(NORD_COORDINATOR, HeldFilter.MINE, id, false).name()).isNull();
        assertThat(Objects.requireNonNull(line(NORD_COORDINATOR, HeldFilter.MINE, id, true)
                                .name())
                        .text())
                .isEqualTo("Namne Listad");
    }

    @Test
    void aListGoesOnWhereItsPageEnded() {
        List<CaseId> opened = java.util.stream.IntStream.range(0, HeldCases.LINES + 1)
                .mapToObj(n -> some.opened(SYD_COORDINATOR))
                .toList();
        SYD_COORDINATOR.acting().run(() -> {
            HeldPage first = held.list(HeldFilter.ALL, null, false);
            assertThat(first.lines()).hasSize(HeldCases.LINES);
            HeldPage.Place next =
                    HeldPage.Place.of(Objects.requireNonNull(first.next()).toString());
            assertThat(held.list(HeldFilter.ALL, next, false).lines())
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(first.lines());
        });
        assertThat(listed(SYD_COORDINATOR, HeldFilter.ALL)).containsAll(opened).doesNotHaveDuplicates();
    }

    @Test
    void nobodyAndStatisticiansHaveNoLists() {
        assertThatExceptionOfType(NotHere.class).isThrownBy(() -> held.list(HeldFilter.ALL, null, false));
        NORD_STATISTICIAN
                .acting()
                .run(() -> assertThatExceptionOfType(NotHere.class)
                        .isThrownBy(() -> held.list(HeldFilter.ALL, null, false)));
    }

    @Test
    void aLinkIsSeenFromBothEnds() {
        CaseId mother = some.opened(NORD_COORDINATOR);
        CaseId child = some.opened(NORD_COORDINATOR);
        NORD_COORDINATOR.acting().run(() -> {
            assertThat(links.link(mother, child, LinkKind.CHILD)).isTrue();
            assertThat(links.link(child, mother, LinkKind.PARENT)).as("again").isFalse();
            assertThat(links.list(mother))
                    .extracting(LinkedCase::id, LinkedCase::kind)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(child, LinkKind.CHILD));
            assertThat(links.list(child))
                    .extracting(LinkedCase::id, LinkedCase::kind)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(mother, LinkKind.PARENT));
            links.unlink(child, mother);
            assertThat(links.list(mother)).isEmpty();
        });
    }

    @Test
    void aLinkToACaseOneDoesNotSeeIsNotThere() {
        CaseId mother = some.opened(NORD_COORDINATOR);
        CaseId child = some.opened(NORD_COORDINATOR);
        CaseId strangers = some.opened(SYD_COORDINATOR);
        NORD_COORDINATOR.acting().run(() -> {
            links.link(mother, child, LinkKind.CHILD);
            assertThatExceptionOfType(NotHere.class).isThrownBy(() -> links.link(mother, strangers, LinkKind.RELATIVE));
        });

        some.pass(mother, NORD_COORDINATOR, NGO_CASEWORKER);
        NGO_CASEWORKER.acting().run(() -> assertThat(links.list(mother)).isEmpty());

        some.pass(child, NORD_COORDINATOR, NGO_CASEWORKER);
        NGO_CASEWORKER.acting().run(() -> assertThat(links.list(mother)).hasSize(1));
    }

    private HeldCase line(Personas who, HeldFilter filter, CaseId id, boolean named) {
        return lines(who, filter, named).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<CaseId> listed(Personas who, HeldFilter filter) {
        return lines(who, filter, false).stream().map(HeldCase::id).toList();
    }

    /// Every page of a list: other tests let days pass, so what is newest here need not stand first.
    private List<HeldCase> lines(Personas who, HeldFilter filter, boolean named) {
        return who.acting().get(() -> {
            List<HeldCase> lines = new ArrayList<>();
            HeldPage.@Nullable Place place = null;
            do {
                HeldPage page = held.list(filter, place, named);
                lines.addAll(page.lines());
                place = page.next();
            } while (place != null);
            return lines;
        });
    }
}
