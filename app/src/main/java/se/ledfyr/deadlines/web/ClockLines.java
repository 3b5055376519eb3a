package se.ledfyr.deadlines.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.ledfyr.deadlines.ClockKinds;
import se.ledfyr.deadlines.RunningClock;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Members;
import se.ledfyr.pages.Texts;

/// Puts clocks into words.
@Component
class ClockLines {

    private static final ZoneId SWEDISH_TIME = ZoneId.of("Europe/Stockholm");
    private static final int WEEK = 7;

    private final ClockKinds kinds;
    private final Members members;
    private final Clock clock;

    ClockLines(ClockKinds kinds, Members members, Clock clock) {
        this.kinds = kinds;
        this.members = members;
        this.clock = clock;
    }

    List<ClockLine> of(List<RunningClock> clocks, Texts texts) {
        Map<MemberId, String> names = new HashMap<>();
        if (clocks.stream().anyMatch(each -> each.member() != null)) {
            members.list().forEach(member -> names.put(member.id(), member.name()));
        }
        Instant now = clock.instant();
        return clocks.stream().map(each -> line(each, names, now, texts)).toList();
    }

    private ClockLine line(RunningClock each, Map<MemberId, String> names, Instant now, Texts texts) {
        MemberId member = each.member();
        return new ClockLine(
                due(each, texts),
                texts.get(kinds.key(each.kind())),
                each.reference(),
                each.path(),
                member == null ? "" : names.getOrDefault(member, ""),
                when(each, now));
    }

    private static String due(RunningClock each, Texts texts) {
        return each.isWholeDay()
                ? texts.get("deadlines.through", texts.date(each.lastDay()))
                : texts.moment(each.dueAt());
    }

    private static ClockLine.When when(RunningClock each, Instant now) {
        if (each.isOverdue(now)) {
            return ClockLine.When.OVERDUE;
        }
        LocalDate today = now.atZone(SWEDISH_TIME).toLocalDate();
        if (!each.lastDay().isAfter(today)) {
            return ClockLine.When.TODAY;
        }
        return each.lastDay().isAfter(today.plusDays(WEEK)) ? ClockLine.When.LATER : ClockLine.When.WEEK;
    }
}
