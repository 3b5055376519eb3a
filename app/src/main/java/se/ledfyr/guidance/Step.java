package se.ledfyr.guidance;

import java.util.List;

/// One step of the manual.
///
/// @param law where the rules stand; named, never quoted
public record Step(String id, Worded title, Worded about, List<Worded> law, List<Advice> actions) {

    public Step {
        law = List.copyOf(law);
        actions = List.copyOf(actions);
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("step %s has no actions".formatted(id));
        }
    }

    /// The actions for somebody.
    ///
    /// @param child whether those for children belong to it
    public List<Advice> actions(boolean child) {
        return actions.stream().filter(action -> child || !action.child()).toList();
    }
}
