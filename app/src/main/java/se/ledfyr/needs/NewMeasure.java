package se.ledfyr.needs;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.ledfyr.organisations.OrganisationId;

/// Something that was given to meet a need, as it is first written down.
///
/// @param givenBy null when whoever gave it does not take part here
/// @param began null when the day is not known
/// @param result code of list `measure_result`
public record NewMeasure(
        @Nullable OrganisationId givenBy,
        Sector sector,
        @Nullable LocalDate began,
        @Nullable LocalDate ended,
        String result) {

    /// The result that counts as help from nobody.
    public static final String NO_HELP = "no_help";

    public NewMeasure {
        if (began != null && ended != null && ended.isBefore(began)) {
            throw new IllegalArgumentException("a measure does not end before it began");
        }
    }
}
