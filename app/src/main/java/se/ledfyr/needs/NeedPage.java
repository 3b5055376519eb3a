package se.ledfyr.needs;

import java.util.List;

/// Some of the open needs, acute ones first, then by the day they are due.
///
/// @param more whether others follow
public record NeedPage(List<Need> needs, boolean more) {

    /// How many stand on one page.
    public static final int LINES = 50;

    public NeedPage {
        needs = List.copyOf(needs);
    }
}
