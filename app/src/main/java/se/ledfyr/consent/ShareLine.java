package se.ledfyr.consent;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.ParcelFate;
import se.ledfyr.people.ParcelId;

/// One thing that was shared, and what became of it.
///
/// @param consent the consent it was shared on; null where it was another basis
/// @param ground the code of the lawful ground
/// @param overridden whether it was shared without either
/// @param reason why, where it was not a consent
/// @param stoppedAt when it was taken back before the receiver had made it their own
public record ShareLine(
        UUID id,
        ParcelId parcel,
        OrganisationId receiver,
        String purpose,
        Set<FieldGroup> groups,
        @Nullable ConsentId consent,
        @Nullable String ground,
        boolean overridden,
        @Nullable String reason,
        Instant sharedAt,
        @Nullable MemberId sharedBy,
        @Nullable Instant stoppedAt,
        ParcelFate fate) {

    public ShareLine {
        groups = Collections.unmodifiableSet(EnumSet.copyOf(groups));
    }

    /// Says which by id only.
    @Override
    public String toString() {
        return "ShareLine[" + id + "]";
    }
}
