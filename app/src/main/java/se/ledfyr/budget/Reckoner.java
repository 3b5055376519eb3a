package se.ledfyr.budget;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.access.Acting;
import se.ledfyr.access.JointTransaction;
import se.ledfyr.access.Right;
import se.ledfyr.deadlines.HouseWork;
import tools.jackson.databind.json.JsonMapper;

/// Reckons what somebody has looked for, beside the pages: at once on the node that was asked, and every few
/// seconds on one of all nodes, should that one have died.
///
/// A row is taken for some minutes, so that each is reckoned by one node. Reading is one transaction, reckoning
/// none, keeping another.
@Component
class Reckoner implements HouseWork, DisposableBean {

    /// `isPositive` of an amount is no part of it.
    static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(checker -> checker.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .build();

    private static final Logger LOG = LoggerFactory.getLogger(Reckoner.class);
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final ReckoningRows rows;
    private final Agreements agreements;
    private final Forecasts forecasts;
    private final PromiseDesk desk;
    private final JointTransaction parts;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService beside = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("reckoner").factory());

    Reckoner(
            ReckoningRows rows,
            Agreements agreements,
            Forecasts forecasts,
            PromiseDesk desk,
            JointTransaction parts,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.agreements = agreements;
        this.forecasts = forecasts;
        this.desk = desk;
        this.parts = parts;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Prepared(String account, Calculation<?> calculation) {}

    @Override
    public String name() {
        return "reckonings";
    }

    /// Soon, beside whoever asks.
    void soon() {
        try {
            beside.execute(this::work);
        } catch (RejectedExecutionException closing) {
            LOG.debug("A reckoning waits for the next start");
        }
    }

    @Override
    public void work() {
        while (one()) {
            // Until nothing is left that nobody is at.
        }
    }

    /// @return whether there was one
    private boolean one() {
        Optional<ReckoningRows.Taken> next = transaction.execute(status -> rows.take(clock.instant(), LONGEST));
        if (next.isEmpty()) {
            return false;
        }
        ReckoningRows.Taken taken = next.get();
        try {
            prepare(taken).ifPresent(prepared -> keep(taken, prepared));
        } catch (RuntimeException failure) {
            // It stays taken, so that it is not tried again at once. What it says may quote data.
            LOG.error("A reckoning failed: {}", failure.getClass().getName());
        }
        return true;
    }

    /// Nothing when what is kept still follows.
    private Optional<Prepared> prepare(ReckoningRows.Taken taken) {
        return transaction.execute(status -> parts.as(asKeeper(taken), () -> {
            ReckoningRows.Due due = rows.due(taken);
            Agreement agreement = agreements.get(taken.agreement());
            String account = forecasts.account(agreement, due.sought());
            Calculation<?> calculation = switch (due.sought().kind()) {
                case FORECAST -> forecasts.forecast(agreement, due.sought().asked());
                case OUTCOMES -> desk.toKeep(agreement, due.sought().asOf());
                case BACK_TEST -> forecasts.backTest(agreement, due.sought().asOf());
            };
            if (calculation.inputs().equals(due.inputs())) {
                rows.checked(taken.id(), clock.instant());
                return Optional.empty();
            }
            return Optional.of(new Prepared(account, calculation));
        }));
    }

    private void keep(ReckoningRows.Taken taken, Prepared prepared) {
        String answer = JSON.writeValueAsString(prepared.calculation().answer().get());
        transaction.executeWithoutResult(status -> parts.as(asKeeper(taken), () -> {
            rows.keep(taken.id(), prepared.account(), prepared.calculation().inputs(), answer, clock.instant());
            return answer;
        }));
    }

    private static Acting asKeeper(ReckoningRows.Taken taken) {
        return Acting.houseFor(taken.keeper(), Right.READ_ACCOUNTS);
    }

    @Override
    public void destroy() {
        beside.shutdownNow();
    }
}
