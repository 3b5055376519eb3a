package se.ledfyr.permits;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.ledfyr.deadlines.ClockHandler;
import se.ledfyr.deadlines.RunningClock;

/// What happens when the clocks of this module are due.
@Configuration(proxyBeanMethods = false)
class PermitHandlers {

    @Bean
    ClockHandler reflectionEnds(Asking asking) {
        return new Handler(
                ReflectionClocks.ENDS,
                clock -> asking.ask(new ApplicationId(clock.subject().id())),
                true);
    }

    @Bean
    ClockHandler reflectionTold(Asking asking) {
        return new Handler(
                ReflectionClocks.TOLD,
                clock -> asking.tell(new ApplicationId(clock.subject().id())),
                false);
    }

    /// Asked on its own page or in the case; nothing more happens by itself.
    @Bean
    ClockHandler reflectionFiled() {
        return new Handler(ReflectionClocks.FILED, clock -> {}, true);
    }

    /// Nothing more happens by itself: the letter says that a time has come.
    @Bean
    ClockHandler permitEnds() {
        return new Handler(PermitHistory.ENDS, clock -> {}, true);
    }

    private record Handler(String kind, Consumer<RunningClock> end, boolean sendsLetters) implements ClockHandler {

        @Override
        public String key() {
            return "permits.clock." + kind;
        }

        @Override
        public void due(RunningClock clock) {
            end.accept(clock);
        }
    }
}
