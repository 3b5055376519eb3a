package se.ledfyr.casework;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the registering organisation keeps for its own work with a person: never counted, never in
/// files, never shown to statisticians.
///
/// Nobody is labelled a victim. What is kept is an assessment, and indicators that supported somebody's
/// judgement; they are not added up.
///
/// @param indicators codes of `indicator` that were seen
/// @param assessment a code of `assessment`; only `reason_to_assume` is counted
/// @param assessedOn day of the assessment; null when nobody has said
/// @param consentToContact a code of `consent_to_contact`
/// @param guardian a code of `guardian`; for children and where the age is unsure
/// @param socialServicesInformed a code of `social_services_informed`; for children and where the age is unsure
/// @param note free text, kept sealed with the person's own key
public record Circumstances(
        SortedSet<String> indicators,
        String assessment,
        @Nullable LocalDate assessedOn,
        String consentToContact,
        @Nullable String guardian,
        @Nullable String socialServicesInformed,
        @Nullable String note) {

    static final int MAX_NOTE_LENGTH = 4_000;

    public Circumstances {
        indicators = Collections.unmodifiableSortedSet(new TreeSet<>(indicators));
        if (note != null) {
            note = note.strip();
            if (note.length() > MAX_NOTE_LENGTH) {
                throw new IllegalArgumentException("note must be at most %d characters".formatted(MAX_NOTE_LENGTH));
            }
            note = note.isEmpty() ? null : note;
        }
    }

    /// Where nothing but the facts is known: reason to assume, as every row of a registration file states.
    public static Circumstances notStated() {
        return new Circumstances(new TreeSet<>(), "reason_to_assume", null, "not_asked", null, null, null);
    }

    /// The note stays out of logs.
    @Override
    public String toString() {
        return "Circumstances";
    }
}
