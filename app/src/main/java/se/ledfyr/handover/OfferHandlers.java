package se.ledfyr.handover;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.ledfyr.deadlines.ClockHandler;
import se.ledfyr.deadlines.RunningClock;

/// What happens when the clocks of an offer remind and are due.
@Configuration(proxyBeanMethods = false)
class OfferHandlers {

    private static final Consumer<OfferId> NOTHING = id -> {};

    @Bean
    ClockHandler offerArrived(Carrying carrying) {
        return new OfOffer(OfferClocks.ARRIVED, NOTHING, carrying::arrive, false);
    }

    @Bean
    ClockHandler offerAnswer(Carrying carrying) {
        return new OfOffer(OfferClocks.ANSWER, carrying::remind, carrying::carry, false);
    }

    @Bean
    ClockHandler offerRegion(Carrying carrying) {
        return new OfOffer(OfferClocks.REGION, NOTHING, carrying::carry, false);
    }

    @Bean
    ClockHandler offerNation(Carrying carrying) {
        return new OfOffer(OfferClocks.NATION, NOTHING, carrying::carry, false);
    }

    /// The database sets it when the receiver says no: the sender's clock is set in the receiver's
    /// transaction. It reminds whoever made the offer.
    @Bean
    ClockHandler offerDeclined(Carrying carrying) {
        return new OfOffer(OfferClocks.DECLINED, NOTHING, carrying::takeFurther, true);
    }

    /// The receiver's own clock: it reminds those who work there, and what follows from silence the sender's
    /// clock does.
    @Bean
    ClockHandler offerToAnswer() {
        return new OfOffer(OfferClocks.TO_ANSWER, NOTHING, NOTHING, true);
    }

    @Bean
    ClockHandler offerEscalated() {
        return new OfOffer(OfferClocks.ESCALATED, NOTHING, NOTHING, true);
    }

    private record OfOffer(String kind, Consumer<OfferId> half, Consumer<OfferId> end, boolean sendsLetters)
            implements ClockHandler {

        @Override
        public String key() {
            return "handover.clock." + kind;
        }

        @Override
        public void remind(RunningClock clock) {
            half.accept(new OfferId(clock.subject().id()));
        }

        @Override
        public void due(RunningClock clock) {
            end.accept(new OfferId(clock.subject().id()));
        }
    }
}
