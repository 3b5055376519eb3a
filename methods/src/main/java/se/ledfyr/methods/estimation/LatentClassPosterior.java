package se.ledfyr.methods.estimation;

import java.util.List;

/// Totals drawn by several chains, and whether the chains agree. Where they do not, there is no single
/// number.
///
/// @param observed people on at least one list
/// @param ceiling the most unseen people for each observed that the prior allows
/// @param chains the draws of each, equally many
public record LatentClassPosterior(long observed, double ceiling, List<List<Double>> chains, Provenance provenance) {

    /// Above this the chains do not tell the same.
    public static final double MOST_DISAGREEMENT = 1.1;

    public LatentClassPosterior {
        chains = chains.stream().map(List::copyOf).toList();
        int draws = chains.isEmpty() ? 0 : chains.getFirst().size();
        if (chains.size() < 2 || draws < 4 || chains.stream().anyMatch(chain -> chain.size() != draws)) {
            throw new IllegalArgumentException("there must be two chains or more, with equally many draws");
        }
    }

    /// R-hat on half chains (Gelman and others, Bayesian Data Analysis): how much wider all draws are
    /// than those of half a chain; 1 where they agree, infinite where no chain moved but all differ.
    public double disagreement() {
        int half = chains.getFirst().size() / 2;
        List<List<Double>> halves = chains.stream()
                .flatMap(chain -> java.util.stream.Stream.of(
                        chain.subList(0, half), chain.subList(chain.size() - half, chain.size())))
                .toList();
        double within = halves.stream()
                .mapToDouble(LatentClassPosterior::variance)
                .average()
                .orElseThrow();
        double between =
                variance(halves.stream().map(LatentClassPosterior::mean).toList());
        if (within == 0) {
            return between == 0 ? 1 : Double.POSITIVE_INFINITY;
        }
        return Math.sqrt((half - 1.0) / half + between / within);
    }

    /// How many independent draws all draws are worth, from the autocorrelation of the chains, added up
    /// in pairs as long as these are positive.
    public double effectiveSize() {
        int draws = chains.getFirst().size();
        double within = chains.stream()
                .mapToDouble(LatentClassPosterior::variance)
                .average()
                .orElseThrow();
        double between =
                variance(chains.stream().map(LatentClassPosterior::mean).toList());
        double total = within * (draws - 1.0) / draws + between;
        if (total == 0) {
            return 0;
        }
        double sum = 0;
        for (int lag = 1; lag + 1 < draws; lag += 2) {
            double pair = correlation(lag, within, total) + correlation(lag + 1, within, total);
            if (!(pair > 0)) {
                break;
            }
            sum += pair;
        }
        return chains.size() * (double) draws / (1 + 2 * sum);
    }

    private double correlation(int lag, double within, double total) {
        double products = chains.stream()
                .mapToDouble(chain -> {
                    double mean = mean(chain);
                    double sum = 0;
                    for (int i = lag; i < chain.size(); i++) {
                        sum += (chain.get(i) - mean) * (chain.get(i - lag) - mean);
                    }
                    return sum / chain.size();
                })
                .average()
                .orElseThrow();
        return 1 - (within - products) / total;
    }

    /// The middle and the limits at a level, or why nobody should be told a number.
    public Limits limits(double level) {
        Interval.requireLevel(level);
        if (disagreement() > MOST_DISAGREEMENT) {
            return new NoLimits(
                    "The chains of the sampler ended in different places, so there is no single number to give.");
        }
        if (effectiveSize() == 0) {
            return new NoLimits("The sampler did not move, so there is no number to give.");
        }
        double tail = (1 - level) / 2;
        return new Interval(quantile(tail), quantile(1 - tail), level, Interval.Kind.POSTERIOR);
    }

    /// Half of all draws lie below; meant for those who have seen that the chains agree.
    ///
    /// @throws IllegalStateException when they do not
    public double median() {
        if (!(limits(0.5) instanceof Interval)) {
            throw new IllegalStateException("the chains do not agree on a number");
        }
        return quantile(0.5);
    }

    private double quantile(double share) {
        List<Double> all = chains.stream().flatMap(List::stream).sorted().toList();
        return all.get((int) Math.min(all.size() - 1.0, Math.floor(share * all.size())));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double variance(List<Double> values) {
        double mean = mean(values);
        return values.stream()
                        .mapToDouble(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.size() - 1);
    }
}
