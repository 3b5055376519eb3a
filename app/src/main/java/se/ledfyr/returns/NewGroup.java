package se.ledfyr.returns;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.EventId;
import se.ledfyr.casework.RegistrationId;

/// One act for many: those of an event who want to go, with what they share written once.
///
/// @param rows at least one, nobody twice
/// @param costs the plan of costs of the whole group; may be empty
public record NewGroup(EventId event, Terms terms, List<Row> rows, List<NewCost> costs) {

    public NewGroup {
        rows = List.copyOf(rows);
        costs = List.copyOf(costs);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("A group without anybody");
        }
        if (rows.stream().map(Row::registration).distinct().count() < rows.size()) {
            throw new IllegalArgumentException("Somebody stands there twice");
        }
    }

    /// One of them, with what is not as for the others.
    ///
    /// @param country null for that of the group
    /// @param exitDeadline null for that of the group
    public record Row(
            RegistrationId registration,
            @Nullable String country,
            @Nullable LocalDate exitDeadline) {}
}
