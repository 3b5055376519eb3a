package se.ledfyr.methods.estimation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.apache.commons.numbers.gamma.LogGamma;

/// The average over all decomposable graphs of how lists depend on each other (Madigan and York 1997).
/// Each cell of the full table has the same number of pseudo-counts; graphs are alike beforehand; and a
/// total is the less likely beforehand the larger it is, as one over the total.
///
/// The pseudo-counts matter very much: with 0.5 or 1 on sparse tables the complete graph, which says
/// nothing about the unseen, takes everything, and the answer falls to the people observed.
///
/// @param pseudoCounts for each cell, more than 0
/// @param unseen the numbers of unseen people looked at, growing, 1 or more
public record GraphAveraging(double pseudoCounts, List<Long> unseen) {

    private static final int POINTS = 1000;
    private static final int REACH = 30;

    public GraphAveraging {
        unseen = List.copyOf(unseen);
        if (!(pseudoCounts > 0) || unseen.isEmpty() || unseen.getFirst() < 1) {
            throw new IllegalArgumentException("pseudo-counts and numbers of unseen people must be above 0");
        }
        for (int i = 1; i < unseen.size(); i++) {
            if (unseen.get(i) <= unseen.get(i - 1)) {
                throw new IllegalArgumentException("the numbers of unseen people must grow");
            }
        }
    }

    /// One pseudo-count in all, and 1,000 points evenly from 1 to thirty times those observed.
    public static GraphAveraging usual(CaptureTable table) {
        double stride = (REACH * (double) table.observed() - 1) / (POINTS - 1);
        List<Long> points = LongStream.range(0, POINTS)
                .map(i -> (long) Math.rint(1 + i * stride))
                .distinct()
                .boxed()
                .toList();
        return new GraphAveraging(Math.pow(2, -table.lists().size()), points);
    }

    /// The posterior of the total and of the graphs.
    ///
    /// @throws IllegalArgumentException for more than six lists
    public GraphPosterior on(CaptureTable table) {
        int lists = table.lists().size();
        List<ChordalGraph> graphs = ChordalGraph.all(lists);
        double[][] scores = scores(table.counts());
        double highest = Double.NEGATIVE_INFINITY;
        double[] line = new double[unseen.size()];
        for (ChordalGraph graph : graphs) {
            add(graph, scores, line);
            for (double value : line) {
                highest = Math.max(highest, value);
            }
        }
        double[] byTotal = new double[unseen.size()];
        double[] byGraph = new double[graphs.size()];
        double all = 0;
        for (int g = 0; g < byGraph.length; g++) {
            add(graphs.get(g), scores, line);
            for (int i = 0; i < line.length; i++) {
                double weight = Math.exp(line[i] - highest);
                byTotal[i] += weight;
                byGraph[g] += weight;
            }
            all += byGraph[g];
        }
        return posterior(table, graphs, byTotal, byGraph, all);
    }

    private GraphPosterior posterior(
            CaptureTable table, List<ChordalGraph> graphs, double[] byTotal, double[] byGraph, double all) {
        List<GraphPosterior.Point> curve = new ArrayList<>();
        for (int i = 0; i < byTotal.length; i++) {
            curve.add(new GraphPosterior.Point(table.observed() + unseen.get(i), byTotal[i] / all));
        }
        List<GraphPosterior.Weighted> weighted = new ArrayList<>();
        for (int g = 0; g < byGraph.length; g++) {
            weighted.add(new GraphPosterior.Weighted(graphs.get(g).name(), byGraph[g] / all));
        }
        weighted.sort(
                Comparator.comparingDouble(GraphPosterior.Weighted::probability).reversed());
        String method = "average over decomposable graphs, %s pseudo-counts a cell, %d points to %d unseen"
                .formatted(pseudoCounts, unseen.size(), unseen.getLast());
        return new GraphPosterior(
                curve, weighted, new Provenance(table.hash(), Provenance.VERSION, method, OptionalLong.empty()));
    }

    /// Logarithms for each point: with the set as index those of the set's marginal table, and at 0
    /// what all graphs share.
    private double[][] scores(Counts counts) {
        int points = unseen.size();
        double[][] scores = new double[counts.size()][points];
        double prior = pseudoCounts * counts.size();
        double[] beyond = new double[points];
        for (int i = 0; i < points; i++) {
            double total = counts.observed() + (double) unseen.get(i);
            beyond[i] = LogGamma.value(prior) - LogGamma.value(total + prior);
            scores[0][i] = LogGamma.value(total + 1)
                    - counts.logFactorials()
                    - LogGamma.value(unseen.get(i) + 1.0)
                    - Math.log(total);
        }
        for (int set = 1; set < scores.length; set++) {
            double each = prior / (1 << Integer.bitCount(set));
            double seen = ofSeen(counts, set, each);
            long none = none(counts, set);
            for (int i = 0; i < points; i++) {
                scores[set][i] = beyond[i] + seen + LogGamma.value(none + unseen.get(i) + each) - LogGamma.value(each);
            }
        }
        return scores;
    }

    /// Of the cells of the marginal table on at least one of its lists.
    private static double ofSeen(Counts counts, int set, double each) {
        long[] marginal = new long[counts.size()];
        for (int history = 1; history < marginal.length; history++) {
            marginal[history & set] += counts.cell(history);
        }
        double sum = 0;
        for (int part = set; part != 0; part = (part - 1) & set) {
            sum += LogGamma.value(marginal[part] + each) - LogGamma.value(each);
        }
        return sum;
    }

    /// People seen, but on none of these lists.
    private static long none(Counts counts, int set) {
        long none = 0;
        for (int history = 1; history < counts.size(); history++) {
            none += (history & set) == 0 ? counts.cell(history) : 0;
        }
        return none;
    }

    private static void add(ChordalGraph graph, double[][] scores, double[] line) {
        System.arraycopy(scores[0], 0, line, 0, line.length);
        for (int set : graph.over()) {
            for (int i = 0; i < line.length; i++) {
                line[i] += scores[set][i];
            }
        }
        for (int set : graph.under()) {
            for (int i = 0; i < line.length; i++) {
                line[i] -= scores[set][i];
            }
        }
    }
}
