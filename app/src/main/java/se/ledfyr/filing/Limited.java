package se.ledfyr.filing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The first of many, and how many there are.
public final class Limited<T> {

    private final List<T> listed = new ArrayList<>();
    private long count;

    /// How many more are listed before the rest is only counted.
    public int room() {
        return FilingOutcome.LISTED - listed.size();
    }

    /// @param some at most as many as there is room for
    /// @param ofAll how many there are in truth
    public void add(Collection<? extends T> some, long ofAll) {
        listed.addAll(some);
        count += ofAll;
    }

    List<T> listed() {
        return List.copyOf(listed);
    }

    long count() {
        return count;
    }
}
