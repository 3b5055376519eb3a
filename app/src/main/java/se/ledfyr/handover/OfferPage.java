package se.ledfyr.handover;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Some lines of a list of offers.
///
/// @param next where the following page begins; null when this is the last
public record OfferPage(List<OfferLine> lines, @Nullable Place next) {

    static final int LINES = 50;

    public OfferPage {
        lines = List.copyOf(lines);
    }

    static OfferPage of(List<OfferLine> oneMore) {
        if (oneMore.size() <= LINES) {
            return new OfferPage(oneMore, null);
        }
        List<OfferLine> lines = oneMore.subList(0, LINES);
        OfferLine last = lines.getLast();
        return new OfferPage(lines, new Place(last.dueAt(), last.id().value()));
    }

    /// The line after which a page begins.
    public record Place(Instant at, UUID id) {

        /// @throws IllegalArgumentException when the text is no place
        public static Place of(String text) {
            String[] parts = text.split("_", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("Not a place in a list");
            }
            try {
                return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (java.time.DateTimeException notOne) {
                throw new IllegalArgumentException("Not a place in a list", notOne);
            }
        }

        @Override
        public String toString() {
            return at + "_" + id;
        }
    }
}
