package se.ledfyr.permits;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import se.ledfyr.casework.CaseId;
import se.ledfyr.personas.Personas;

/// Reflection periods of fictional people, for tests that need some.
@Component
public class TestPermits {

    private final Applications applications;
    private final Clock clock;

    TestPermits(Applications applications, Clock clock) {
        this.applications = applications;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Applications.LOCAL_TIME);
    }

    /// An application of a social board, sent today.
    public ApplicationId applied(Personas by, CaseId id, boolean helped) {
        return by.acting()
                .get(() -> applications.apply(
                        id, new NewApplication(Applicant.SOCIAL_BOARD, "2480", helped, "male", today())));
    }

    /// Granted today for thirty days.
    public void granted(Personas by, ApplicationId id) {
        by.acting()
                .run(() -> applications.decide(
                        id,
                        applications.get(id).version(),
                        new Decision.Granted(today(), today(), today().plusDays(Decision.SHORTEST)),
                        applications.get(id).decidedOn() == null ? null : "Rättat"));
    }
}
