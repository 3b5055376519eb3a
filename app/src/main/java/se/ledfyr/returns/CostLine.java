package se.ledfyr.returns;

import java.util.UUID;

/// A line of a plan of costs as it is kept.
///
/// @param what a code of `return_cost`
/// @param totalOre unit times persons, in whole öre
public record CostLine(UUID id, String what, long unitOre, int persons, long totalOre) {}
