package se.ledfyr.guidance;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an organisation has planned for a case.
///
/// @param newer an edition that has come since the plan was begun
/// @param child whether the actions for children belong to it
/// @param marks by action; those without one are open
/// @param tasks open ones first, then by the day they are due
public record Plan(Edition edition, Optional<Edition> newer, boolean child, Map<String, Mark> marks, List<Task> tasks) {

    public Plan {
        marks = Map.copyOf(marks);
        tasks = List.copyOf(tasks);
    }

    public Mark mark(Advice action) {
        return marks.getOrDefault(action.id(), Mark.OPEN);
    }

    /// The open task made of an action, if there is one.
    public Optional<Task> taskOf(Advice action) {
        return tasks.stream()
                .filter(task -> task.result() == null && action.id().equals(task.action()))
                .findFirst();
    }

    public List<Task> openTasks() {
        return tasks.stream().filter(task -> task.result() == null).toList();
    }

    /// How many actions of a step have been done or do not fit.
    public long settled(Step step) {
        return step.actions(child).stream()
                .filter(action -> mark(action) != Mark.OPEN)
                .count();
    }
}
