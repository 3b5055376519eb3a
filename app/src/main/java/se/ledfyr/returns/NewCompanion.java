package se.ledfyr.returns;

import org.jspecify.annotations.Nullable;

/// Somebody who goes along with an exploited person and was not exploited.
///
/// @param role `accompanying_family_member` or `accompanying_child`
/// @param sex a code of `sex`
/// @param citizenship ISO 3166-1 alpha-2
/// @param name null where nobody knows it
/// @param country to which they return; null for that of the one they accompany
public record NewCompanion(
        String role,
        String sex,
        String ageGroup,
        @Nullable Integer birthYear,
        @Nullable String citizenship,
        @Nullable String name,
        @Nullable String country) {

    public NewCompanion {
        if (!role.startsWith("accompanying_")) {
            throw new IllegalArgumentException("Somebody exploited applies for themselves");
        }
    }

    /// Without the name.
    @Override
    public String toString() {
        return "NewCompanion[" + role + "]";
    }
}
