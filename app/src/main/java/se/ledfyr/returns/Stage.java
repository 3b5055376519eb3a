package se.ledfyr.returns;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where somebody is on the way. The database derives it; the names are its.
public enum Stage {
    /// Not decided, not gone.
    WAITING,
    /// Admitted, before the journey.
    BEFORE,
    JOURNEY,
    /// Arrived: reception, reintegration, follow-up.
    AFTER,
    ENDED;

    /// As it stands in an address.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @return empty for what is no stage
    public static Optional<Stage> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
