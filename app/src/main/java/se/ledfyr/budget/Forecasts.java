package se.ledfyr.budget;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.methods.forecast.Admission;
import se.ledfyr.methods.forecast.ArrivalModel;
import se.ledfyr.methods.forecast.BackTest;
import se.ledfyr.methods.forecast.History;
import se.ledfyr.methods.forecast.MoneyForecast;
import se.ledfyr.methods.forecast.Question;

/// Foretells what the year will cost, and shows how earlier forecasts would have done.
@Service
@Transactional
public class Forecasts {

    /// How many years are tried.
    public static final int SIMULATIONS = 10_000;

    private static final int ALL = 10_000;

    /// Goes into every fingerprint: a change of the method changes it, so that what was kept is
    /// reckoned anew.
    private static final String METHOD = "2026-11-22 applications";

    /// What one return costs varies around its price by about so much. The price list holds no more
    /// than the mean; a support programme's days vary by themselves.
    private static final double SPREAD_OF_RETURN = 0.3;

    private final Agreements agreements;
    private final Accounts accounts;
    private final AccountRows rows;
    private final PromiseDesk desk;

    Forecasts(Agreements agreements, Accounts accounts, AccountRows rows, PromiseDesk desk) {
        this.agreements = agreements;
        this.accounts = accounts;
        this.rows = rows;
        this.desk = desk;
    }

    /// What is asked.
    ///
    /// @param asOf last day that is known; within the year of the agreement, and not after today
    /// @param persons who are assumed to come besides, at most 1,000
    /// @param month the month they are assumed to come in; null when there are none
    public record Asked(
            LocalDate asOf, int persons, @Nullable YearMonth month) {

        private static final int MOST = 1_000;

        public Asked {
            if (persons < 0 || persons > MOST || (persons > 0) != (month != null)) {
                throw new IllegalArgumentException("somebody is assumed to come in some month");
            }
        }
    }

    /// What was learnt from those admitted before.
    ///
    /// @param known persons admitted before
    /// @param since first day that was looked at
    /// @param low persons foretold until the end of the year; of 100 years like this, 5 have fewer
    /// @param middle half have fewer
    /// @param high 5 have more
    /// @param perMonth parties a month that come by themselves
    /// @param groupsPerYear groups expected a year
    /// @param groupSize size of the middle group
    /// @param underWay groups that have begun to come and may not be complete
    /// @param waiting persons who have applied and have no answer
    /// @param priced whether everything that is promised has a price
    public record Learnt(
            int known,
            LocalDate since,
            long low,
            long middle,
            long high,
            double perMonth,
            double groupsPerYear,
            long groupSize,
            int underWay,
            int waiting,
            boolean priced) {}

    /// A forecast, and what it was learnt from.
    public record Told(Outlook outlook, Learnt learnt) {}

    /// The last day of the year that can be looked ahead from: today, or in a year gone by the last but
    /// one.
    public LocalDate latest(Agreement agreement) {
        LocalDate today = agreements.today();
        LocalDate lastButOne = agreement.last().minusDays(1);
        return today.isAfter(lastButOne) ? lastButOne : today;
    }

    /// Whether the year of an agreement has begun, so that there is something to look ahead from.
    public boolean canTell(Agreement agreement) {
        return !agreements.today().isBefore(agreement.first());
    }

    /// Reckons it now, which takes a moment; pages read what is kept ([Reckonings]).
    ///
    /// @throws IllegalArgumentException for a day outside of the year, or after today
    public Told tell(AgreementId id, Asked asked) {
        Agreement agreement = agreements.get(id);
        check(agreement, asked);
        return forecast(agreement, asked).answer().get();
    }

    /// @throws IllegalArgumentException for a day outside of the year, or after today
    void check(Agreement agreement, Asked asked) {
        if (asked.asOf().isBefore(agreement.first()) || asked.asOf().isAfter(latest(agreement))) {
            throw new IllegalArgumentException("a forecast is made within the year");
        }
    }

    /// Fingerprint of what the two ends change themselves: money, expenses and prices; of a back-test only the
    /// prices. Quickly found, unlike who was admitted.
    String account(Agreement agreement, Sought sought) {
        List<Object> parts = new ArrayList<>(List.of(METHOD, sought, desk.prices(agreement)));
        if (sought.kind() == Sought.Kind.FORECAST) {
            parts.add(accounts.money(agreement, sought.asOf()));
            parts.add(rows.spent(agreement.id(), sought.asOf()));
        }
        return Fingerprint.of(parts);
    }

    Calculation<Told> forecast(Agreement agreement, Asked asked) {
        Promises promises = desk.withHistory(agreement, asked.asOf());
        Account account = accounts.reckon(agreement, asked.asOf(), promises);
        InTray inTray = InTray.of(desk.applied(agreement, asked.asOf()), promises, asked.asOf());
        Question question = question(agreement, asked, promises, account, inTray);
        return new Calculation<>(
                Fingerprint.of(List.of(
                        account(agreement, Sought.forecast(agreement.id(), asked)), question, promises.admitted())),
                () -> told(asked, promises, account, question, inTray));
    }

    private static Told told(Asked asked, Promises promises, Account account, Question question, InTray inTray) {
        History history = history(promises, asked.asOf());
        ArrivalModel model = model(promises, history, asked.asOf(), inTray.begun());
        MoneyForecast forecast = MoneyForecast.of(model, question);
        return new Told(
                outlook(asked, account, forecast),
                new Learnt(
                        history.admissions().size(),
                        history.from(),
                        forecast.persons().low(),
                        forecast.persons().middle(),
                        forecast.persons().high(),
                        model.levels().mean(),
                        model.groups().perYear(),
                        Math.round(Math.exp(model.groups().logSize())),
                        model.groups().underWay().size(),
                        inTray.persons(),
                        promises.pricedOn(asked.asOf())));
    }

    /// The last day of the last month that is over, by today and within the year of an agreement or before it. Only
    /// whole months are compared, so that a back-test stays as it is for a month.
    LocalDate lastWholeMonth(Agreement agreement) {
        LocalDate until = agreement.last().isBefore(agreements.today()) ? agreement.last() : agreements.today();
        return until.plusDays(1).withDayOfMonth(1).minusDays(1);
    }

    /// What would have been foretold at every beginning of a month, beside what came; without any line until more
    /// than a year is known.
    Calculation<Accuracy> backTest(Agreement agreement, LocalDate until) {
        Promises promises = desk.withHistory(agreement, until);
        String inputs = Fingerprint.of(
                List.of(account(agreement, Sought.backTest(agreement.id(), until)), promises.admitted()));
        return new Calculation<>(inputs, () -> accuracy(promises, until, agreement.year()));
    }

    private static Accuracy accuracy(Promises promises, LocalDate until, long seed) {
        History history = history(promises, until);
        if (!history.from().plusYears(2).isBefore(history.until().plusDays(1))) {
            return Accuracy.NONE;
        }
        // What is learnt up to a day is the same whether one month is foretold from it or the rest of the year.
        Map<LocalDate, ArrivalModel> learnt = new ConcurrentHashMap<>();
        BackTest.Fit fit = known ->
                learnt.computeIfAbsent(known.until(), day -> model(promises, known, day.minusDays(1), Set.of()));
        return Accuracy.of(BackTest.oneMonth(history, fit, seed), BackTest.toEndOfYear(history, fit, seed));
    }

    private static History history(Promises promises, LocalDate asOf) {
        List<Admission> admissions = new ArrayList<>();
        for (Admitted one : promises.admitted()) {
            admissions.add(new Admission(one.day(), one.party(), one.group(), promises.courseOf(one)));
        }
        int first = promises.admitted().stream()
                .mapToInt(one -> one.day().getYear())
                .min()
                .orElse(asOf.getYear());
        return new History(LocalDate.of(first, 1, 1), asOf.plusDays(1), admissions);
    }

    private static ArrivalModel model(Promises promises, History known, LocalDate asOf, Set<Integer> begun) {
        return ArrivalModel.fit(
                known, promises.usual(asOf), promises.programme() == Programme.AMP ? SPREAD_OF_RETURN : 0, begun);
    }

    /// What was promised for days gone by and is not booked counts as used at once; what was booked
    /// ahead is taken off the days to come, the nearest first.
    private Question question(Agreement agreement, Asked asked, Promises promises, Account account, InTray inTray) {
        AccountRows.Spent spent = rows.spent(agreement.id(), asked.asOf());
        long owed = promises.between(agreement.first(), asked.asOf()).ore()
                - spent.promised().ore();
        List<Long> bound = new ArrayList<>(promises.daily(asked.asOf().plusDays(1), agreement.last()));
        long ahead = Math.max(0, -owed);
        for (int i = 0; i < bound.size() && ahead > 0; i++) {
            long taken = Math.min(ahead, bound.get(i));
            bound.set(i, bound.get(i) - taken);
            ahead -= taken;
        }
        YearMonth month = asked.month();
        List<Question.WhatIf> whatIf = month == null
                ? List.of()
                : List.of(new Question.WhatIf(asked.persons(), month.atDay(1), month.atEndOfMonth()));
        return new Question(
                asked.asOf(),
                agreement.last(),
                account.available().ore(),
                spent.all().ore() + Math.max(0, owed),
                bound,
                whatIf,
                inTray.waiting(),
                SIMULATIONS,
                asked.asOf().toEpochDay());
    }

    private static Outlook outlook(Asked asked, Account account, MoneyForecast forecast) {
        YearMonth month = asked.month();
        return new Outlook(
                asked.asOf(),
                account.available(),
                account.spent(),
                account.committed(),
                new Money(forecast.total().low()),
                new Money(forecast.total().middle()),
                new Money(forecast.total().high()),
                asked.persons(),
                month == null ? null : month.atDay(1),
                forecast.question().seed(),
                forecast.question().simulations(),
                parts(forecast.lasts()),
                forecast.months().stream()
                        .map(one -> new Outlook.Month(
                                one.name(),
                                new Money(one.used().low()),
                                new Money(one.used().middle()),
                                new Money(one.used().high()),
                                parts(one.endsHere())))
                        .toList());
    }

    private static int parts(double share) {
        return (int) Math.round(share * ALL);
    }
}
