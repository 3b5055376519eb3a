package se.ledfyr.support;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where somebody lives while they are in the programme.
///
/// @param kind a code of `nsp_child_placement`
/// @param home the home, for protected housing
/// @param homeNumber what it is called
/// @param homeRegion its police region
/// @param place the number of the place
/// @param leavesOn the day of leaving: the night before is the last
public record Placement(
        UUID id,
        String kind,
        @Nullable HomeId home,
        @Nullable Integer homeNumber,
        @Nullable String homeRegion,
        @Nullable Integer place,
        LocalDate arrivesOn,
        LocalDate leavesOn) {}
