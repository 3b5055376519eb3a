package se.ledfyr.consent.web;

/// Something that was shared, as a page shows it.
///
/// @param parcel names it for taking it back
/// @param fate what became of it
/// @param open whether it can still be taken back
/// @param overridden whether it went without consent and without a ground
public record SharedLine(
        String parcel,
        String when,
        String receiver,
        String purpose,
        String groups,
        String basis,
        String reason,
        String fate,
        boolean open,
        boolean overridden) {

    /// Says which by id only.
    @Override
    public String toString() {
        return "SharedLine[" + parcel + "]";
    }
}
