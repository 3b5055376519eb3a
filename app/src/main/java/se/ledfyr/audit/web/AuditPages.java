package se.ledfyr.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditTrail;
import se.ledfyr.audit.Entry;
import se.ledfyr.audit.Search;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Members;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Room;
import se.ledfyr.pages.RoomGroup;
import se.ledfyr.pages.Texts;

/// The log, newest first.
@Controller
class AuditPages implements Room {

    private final AuditTrail trail;
    private final Members members;
    private final Languages languages;

    AuditPages(AuditTrail trail, Members members, Languages languages) {
        this.trail = trail;
        this.members = members;
        this.languages = languages;
    }

    @GetMapping("/audit")
    String list(
            @RequestParam(defaultValue = "") String member,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String before,
            HttpServletRequest request,
            Model model) {
        requireOpen();
        Search search = search(member, action, day, before);
        List<Entry> found = trail.list(search);
        List<Entry> page = found.size() > AuditTrail.PAGE ? found.subList(0, AuditTrail.PAGE) : found;
        Texts texts = languages.of(request);
        model.addAttribute("entries", page);
        model.addAttribute(
                "next", found.size() > AuditTrail.PAGE ? page.getLast().seq() : null);
        model.addAttribute("members", memberOptions(search));
        model.addAttribute("actions", actionOptions(search, texts));
        model.addAttribute("member", member);
        model.addAttribute("action", action);
        model.addAttribute("day", day);
        return "audit/list";
    }

    private List<Option> memberOptions(Search search) {
        return members.list().stream()
                .map(each -> new Option(
                        each.id().value().toString(), each.name(), each.id().equals(search.member())))
                .toList();
    }

    private static List<Option> actionOptions(Search search, Texts texts) {
        return Arrays.stream(Action.values())
                .map(each -> new Option(each.name(), texts.get("audit.action." + each.name()), each == search.action()))
                .toList();
    }

    /// @throws NotHere when something is asked for that cannot be
    private static Search search(String member, String action, String day, String before) {
        try {
            return new Search(
                    member.isEmpty() ? null : MemberId.of(member),
                    action.isEmpty() ? null : Action.valueOf(action),
                    day.isEmpty() ? null : day(day),
                    before.isEmpty() ? null : Long.valueOf(before));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new NotHere();
        }
    }

    /// @throws IllegalArgumentException for a day that no database could hold
    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new IllegalArgumentException("no day of the log");
        }
        return day;
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw new NotHere();
        }
    }

    @Override
    public String path() {
        return "/audit";
    }

    @Override
    public String key() {
        return "audit.log";
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public RoomGroup group() {
        return RoomGroup.ADMINISTRATION;
    }

    @Override
    public boolean isOpen() {
        return Acting.ifBound()
                .filter(acting -> acting.may(Right.READ_AUDIT) || acting.may(Right.READ_NATIONAL_AUDIT))
                .isPresent();
    }
}
