package se.ledfyr.casework;

import java.util.Arrays;
import java.util.Locale;

/// Which of the acting organisation's cases to list.
public enum HeldFilter {
    /// Held by the acting member.
    MINE,
    /// Held by a duty function: somebody on duty takes them.
    DUTY,
    /// Held by the organisation, whoever in it does the work.
    ALL,
    /// Open and held by another organisation, having been held here.
    PASSED_ON,
    /// Closed here.
    CLOSED;

    /// As it stands in an address; the first where the text is none of them.
    public static HeldFilter of(String text) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(text))
                .findFirst()
                .orElse(MINE);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
