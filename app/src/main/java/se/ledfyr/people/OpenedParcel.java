package se.ledfyr.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.OrganisationId;

/// A parcel as its addressee may read it: everything that was shared but who it is.
///
/// @param content `groups` names all that was shared; `values` holds those that are open
/// @param adoptedAt when the addressee made the person their own; null until then
/// @param adoptedAs the person it became in the addressee's own keeping
public record OpenedParcel(
        ParcelId id,
        OrganisationId from,
        ParcelContent content,
        Instant madeAt,
        @Nullable Instant adoptedAt,
        @Nullable PersonId adoptedAs) {

    /// Never what is in it.
    @Override
    public String toString() {
        return "OpenedParcel[" + id.value() + "]";
    }
}
