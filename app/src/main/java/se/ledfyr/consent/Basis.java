package se.ledfyr.consent;

/// On what something is shared.
public sealed interface Basis {

    /// The person's own consent: the gate looks for a live one that covers all of it.
    record OwnConsent() implements Basis {}

    /// A law that allows or demands it.
    ///
    /// @param code a code of `lawful_ground`, valid that day
    /// @param reason why it applies here, 1 to 2000 characters
    record LawfulGround(String code, String reason) implements Basis {}

    /// Neither: somebody with [se.ledfyr.access.Right#OVERRIDE_CONSENT] answers for it.
    ///
    /// @param reason 1 to 2000 characters; the auditor reads it
    record Override(String reason) implements Basis {}

    /// The person's own consent.
    static Basis consent() {
        return new OwnConsent();
    }
}
