package se.ledfyr.reports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.MemberId;

/// What a text of the report says in one of its versions.
///
/// @param version 0 as it is delivered, else 1 or more
/// @param sv empty where the text is left out of the report; then `en` is too
/// @param returnedTo the earlier version whose words these are; null where they are new
/// @param at null as it is delivered
/// @param by null as it is delivered
public record TextVersion(
        int version,
        String sv,
        String en,
        @Nullable Integer returnedTo,
        @Nullable Instant at,
        @Nullable MemberId by) {

    /// Whether somebody has changed what was delivered, and not gone back to it.
    public boolean isChanged() {
        return version > 0 && (returnedTo == null || returnedTo != 0);
    }

    public boolean isLeftOut() {
        return sv.isEmpty();
    }

    /// In Swedish for `sv`, else in English.
    public String in(String language) {
        return language.equals("sv") ? sv : en;
    }
}
