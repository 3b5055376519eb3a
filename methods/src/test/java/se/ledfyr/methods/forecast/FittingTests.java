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

    private static double seasonOf(Levels levels, int month) {
        return levels.draws().stream()
                .mapToDouble(level -> level.seasons().of(java.time.YearMonth.of(2024, month)))
                .average()
                .orElseThrow();
    }

    @Test
    void aSteadyRateIsLearntAndDoesNotFadeMuch() {
        Levels levels = LevelFit.of(monthly(repeated(6)));
        assertThat(levels.mean()).isCloseTo(6, within(0.5));
        assertThat(levels.discount()).isGreaterThan(0.95);
    }

    @Test
    void aRateThatFellIsFollowed() {
        int[] fallen = repeated(12);
        java.util.Arrays.fill(fallen, 12, 36, 3);
        assertThat(LevelFit.of(monthly(fallen)).mean()).isBetween(2.5, 4.0);
    }

    @Test
    void aSeasonIsSeenWhereItIsClear() {
        Levels even = LevelFit.of(monthly(repeated(5, 6, 4, 5, 7, 5, 6, 5, 4, 6, 5, 5)));
        assertThat(seasonOf(even, 8) / seasonOf(even, 2)).isBetween(0.8, 1.25);
        Levels harvest = LevelFit.of(monthly(repeated(1, 1, 1, 2, 2, 2, 12, 14, 12, 2, 1, 1)));
        assertThat(seasonOf(harvest, 8) / seasonOf(harvest, 2)).isGreaterThan(3);
    }

    @Test
    void oneYearShowsASeasonLessClearlyThanThree() {
        int[] year = {1, 1, 1, 2, 2, 2, 12, 14, 12, 2, 1, 1};
        Levels one = LevelFit.of(monthly(year));
        Levels three = LevelFit.of(monthly(repeated(year)));
        assertThat(seasonOf(one, 8) / seasonOf(one, 2)).isLessThan(seasonOf(three, 8) / seasonOf(three, 2));
    }

    @Test
    void howYearsDifferIsLearnt() {
        int[] uneven = repeated(9);
        java.util.Arrays.fill(uneven, 12, 24, 2);
        java.util.Arrays.fill(uneven, 24, 36, 11);
        assertThat(yearShape(monthly(uneven))).isLessThan(0.7 * yearShape(monthly(repeated(7))));
    }

    private static double yearShape(History history) {
        return LevelFit.of(history).draws().stream()
                .mapToDouble(Level::yearShape)
                .average()
                .orElseThrow();
    }

    @Test
    void theSameHistoryTeachesTheSame() {
        assertThat(LevelFit.of(monthly(repeated(4, 7, 2)))).isEqualTo(LevelFit.of(monthly(repeated(4, 7, 2))));
    }

    /// After complete groups of forty within three weeks: four have come in five days, so many more will. The twin
    /// is a forecast that does not count on them.
    @Test
    void aGroupThatHasBegunIsCountedOn() {
        List<Admission> all = new ArrayList<>();
        for (int group = 0; group < 6; group++) {
            for (int i = 0; i < 40; i++) {
                all.add(new Admission(START.plusMonths(group * 5L).plusDays(i % 21), group, group, Course.FREE));
            }
        }
        for (int i = 0; i < 4; i++) {
            all.add(new Admission(END.minusDays(5 - i), 99, 99, Course.FREE));
        }
        History begun = new History(START, END, all);
        GroupShocks groups = GroupShocks.fit(begun);
        assertThat(groups.underWay()).hasSize(1);
        assertThat(groups.underWay().getFirst().rests())
                .allSatisfy(rest -> assertThat(rest.days()).isPositive())
                .extracting(UnderWay.Rest::persons)
                .satisfies(rest -> assertThat(
                                rest.stream().mapToInt(each -> each).average().orElseThrow())
                        .isBetween(8.0, 40.0));

        ArrivalModel model = ArrivalModel.fit(begun, Course.FREE, 0);
        Question question = new Question(END.minusDays(1), END.plusMonths(2), 0, 0, List.of(), List.of(), 2_000, 1);
        long counted = MoneyForecast.of(model, question).persons().middle();
        GroupShocks without = new GroupShocks(
                groups.perYear(),
                groups.shape(),
                groups.logSize(),
                groups.logSpread(),
                groups.freedom(),
                groups.span(),
                List.of());
        assertThat(counted)
                .isGreaterThan(MoneyForecast.of(model.with(without), question)
                                .persons()
                                .middle()
                        + 5);
    }

    @Test
    void aGroupOfLongAgoIsComplete() {
        List<Admission> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(new Admission(END.minusDays(60 - i), 1, 1, Course.FREE));
        }
        assertThat(GroupShocks.fit(new History(START, END, all)).underWay()).isEmpty();
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
        assertThat(model.levels().mean()).isLessThan(0.1);
        assertThat(model.parties()).containsExactly(List.of(new Course(100, 0, 0)));
    }
}
