package se.ledfyr.returns;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.ledfyr.people.ParcelContent;

/// A group with everybody in it whom the reader may see.
///
/// @param told what went along about those who wait, for the operator
public record GroupFile(
        ReturnGroup group, List<ReturnLine> lines, List<CostLine> costs, Map<ReturnId, ParcelContent> told) {

    public GroupFile {
        lines = List.copyOf(lines);
        costs = List.copyOf(costs);
        told = Map.copyOf(told);
    }

    /// How many there are in each stage.
    public Map<Stage, Long> stages() {
        Map<Stage, Long> counts = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            counts.put(
                    stage,
                    lines.stream()
                            .filter(line -> line.application().stage() == stage)
                            .count());
        }
        return counts;
    }

    /// How many are in a state of decision.
    public long in(ReturnState state) {
        return lines.stream()
                .filter(line -> line.application().decision().state() == state)
                .count();
    }

    /// How many whose form is not complete, of those that go on.
    public long withoutForm() {
        return lines.stream()
                .map(ReturnLine::application)
                .filter(one -> one.isLive() && one.days().appliedOn() == null)
                .count();
    }

    /// The plan of costs in whole öre.
    public long plannedOre() {
        return costs.stream().mapToLong(CostLine::totalOre).sum();
    }

    /// Says which by id only.
    @Override
    public String toString() {
        return "GroupFile[" + group.id().value() + "]";
    }
}
