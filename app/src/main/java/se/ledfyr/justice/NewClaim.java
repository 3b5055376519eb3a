package se.ledfyr.justice;

import org.jspecify.annotations.Nullable;

/// A wage claim as it begins.
///
/// @param employer against whom; null when not known. At most 200 characters, sealed
/// @param holidayPay hundredths of a percent of what was earned, 0 to 10 000
/// @param holidaySource where the percentage stands, 1 to 300 characters
public record NewClaim(@Nullable String employer, int holidayPay, String holidaySource) {

    public static final int MAX_EMPLOYER = 200;
    public static final int MAX_SOURCE = 300;

    public NewClaim {
        if (employer != null && employer.length() > MAX_EMPLOYER) {
            throw new IllegalArgumentException("employer must be at most %d characters".formatted(MAX_EMPLOYER));
        }
        if (holidaySource.isBlank() || holidaySource.length() > MAX_SOURCE) {
            throw new IllegalArgumentException("holidaySource must be 1-%d characters".formatted(MAX_SOURCE));
        }
    }

    /// For whom somebody worked may tell who they are.
    @Override
    public String toString() {
        return "NewClaim";
    }
}
