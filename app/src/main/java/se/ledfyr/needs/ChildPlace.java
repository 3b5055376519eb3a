package se.ledfyr.needs;

import java.util.Locale;

/// Where a child is. Each is asked about by itself: a child far away is forgotten otherwise, and may be what an
/// exploiter holds over the parent.
public enum ChildPlace {
    ACCOMPANYING,
    ELSEWHERE_IN_SWEDEN,
    HOME_COUNTRY;

    /// The code in list `child_place`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException for a code that is none
    public static ChildPlace of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
