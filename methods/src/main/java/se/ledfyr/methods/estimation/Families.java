package se.ledfyr.methods.estimation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// All hierarchical models of a few lists: all down-closed families with every single list, without
/// the one that has a parameter for every history.
public final class Families {

    /// Of six lists there are 7,785,061 models.
    public static final int MOST_LISTS = 5;

    private static final int MOST_LISTS_IN_PAIRS = 6;

    private Families() {}

    /// 8, 113 and 6,893 models for 3, 4 and 5 lists, from the smallest interactions on.
    ///
    /// @param lists 2 to 5
    /// @param largest how many lists an interaction may hold at most, 2 or more
    public static List<Model> hierarchical(int lists, int largest) {
        if (lists > MOST_LISTS) {
            throw new IllegalArgumentException("too many models of %d lists".formatted(lists));
        }
        List<Integer> sets = IntStream.range(1, (1 << lists) - 1)
                .filter(set -> Integer.bitCount(set) >= 2 && Integer.bitCount(set) <= largest)
                .boxed()
                .sorted(Comparator.comparingInt((Integer set) -> Integer.bitCount(set))
                        .thenComparingInt(Integer::intValue))
                .toList();
        List<Long> families = new ArrayList<>();
        long single = 1L;
        for (int list = 0; list < lists; list++) {
            single |= 1L << (1 << list);
        }
        grow(sets, 0, single, families);
        IntFunction<Model> model = i -> model(lists, families.get(i));
        return IntStream.range(0, families.size()).mapToObj(model).toList();
    }

    /// Every set is left out, or taken if all its parts are there already.
    private static void grow(List<Integer> sets, int from, long family, List<Long> found) {
        if (from == sets.size()) {
            found.add(family);
            return;
        }
        grow(sets, from + 1, family, found);
        int set = sets.get(from);
        if (partsAreIn(set, family)) {
            grow(sets, from + 1, family | 1L << set, found);
        }
    }

    private static boolean partsAreIn(int set, long family) {
        for (int rest = set; rest != 0; rest &= rest - 1) {
            if ((family >> (set ^ Integer.lowestOneBit(rest)) & 1) == 0) {
                return false;
            }
        }
        return true;
    }

    private static Model model(int lists, long family) {
        return Model.of(
                lists,
                IntStream.range(1, (1 << lists) - 1)
                        .filter(set -> (family >> set & 1) == 1)
                        .boxed()
                        .toList());
    }

    /// All models whose interactions are pairs: 2 to the number of pairs.
    ///
    /// @param lists 2 to 6
    public static List<Model> ofPairs(int lists) {
        if (lists > MOST_LISTS_IN_PAIRS) {
            throw new IllegalArgumentException("too many models of %d lists".formatted(lists));
        }
        List<Integer> pairs = lists == 2 ? List.of() : Model.pairs(lists);
        return IntStream.range(0, 1 << pairs.size())
                .mapToObj(chosen -> Model.of(
                        lists,
                        IntStream.range(0, pairs.size())
                                .filter(i -> (chosen >> i & 1) == 1)
                                .mapToObj(pairs::get)
                                .toList()))
                .toList();
    }
}
