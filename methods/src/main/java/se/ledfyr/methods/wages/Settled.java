package se.ledfyr.methods.wages;

/// Money that the employer paid or held back.
///
/// @param ore whole öre, at least 1
public record Settled(Kind kind, long ore) {

    /// The names are stored: a value is never renamed, only added.
    public enum Kind {
        /// Paid to the person.
        PAID,
        /// Held back with the person's leave or by law; it lowers the claim.
        AGREED,
        /// Held back without leave: shown, but the claim stays as it is.
        DISPUTED
    }

    public Settled {
        if (ore < 1) {
            throw new IllegalArgumentException("ore must be at least 1");
        }
    }
}
