package se.ledfyr.consent;

import java.util.UUID;
import se.ledfyr.people.ParcelId;

/// Something that was let through.
///
/// @param share its line in the ledger
/// @param parcel what the receiver opens
public record Shared(UUID share, ParcelId parcel) {}
