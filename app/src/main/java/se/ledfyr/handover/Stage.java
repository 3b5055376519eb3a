package se.ledfyr.handover;

/// How far silence has carried an offer.
public enum Stage {
    /// The receiver has time.
    WAITING,
    /// Half the time has gone, and the receiver was reminded.
    REMINDED,
    /// Nobody answered in time: the office of the region must.
    REGION,
    /// Nor did that office: the national coordination must.
    NATION;

    /// Whether the time to answer has run out.
    public boolean isCarried() {
        return switch (this) {
            case WAITING, REMINDED -> false;
            case REGION, NATION -> true;
        };
    }
}
