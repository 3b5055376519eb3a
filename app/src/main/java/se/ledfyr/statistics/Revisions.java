package se.ledfyr.statistics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes of single registrations, grants and reflection periods after their year was closed.
///
/// @param lines the newest, at most as many as fit a page
/// @param more whether there are others
public record Revisions(List<Line> lines, boolean more) {

    public Revisions {
        lines = List.copyOf(lines);
    }

    /// One change of one fact. Nothing here leads to a person.
    ///
    /// @param record what changed: registration, amp_grant, nsp_grant or reflection_period
    /// @param kind ADDED, CORRECTED, REMOVED, WITHDRAWN or RESTORED
    /// @param region a code of `police_region`; null where the record has none
    /// @param field name of the fact that changed
    /// @param oldValue code before; null where there was none
    /// @param newValue code after; null where there is none
    public record Line(
            Instant at,
            String record,
            String kind,
            @Nullable String region,
            String field,
            @Nullable String oldValue,
            @Nullable String newValue) {}
}
