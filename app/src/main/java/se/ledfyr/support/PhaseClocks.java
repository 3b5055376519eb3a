package se.ledfyr.support;

import java.time.LocalDate;
import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import se.ledfyr.deadlines.ClockHandler;
import se.ledfyr.deadlines.ClockRequest;
import se.ledfyr.deadlines.ClockSubject;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.deadlines.DueTimes;
import se.ledfyr.deadlines.RunningClock;
import se.ledfyr.programmes.GrantId;

/// The clock of a time in the programme: it reminds before the last day that is written down, and asks what follows.
@Component
class PhaseClocks {

    private final Clocks clocks;
    private final DueTimes dueTimes;

    PhaseClocks(Clocks clocks, DueTimes dueTimes) {
        this.clocks = clocks;
        this.dueTimes = dueTimes;
    }

    /// Sets the clock of a phase anew.
    ///
    /// @param first first day that is written down
    /// @param last last day that is
    void follow(GrantId grant, Phase phase, LocalDate first, LocalDate last, LocalDate today) {
        stop(grant, phase);
        if (!last.isBefore(today)) {
            clocks.set(ClockRequest.of(
                    phase.rule(),
                    subject(grant),
                    dueTimes.until(first, last, phase.rule()),
                    "/support/grants/" + grant.value()));
        }
    }

    void stop(GrantId grant, Phase phase) {
        clocks.stop(subject(grant), phase.rule());
    }

    void stopAll(GrantId grant) {
        Arrays.stream(Phase.values()).forEach(phase -> stop(grant, phase));
    }

    private static ClockSubject subject(GrantId grant) {
        return new ClockSubject("GRANT", grant.value());
    }

    /// What happens when such a clock rings: letters, and the question on the person's page. Nothing else happens by
    /// itself.
    @Configuration(proxyBeanMethods = false)
    static class Handlers {

        @Bean
        ClockHandler restEnds() {
            return new Asks(Phase.REST);
        }

        @Bean
        ClockHandler integrationEnds() {
            return new Asks(Phase.INTEGRATION);
        }
    }

    private record Asks(Phase phase) implements ClockHandler {

        @Override
        public String kind() {
            return phase.rule();
        }

        @Override
        public String key() {
            return "support.clock." + phase.rule();
        }

        @Override
        public void due(RunningClock clock) {}
    }
}
