package se.ledfyr.deadlines;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Role;

/// Writes the letters of clocks: one a clock to the member it reminds, and one a batch to everybody who works with
/// people for the clocks that remind nobody in particular.
@Component
class Reminders {

    private static final String SOON = "deadlines.letter.soon";
    private static final String DUE = "deadlines.letter.due";
    private static final String PAGE = "/deadlines";
    private static final Set<Role> WORK_WITH_PEOPLE = Set.of(Role.COORDINATOR, Role.CASEWORKER, Role.LEAD);

    private final Letters letters;

    Reminders(Letters letters) {
        this.letters = letters;
    }

    /// Of a clock about something that is sealed nobody hears but those it is sealed to.
    ///
    /// @param marked clocks of the acting organisation that have just reached a stage
    void write(List<RunningClock> marked) {
        if (marked.isEmpty()) {
            return;
        }
        Map<UUID, Set<MemberId>> sealed =
                letters.sealed(marked.stream().map(Reminders::about).collect(Collectors.toSet()));
        letters.sendAll(marked.stream()
                .flatMap(each -> toItsMember(each, sealed).stream())
                .toList());
        Map<Boolean, List<RunningClock>> nobodys = marked.stream()
                .filter(each -> each.member() == null)
                .collect(Collectors.partitioningBy(each -> sealed.containsKey(about(each))));
        nobodys.getOrDefault(true, List.of())
                .forEach(each ->
                        letters.sendToRoles(WORK_WITH_PEOPLE, about(each), key(each.stage()), each.reference(), PAGE));
        for (ClockStage stage : List.of(ClockStage.REMINDED, ClockStage.DUE)) {
            nobodys.getOrDefault(false, List.of()).stream()
                    .filter(each -> each.stage() == stage)
                    .findFirst()
                    .ifPresent(first -> letters.sendToRoles(WORK_WITH_PEOPLE, key(stage), first.reference(), PAGE));
        }
    }

    /// None where nobody in particular is reminded, or the thing is kept from the one who would be.
    private static Optional<ToMember> toItsMember(RunningClock each, Map<UUID, Set<MemberId>> sealed) {
        MemberId member = each.member();
        Set<MemberId> insiders = sealed.get(about(each));
        return member == null || insiders != null && !insiders.contains(member)
                ? Optional.empty()
                : Optional.of(new ToMember(member, new Letter(key(each.stage()), each.reference(), each.path())));
    }

    private static UUID about(RunningClock each) {
        UUID caseId = each.caseId();
        return caseId == null ? each.subject().id() : caseId;
    }

    private static String key(ClockStage stage) {
        return stage == ClockStage.DUE ? DUE : SOON;
    }
}
