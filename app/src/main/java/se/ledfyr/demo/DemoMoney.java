package se.ledfyr.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.budget.Accounts;
import se.ledfyr.budget.AgreementId;
import se.ledfyr.budget.Agreements;
import se.ledfyr.budget.Forecasts;
import se.ledfyr.budget.Money;
import se.ledfyr.budget.NewAgreement;
import se.ledfyr.budget.NewExpense;
import se.ledfyr.budget.Price;
import se.ledfyr.budget.PriceKind;
import se.ledfyr.budget.Prices;
import se.ledfyr.budget.Programme;
import se.ledfyr.budget.SupplementId;
import se.ledfyr.budget.Supplements;
import se.ledfyr.installation.OnlyInDemo;

/// The programmes' money in the demo: the published years with invented prices and expenses, a supplement
/// that was granted, and agreements of this year that wait to be taken on. Begun once.
@Component
@OnlyInDemo
@Order(12)
class DemoMoney implements ApplicationRunner {

    private static final LocalDate PRICED_FROM = LocalDate.of(2020, 1, 1);
    private static final LocalDate AUGUST = LocalDate.of(2023, 8, 31);

    private final Agreements agreements;
    private final Accounts accounts;
    private final Prices prices;
    private final Supplements supplements;
    private final Forecasts forecasts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoMoney(
            Agreements agreements,
            Accounts accounts,
            Prices prices,
            Supplements supplements,
            Forecasts forecasts,
            TransactionTemplate transaction,
            Clock clock) {
        this.agreements = agreements;
        this.accounts = accounts;
        this.prices = prices;
        this.supplements = supplements;
        this.forecasts = forecasts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!as(DemoMember.NATIONAL_COORDINATOR, agreements::list).isEmpty()) {
            return;
        }
        returns();
        support();
        grant(Programme.AMP, LocalDate.now(clock).getYear(), 4_200_000);
        grant(Programme.NSP, LocalDate.now(clock).getYear(), 3_300_000);
    }

    private void returns() {
        AgreementId first = year(Programme.AMP, 2021, 3_900_000);
        price(Programme.AMP, first, PriceKind.RETURN, 63_500);
        price(Programme.AMP, first, PriceKind.ADMINISTRATION, 9_000);
        close(Programme.AMP, first, 2021, "journey", 3_873_500);
        close(Programme.AMP, year(Programme.AMP, 2022, 4_300_000), 2022, "journey", 4_181_250);
        AgreementId last = year(Programme.AMP, 2023, 3_060_000);
        ask(Programme.AMP, last, 900_000, "Flera grupper väntas när bärsäsongen är slut.");
        book(Programme.AMP, last, 2023, "journey", 3_790_400);
    }

    private void support() {
        AgreementId first = year(Programme.NSP, 2021, 2_000_000);
        price(Programme.NSP, first, PriceKind.BED_DAY, 1_050);
        price(Programme.NSP, first, PriceKind.SUPPORT_DAY, 620);
        price(Programme.NSP, first, PriceKind.MEASURE, 9_500);
        price(Programme.NSP, first, PriceKind.ADMINISTRATION, 15_000);
        close(Programme.NSP, first, 2021, "bed_day", 1_912_300);
        close(Programme.NSP, year(Programme.NSP, 2022, 2_500_000), 2022, "bed_day", 2_488_750);
        AgreementId last = year(Programme.NSP, 2023, 2_700_000);
        ask(Programme.NSP, last, 500_000, "Fler har beviljats stöd än under något tidigare år.");
        book(Programme.NSP, last, 2023, "bed_day", 3_142_600);
    }

    private AgreementId year(Programme programme, int year, long kronor) {
        AgreementId id = grant(programme, year, kronor);
        as(keeper(programme), () -> {
            agreements.accept(id);
            agreements.instalments(id).forEach(one -> agreements.receive(id, one.id()));
            agreements.handIn(id);
            return true;
        });
        return id;
    }

    private AgreementId grant(Programme programme, int year, long kronor) {
        return as(
                DemoMember.NATIONAL_COORDINATOR,
                () -> agreements.add(new NewAgreement(
                        keeper(programme).office().id(),
                        programme,
                        year,
                        "Demo " + programme + " " + year,
                        LocalDate.of(year, 1, 15),
                        Money.kronor(kronor),
                        "Redovisas per person och insats. Det som inte används betalas tillbaka eller förs över.",
                        LocalDate.of(year + 1, 3, 1),
                        List.of(
                                new NewAgreement.Planned(LocalDate.of(year, 2, 1), Money.kronor(kronor / 2)),
                                new NewAgreement.Planned(LocalDate.of(year, 7, 1), Money.kronor(kronor / 2))))));
    }

    private void price(Programme programme, AgreementId id, PriceKind kind, long kronor) {
        as(keeper(programme), () -> {
            prices.set(id, new Price(kind, Money.kronor(kronor), PRICED_FROM, null));
            return true;
        });
    }

    /// A quarter of it at the end of each quarter.
    private void book(Programme programme, AgreementId id, int year, String kind, long kronor) {
        as(keeper(programme), () -> {
            for (int month = 3; month <= 12; month += 3) {
                accounts.book(
                        id,
                        new NewExpense(
                                LocalDate.of(year, month, 28), kind, null, Money.kronor(kronor / 4), "Påhittat", null));
            }
            return true;
        });
    }

    private void close(Programme programme, AgreementId id, int year, String kind, long kronor) {
        book(programme, id, year, kind, kronor);
        as(keeper(programme), () -> {
            accounts.close(id, Money.ZERO);
            return true;
        });
        as(DemoMember.NATIONAL_COORDINATOR, () -> {
            accounts.confirm(id);
            return true;
        });
    }

    private void ask(Programme programme, AgreementId id, long kronor, String ground) {
        SupplementId asked = as(
                keeper(programme),
                () -> supplements.ask(
                        id,
                        new Supplements.Asked(
                                Money.kronor(kronor),
                                ground,
                                forecasts
                                        .tell(id, new Forecasts.Asked(AUGUST, 0, null))
                                        .outlook())));
        as(DemoMember.NATIONAL_COORDINATOR, () -> {
            supplements.decide(asked, Money.kronor(kronor), "Beviljas enligt begäran.");
            return true;
        });
    }

    private static DemoMember keeper(Programme programme) {
        return programme == Programme.NSP ? DemoMember.PROGRAMME_CASEWORKER : DemoMember.RETURNS_CASEWORKER;
    }

    private <T> T as(DemoMember who, Supplier<T> work) {
        Acting acting = new Acting(
                who.office().id(),
                who.id(),
                Right.of(who.office().organisation().kind(), who.member().roles()));
        return Objects.requireNonNull(acting.get(() -> transaction.execute(status -> work.get())));
    }
}
