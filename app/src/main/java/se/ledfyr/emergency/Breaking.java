package se.ledfyr.emergency;

import java.time.Instant;
import se.ledfyr.organisations.MemberId;

/// That somebody opened a sealed case by breaking the glass, as those see it who may see the case.
public record Breaking(MemberId by, Instant at, Instant until, String reason) {

    /// The reason may say who somebody is.
    @Override
    public String toString() {
        return "Breaking";
    }
}
