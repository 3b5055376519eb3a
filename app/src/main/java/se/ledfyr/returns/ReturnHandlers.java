package se.ledfyr.returns;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.ledfyr.deadlines.ClockHandler;
import se.ledfyr.deadlines.RunningClock;

/// The clocks of returns. The database sets them to what is due next at each end; when they ring, members are told, and
/// nothing happens by itself.
@Configuration(proxyBeanMethods = false)
class ReturnHandlers {

    @Bean
    ClockHandler returnDecision() {
        return new Of("return_decision");
    }

    @Bean
    ClockHandler returnExit() {
        return new Of("return_exit");
    }

    @Bean
    ClockHandler returnDeparture() {
        return new Of("return_departure");
    }

    @Bean
    ClockHandler returnArrival() {
        return new Of("return_arrival");
    }

    @Bean
    ClockHandler returnForm() {
        return new Of("return_form");
    }

    @Bean
    ClockHandler returnFollowUp() {
        return new Of("return_follow_up");
    }

    @Bean
    ClockHandler returnContact() {
        return new Of("return_contact");
    }

    private record Of(String kind) implements ClockHandler {

        @Override
        public String key() {
            return "returns.clock." + kind.substring("return_".length());
        }

        @Override
        public void due(RunningClock clock) {}
    }
}
