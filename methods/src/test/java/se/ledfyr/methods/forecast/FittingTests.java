package se.ledfyr.methods.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is learnt from a history: the rate, its drift, the seasons and the groups.
class FittingTests {

    private static final LocalDate START = LocalDate.of(2021, 1, 1);
    private static final LocalDate END = LocalDate.of(2024, 1, 1);

    private static History monthly(int... perMonth) {
        List<Admission> all = new ArrayList<>();
        int party = 0;
        for (int month = 0; month < perMonth.length; month++) {
            for (int i = 0; i < perMonth[month]; i++) {
                all.add(new Admission(START.plusMonths(month).plusDays(i % 28), party++, null, Course.FREE));
            }
        }
        return new History(START, START.plusMonths(perMonth.length), all);
    }

    private static int[] repeated(int... year) {
        int[] all = new int[36];
        for (int i = 0; i < 36; i++) {
            all[i] = year[i % year.length];
        }
        return all;
    }

    @Test
    void aSteadyRateIsLearntAndDoesNotFade() {
        Rate rate = Rate.fit(monthly(repeated(6)), Seasons.NONE);
        assertThat(rate.mean()).isCloseTo(6, within(0.2));
        assertThat(rate.discount()).isEqualTo(1);
    }

    @Test
    void aRateThatFellIsFollowed() {
        int[] fallen = repeated(12);
        java.util.Arrays.fill(fallen, 12, 36, 3);
        Rate rate = Rate.fit(monthly(fallen), Seasons.NONE);
        assertThat(rate.mean()).isLessThan(4);
        assertThat(rate.discount()).isLessThan(0.97);
    }

    @Test
    void aSeasonIsSeenOnlyWhereItIsClear() {
        assertThat(Seasons.fit(monthly(repeated(5, 6, 4, 5, 7, 5, 6, 5, 4, 6, 5, 5)))
                        .isFlat())
                .isTrue();
        Seasons harvest = Seasons.fit(monthly(repeated(1, 1, 1, 2, 2, 2, 12, 14, 12, 2, 1, 1)));
        assertThat(harvest.factors().get(2)).isGreaterThan(2);
        assertThat(harvest.factors().stream()
                        .mapToDouble(factor -> factor)
                        .average()
                        .orElseThrow())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void oneYearShowsNoSeason() {
        assertThat(Seasons.fit(monthly(1, 1, 1, 2, 2, 2, 12, 14, 12, 2, 1, 1)).isFlat())
                .isTrue();
    }

    @Test
    void whoHasNeverSeenAGroupStillExpectsThatOneMayCome() {
        GroupShocks groups = GroupShocks.fit(monthly(repeated(3)));
        assertThat(groups.perYear()).isCloseTo(0.125, within(0.001));
        assertThat(Math.exp(groups.logSize())).isCloseTo(15, within(0.001));
    }

    @Test
    void groupsThatCameAreLearntFrom() {
        List<Admission> all = new ArrayList<>();
        for (int group = 0; group < 6; group++) {
            for (int i = 0; i < 40; i++) {
                all.add(new Admission(START.plusMonths(group * 5L).plusDays(i % 11), group, group, Course.FREE));
            }
        }
        GroupShocks groups = GroupShocks.fit(new History(START, END, all));
        assertThat(groups.perYear()).isCloseTo(6.5 / 4, within(0.01));
        assertThat(Math.exp(groups.logSize())).isBetween(33.0, 40.0);
        assertThat(groups.span()).isEqualTo(10);
    }

    @Test
    void membersOfAPartyComeTogether() {
        List<Admission> family = List.of(
                new Admission(START, 1, null, new Course(0, 60, 150_000)),
                new Admission(START, 1, null, new Course(0, 60, 150_000)));
        ArrivalModel model = ArrivalModel.fit(new History(START, END, family), Course.FREE, 0);
        assertThat(model.parties()).hasSize(1);
        assertThat(model.parties().getFirst()).hasSize(2);
    }

    @Test
    void nobodyYetIsAHistoryToo() {
        ArrivalModel model = ArrivalModel.fit(new History(START, END, List.of()), new Course(100, 0, 0), 0);
        assertThat(model.rate().mean()).isLessThan(0.1);
        assertThat(model.parties()).containsExactly(List.of(new Course(100, 0, 0)));
    }
}
