package se.ledfyr.justice;

import java.util.List;

/// One page of how far reports have come.
///
/// @param more whether another page follows
public record StatusPage(List<StatusEntry> entries, boolean more) {

    /// Lines on one page.
    static final int LINES = 50;

    public StatusPage {
        entries = List.copyOf(entries);
    }
}
