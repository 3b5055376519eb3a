package se.ledfyr.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What reading a whole file came to.
///
/// @param kind what the records are, by name; null when the header did not tell
/// @param records how many records there are, right or wrong
/// @param faults in the order of the file, at most as many as asked for
/// @param unlisted how many more faults there are than are listed
public record Verdict(@Nullable String kind, long records, List<Fault> faults, long unlisted) {

    public Verdict {
        faults = List.copyOf(faults);
    }

    /// Whether every rule is kept, so that the file can be taken.
    public boolean isRight() {
        return faults.isEmpty();
    }

    public long faultCount() {
        return faults.size() + unlisted;
    }
}
