package se.ledfyr.returns;

/// A line of a plan of costs.
///
/// @param what a code of `return_cost`
/// @param unitOre for one person, in whole öre, 0 to a thousand million kronor
/// @param persons how many, 1 to 1000
public record NewCost(String what, long unitOre, int persons) {

    private static final long MOST_ORE = 100_000_000_000L;
    private static final int MOST_PERSONS = 1_000;

    public NewCost {
        if (unitOre < 0 || unitOre > MOST_ORE) {
            throw new IllegalArgumentException("unitOre must be 0-%d".formatted(MOST_ORE));
        }
        if (persons < 1 || persons > MOST_PERSONS) {
            throw new IllegalArgumentException("persons must be 1-%d".formatted(MOST_PERSONS));
        }
    }
}
