package se.ledfyr.consent;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Advice that somebody asked for without saying about whom. It counts as work done and never as a person, and
/// has no field a name could be written in.
///
/// @param heldOn the day, in Swedish local time
/// @param region a code of `police_region`
/// @param askedBy a code of `referred_by`: what kind of body asked
/// @param channel a code of `consultation_channel`
/// @param topics codes of `consultation_topic`, at least one
/// @param form a code of `exploitation_form`, where it was about one
/// @param concerns a code of `consultation_concerns`
/// @param outcome a code of `consultation_outcome`
/// @param minutes how long it took, 1 to 1440
public record Consultation(
        UUID id,
        LocalDate heldOn,
        String region,
        String askedBy,
        String channel,
        SortedSet<String> topics,
        @Nullable String form,
        String concerns,
        String outcome,
        @Nullable Integer minutes) {

    static final int MAX_TOPICS = 20;
    static final int MAX_MINUTES = 1_440;

    public Consultation {
        topics = sorted(topics, MAX_TOPICS, "topics");
        if (minutes != null && (minutes < 1 || minutes > MAX_MINUTES)) {
            throw new IllegalArgumentException("minutes must be 1-%d".formatted(MAX_MINUTES));
        }
    }

    static SortedSet<String> sorted(Set<String> codes, int most, String field) {
        if (codes.isEmpty() || codes.size() > most) {
            throw new IllegalArgumentException("%s must be 1-%d".formatted(field, most));
        }
        return Collections.unmodifiableSortedSet(new TreeSet<>(codes));
    }
}
