package se.ledfyr.deadlines;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Role;

/// Writes the letters of clocks: one a clock to the member it reminds, and one a batch to everybody who works with
/// people
/// for the clocks that remind nobody in particular.
@Component
class Reminders {

    private static final String SOON = "deadlines.letter.soon";
    private static final String DUE = "deadlines.letter.due";
    private static final String PAGE = "/deadlines";
    private static final Set<Role> WORK_WITH_PEOPLE = Set.of(Role.COORDINATOR, Role.CASEWORKER);

    private final Letters letters;

    Reminders(Letters letters) {
        this.letters = letters;
    }

    /// @param marked clocks of the acting organisation that have just reached a stage
    void write(List<RunningClock> marked) {
        for (RunningClock each : marked) {
            MemberId member = each.member();
            if (member != null) {
                letters.send(member, key(each.stage()), each.reference(), each.path());
            }
        }
        for (ClockStage stage : List.of(ClockStage.REMINDED, ClockStage.DUE)) {
            marked.stream()
                    .filter(each -> each.member() == null && each.stage() == stage)
                    .findFirst()
                    .ifPresent(first -> letters.sendToRoles(WORK_WITH_PEOPLE, key(stage), first.reference(), PAGE));
        }
    }

    private static String key(ClockStage stage) {
        return stage == ClockStage.DUE ? DUE : SOON;
    }
}
