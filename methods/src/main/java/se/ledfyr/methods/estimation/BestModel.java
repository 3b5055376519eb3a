package se.ledfyr.methods.estimation;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The model with the smallest AIC or BIC of those that can be estimated, out of a list fixed before
/// (Silverman, Chan and Vincent 2024).
public final class BestModel extends Procedure {

    private final Criterion criterion;
    private final List<Model> models;

    /// @param models at least one, all of the same number of lists; of two equals the first wins
    public BestModel(Criterion criterion, List<Model> models) {
        if (models.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one model");
        }
        this.criterion = criterion;
        this.models = List.copyOf(models);
    }

    /// A model on a table, with what it was ranked by.
    ///
    /// @param value of the criterion
    /// @param total how many people it says there are
    public record Ranked(Model model, double value, double total) {}

    @Override
    Choice choose(Counts counts) {
        Choice best = null;
        for (Model model : models) {
            best = better(best, Choice.of(counts, model), criterion);
        }
        return java.util.Objects.requireNonNull(best, "there is at least one model");
    }

    /// The models that can be estimated on the table, the best first.
    public List<Ranked> ranking(CaptureTable table) {
        return models.stream()
                .map(model -> ranked(table.counts(), model))
                .filter(java.util.Objects::nonNull)
                .sorted(Comparator.comparingDouble(Ranked::value))
                .toList();
    }

    private @Nullable Ranked ranked(Counts counts, Model model) {
        Choice choice = Choice.of(counts, model);
        return choice.fit() == null ? null : new Ranked(model, criterion.of(choice), choice.total());
    }

    /// The same choice among the best only, as the bootstrap repeats it: models far behind on the table
    /// are not fitted again for every replicate (Silverman, Chan and Vincent 2024).
    ///
    /// @param most how many models stay at most
    /// @throws IllegalArgumentException when none can be estimated
    public BestModel amongBest(CaptureTable table, int most) {
        return new BestModel(
                criterion,
                ranking(table).stream().limit(most).map(Ranked::model).toList());
    }

    @Override
    public String name() {
        return "best %s of %d models".formatted(criterion, models.size());
    }
}
