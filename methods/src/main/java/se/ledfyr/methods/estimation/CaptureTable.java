package se.ledfyr.methods.estimation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// Who stands on which of 2 to 16 lists, counted. A history that nobody has is a zero that was
/// observed and takes part in every fit; only the people on no list are unknown.
public final class CaptureTable {

    public static final int FEWEST_LISTS = 2;
    public static final int MOST_LISTS = 16;

    private final List<String> lists;
    private final Counts counts;
    private final List<String> warnings;

    private CaptureTable(List<String> lists, Counts counts, List<String> warnings) {
        this.lists = lists;
        this.counts = counts;
        this.warnings = warnings;
    }

    /// Rows may come in any order. A history that stands in several rows is added up, with a warning.
    ///
    /// @param lists names, all different, the first for the lowest bit of a history
    /// @throws IllegalArgumentException when there are too few or too many lists, a name is missing or
    ///     stands twice, a history names a list that is not there, or nobody was counted
    public static CaptureTable of(List<String> lists, List<Captured> rows) {
        List<String> names = checked(lists);
        long[] cells = new long[1 << names.size()];
        Set<Integer> seen = new HashSet<>();
        List<String> warnings = new ArrayList<>();
        long total = 0;
        for (Captured row : rows) {
            if (row.history() >= cells.length) {
                throw new IllegalArgumentException("a history names a list beyond the %d".formatted(names.size()));
            }
            if (!seen.add(row.history())) {
                warnings.add("The combination %s stands in more than one row; the rows were added up."
                        .formatted(named(names, row.history())));
            }
            cells[row.history()] += row.count();
            total += row.count();
            if (total > Captured.MOST) {
                throw new IllegalArgumentException("more than %d people".formatted(Captured.MOST));
            }
        }
        if (total == 0) {
            throw new IllegalArgumentException("nobody was counted");
        }
        return new CaptureTable(names, new Counts(names.size(), cells), List.copyOf(warnings));
    }

    private static List<String> checked(List<String> lists) {
        if (lists.size() < FEWEST_LISTS || lists.size() > MOST_LISTS) {
            throw new IllegalArgumentException(
                    "there must be %d-%d lists, were %d".formatted(FEWEST_LISTS, MOST_LISTS, lists.size()));
        }
        List<String> names = lists.stream().map(String::strip).toList();
        if (names.stream().anyMatch(String::isEmpty) || new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("every list needs a name of its own");
        }
        return names;
    }

    private static String named(List<String> names, int set) {
        List<String> held = new ArrayList<>();
        for (int list = 0; list < names.size(); list++) {
            if ((set >> list & 1) == 1) {
                held.add(names.get(list));
            }
        }
        return held.isEmpty() ? "of no list" : String.join(" × ", held);
    }

    /// Names of the lists, in their order.
    public List<String> lists() {
        return lists;
    }

    /// How many people have exactly this history.
    public long count(int history) {
        return counts.cell(history);
    }

    /// How many people stand on all lists of the set, and perhaps on others: the superset margin.
    public long margin(int set) {
        return counts.margin(set);
    }

    /// How many people stand on at least one list.
    public long observed() {
        return counts.observed();
    }

    /// The histories that somebody has, from the lowest number to the highest.
    public List<Captured> histories() {
        List<Captured> found = new ArrayList<>();
        for (int history = 1; history < counts.size(); history++) {
            if (counts.cell(history) > 0) {
                found.add(new Captured(history, counts.cell(history)));
            }
        }
        return List.copyOf(found);
    }

    /// What a reader should know about the rows before trusting them; empty when nothing was odd.
    public List<String> warnings() {
        return warnings;
    }

    /// A set of lists in words: `A × B`.
    public String named(int set) {
        return named(lists, set);
    }

    /// SHA-256 over the names of the lists and the counts, in the order of the histories: the same for
    /// the same facts, however they were written down.
    public String hash() {
        MessageDigest digest = sha256();
        for (String list : lists) {
            byte[] name = list.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
            digest.update(name);
        }
        for (Captured row : histories()) {
            digest.update(ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                    .putInt(row.history())
                    .putLong(row.count())
                    .array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    Counts counts() {
        return counts;
    }
}
