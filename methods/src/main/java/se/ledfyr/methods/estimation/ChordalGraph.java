package se.ledfyr.methods.estimation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A graph on the lists without a circle of four or more that no line cuts short. Such a graph can be
/// taken apart list by list, each time one whose neighbours are all joined to each other; its likelihood
/// is the product over the lists of that of the list with its neighbours left, over that of these alone
/// (Dawid and Lauritzen 1993; Madigan and York 1997).
///
/// @param edges one bit for each pair of lists, in the order of `Model.pairs`
/// @param over sets of lists whose likelihoods are multiplied
/// @param under sets of lists whose likelihoods are divided by; as many as stand above, less the last
record ChordalGraph(int lists, int edges, List<Integer> over, List<Integer> under) {

    private static final int MOST_LISTS = 6;

    ChordalGraph {
        over = List.copyOf(over);
        under = List.copyOf(under);
    }

    /// All of them, the complete one included: 8, 61, 822 and 18,154 for 3, 4, 5 and 6 lists.
    static List<ChordalGraph> all(int lists) {
        if (lists > MOST_LISTS) {
            throw new IllegalArgumentException("too many graphs of %d lists".formatted(lists));
        }
        List<Integer> pairs = Model.pairs(lists);
        List<ChordalGraph> found = new ArrayList<>();
        for (int edges = 0; edges < 1 << pairs.size(); edges++) {
            ChordalGraph graph = of(lists, edges, pairs);
            if (graph != null) {
                found.add(graph);
            }
        }
        return found;
    }

    private static @Nullable ChordalGraph of(int lists, int edges, List<Integer> pairs) {
        int[] neighbours = new int[lists];
        for (int i = 0; i < pairs.size(); i++) {
            if ((edges >> i & 1) == 1) {
                int pair = pairs.get(i);
                neighbours[Integer.numberOfTrailingZeros(pair)] |= pair;
                neighbours[31 - Integer.numberOfLeadingZeros(pair)] |= pair;
            }
        }
        List<Integer> over = new ArrayList<>();
        List<Integer> under = new ArrayList<>();
        int left = (1 << lists) - 1;
        while (left != 0) {
            int out = simplicial(neighbours, left);
            if (out < 0) {
                return null;
            }
            int around = neighbours[out] & left & ~(1 << out);
            left &= ~(1 << out);
            over.add(around | 1 << out);
            if (around != 0) {
                under.add(around);
            }
        }
        // What stands on both sides cancels.
        for (Integer set : List.copyOf(under)) {
            if (over.remove(set)) {
                under.remove(set);
            }
        }
        return new ChordalGraph(lists, edges, over, under);
    }

    /// A list left whose neighbours left are all neighbours of each other; below 0 if there is none.
    private static int simplicial(int[] neighbours, int left) {
        for (int list = 0; list < neighbours.length; list++) {
            if ((left >> list & 1) == 1) {
                int around = neighbours[list] & left & ~(1 << list);
                boolean joined = true;
                for (int rest = around; rest != 0; rest &= rest - 1) {
                    int other = Integer.numberOfTrailingZeros(rest);
                    joined &= (around & ~(neighbours[other] | 1 << other)) == 0;
                }
                if (joined) {
                    return list;
                }
            }
        }
        return -1;
    }

    /// Its greatest sets of lists that are all joined, as in models: `[12,13,4]`.
    String name() {
        if (over.contains((1 << lists) - 1)) {
            return "[%s]".formatted("123456".substring(0, lists));
        }
        return Model.of(lists, over).toString();
    }
}
