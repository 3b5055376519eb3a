package se.ledfyr.consent;

import java.util.List;

/// What a withdrawal did, and what it came too late for.
///
/// @param stopped taken back: the receiver cannot open it any more
/// @param gone the receiver has read it or made it their own. What was read but not adopted is in both lists
public record Withdrawal(List<ShareLine> stopped, List<ShareLine> gone) {

    public Withdrawal {
        stopped = List.copyOf(stopped);
        gone = List.copyOf(gone);
    }
}
