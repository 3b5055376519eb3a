package se.ledfyr.returns;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was done for somebody on the way, in codes and days: both ends read it, and no name stands in it.
public record Course(List<Measure> measures, List<Escort> escorts, List<ExitStep> exit, List<FollowUp> followUps) {

    public static final Course NONE = new Course(List.of(), List.of(), List.of(), List.of());

    public Course {
        measures = List.copyOf(measures);
        escorts = List.copyOf(escorts);
        exit = List.copyOf(exit);
        followUps = List.copyOf(followUps);
    }

    /// @param kind a code of `return_measure`, which says whether it belongs before, on or after the journey
    public record Measure(UUID id, String kind, LocalDate givenOn) {}

    /// Somebody went along.
    ///
    /// @param who a code of `return_escort`
    /// @param from country in which it began, on `fromOn`
    public record Escort(UUID id, String who, String from, String to, LocalDate fromOn, LocalDate toOn) {}

    /// Something about the day by which somebody must have left.
    ///
    /// @param kind `SET`, `ASKED`, `EXTENDED` or `REFUSED`
    /// @param deadline that was set, asked for or given; null for a refusal
    public record ExitStep(
            String kind, LocalDate on, @Nullable LocalDate deadline) {}

    /// @param rule the time limit by which it was planned
    /// @param heldOn null while it has not been held
    /// @param way a code of `return_contact_way`
    /// @param contentment a code of `return_contentment`
    /// @param success a code of `return_success`
    public record FollowUp(
            UUID id,
            String rule,
            LocalDate dueOn,
            @Nullable LocalDate heldOn,
            @Nullable String way,
            @Nullable String contentment,
            @Nullable String success) {}

    /// Whether an extension was asked for and not answered.
    public boolean waitsForExtension() {
        return !exit.isEmpty() && exit.getLast().kind().equals("ASKED");
    }
}
