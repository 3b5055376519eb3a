package se.ledfyr.permits;

/// Which applications to list.
public enum ApplicationBox {
    /// Periods that hold today or later, those first that end first.
    RUNNING,
    /// Not decided yet, the oldest first.
    WAITING,
    /// Of which the clock has asked what follows, those first that end first.
    ASKED,
    /// Refused, or with an answer to what followed; the latest first.
    SETTLED;

    /// @param sent what stands in the page's address; anything unknown means the running ones
    public static ApplicationBox of(String sent) {
        for (ApplicationBox one : values()) {
            if (one.code().equals(sent)) {
                return one;
            }
        }
        return RUNNING;
    }

    /// What stands in the page's address.
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
