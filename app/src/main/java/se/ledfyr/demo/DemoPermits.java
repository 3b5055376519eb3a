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
import se.ledfyr.permits.Applicant;
import se.ledfyr.permits.ApplicationBox;
import se.ledfyr.permits.ApplicationId;
import se.ledfyr.permits.Applications;
import se.ledfyr.permits.Decision;
import se.ledfyr.permits.Eligibility;
import se.ledfyr.permits.NewApplication;
import se.ledfyr.permits.NewPermit;
import se.ledfyr.permits.PermitHistory;

/// Reflection periods and permits in open cases of the office Nord: one that runs, one whose end is near, one
/// that waits for a decision, and somebody for whom nobody applied.
@Component
@OnlyInDemo
@Order(10)
class DemoPermits implements ApplicationRunner {

    private static final ZoneId LOCAL_TIME = ZoneId.of("Europe/Stockholm");
    private static final int MOST = 4;

    private final HeldCases held;
    private final Applications applications;
    private final Eligibility eligibility;
    private final PermitHistory permits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoPermits(
            HeldCases held,
            Applications applications,
            Eligibility eligibility,
            PermitHistory permits,
            TransactionTemplate transaction,
            Clock clock) {
        this.held = held;
        this.applications = applications;
        this.eligibility = eligibility;
        this.permits = permits;
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
        boolean filled =
                !applications.list(ApplicationBox.RUNNING, 0).applications().isEmpty();
        if (filled || open.size() < MOST) {
            return;
        }
        eligibility.check(
                open.getFirst(),
                Map.of(
                        "ground", "yes",
                        "citizen", "third_country",
                        "permit", "none",
                        "asylum", "no",
                        "child", "no",
                        "investigation", "unknown"));
        granted(open.getFirst(), 10);
        granted(open.get(1), 29);
        apply(open.get(2), 3);
        eligibility.noApplication(open.get(3), "has_permit");
        permits.add(
                open.get(3),
                new NewPermit("work", today().minusMonths(5), today().plusMonths(1), "migration_agency", "document"));
    }

    /// Granted some days ago, for the days of the rule.
    private void granted(CaseId id, int daysAgo) {
        ApplicationId made = apply(id, daysAgo + 4);
        LocalDate start = today().minusDays(daysAgo);
        applications.decide(
                made,
                applications.get(made).version(),
                new Decision.Granted(start, start, applications.endByRule(start)),
                null);
    }

    private ApplicationId apply(CaseId id, int daysAgo) {
        return applications.apply(
                id, new NewApplication(Applicant.SOCIAL_BOARD, "2480", true, "unknown", today().minusDays(daysAgo)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LOCAL_TIME);
    }
}
