package se.ledfyr.casework;

import java.time.LocalDate;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is known about one registered person, without who they are. Exactly the columns of a
/// registration file; what is not known is null, never a code.
///
/// @param region police region where the exploitation took place, a code of `police_region`
/// @param municipality four digits, a municipality of that region; null when only the region is known
/// @param sex a code of `sex`
/// @param ageGroup `adult`, `child` or `unknown`; an unsure age is kept as unknown
/// @param birthYear only for adults and children; agrees with the age group on `registeredOn`
/// @param citizenship ISO 3166-1 alpha-2
/// @param forms codes of `exploitation_form`; several stand for multiple exploitation, none for not reported
/// @param sector a code of `sector_setting`
/// @param referredBy a code of `referred_by`
/// @param event code of the find or inspection it belongs to
/// @param began a code of `recruitment_start`
/// @param setting a code of `setting`
/// @param childrenAccompanying how many children came along, 0 or more
public record Facts(
        LocalDate registeredOn,
        String region,
        @Nullable String municipality,
        String sex,
        String ageGroup,
        @Nullable Integer birthYear,
        @Nullable String citizenship,
        SortedSet<String> forms,
        @Nullable String sector,
        String referredBy,
        @Nullable String event,
        @Nullable String began,
        @Nullable String setting,
        int childrenAccompanying,
        boolean ampRequested,
        boolean reflectionRequested) {

    static final int ADULT_FROM = 18;
    static final Set<String> DERIVED_FORMS = Set.of("multiple", "not_reported");

    public Facts {
        forms = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(forms));
        if (forms.stream().anyMatch(DERIVED_FORMS::contains)) {
            throw new IllegalArgumentException("forms: multiple and not_reported are derived, never stored");
        }
        if (childrenAccompanying < 0) {
            throw new IllegalArgumentException("childrenAccompanying must be 0 or more");
        }
        if (!agrees(ageGroup, birthYear, registeredOn)) {
            throw new IllegalArgumentException("birthYear does not agree with ageGroup");
        }
    }

    /// Whether a birth year fits an age group on a day. A child may turn 18 later the same year; an
    /// adult is at least 18.
    public static boolean agrees(String ageGroup, @Nullable Integer birthYear, LocalDate day) {
        if (birthYear == null) {
            return true;
        }
        int age = day.getYear() - birthYear;
        return switch (ageGroup) {
            case "adult" -> age >= ADULT_FROM;
            case "child" -> age >= 0 && age <= ADULT_FROM;
            default -> false;
        };
    }

    /// The same facts at another place.
    Facts in(String otherRegion, @Nullable String otherMunicipality) {
        return new Facts(
                registeredOn,
                otherRegion,
                otherMunicipality,
                sex,
                ageGroup,
                birthYear,
                citizenship,
                forms,
                sector,
                referredBy,
                event,
                began,
                setting,
                childrenAccompanying,
                ampRequested,
                reflectionRequested);
    }

    /// Facts about a person stay out of logs, even without a name.
    @Override
    public String toString() {
        return "Facts";
    }
}
