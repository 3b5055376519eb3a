package se.ledfyr.returns;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What holds for an application, or for all of a group where a row does not say otherwise.
///
/// @param country to which the return goes, ISO 3166-1 alpha-2; may be another than the citizenship
/// @param information what everybody was told before they applied
/// @param appliedOn when the form was complete; null when that comes later
/// @param exitDeadline by when the person must have left
/// @param consentHow a code of `consent_given_how` when consent to tell the operator is written down in the same act;
///     null when it was given before
public record Terms(
        String country,
        Information information,
        @Nullable LocalDate appliedOn,
        @Nullable LocalDate exitDeadline,
        @Nullable LocalDate plannedDeparture,
        @Nullable String consentHow) {}
