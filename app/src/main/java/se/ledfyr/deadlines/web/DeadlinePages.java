package se.ledfyr.deadlines.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.deadlines.Letters;
import se.ledfyr.deadlines.Rule;
import se.ledfyr.deadlines.Rules;
import se.ledfyr.deadlines.RunningClock;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;

/// What is overdue and what comes, and by which rules times are set.
@Controller
class DeadlinePages implements Room {

    private static final int DAYS = 30;
    private static final String ALL = "all";

    private final Clocks clocks;
    private final ClockLines lines;
    private final Rules rules;
    private final Letters letters;
    private final Languages languages;
    private final Clock clock;

    DeadlinePages(Clocks clocks, ClockLines lines, Rules rules, Letters letters, Languages languages, Clock clock) {
        this.clocks = clocks;
        this.lines = lines;
        this.rules = rules;
        this.letters = letters;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping("/deadlines")
    String list(@RequestParam(defaultValue = "") String whose, HttpServletRequest request, Model model) {
        if (!isOpen() || !whose.isEmpty() && !whose.equals(ALL)) {
            throw new NotHere();
        }
        List<RunningClock> found = whose.equals(ALL) ? clocks.listAllDueWithin(DAYS) : clocks.listDueWithin(DAYS);
        model.addAttribute("lines", lines.of(found, languages.of(request)));
        model.addAttribute("all", whose.equals(ALL));
        model.addAttribute("days", DAYS);
        model.addAttribute("most", found.size() == Clocks.MOST);
        model.addAttribute("mail", letters.canBeSent());
        model.addAttribute("waiting", letters.countWaiting());
        return "deadlines/list";
    }

    /// The rules are no secret: everybody who has signed in may know by what they are bound.
    @GetMapping("/deadlines/rules")
    String rules(Model model) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "rules",
                rules.list().stream()
                        .sorted(Comparator.comparing((Rule rule) -> !rule.isValidOn(today))
                                .thenComparing(Rule::code)
                                .thenComparing(Rule::validFrom))
                        .toList());
        model.addAttribute("today", today);
        return "deadlines/rules";
    }

    @Override
    public String path() {
        return "/deadlines";
    }

    @Override
    public String key() {
        return "deadlines.room";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public RoomGroup group() {
        return RoomGroup.ANSWERS;
    }

    @Override
    public boolean isOpen() {
        return Acting.ifBound()
                .map(acting -> acting.may(Right.WORK_WITH_PEOPLE))
                .orElse(false);
    }
}
