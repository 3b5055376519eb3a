package se.ledfyr.justice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something that proves hours, wages or work: what it is, where it is kept and who has seen it. The
/// thing itself is not kept here.
///
/// @param kind code of list `wage_evidence`
/// @param what in words, 1 to 300 characters, sealed
/// @param place where it is kept, at most 200 characters, sealed
/// @param seenBy who has seen it, at most 200 characters, sealed
public record Evidence(
        String kind,
        String what,
        @Nullable String place,
        @Nullable String seenBy,
        @Nullable LocalDate seenOn) {

    public static final int MAX_WHAT = 300;
    public static final int MAX_OTHER = 200;

    public Evidence {
        if (what.length() > MAX_WHAT
                || place != null && place.length() > MAX_OTHER
                || seenBy != null && seenBy.length() > MAX_OTHER) {
            throw new IllegalArgumentException("what, place or seenBy is too long");
        }
    }

    /// Says what kind only.
    @Override
    public String toString() {
        return "Evidence[" + kind + "]";
    }
}
