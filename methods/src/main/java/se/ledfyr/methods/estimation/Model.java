package se.ledfyr.methods.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// A hierarchical log-linear model: a family of sets of lists which holds every part of each of its
/// sets, the empty set and all single lists. A set of
/// lists is a number with one bit for each list.
public final class Model {

    private final int lists;
    private final int[] terms;

    private Model(int lists, BitSet family) {
        this.lists = lists;
        // From the smallest sets to the largest, so that the constant is always the first.
        terms = family.stream()
                .boxed()
                .sorted((a, b) -> Integer.bitCount(a) != Integer.bitCount(b)
                        ? Integer.compare(Integer.bitCount(a), Integer.bitCount(b))
                        : Integer.compare(a, b))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// The smallest model with these interactions.
    ///
    /// @param lists 2 to 16
    /// @param interactions sets of lists, none of them of all lists
    public static Model of(int lists, Collection<Integer> interactions) {
        if (lists < CaptureTable.FEWEST_LISTS || lists > CaptureTable.MOST_LISTS) {
            throw new IllegalArgumentException("a model has 2-16 lists, not " + lists);
        }
        BitSet family = new BitSet(1 << lists);
        family.set(0);
        for (int list = 0; list < lists; list++) {
            family.set(1 << list);
        }
        int all = (1 << lists) - 1;
        for (int set : interactions) {
            if (set < 0 || set >= all) {
                throw new IllegalArgumentException("no interaction of %d lists: %d".formatted(lists, set));
            }
            for (int part = set; part > 0; part = (part - 1) & set) {
                family.set(part);
            }
        }
        return new Model(lists, family);
    }

    /// The lists are independent of each other.
    public static Model mainEffects(int lists) {
        return of(lists, List.of());
    }

    /// Every two lists may depend on each other.
    public static Model allPairs(int lists) {
        return of(lists, pairs(lists));
    }

    /// All pairs of lists in the order (1,2), (1,3), … (1,t), (2,3), …
    static List<Integer> pairs(int lists) {
        List<Integer> pairs = new ArrayList<>();
        for (int first = 0; first < lists; first++) {
            for (int second = first + 1; second < lists; second++) {
                pairs.add(1 << first | 1 << second);
            }
        }
        return List.copyOf(pairs);
    }

    /// This model, and the interaction with all its parts.
    public Model with(int interaction) {
        List<Integer> more = new ArrayList<>(generators());
        more.add(interaction);
        return of(lists, more);
    }

    public int lists() {
        return lists;
    }

    /// How many parameters the model has, those among them that turn out infinite.
    public int parameters() {
        return terms.length;
    }

    public boolean holds(int set) {
        return Arrays.stream(terms).anyMatch(term -> term == set);
    }

    /// The sets that are part of no other set of the model, in the order of their lists.
    public List<Integer> generators() {
        return Arrays.stream(terms)
                .filter(term ->
                        term != 0 && Arrays.stream(terms).noneMatch(other -> other != term && (other & term) == term))
                .boxed()
                .sorted((a, b) -> inOrder(a, b))
                .toList();
    }

    private static int inOrder(int a, int b) {
        int left = a;
        int right = b;
        while (left != 0 && right != 0) {
            int first = Integer.numberOfTrailingZeros(left);
            int second = Integer.numberOfTrailingZeros(right);
            if (first != second) {
                return Integer.compare(first, second);
            }
            left &= left - 1;
            right &= right - 1;
        }
        return Integer.compare(left, right);
    }

    /// All sets of the model, the constant first. Not to be changed.
    int[] terms() {
        return terms;
    }

    /// The generators by the numbers of their lists: `[12,13,4]`, and with ten lists or more `[1.12,3]`.
    @Override
    public String toString() {
        String between = lists > 9 ? "." : "";
        return generators().stream().map(set -> numbers(set, between)).collect(Collectors.joining(",", "[", "]"));
    }

    private static String numbers(int set, String between) {
        return java.util.stream.IntStream.range(0, CaptureTable.MOST_LISTS)
                .filter(list -> (set >> list & 1) == 1)
                .mapToObj(list -> String.valueOf(list + 1))
                .collect(Collectors.joining(between));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Model that && lists == that.lists && Arrays.equals(terms, that.terms);
    }

    @Override
    public int hashCode() {
        return 31 * lists + Arrays.hashCode(terms);
    }
}
