package se.ledfyr.casework;

/// What one linked case is to another.
public enum LinkKind {
    PARENT,
    CHILD,
    SIBLING,
    PARTNER,
    RELATIVE,
    /// Exploited or found together.
    COMPANION;

    /// The same link seen from its other end.
    public LinkKind seenFromTheOther() {
        return switch (this) {
            case PARENT -> CHILD;
            case CHILD -> PARENT;
            case SIBLING, PARTNER, RELATIVE, COMPANION -> this;
        };
    }
}
