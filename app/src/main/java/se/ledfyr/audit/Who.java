package se.ledfyr.audit;

/// Who did something, as far as the reader may know.
///
/// @param name of the colleague or of the organisation; empty for the operator and for nobody
public record Who(Kind kind, String name) {

    /// How somebody stands to the reader.
    public enum Kind {
        /// A member of the own organisation, by name.
        COLLEAGUE,
        /// Somebody in another organisation, by the name of that organisation alone.
        OTHER_ORGANISATION,
        /// Whoever runs the installation, from its console.
        OPERATOR,
        /// Somebody who had not signed in.
        NOBODY
    }
}
