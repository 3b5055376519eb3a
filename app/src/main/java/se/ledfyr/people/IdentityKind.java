package se.ledfyr.people;

/// What a sealed value is.
public enum IdentityKind {
    NAME,
    ALIAS,
    /// Personnummer.
    PERSONAL_NUMBER,
    /// Samordningsnummer.
    COORDINATION_NUMBER,
    /// Reservnummer of a region or an agency; its form is not known here.
    RESERVE_NUMBER,
    TELEPHONE,
    ADDRESS;

    /// Whether a value of this kind is a number that names one person.
    public boolean isIdentifier() {
        return this == PERSONAL_NUMBER || this == COORDINATION_NUMBER || this == RESERVE_NUMBER;
    }
}
