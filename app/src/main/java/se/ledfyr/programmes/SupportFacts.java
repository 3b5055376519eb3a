package se.ledfyr.programmes;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a grant of the national support programme says, and what is counted of it.
///
/// How long the periods may be stands in the rules of time, not here.
///
/// @param ageGroup a code of `age_group`
/// @param sex a code of `sex`; null where it was not recorded
/// @param exposure a code of `exposure`
/// @param forms codes of `exploitation_form`; none for a child that was exposed indirectly
/// @param citizenship a country; null when not known, or when `nationalityOther` says it
/// @param nationalityOther a code of `nationality_other`
/// @param components codes of `nsp_component`, at least one
/// @param restDays more than 0 exactly when a rest period is among the components
/// @param integrationDays likewise for the integration period
/// @param placement a code of `nsp_child_placement`
/// @param homeRegion police region of the home or of whoever helps; null in the home country
/// @param eligibilityReason a code of `eligibility_reason`
/// @param referredBy a code of `referred_by`
public record SupportFacts(
        String ageGroup,
        @Nullable String sex,
        String exposure,
        Set<String> forms,
        @Nullable String citizenship,
        @Nullable String nationalityOther,
        Set<String> components,
        int restDays,
        int integrationDays,
        String placement,
        @Nullable String homeRegion,
        String eligibilityReason,
        String referredBy) {

    /// The component that is a time of rest.
    public static final String REST = "rest_period";

    /// The component that is a time of integration.
    public static final String INTEGRATION = "integration_period";

    public SupportFacts {
        forms = Set.copyOf(new TreeSet<>(forms));
        components = Set.copyOf(new TreeSet<>(components));
        if (components.isEmpty()) {
            throw new IllegalArgumentException("A grant is of something");
        }
        if (restDays < 0 || (restDays > 0) != components.contains(REST)) {
            throw new IllegalArgumentException("Rest days go with a rest period");
        }
        if (integrationDays < 0 || (integrationDays > 0) != components.contains(INTEGRATION)) {
            throw new IllegalArgumentException("Integration days go with an integration period");
        }
        if (citizenship != null && nationalityOther != null) {
            throw new IllegalArgumentException("One nationality at most");
        }
        if (ageGroup.equals("child") && exposure.equals("indirect") && !forms.isEmpty()) {
            throw new IllegalArgumentException("A child that was exposed indirectly has no forms of its own");
        }
    }

    /// The same with other days; a period without days is no component any more, one with days is.
    public SupportFacts withDays(int rest, int integration) {
        Set<String> all = new TreeSet<>(components);
        keep(all, REST, rest > 0);
        keep(all, INTEGRATION, integration > 0);
        return new SupportFacts(
                ageGroup,
                sex,
                exposure,
                forms,
                citizenship,
                nationalityOther,
                all,
                rest,
                integration,
                placement,
                homeRegion,
                eligibilityReason,
                referredBy);
    }

    /// The same with another placement.
    public SupportFacts placed(String where, @Nullable String region) {
        return new SupportFacts(
                ageGroup,
                sex,
                exposure,
                forms,
                citizenship,
                nationalityOther,
                components,
                restDays,
                integrationDays,
                where,
                region,
                eligibilityReason,
                referredBy);
    }

    private static void keep(Set<String> all, String component, boolean wanted) {
        if (wanted) {
            all.add(component);
        } else {
            all.remove(component);
        }
    }
}
