package se.ledfyr.justice;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who speaks for the person in the process, or was asked for.
///
/// @param kind code of list `counsel_kind`
/// @param name null when not known; at most 200 characters, sealed
/// @param answer what came of asking
/// @param answeredOn null while it is waited for
public record Counsel(
        UUID id,
        String kind,
        @Nullable String name,
        LocalDate askedOn,
        Answer answer,
        @Nullable LocalDate answeredOn,
        @Nullable LocalDate endedOn) {

    public static final int MAX_NAME = 200;

    /// What came of asking. The names are stored in small letters: never renamed, only added.
    public enum Answer {
        WAITING,
        APPOINTED,
        REFUSED;

        String stored() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Answer of(String stored) {
            return valueOf(stored.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /// Says which by id only.
    @Override
    public String toString() {
        return "Counsel[" + id + "]";
    }
}
