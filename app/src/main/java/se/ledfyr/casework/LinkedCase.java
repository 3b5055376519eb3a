package se.ledfyr.casework;

import se.ledfyr.people.PersonId;

/// A case that belongs with another.
///
/// @param kind what it is to the other
/// @param written whether somebody linked the two; otherwise they were found at the same event
/// @param person whom it is about, in the acting organisation's keeping
public record LinkedCase(
        CaseId id, String reference, LinkKind kind, Route route, boolean open, boolean written, PersonId person) {

    /// Says which case by id only.
    @Override
    public String toString() {
        return "LinkedCase[" + id.value() + "]";
    }
}
