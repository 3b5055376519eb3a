package se.ledfyr.budget;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;

/// Forecasts and back-tests as they are kept, for the two ends of an agreement. Looking takes no time: what is
/// not there yet, or no longer follows, is reckoned in the background and there a moment later.
@Service
@Transactional
public class Reckonings {

    /// What was compared with the facts so lately is not compared again.
    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final TypeReference<Forecasts.Told> TOLD = new TypeReference<>() {};
    private static final TypeReference<Accuracy> ACCURACY = new TypeReference<>() {};
    private static final TypeReference<Promised> PROMISED = new TypeReference<>() {};

    private final Agreements agreements;
    private final Forecasts forecasts;
    private final PromiseDesk desk;
    private final ReckoningRows rows;
    private final Reckoner reckoner;
    private final Clock clock;

    Reckonings(
            Agreements agreements,
            Forecasts forecasts,
            PromiseDesk desk,
            ReckoningRows rows,
            Reckoner reckoner,
            Clock clock) {
        this.agreements = agreements;
        this.forecasts = forecasts;
        this.desk = desk;
        this.rows = rows;
        this.reckoner = reckoner;
        this.clock = clock;
    }

    /// The forecast; nothing while it is being reckoned.
    ///
    /// @throws IllegalArgumentException for a day outside of the year, or after today
    public Optional<Kept<Forecasts.Told>> forecast(AgreementId id, Forecasts.Asked asked) {
        Agreement agreement = agreements.get(id);
        forecasts.check(agreement, asked);
        return find(agreement, Sought.forecast(id, asked), TOLD);
    }

    /// The back-test up to the last whole month; nothing while it is being reckoned. One without any line
    /// says that not enough is known.
    public Optional<Kept<Accuracy>> backTest(AgreementId id) {
        Agreement agreement = agreements.get(id);
        return find(agreement, Sought.backTest(id, forecasts.lastWholeMonth(agreement)), ACCURACY);
    }

    /// What was promised by today: as it is kept, or, the first time on a day, added up now.
    Kept<Promised> promised(Agreement agreement) {
        LocalDate today = agreements.today();
        return find(agreement, Sought.outcomes(agreement.id(), today), PROMISED)
                .orElseGet(() -> new Kept<>(clock.instant(), desk.promised(agreement, today)));
    }

    private <T> Optional<Kept<T>> find(Agreement agreement, Sought sought, TypeReference<T> type) {
        String account = forecasts.account(agreement, sought);
        Optional<Kept<T>> kept = rows.find(sought)
                .filter(stored -> stored.account().equals(account))
                .map(stored -> new Kept<>(
                        stored.at(), Reckoner.JSON.readValue(stored.answer().data(), type)));
        if (rows.want(sought, kept.isEmpty(), clock.instant(), FRESH)) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    reckoner.soon();
                }
            });
        }
        return kept;
    }
}
