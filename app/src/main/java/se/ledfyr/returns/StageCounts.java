package se.ledfyr.returns;

import java.util.EnumMap;
import java.util.Map;

/// How many applications there are in each stage that goes on, each counted up to [#MOST].
///
/// @param overdue those whose next day lies behind
public record StageCounts(Map<Stage, Integer> byStage, int overdue) {

    public static final int MOST = 1_000;

    public StageCounts {
        byStage = Map.copyOf(byStage.isEmpty() ? new EnumMap<>(Stage.class) : byStage);
    }

    public int of(Stage stage) {
        return byStage.getOrDefault(stage, 0);
    }

    /// `999+` where there are more than are counted.
    public String shown(Stage stage) {
        return of(stage) >= MOST ? "999+" : String.valueOf(of(stage));
    }

    /// All that goes on.
    public int all() {
        return byStage.values().stream().mapToInt(Integer::intValue).sum();
    }
}
