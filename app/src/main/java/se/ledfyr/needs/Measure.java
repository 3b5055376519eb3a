package se.ledfyr.needs;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.OrganisationId;

/// Something that was given to meet a need.
///
/// @param givenBy null when whoever gave it does not take part here
/// @param result code of list `measure_result`
/// @param own whether the acting organisation wrote it, and so may put it right
public record Measure(
        MeasureId id,
        NeedId need,
        @Nullable OrganisationId givenBy,
        Sector sector,
        @Nullable LocalDate began,
        @Nullable LocalDate ended,
        String result,
        boolean own) {}
