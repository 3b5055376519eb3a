package se.ledfyr.casework;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of a list of cases, the latest first.
///
/// @param next where the following page begins; null on the last one
public record HeldPage(List<HeldCase> lines, @Nullable Place next) {

    public HeldPage {
        lines = List.copyOf(lines);
    }

    /// A place in the list: right after this case.
    public record Place(Instant since, UUID id) {

        /// Reads what [#toString] wrote.
        ///
        /// @throws IllegalArgumentException when the text is no place
        public static Place of(String text) {
            int cut = text.indexOf('_');
            if (cut < 0) {
                throw new IllegalArgumentException("no place in a list");
            }
            try {
                return new Place(Instant.parse(text.substring(0, cut)), UUID.fromString(text.substring(cut + 1)));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("no place in a list", e);
            }
        }

        @Override
        public String toString() {
            return since + "_" + id;
        }
    }
}
