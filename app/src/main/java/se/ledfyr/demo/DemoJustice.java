package se.ledfyr.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.HeldCase;
import se.ledfyr.casework.HeldCases;
import se.ledfyr.casework.HeldFilter;
import se.ledfyr.installation.OnlyInDemo;
import se.ledfyr.justice.ClaimId;
import se.ledfyr.justice.Crime;
import se.ledfyr.justice.Evidence;
import se.ledfyr.justice.LegalHelp;
import se.ledfyr.justice.NewClaim;
import se.ledfyr.justice.NewReport;
import se.ledfyr.justice.NewStatus;
import se.ledfyr.justice.ReportId;
import se.ledfyr.justice.Reports;
import se.ledfyr.justice.WageClaims;
import se.ledfyr.methods.wages.HourKind;
import se.ledfyr.methods.wages.Pay;
import se.ledfyr.methods.wages.Rate;
import se.ledfyr.methods.wages.Settled;
import se.ledfyr.methods.wages.Work;

/// A report, one that somebody did not want to make, and a summer without pay, in cases of the office
/// Nord. All of it or, when it is interrupted, nothing.
@Component
@OnlyInDemo
@Order(12)
class DemoJustice implements ApplicationRunner {

    private static final ZoneId LOCAL_TIME = ZoneId.of("Europe/Stockholm");
    private static final int MOST = 3;

    private final HeldCases held;
    private final Reports reports;
    private final LegalHelp help;
    private final WageClaims claims;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoJustice(
            HeldCases held,
            Reports reports,
            LegalHelp help,
            WageClaims claims,
            TransactionTemplate transaction,
            Clock clock) {
        this.held = held;
        this.reports = reports;
        this.help = help;
        this.claims = claims;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        DemoMember coordinator = DemoMember.COORDINATOR;
        new Acting(
                        coordinator.office().id(),
                        coordinator.id(),
                        Right.of(
                                coordinator.office().organisation().kind(),
                                coordinator.member().roles()))
                .run(() -> transaction.executeWithoutResult(status -> fill()));
    }

    private void fill() {
        List<CaseId> open = held.list(HeldFilter.ALL, null, false).lines().stream()
                .limit(MOST)
                .map(HeldCase::id)
                .toList();
        if (open.size() < MOST || !reports.list(null, 0).entries().isEmpty()) {
            return;
        }
        report(open.get(1));
        summer(open.get(1));
        reports.set(
                open.get(2),
                null,
                new NewStatus("no_report_made", today(), null, null, "afraid_of_others", null, null));
    }

    private void report(CaseId id) {
        LocalDate day = today().minusDays(40);
        ReportId made = reports.add(
                id,
                new NewReport(
                        day,
                        "person",
                        "nord",
                        "5000-K000000-00",
                        "Utredning 2, Umeå",
                        List.of(new Crime("human_exploitation", "0494")),
                        "investigation_not_started"));
        reports.set(
                id,
                made,
                new NewStatus("investigation_ongoing", day.plusDays(6), null, null, null, null, today().plusDays(5)));
        help.askCounsel(id, "injured_party_counsel", null, day.plusDays(7));
        help.answerRights(id, Map.of("information", "yes", "interpreter", "yes", "counsel", "no"));
        help.askMoney(id, "state_compensation", day.plusDays(20), 7_500_000L, null);
    }

    private void summer(CaseId id) {
        LocalDate first = LocalDate.of(today().getYear() - 1, 7, 1);
        LocalDate last = LocalDate.of(today().getYear() - 1, 8, 31);
        ClaimId claim =
                claims.begin(id, new NewClaim("Bärfirman AB (påhittad)", 1_200, "Påhittat kollektivavtal, § 8"));
        claims.add(id, claim, new Rate(HourKind.ORDINARY, first, last, new Pay.PerHour(14_250), "Påhittat avtal, § 4"));
        claims.add(
                id, claim, new Rate(HourKind.OVERTIME, first, last, new Pay.OfOrdinary(15_000), "Påhittat avtal, § 5"));
        claims.add(id, claim, new Work(first, last, 320 * 60, 61 * 60 + 20, 0));
        claims.add(id, claim, new Settled(Settled.Kind.PAID, 2_000_000), "wage", last);
        claims.add(id, claim, new Settled(Settled.Kind.DISPUTED, 1_400_000), "travel", null);
        claims.add(id, claim, new Evidence("own_notes", "Blå anteckningsbok", "hos personen", null, null));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LOCAL_TIME);
    }
}
