package se.ledfyr.handover;

/// Published when an offer has come to an end without responsibility moving. Carries the identifier only.
public record OfferEnded(OfferId offer) {}
