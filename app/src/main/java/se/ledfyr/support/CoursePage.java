package se.ledfyr.support;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some of those in the programme, and where the list goes on.
///
/// @param next the mark to ask with for what comes after; null when there is no more
public record CoursePage(List<CourseLine> lines, @Nullable String next) {

    public CoursePage {
        lines = List.copyOf(lines);
    }
}
