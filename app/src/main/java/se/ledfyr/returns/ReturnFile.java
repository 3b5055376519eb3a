package se.ledfyr.returns;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ledfyr.people.ParcelContent;

/// One return with everything the reader may see of it.
///
/// @param course empty for an operator that has not admitted
/// @param costs lines of its own plan; those of a group stand with the group
/// @param companions who goes along with this exploited person
/// @param told what went along, for an operator that has not admitted; null otherwise
public record ReturnFile(
        ReturnLine line,
        Course course,
        List<CostLine> costs,
        List<ReturnLine> companions,
        @Nullable ParcelContent told) {

    public ReturnFile {
        costs = List.copyOf(costs);
        companions = List.copyOf(companions);
    }

    public Return application() {
        return line.application();
    }

    /// Says which by id only.
    @Override
    public String toString() {
        return "ReturnFile[" + application().id().value() + "]";
    }
}
