package se.ledfyr.returns;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of a list of applications.
///
/// @param next where the next page begins; null on the last one
public record ReturnPage(List<ReturnLine> lines, @Nullable Place next) {

    public ReturnPage {
        lines = List.copyOf(lines);
    }

    /// Behind which line a page begins.
    ///
    /// @param due null for what has nothing due
    public record Place(@Nullable LocalDate due, UUID id) {

        /// @throws IllegalArgumentException when the text is no place
        public static Place of(String text) {
            int cut = text.indexOf('_');
            if (cut < 0) {
                throw new IllegalArgumentException("No place");
            }
            try {
                LocalDate due = cut == 0 ? null : LocalDate.parse(text.substring(0, cut));
                return new Place(due, UUID.fromString(text.substring(cut + 1)));
            } catch (java.time.DateTimeException none) {
                throw new IllegalArgumentException("No place", none);
            }
        }

        /// As it stands in an address.
        @Override
        public String toString() {
            return (due == null ? "" : due.toString()) + "_" + id;
        }
    }
}
