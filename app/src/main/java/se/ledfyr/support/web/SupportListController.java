package se.ledfyr.support.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.support.ApplicationList;
import se.ledfyr.support.ApplicationPage;
import se.ledfyr.support.CourseFilter;
import se.ledfyr.support.Courses;
import se.ledfyr.support.Homes;
import se.ledfyr.support.Refusals;

/// The lists of the programme: applications, those in it, and what the country lacks.
@Controller
@RequestMapping("/support")
class SupportListController {

    private final ApplicationList applications;
    private final Courses courses;
    private final Homes homes;
    private final Refusals refusals;
    private final SupportWordsFor words;

    SupportListController(
            ApplicationList applications, Courses courses, Homes homes, Refusals refusals, SupportWordsFor words) {
        this.applications = applications;
        this.courses = courses;
        this.homes = homes;
        this.refusals = refusals;
        this.words = words;
    }

    /// The programme's office sees what it has to decide; everybody else what they have applied for.
    @GetMapping
    @Transactional
    String applications(
            @RequestParam(defaultValue = "") String box,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request,
            Model model) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Words reader = words.of(request);
        String shown = !reader.office() ? "made" : box.equals("answered") ? "answered" : "to-decide";
        ApplicationPage page = switch (shown) {
            case "made" -> applications.listMade(after);
            case "answered" -> applications.listAnswered(after);
            default -> applications.listToDecide(after);
        };
        model.addAttribute("words", reader);
        model.addAttribute("list", page);
        model.addAttribute("box", shown);
        return "support/applications";
    }

    @GetMapping("/grants")
    @Transactional
    String courses(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request,
            Model model) {
        CourseFilter filter = switch (show) {
            case "ending" -> CourseFilter.ENDING;
            case "over" -> CourseFilter.OVER;
            default -> CourseFilter.UNDER_WAY;
        };
        model.addAttribute("list", courses.list(filter, after));
        model.addAttribute("filter", filter);
        model.addAttribute("words", words.of(request));
        return "support/courses";
    }

    /// Which regions have homes for whom, for everybody who works with people.
    @GetMapping("/gaps")
    @Transactional
    String gaps(HttpServletRequest request, Model model) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Words reader = words.of(request);
        Map<String, Set<String>> covered = homes.covered();
        model.addAttribute("covered", covered);
        model.addAttribute("regions", reader.of("police_region", ""));
        model.addAttribute("groups", reader.of("home_group", ""));
        model.addAttribute("words", reader);
        return "support/gaps";
    }

    @GetMapping("/refusals")
    @Transactional
    String refusals(@RequestParam(defaultValue = "0") int year, HttpServletRequest request, Model model) {
        if (!refusals.isOpen()) {
            throw new NotHere();
        }
        Words reader = words.of(request);
        int shown = year >= 2000 && year <= reader.today().getYear()
                ? year
                : reader.today().getYear();
        model.addAttribute("report", refusals.report(shown));
        model.addAttribute("year", shown);
        List<Integer> years = refusals.years();
        model.addAttribute(
                "before",
                years.stream()
                        .filter(each -> each < shown)
                        .max(Integer::compare)
                        .orElse(null));
        int now = reader.today().getYear();
        model.addAttribute(
                "after",
                years.stream()
                        .filter(each -> each > shown && each <= now)
                        .min(Integer::compare)
                        .orElse(shown < now ? now : null));
        model.addAttribute("words", reader);
        return "support/refusals";
    }
}
