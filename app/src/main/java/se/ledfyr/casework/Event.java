package se.ledfyr.casework;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An inspection or a find: what many people share, written once.
///
/// Place and employer are for the organisation's own work. They are never counted and stand in no file
/// that leaves it.
///
/// @param code 1-40 of `A-Z`, `ÅÄÖ`, digits and hyphens, not beginning with a hyphen; unique in the organisation
/// @param region a code of `police_region`; everybody registered in the event has this region
/// @param municipality four digits, a municipality of that region
/// @param place where it was, in words, at most 200 characters
/// @param employer for whom people worked, at most 200 characters
/// @param from first day of the exploitation or of the find; not after `to`
/// @param sector a code of `sector_setting`
/// @param referredBy a code of `referred_by`; somebody must have been named before people can be added
/// @param forms codes of `exploitation_form`, for those about whom nothing else is said
public record Event(
        EventId id,
        String code,
        String region,
        @Nullable String municipality,
        @Nullable String place,
        @Nullable String employer,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String sector,
        @Nullable String referredBy,
        SortedSet<String> forms) {

    public static final int MAX_TEXT_LENGTH = 200;

    static final int MAX_CODE_LENGTH = 40;
    private static final Pattern CODE = Pattern.compile("[A-ZÅÄÖ0-9][A-ZÅÄÖ0-9-]{0,39}");

    public Event {
        if (!isCode(code)) {
            throw new IllegalArgumentException("code must be 1-40 capital letters, digits and hyphens");
        }
        place = text(place, "place");
        employer = text(employer, "employer");
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("to must not be before from");
        }
        forms = Collections.unmodifiableSortedSet(new TreeSet<>(forms));
        if (forms.stream().anyMatch(Facts.DERIVED_FORMS::contains)) {
            throw new IllegalArgumentException("forms: multiple and not_reported are derived, never stored");
        }
    }

    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /// Whether enough is known for adding people: every registration says who referred.
    public boolean isReady() {
        return referredBy != null;
    }

    /// The same event under another code, before it has been added.
    public Event coded(String other) {
        return new Event(id, other, region, municipality, place, employer, from, to, sector, referredBy, forms);
    }

    private static @Nullable String text(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String kept = text.strip();
        if (kept.length() > MAX_TEXT_LENGTH) {
            throw new IllegalArgumentException("%s must be at most %d characters".formatted(field, MAX_TEXT_LENGTH));
        }
        return kept;
    }

    /// Says which event by id only: a code may tell where people were found.
    @Override
    public String toString() {
        return "Event[" + id.value() + "]";
    }
}
