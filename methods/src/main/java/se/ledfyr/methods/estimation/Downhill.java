package se.ledfyr.methods.estimation;

import java.util.ArrayList;
import java.util.List;

/// A search for a small AIC or BIC where there are too many models to try them all: from independent
/// lists on to the best neighbour, with one interaction more or fewer, until none is better. It may end
/// in a valley that is not the deepest.
public final class Downhill extends Procedure {

    private final Criterion criterion;
    private final int largest;

    /// @param largest how many lists an interaction may hold at most, 2 or more
    public Downhill(Criterion criterion, int largest) {
        if (largest < 2) {
            throw new IllegalArgumentException("an interaction has two lists or more, not " + largest);
        }
        this.criterion = criterion;
        this.largest = largest;
    }

    @Override
    Choice choose(Counts counts) {
        Choice here = Choice.of(counts, Model.mainEffects(counts.lists()));
        while (true) {
            Choice best = here;
            for (Model neighbour : neighbours(here.model())) {
                best = better(best, Choice.of(counts, neighbour), criterion);
            }
            if (best == here) {
                return here;
            }
            here = best;
        }
    }

    private List<Model> neighbours(Model model) {
        List<Model> neighbours = new ArrayList<>();
        List<Integer> generators = model.generators();
        for (int set : generators) {
            if (Integer.bitCount(set) >= 2) {
                neighbours.add(without(model, generators, set));
            }
        }
        for (int set = 1; set < (1 << model.lists()) - 1; set++) {
            int size = Integer.bitCount(set);
            if (size >= 2 && size <= largest && !model.holds(set) && partsAreIn(model, set)) {
                neighbours.add(model.with(set));
            }
        }
        return neighbours;
    }

    private static Model without(Model model, List<Integer> generators, int set) {
        List<Integer> rest = new ArrayList<>(generators);
        rest.remove(Integer.valueOf(set));
        for (int bits = set; bits != 0; bits &= bits - 1) {
            rest.add(set ^ Integer.lowestOneBit(bits));
        }
        return Model.of(model.lists(), rest);
    }

    private static boolean partsAreIn(Model model, int set) {
        for (int bits = set; bits != 0; bits &= bits - 1) {
            if (!model.holds(set ^ Integer.lowestOneBit(bits))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String name() {
        return "downhill %s, interactions of at most %d lists".formatted(criterion, largest);
    }
}
