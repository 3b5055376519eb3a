package se.ledfyr.methods.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SensitivityTests {

    private static final CaptureTable TABLE = CaptureTable.of(
            List.of("A", "B", "C"),
            List.of(
                    new Captured(0b001, 10),
                    new Captured(0b010, 20),
                    new Captured(0b100, 30),
                    new Captured(0b011, 4),
                    new Captured(0b101, 5),
                    new Captured(0b110, 6),
                    new Captured(0b111, 2)));

    private static Sensitivity stepwise(CaptureTable table) {
        return new Sensitivity(table, lists -> new Stepwise(Stepwise.USUAL_THRESHOLD));
    }

    private static List<Captured> rows(long one, long two, long both) {
        return List.of(new Captured(1, one), new Captured(2, two), new Captured(3, both));
    }

    @Test
    void aListLeftOutTakesItsOwnPeopleWithIt() {
        CaptureTable left = Rearranged.without(TABLE, 1).orElseThrow();
        assertThat(left.lists()).containsExactly("A", "C");
        assertThat(left.histories()).isEqualTo(rows(14, 36, 7));
        assertThat(left.observed()).isEqualTo(TABLE.observed() - 20);
    }

    @Test
    void mergedListsKeepEverybody() {
        CaptureTable merged = Rearranged.merged(TABLE, 0, 2).orElseThrow();
        assertThat(merged.lists()).containsExactly("A+C", "B");
        assertThat(merged.histories()).isEqualTo(rows(45, 20, 12));
        assertThat(merged.observed()).isEqualTo(TABLE.observed());
    }

    @Test
    void theOrderOfMergingDoesNotMatter() {
        CaptureTable one = Rearranged.merged(TABLE, 0, 2).orElseThrow();
        CaptureTable other = Rearranged.merged(TABLE, 2, 0).orElseThrow();
        assertThat(other.lists()).containsExactly("B", "C+A");
        assertThat(other.count(0b10)).isEqualTo(one.count(0b01));
        assertThat(other.count(0b11)).isEqualTo(one.count(0b11));
    }

    @Test
    void aLinkMoreMakesTwoPeopleOne() {
        CaptureTable more = Rearranged.relinked(TABLE, 0b011, 1).orElseThrow();
        assertThat(more.observed()).isEqualTo(TABLE.observed() - 1);
        assertThat(more.margin(0b011)).isEqualTo(TABLE.margin(0b011) + 1);
        assertThat(Rearranged.relinked(more, 0b011, -1).orElseThrow().hash()).isEqualTo(TABLE.hash());
    }

    /// A missed link makes the estimate too high, a wrong one too low.
    @Test
    void linksMoveTheEstimateTheWayTheyShould() throws InterruptedException {
        Sensitivity main = new Sensitivity(TABLE, lists -> new FixedModel(Model.mainEffects(lists)));
        double now = ((Estimate) new FixedModel(Model.mainEffects(3)).estimate(TABLE)).total();
        List<Variant> variants = main.variants();
        assertThat(variants).hasSize(3 + 3 + 3 + 3);
        for (Variant variant : variants) {
            if (variant.kind() == Variant.Kind.ONE_LINK_MORE) {
                assertThat(((Estimate) variant.outcome()).total()).isLessThan(now);
            } else if (variant.kind() == Variant.Kind.ONE_LINK_LESS) {
                assertThat(((Estimate) variant.outcome()).total()).isGreaterThan(now);
            }
        }
    }

    @Test
    void everyThresholdIsTheOneOfTheReference() {
        CaptureTable table = Reference.table("UKdat_5");
        List<Variant> variants = stepwise(table).thresholds();
        assertThat(variants).hasSize(7);
        for (Variant variant : variants) {
            Reference.Row row = LogLinearReferenceTests.converged().stream()
                    .filter(any -> any.get("dataset").equals("UKdat_5")
                            && any.get("options").equals("pthresh=" + variant.what()))
                    .findFirst()
                    .orElseThrow();
            double expected = row.number("estimate");
            assertThat(((Estimate) variant.outcome()).total()).isCloseTo(expected, within(expected * 1e-7));
        }
    }

    /// With independent lists drawn as in the model, hidden lists are told rightly: here counts are the
    /// products themselves, so the answer is the truth up to rounding of counts.
    @Test
    void aHiddenListIsToldWhereListsAreIndependent() {
        double[] chances = {0.5, 0.4, 0.3, 0.6};
        List<Captured> rows = java.util.stream.IntStream.range(1, 16)
                .mapToObj(history -> new Captured(history, Math.round(1_000_000 * chance(history, chances))))
                .toList();
        CaptureTable table = CaptureTable.of(List.of("A", "B", "C", "D"), rows);
        List<HiddenList> hidden =
                new Sensitivity(table, lists -> new FixedModel(Model.mainEffects(lists))).hiddenLists();
        assertThat(hidden).extracting(HiddenList::list).containsExactly("A", "B", "C", "D");
        for (HiddenList check : hidden) {
            double told = ((Estimate) check.outcome()).total();
            // Those on the hidden list alone are told, not counted.
            assertThat(((Estimate) check.outcome()).observed()).isLessThan(check.truth());
            assertThat(told).isCloseTo(check.truth(), within(1e-4 * check.truth()));
        }
    }

    /// The twin: where two lists refer people to each other, what they say of the others is off.
    @Test
    void dependentListsAreSeenToFail() {
        CaptureTable kosovo = Reference.table("Kosovo");
        List<HiddenList> hidden =
                new Sensitivity(kosovo, lists -> new FixedModel(Model.mainEffects(lists))).hiddenLists();
        assertThat(hidden)
                .hasSize(4)
                .anySatisfy(check -> assertThat(Math.abs(((Estimate) check.outcome()).total() / check.truth() - 1))
                        .isGreaterThan(0.2));
    }

    private static double chance(int history, double[] chances) {
        double product = 1;
        for (int list = 0; list < chances.length; list++) {
            product *= (history >> list & 1) == 1 ? chances[list] : 1 - chances[list];
        }
        return product;
    }

    @Test
    void threeListsAreTooFewToHideOneAndTwoToLeaveOneOut() throws InterruptedException {
        assertThat(stepwise(TABLE).hiddenLists()).isEmpty();
        CaptureTable two = CaptureTable.of(List.of("A", "B"), rows(10, 20, 4));
        assertThat(stepwise(two).variants())
                .extracting(Variant::kind)
                .containsExactly(Variant.Kind.ONE_LINK_LESS, Variant.Kind.ONE_LINK_MORE);
    }

    @Test
    void theWorkStopsWhenInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> stepwise(TABLE).variants()).isInstanceOf(InterruptedException.class);
    }
}
