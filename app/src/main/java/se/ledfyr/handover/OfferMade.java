package se.ledfyr.handover;

/// Published when an offer has been made. Carries the identifier only.
public record OfferMade(OfferId offer) {}
