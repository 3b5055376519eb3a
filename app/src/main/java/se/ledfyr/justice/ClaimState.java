package se.ledfyr.justice;

/// How far a wage claim has come. The names are stored: a value is never renamed, only added.
public enum ClaimState {
    /// Lines are still written; nobody has been sent it.
    DRAFT,
    /// It was sent to the employer, counsel, the union or the administrator of a bankruptcy.
    SENT,
    /// It was paid, or settled in another way.
    SETTLED,
    /// The person does not want to go on, or it was written by mistake.
    DROPPED;

    /// Whether lines can still be written.
    public boolean isOpen() {
        return switch (this) {
            case DRAFT, SENT -> true;
            case SETTLED, DROPPED -> false;
        };
    }
}
