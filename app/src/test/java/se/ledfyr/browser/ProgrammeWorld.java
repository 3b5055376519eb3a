package se.ledfyr.browser;

import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.PROGRAMME_CASEWORKER;
import static se.ledfyr.personas.Personas.RETURN_CASEWORKER;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import se.ledfyr.budget.Accounts;
import se.ledfyr.budget.AgreementId;
import se.ledfyr.budget.Money;
import se.ledfyr.budget.NewExpense;
import se.ledfyr.budget.PriceKind;
import se.ledfyr.budget.Programme;
import se.ledfyr.budget.TestMoney;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.handover.TestOffers;
import se.ledfyr.justice.Crime;
import se.ledfyr.justice.NewClaim;
import se.ledfyr.justice.NewReport;
import se.ledfyr.justice.Reports;
import se.ledfyr.justice.WageClaims;
import se.ledfyr.methods.wages.HourKind;
import se.ledfyr.methods.wages.Pay;
import se.ledfyr.methods.wages.Rate;
import se.ledfyr.permits.NewPermit;
import se.ledfyr.permits.PermitHistory;
import se.ledfyr.permits.TestPermits;
import se.ledfyr.returns.Admitting;
import se.ledfyr.returns.Applying;
import se.ledfyr.returns.NewCost;
import se.ledfyr.returns.TestReturns;
import se.ledfyr.support.Payer;
import se.ledfyr.support.Phase;
import se.ledfyr.support.TestSupport;

/// Something of everything the programmes know, made once, so that each of their pages has something to show.
@Component
class ProgrammeWorld {

    private static final int PEOPLE = 3;

    private final TestOffers offers;
    private final Cases cases;
    private final TestSupport support;
    private final TestReturns returns;
    private final Applying applying;
    private final Admitting admitting;
    private final TestPermits permits;
    private final PermitHistory history;
    private final Reports reports;
    private final WageClaims claims;
    private final TestMoney money;
    private final Accounts accounts;

    ProgrammeWorld(
            TestOffers offers,
            Cases cases,
            TestSupport support,
            TestReturns returns,
            Applying applying,
            Admitting admitting,
            TestPermits permits,
            PermitHistory history,
            Reports reports,
            WageClaims claims,
            TestMoney money,
            Accounts accounts) {
        this.offers = offers;
        this.cases = cases;
        this.support = support;
        this.returns = returns;
        this.applying = applying;
        this.admitting = admitting;
        this.permits = permits;
        this.history = history;
        this.reports = reports;
        this.claims = claims;
        this.money = money;
        this.accounts = accounts;
    }

    /// Addresses of what there is.
    ///
    /// @param plain a case in which nothing of all this has begun
    record Addresses(
            String plain,
            String full,
            String registration,
            String event,
            String applied,
            String granted,
            String home,
            String open,
            String admitted,
            String group,
            String waiting,
            String decided,
            String permit,
            String report,
            String claim,
            String agreement) {}

    Addresses make() {
        CaseId plain = offers.caseOf(NORD_COORDINATOR, "Ny Påhittad");
        CaseId full = offers.caseOf(NORD_COORDINATOR, "Full Påhittad");
        CaseId other = offers.caseOf(NORD_COORDINATOR, "Annan Påhittad");
        var grant = support.granted("Beviljad Påhittad");
        support.write(grant, Phase.REST, support.today(), 20, null);
        support.write(grant, Phase.REST, support.today().plusDays(20), 5, Payer.HOME);
        var found = returns.found(NORD_COORDINATOR, PEOPLE);
        var later = returns.found(NORD_COORDINATOR, PEOPLE);
        var admitted = returns.opened(NORD_COORDINATOR, "Hemvändande Påhittad");
        RETURN_CASEWORKER.acting().run(() -> admitting.admit(List.of(admitted), permits.today()));
        var decided = permits.applied(NORD_COORDINATOR, full, true);
        permits.granted(NORD_COORDINATOR, decided);
        return new Addresses(
                "/cases/" + plain.value(),
                "/cases/" + full.value(),
                NORD_COORDINATOR
                        .acting()
                        .get(() -> cases.get(plain).registration().value().toString()),
                later.event().value().toString(),
                "/support/applications/"
                        + support.applied(NORD_COORDINATOR, other).value(),
                "/support/grants/" + grant.value(),
                "/support/homes/" + support.home("vast", 2).value(),
                "/returns/"
                        + returns.opened(NORD_COORDINATOR, "Väntande Påhittad").value(),
                "/returns/" + admitted.value(),
                "/returns/groups/" + group(found),
                "/permits/" + permits.applied(NORD_COORDINATOR, other, true).value(),
                "/permits/" + decided.value(),
                "/cases/" + full.value() + "/permits/" + permit(full),
                "/cases/" + full.value() + "/justice/reports/" + report(full),
                "/cases/" + full.value() + "/justice/claims/" + claim(full),
                "/money/" + agreement().value());
    }

    private String group(TestReturns.Found found) {
        return NORD_COORDINATOR
                .acting()
                .get(() -> applying.openGroup(returns.group(found, List.of(new NewCost("tickets", 625_050, PEOPLE))))
                        .value()
                        .toString());
    }

    private String permit(CaseId id) {
        return NORD_COORDINATOR
                .acting()
                .get(() -> history.add(id, new NewPermit("work", null, null, "not_known", "person"))
                        .value()
                        .toString());
    }

    /// With the longest names of crimes there are.
    private String report(CaseId id) {
        return NORD_COORDINATOR
                .acting()
                .get(() -> reports.add(
                                id,
                                new NewReport(
                                        permits.today().minusDays(20),
                                        "coordinator",
                                        "nord",
                                        "5000-K000000-00",
                                        "Utredning 2",
                                        List.of(
                                                new Crime("human_exploitation", "0494"),
                                                new Crime("human_exploitation", null)),
                                        "investigation_ongoing"))
                        .value()
                        .toString());
    }

    private String claim(CaseId id) {
        return NORD_COORDINATOR.acting().get(() -> {
            var claim = claims.begin(id, new NewClaim("Bärfirman AB", 1_200, "Kollektivavtal 2025, § 8"));
            LocalDate first = LocalDate.of(2025, 7, 1);
            claims.add(
                    id, claim, new Rate(HourKind.ORDINARY, first, first.plusDays(60), new Pay.PerHour(14_250), "§ 4"));
            return claim.value().toString();
        });
    }

    private AgreementId agreement() {
        var keeper = PROGRAMME_CASEWORKER.acting();
        LocalDate today = support.today();
        AgreementId id = money.agree(keeper, Programme.NSP, today.getYear(), 4_000_000);
        money.price(keeper, id, PriceKind.BED_DAY, 2_450, LocalDate.of(today.getYear(), 1, 1));
        keeper.run(() -> accounts.book(
                id, new NewExpense(today, "interpreter", null, Money.kronor(1_234_567), "Tolk, hela hösten", null)));
        return id;
    }
}
