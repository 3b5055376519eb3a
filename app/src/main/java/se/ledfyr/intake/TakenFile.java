package se.ledfyr.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A file that the organisation has taken. The file itself is not kept.
///
/// @param kind name of the kind of file
/// @param by name of the member who brought it in; null when it was the operator of the installation
/// @param fingerprint first twelve letters of its SHA-256, for recognising it
public record TakenFile(
        Instant at,
        String kind,
        @Nullable String by,
        String fingerprint,
        long rows,
        long added,
        long corrected,
        long unchanged) {

    /// Names of members stay out of logs.
    @Override
    public String toString() {
        return "TakenFile[" + fingerprint + "]";
    }
}
