package se.ledfyr.handover;

/// Published when somebody has taken over what was offered: the receiver, or an office that silence was
/// carried to. Carries the identifier only.
public record OfferAccepted(OfferId offer) {}
