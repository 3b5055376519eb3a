package se.ledfyr.handover;

/// Published when silence has been carried to an office. Carries the identifier only.
public record OfferCarried(OfferId offer) {}
