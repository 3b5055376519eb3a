package se.ledfyr.methods.linkage;

/// String similarity by Jaro with Winkler's weight for a common beginning.
///
/// Jaro (1989), «Advances in record-linkage methodology as applied to matching the 1985 census of Tampa,
/// Florida», JASA 84(406), 414–420; Winkler (1990), «String comparator metrics and enhanced decision rules in
/// the Fellegi–Sunter model of record linkage», Proceedings of the Section on Survey Research Methods, ASA,
/// 354–359. With prefix scale 0.1 over at most four characters, and without Winkler's later adjustments for
/// long strings and similar characters.
public final class JaroWinkler {

    private static final double PREFIX_SCALE = 0.1;
    private static final int MAX_PREFIX = 4;

    private JaroWinkler() {}

    /// @return 0 (nothing in common) to 1 (equal); symmetric
    public static double similarity(String one, String other) {
        double jaro = jaro(one, other);
        int shortest = Math.min(Math.min(one.length(), other.length()), MAX_PREFIX);
        int prefix = 0;
        while (prefix < shortest && one.charAt(prefix) == other.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * PREFIX_SCALE * (1 - jaro);
    }

    private static double jaro(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        int reach = Math.max(0, Math.max(one.length(), other.length()) / 2 - 1);
        boolean[] oneMatched = new boolean[one.length()];
        boolean[] otherMatched = new boolean[other.length()];
        int matches = 0;
        for (int i = 0; i < one.length(); i++) {
            int last = Math.min(other.length() - 1, i + reach);
            for (int j = Math.max(0, i - reach); j <= last; j++) {
                if (!otherMatched[j] && one.charAt(i) == other.charAt(j)) {
                    oneMatched[i] = true;
                    otherMatched[j] = true;
                    matches++;
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        double outOfOrder = outOfOrder(one, oneMatched, other, otherMatched) / 2.0;
        return ((double) matches / one.length() + (double) matches / other.length() + (matches - outOfOrder) / matches)
                / 3;
    }

    private static int outOfOrder(String one, boolean[] oneMatched, String other, boolean[] otherMatched) {
        int count = 0;
        int j = 0;
        for (int i = 0; i < one.length(); i++) {
            if (oneMatched[i]) {
                while (!otherMatched[j]) {
                    j++;
                }
                if (one.charAt(i) != other.charAt(j)) {
                    count++;
                }
                j++;
            }
        }
        return count;
    }
}
