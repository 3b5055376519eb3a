package se.ledfyr.methods.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// How much an estimate rests on single lists, single people and the threshold. Where these move it
/// more than its limits are wide, the limits are not the uncertainty.
public final class Sensitivity {

    /// The thresholds in use, from the strictest on.
    public static final List<Double> THRESHOLDS = List.of(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1);

    /// A list can be hidden as long as three others are left to overlap.
    private static final int FEWEST_LISTS_TO_HIDE = 4;

    private final CaptureTable table;
    private final IntFunction<Procedure> procedure;

    /// @param procedure for a number of lists, as some variants have one less
    public Sensitivity(CaptureTable table, IntFunction<Procedure> procedure) {
        this.table = table;
        this.procedure = procedure;
    }

    /// Every list left out, every two lists merged, and one link less and one more between every two.
    ///
    /// @throws InterruptedException when the thread is interrupted
    public List<Variant> variants() throws InterruptedException {
        List<Variant> variants = new ArrayList<>();
        for (int list = 0; list < table.lists().size(); list++) {
            add(variants, Variant.Kind.LIST_LEFT_OUT, 1 << list, Rearranged.without(table, list));
        }
        List<Integer> pairs = Model.pairs(table.lists().size());
        for (int pair : pairs) {
            int first = Integer.numberOfTrailingZeros(pair);
            int second = Integer.numberOfTrailingZeros(pair & (pair - 1));
            add(variants, Variant.Kind.LISTS_MERGED, pair, Rearranged.merged(table, first, second));
        }
        for (int pair : pairs) {
            add(variants, Variant.Kind.ONE_LINK_LESS, pair, Rearranged.relinked(table, pair, -1));
            add(variants, Variant.Kind.ONE_LINK_MORE, pair, Rearranged.relinked(table, pair, 1));
        }
        return List.copyOf(variants);
    }

    private void add(List<Variant> variants, Variant.Kind kind, int set, Optional<CaptureTable> changed)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the work was cancelled");
        }
        changed.ifPresent(other -> variants.add(new Variant(kind, table.named(set), estimate(other))));
    }

    private Outcome estimate(CaptureTable other) {
        return procedure.apply(other.lists().size()).estimate(other);
    }

    /// Stepwise with each threshold, whatever the procedure.
    public List<Variant> thresholds() {
        return THRESHOLDS.stream()
                .map(threshold -> new Variant(
                        Variant.Kind.THRESHOLD, String.valueOf(threshold), new Stepwise(threshold).estimate(table)))
                .toList();
    }

    /// Every list hidden in turn; empty with fewer than four lists.
    public List<HiddenList> hiddenLists() {
        List<HiddenList> hidden = new ArrayList<>();
        if (table.lists().size() >= FEWEST_LISTS_TO_HIDE) {
            for (int list = 0; list < table.lists().size(); list++) {
                String name = table.lists().get(list);
                long truth = table.margin(1 << list);
                Rearranged.within(table, list)
                        .ifPresent(seen -> hidden.add(new HiddenList(name, truth, estimate(seen))));
            }
        }
        return List.copyOf(hidden);
    }
}
