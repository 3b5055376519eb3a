package se.ledfyr.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers faults up to a number and counts the rest, so that a file with a million faults needs no more memory.
final class FaultList {

    private final int most;
    private final List<Fault> listed = new ArrayList<>();
    private long unlisted;

    FaultList(int most) {
        this.most = most;
    }

    void add(long line, String column, @Nullable String cell, Problem problem) {
        if (listed.size() < most) {
            listed.add(new Fault(line, column, cell == null ? null : ShownValue.of(cell), problem));
        } else {
            unlisted++;
        }
    }

    long count() {
        return listed.size() + unlisted;
    }

    /// Some faults are only known at the end of the file; they are listed where they stand in it.
    Verdict verdict(@Nullable String kind, long records) {
        listed.sort(Comparator.comparingLong(Fault::line));
        return new Verdict(kind, records, listed, unlisted);
    }
}
