package se.ledfyr.support;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A home of the register.
///
/// @param number what it is called: homes have no names here
/// @param places how many places it has tonight
/// @param taken how many of them are taken tonight, by whomever
/// @param hasAddress whether its address is kept, sealed
/// @param closedOn since when it takes nobody; null while it does
public record Home(
        HomeId id,
        int number,
        HomeFacts facts,
        int places,
        int taken,
        boolean hasAddress,
        @Nullable LocalDate closedOn) {

    public int free() {
        return Math.max(0, places - taken);
    }
}
