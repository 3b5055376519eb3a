package se.ledfyr.support;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some applications, and where the list goes on.
///
/// @param next the mark to ask with for what comes after; null when there is no more
public record ApplicationPage(
        List<ApplicationLine> lines, @Nullable String next) {

    public ApplicationPage {
        lines = List.copyOf(lines);
    }
}
