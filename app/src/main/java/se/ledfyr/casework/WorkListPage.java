package se.ledfyr.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of a list, newest first.
///
/// @param next where the following page begins; null on the last one
public record WorkListPage(
        List<WorkListLine> lines, @Nullable Place next) {

    public WorkListPage {
        lines = List.copyOf(lines);
    }

    /// A place in the list: right after this registration.
    public record Place(LocalDate day, UUID id) {

        /// Reads `2023-09-01_<uuid>`.
        ///
        /// @throws IllegalArgumentException when the text is no place
        public static Place of(String text) {
            int cut = text.indexOf('_');
            if (cut < 0) {
                throw new IllegalArgumentException("no place in a list");
            }
            try {
                LocalDate day = LocalDate.parse(text.substring(0, cut));
                if (day.getYear() < 1 || day.getYear() > 9999) {
                    throw new IllegalArgumentException("no place in a list");
                }
                return new Place(day, UUID.fromString(text.substring(cut + 1)));
            } catch (java.time.DateTimeException e) {
                throw new IllegalArgumentException("no place in a list", e);
            }
        }

        @Override
        public String toString() {
            return day + "_" + id;
        }
    }
}
