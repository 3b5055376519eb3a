package se.ledfyr.methods.estimation;

import java.util.List;

/// How likely each total and each graph is after the table has been seen. Often it has two peaks, so
/// the curve belongs beside any number taken from it.
///
/// @param curve the totals looked at, growing, with their probabilities
/// @param graphs the most likely first
public record GraphPosterior(List<Point> curve, List<Weighted> graphs, Provenance provenance) {

    /// A total and its probability.
    public record Point(long total, double probability) {}

    /// A graph by its cliques, as `[12,13,4]`, and its probability.
    public record Weighted(String cliques, double probability) {}

    public GraphPosterior {
        curve = List.copyOf(curve);
        graphs = List.copyOf(graphs);
    }

    public double mean() {
        return curve.stream()
                .mapToDouble(point -> point.total() * point.probability())
                .sum();
    }

    /// The first total beyond which less than the rest remains: its cumulative probability is above
    /// the share.
    ///
    /// @param share 0 to 1
    public long quantile(double share) {
        double sum = 0;
        for (Point point : curve) {
            sum += point.probability();
            if (sum > share) {
                return point.total();
            }
        }
        return curve.getLast().total();
    }

    public long median() {
        return quantile(0.5);
    }

    /// How much lies on the last point. If it is not next to nothing, the totals end too early.
    public double atTheEnd() {
        return curve.getLast().probability();
    }
}
