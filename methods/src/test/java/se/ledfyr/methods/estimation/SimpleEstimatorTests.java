package se.ledfyr.methods.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class SimpleEstimatorTests {

    @Test
    void lincolnPetersenAndChapmanByHand() {
        TwoLists lists = new TwoLists(100, 50, 20);
        assertThat(lists.lincolnPetersen()).hasValue(250);
        assertThat(lists.chapman()).isCloseTo(101.0 * 51 / 21 - 1, within(1e-12));
    }

    @Test
    void listsThatDoNotMeetGiveOnlyChapman() {
        TwoLists apart = new TwoLists(9, 4, 0);
        assertThat(apart.lincolnPetersen()).isEmpty();
        assertThat(apart.chapman()).isEqualTo(49);
        assertThatIllegalArgumentException().isThrownBy(() -> new TwoLists(3, 2, 3));
    }

    @Test
    void chaosLowerBoundByHand() {
        LowerBound bound = LowerBound.of(Reference.table("Artificial_3"));
        assertThat(bound).isEqualTo(new LowerBound(3, 96, 90, 6));
        assertThat(bound.total()).hasValue(96 + 2.0 / 3 * 8100 / 12);
        assertThat(bound.corrected()).isCloseTo(96 + 2.0 / 3 * 90 * 89 / 14, within(1e-9));
        assertThat(new LowerBound(3, 5, 5, 0).total()).isEmpty();
    }

    /// With two lists the main effects are Lincoln and Petersen's estimate.
    @Test
    void mainEffectsOfTwoListsAreLincolnPetersen() {
        CaptureTable table = CaptureTable.of(
                List.of("A", "B"), List.of(new Captured(1, 81), new Captured(2, 37), new Captured(3, 12)));
        Estimate fitted = (Estimate) new FixedModel(Model.mainEffects(2)).estimate(table);
        assertThat(fitted.total())
                .isCloseTo(TwoLists.of(table, 0, 1).lincolnPetersen().orElseThrow(), within(1e-8));
    }

    /// 2,000 draws of two independent lists from 500 people. Estimates spread by about 42, their mean
    /// by 0.94, so it lies within 3 of the truth in all but one of 700 tries.
    @Test
    void chapmanIsUnbiasedWhenListsAreIndependent() {
        assertThat(meanOfDraws(TwoLists::chapman)).isCloseTo(500, within(3.0));
    }

    /// The twin: where only the overlap is raised by one and not the lists, the mean is seen to be off.
    @Test
    void aBrokenFormWouldBeSeen() {
        assertThat(Math.abs(meanOfDraws(lists -> lists.first() * (double) lists.second() / (lists.both() + 1)) - 500))
                .isGreaterThan(3);
    }

    private static double meanOfDraws(ToDoubleFunction<TwoLists> estimator) {
        SplittableRandom random = new SplittableRandom(7);
        double sum = 0;
        for (int draw = 0; draw < 2000; draw++) {
            int first = 0;
            int second = 0;
            int both = 0;
            for (int person = 0; person < 500; person++) {
                boolean onFirst = random.nextDouble() < 0.4;
                boolean onSecond = random.nextDouble() < 0.3;
                first += onFirst ? 1 : 0;
                second += onSecond ? 1 : 0;
                both += onFirst && onSecond ? 1 : 0;
            }
            sum += estimator.applyAsDouble(new TwoLists(first, second, both));
        }
        return sum / 2000;
    }
}
