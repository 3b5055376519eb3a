package se.ledfyr.methods.linkage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// How alike two names are and why, whatever the order of their words.
///
/// Words are paired greedily, best pair first; each word is used once. The score is the sum of the pairs'
/// likeness over the number of words in the shorter name, so a name known only in part can still be fully
/// alike, less a little for each word that has no counterpart in the longer one. It ranks; it is no
/// probability.
///
/// @param score 0 to 1
/// @param pairs how many words found a counterpart
/// @param reasons why, empty when nothing is alike
public record NameLikeness(double score, int pairs, Set<Reason> reasons) {

    /// What speaks for two names being one.
    public enum Reason {
        /// At least one word is spelled the same once scripts and accents are evened out.
        SAME_WORD,
        /// At least one word differs in spelling but has the same phonetic skeleton.
        SOUNDS_ALIKE,
        /// At least one word differs in sound but by a few letters only.
        SPELLED_ALIKE,
        /// The words that correspond stand in another order.
        ORDER_SWAPPED
    }

    /// Below this, two words are different. 0.88 lets one typing error through in words of five letters or more.
    static final double SPELLED_ALIKE = 0.88;

    /// Two Latin spellings with one skeleton must still share this much: skeletons are wide.
    static final double SOUND_FLOOR = 0.6;

    private static final double SOUND_WEIGHT = 0.9;
    private static final double UNPAIRED_WORD = 0.03;
    private static final NameLikeness NONE = new NameLikeness(0, 0, Set.of());

    public NameLikeness {
        reasons = Set.copyOf(reasons);
    }

    /// Compares two written names.
    public static NameLikeness between(String one, String other) {
        return between(NameWords.of(one), NameWords.of(other));
    }

    /// Compares two names already cut into words.
    public static NameLikeness between(List<NameWord> one, List<NameWord> other) {
        List<Pair> chosen = choose(one, other);
        if (chosen.isEmpty()) {
            return NONE;
        }
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        double sum = 0;
        for (Pair pair : chosen) {
            reasons.add(pair.reason());
            sum += pair.likeness();
        }
        if (isSwapped(chosen)) {
            reasons.add(Reason.ORDER_SWAPPED);
        }
        int unpaired = Math.abs(one.size() - other.size());
        double score = sum / Math.min(one.size(), other.size()) - UNPAIRED_WORD * unpaired;
        return new NameLikeness(Math.max(0, score), chosen.size(), reasons);
    }

    private static List<Pair> choose(List<NameWord> one, List<NameWord> other) {
        List<Pair> possible = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            for (int j = 0; j < other.size(); j++) {
                Pair pair = Pair.of(i, one.get(i), j, other.get(j));
                if (pair.likeness() > 0) {
                    possible.add(pair);
                }
            }
        }
        // Ties go to words in the same place, which keeps the comparison symmetric and order undisturbed.
        possible.sort(java.util.Comparator.comparingDouble(Pair::likeness)
                .reversed()
                .thenComparingInt(pair -> Math.abs(pair.first() - pair.second()))
                .thenComparingInt(pair -> pair.first() + pair.second()));
        List<Pair> chosen = new ArrayList<>();
        for (Pair pair : possible) {
            if (chosen.stream().noneMatch(pair::sharesAWordWith)) {
                chosen.add(pair);
            }
        }
        return chosen;
    }

    private static boolean isSwapped(List<Pair> pairs) {
        return pairs.stream()
                .anyMatch(a -> pairs.stream().anyMatch(b -> a.first() < b.first() && a.second() > b.second()));
    }

    private record Pair(int first, int second, double likeness, Reason reason) {

        static Pair of(int first, NameWord one, int second, NameWord other) {
            if (one.spelling().equals(other.spelling())) {
                return new Pair(first, second, 1, Reason.SAME_WORD);
            }
            double spelled = JaroWinkler.similarity(one.spelling(), other.spelling());
            boolean vowelsMayLack = one.foreign() || other.foreign();
            if (one.soundsLike(other) && (vowelsMayLack || spelled >= SOUND_FLOOR)) {
                return new Pair(first, second, Math.max(SOUND_WEIGHT, spelled), Reason.SOUNDS_ALIKE);
            }
            return new Pair(first, second, spelled >= SPELLED_ALIKE ? spelled : 0, Reason.SPELLED_ALIKE);
        }

        boolean sharesAWordWith(Pair other) {
            return first == other.first || second == other.second;
        }
    }
}
