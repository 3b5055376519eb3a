package se.ledfyr.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.RETURN_CASEWORKER;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.HouseTest;
import se.ledfyr.access.Acting;
import se.ledfyr.personas.Intruder;

/// What the database adds up is what the people promised to come to one by one.
@HouseTest
class PromisedSumsTests {

    @Autowired
    TestMoney money;

    @Autowired
    PromiseDesk desk;

    @Autowired
    Agreements agreements;

    @Autowired
    Outcomes outcomes;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void supportOfThreeYearsIsTheSumOfItsPeople() {
        Acting keeper = TestMoney.keeper();
        AgreementId first = money.agree(keeper, Programme.NSP, 2012, 1_000);
        AgreementId second = money.agree(keeper, Programme.NSP, 2013, 1_000);
        money.agree(keeper, Programme.NSP, 2014, 1_000);
        money.price(keeper, first, PriceKind.BED_DAY, 1_111, LocalDate.of(2012, 1, 1));
        money.price(keeper, first, PriceKind.BED_DAY, 1_777, LocalDate.of(2012, 11, 15));
        money.price(keeper, first, PriceKind.SUPPORT_DAY, 313, LocalDate.of(2012, 3, 1));
        money.price(keeper, first, PriceKind.MEASURE, 4_999, LocalDate.of(2012, 1, 1));
        money.price(keeper, first, PriceKind.ADMINISTRATION, 77, LocalDate.of(2012, 5, 1));
        Random random = new Random(11);
        for (int i = 0; i < 60; i++) {
            TestMoney.admitToSupport(
                    keeper,
                    LocalDate.of(2012, 1, 1).plusDays(random.nextInt(3 * 365)),
                    random.nextInt(3) == 0 ? 0 : random.nextInt(1, 30),
                    random.nextInt(3) == 0 ? 0 : random.nextInt(1, 400),
                    random.nextBoolean());
        }
        everySumIsThatOfThePeople(keeper, second);
    }

    @Test
    void returnsPaidByAnotherYearAreTheSumOfTheirPeople() {
        Acting keeper = RETURN_CASEWORKER.acting();
        AgreementId id = money.agree(keeper, Programme.AMP, 2015, 1_000);
        money.agree(keeper, Programme.AMP, 2016, 1_000);
        TestMoney.admitAtWork(LocalDate.of(2015, 2, 1), 1_234_567, 2015, "settled");
        TestMoney.admitAtWork(LocalDate.of(2015, 12, 1), 2_345_678, 2016, null);
        TestMoney.admitAtWork(LocalDate.of(2016, 1, 5), 3_456_789, 2015, "settled");
        TestMoney.admitToReturn(LocalDate.of(2015, 6, 1), null);
        everySumIsThatOfThePeople(keeper, id);
    }

    /// The twin: a sum that counted a day less would be seen.
    @Test
    void aDayLessIsAnotherSum() {
        Acting keeper = TestMoney.keeper();
        AgreementId id = money.agree(keeper, Programme.NSP, 2012, 1_000);
        money.price(keeper, id, PriceKind.BED_DAY, 1_000, LocalDate.of(2012, 1, 1));
        TestMoney.admitToSupport(keeper, LocalDate.of(2012, 12, 20), 0, 60, true);
        Agreement one = keeper.get(() -> agreements.get(id));
        assertThat(in(keeper, () -> desk.toPeople(one, one.last(), one.first(), one.last())))
                .isEqualTo(Money.kronor(12_000))
                .isNotEqualTo(in(
                        keeper,
                        () -> desk.toPeople(
                                one, one.last(), one.first(), one.last().minusDays(1))));
    }

    @Test
    void aBystanderIsToldNothing() throws SQLException {
        Acting keeper = TestMoney.keeper();
        AgreementId id = money.agree(keeper, Programme.NSP, 2012, 1_000);
        TestMoney.admitToSupport(keeper, LocalDate.of(2012, 12, 20), 0, 60, true);
        assertThat(keeper.get(() -> outcomes.tell(id).years()).getFirst().admitted())
                .isOne();
        try (Intruder here = Intruder.here()) {
            for (String query : List.of(
                    "budget.promised_by_year('NSP', ?, '2099-12-31')",
                    "budget.promised_by_outcome('NSP', ?, '2000-01-01', '2099-12-31')")) {
                assertThat(here.sees(
                                TestMoney.FUNDER, query, keeper.organisation().value()))
                        .isOne();
                assertThat(here.sees(
                                NORD_COORDINATOR, query, keeper.organisation().value()))
                        .isZero();
                assertThat(here.sees(
                                RETURN_CASEWORKER, query, keeper.organisation().value()))
                        .isZero();
            }
        }
    }

    private void everySumIsThatOfThePeople(Acting keeper, AgreementId one) {
        for (Agreement agreement : keeper.get(agreements::list)) {
            for (LocalDate day :
                    List.of(agreement.first().plusDays(100), agreement.last(), LocalDate.of(9999, 12, 31))) {
                Promises people = in(keeper, () -> desk.of(agreement, day));
                assertThat(in(keeper, () -> desk.committed(agreement, day)))
                        .isEqualTo(people.between(agreement.first(), agreement.last()));
                LocalDate after = agreement.last().plusDays(1);
                assertThat(in(keeper, () -> desk.toPeople(agreement, day, after, after.plusDays(40))))
                        .isEqualTo(people.toPeople(after, after.plusDays(40)));
            }
        }
        for (Outcomes.Year year : keeper.get(() -> outcomes.tell(one).years())) {
            Agreement agreement = keeper.get(agreements::list).stream()
                    .filter(each -> each.year() == year.year())
                    .findFirst()
                    .orElseThrow();
            Promises people = in(keeper, () -> desk.of(agreement, agreements.today()));
            List<Admitted> own = people.admitted().stream()
                    .filter(each -> !each.day().isBefore(agreement.first())
                            && !each.day().isAfter(agreement.last()))
                    .toList();
            List<Admitted> before = people.admitted().stream()
                    .filter(each -> each.day().isBefore(agreement.first()))
                    .toList();
            assertThat(year.admitted()).isEqualTo(own.size());
            assertThat(year.days()).isEqualTo(people.days(agreement.first(), agreement.last()));
            assertThat(year.earlier())
                    .isEqualTo(new Promises(people.programme(), before, people.prices())
                            .toPeople(agreement.first(), agreement.last()));
            long promised = own.stream()
                    .mapToLong(each -> people.courseOf(each).total())
                    .sum();
            assertThat(keeper.get(() -> outcomes.tell(agreement.id()).outcomes()).stream()
                            .mapToLong(left -> left.promised().ore())
                            .sum())
                    .isEqualTo(promised);
        }
    }

    private <T> T in(Acting acting, Supplier<T> work) {
        return java.util.Objects.requireNonNull(acting.get(() -> transaction.execute(status -> work.get())));
    }
}
