package se.ledfyr.guidance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The manual as it stood from a day on.
///
/// @param source where the names of its steps come from
public record Edition(String id, LocalDate validFrom, Worded title, Worded source, List<Step> steps) {

    public Edition {
        steps = List.copyOf(steps);
        long names = steps.stream()
                .flatMap(step -> step.actions().stream())
                .map(Advice::id)
                .distinct()
                .count();
        long actions = steps.stream().mapToLong(step -> step.actions().size()).sum();
        if (names != actions) {
            throw new IllegalArgumentException("edition %s names an action twice".formatted(id));
        }
    }

    /// The action of a name, if this edition has it.
    public Optional<Advice> find(String action) {
        return steps.stream()
                .flatMap(step -> step.actions().stream())
                .filter(one -> one.id().equals(action))
                .findFirst();
    }
}
