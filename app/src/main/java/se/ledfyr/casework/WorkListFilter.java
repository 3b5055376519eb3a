package se.ledfyr.casework;

import org.jspecify.annotations.Nullable;

/// Which registrations to list; null leaves the choice open.
///
/// @param region a code of `police_region`
/// @param event code of a find or inspection
/// @param removed whether to list those taken out of the figures instead of those in them
public record WorkListFilter(
        @Nullable Integer year,
        @Nullable String region,
        @Nullable String event,
        boolean removed) {

    /// Everything that is in the figures.
    public static WorkListFilter none() {
        return new WorkListFilter(null, null, null, false);
    }
}
