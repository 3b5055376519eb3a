package se.ledfyr.permits;

import java.util.List;

/// Some of the applications in a box.
///
/// @param more whether others follow
public record ApplicationPage(List<Application> applications, boolean more) {

    /// How many stand on one page.
    public static final int LINES = 50;

    /// The last page that is shown. What lies further back is found by its case.
    public static final int LAST = 40;

    public ApplicationPage {
        applications = List.copyOf(applications);
    }
}
