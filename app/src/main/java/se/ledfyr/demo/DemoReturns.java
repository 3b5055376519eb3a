package se.ledfyr.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.HeldCases;
import se.ledfyr.casework.HeldFilter;
import se.ledfyr.installation.OnlyInDemo;
import se.ledfyr.returns.Admitting;
import se.ledfyr.returns.Applying;
import se.ledfyr.returns.Information;
import se.ledfyr.returns.Journeys;
import se.ledfyr.returns.NewCost;
import se.ledfyr.returns.ReturnId;
import se.ledfyr.returns.Returns;
import se.ledfyr.returns.Terms;

/// The return programme in the demo: one application that waits for an answer, and one that was admitted with a plan
/// of what it costs, before the journey.
@Component
@OnlyInDemo
@Order(13)
class DemoReturns implements ApplicationRunner {

    private static final ZoneId LOCAL_TIME = ZoneId.of("Europe/Stockholm");
    private static final int MOST = 2;
    private static final long TICKETS = 1_150_000;
    private static final long RECEPTION = 2_400_000;

    private final HeldCases held;
    private final Cases cases;
    private final Applying applying;
    private final Admitting admitting;
    private final Journeys journeys;
    private final Returns returns;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoReturns(
            HeldCases held,
            Cases cases,
            Applying applying,
            Admitting admitting,
            Journeys journeys,
            Returns returns,
            TransactionTemplate transaction,
            Clock clock) {
        this.held = held;
        this.cases = cases;
        this.applying = applying;
        this.admitting = admitting;
        this.journeys = journeys;
        this.returns = returns;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<ReturnId> opened = as(DemoMember.COORDINATOR, this::open);
        if (!opened.isEmpty()) {
            as(DemoMember.RETURNS_CASEWORKER, () -> admit(opened.getFirst()));
        }
    }

    private List<ReturnId> open() {
        if (returns.count().all() > 0) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), LOCAL_TIME);
        Terms terms = new Terms(
                "RO",
                new Information(today, Set.of("voluntary", "what_it_gives", "other_ways"), "ro", "telephone"),
                null,
                null,
                null,
                "spoken");
        return held.list(HeldFilter.MINE, null, false).lines().reversed().stream()
                .map(line -> cases.get(line.id()).registration())
                .filter(Objects::nonNull)
                .limit(MOST)
                .map(registration -> applying.open(registration, terms))
                .toList();
    }

    private boolean admit(ReturnId id) {
        admitting.admit(List.of(id), LocalDate.ofInstant(clock.instant(), LOCAL_TIME));
        journeys.addCost(id, new NewCost("tickets", TICKETS, 1));
        journeys.addCost(id, new NewCost("reception", RECEPTION, 1));
        return true;
    }

    private <T> T as(DemoMember who, Supplier<T> work) {
        Acting acting = new Acting(
                who.office().id(),
                who.id(),
                Right.of(who.office().organisation().kind(), who.member().roles()));
        return Objects.requireNonNull(acting.get(() -> transaction.execute(status -> work.get())));
    }
}
