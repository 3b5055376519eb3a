package se.ledfyr.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.casework.WorkList;
import se.ledfyr.casework.WorkListFilter;
import se.ledfyr.casework.WorkListPage;
import se.ledfyr.codes.Codes;
import se.ledfyr.pages.Languages;

/// The list of registrations, and searching it by name. A search is posted: no name ever stands in an
/// address.
@Controller
class WorkListController {

    private static final int MAX_SEARCH = 120;

    private final WorkList worklist;
    private final Codes codes;
    private final Languages languages;
    private final Clock clock;

    WorkListController(WorkList worklist, Codes codes, Languages languages, Clock clock) {
        this.worklist = worklist;
        this.codes = codes;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping("/registrations")
    String list(@RequestParam MultiValueMap<String, String> sent, HttpServletRequest request, Model model) {
        FormValues values = new FormValues(sent);
        WorkListFilter filter = filter(values);
        WorkListPage list = worklist.list(filter, place(values.one("after")).orElse(null));
        show(model, request, values, filter, list);
        WorkListPage.Place next = list.next();
        model.addAttribute("next", next == null ? null : address(filter, next));
        return "casework/list";
    }

    @PostMapping("/registrations/search")
    String search(@RequestParam String q, HttpServletRequest request, Model model) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        String text = q.strip();
        if (text.isEmpty()) {
            return "redirect:/registrations";
        }
        WorkListPage found = worklist.search(text.substring(0, Math.min(MAX_SEARCH, text.length())));
        show(model, request, new FormValues(Map.of()), WorkListFilter.none(), found);
        model.addAttribute("searched", text);
        return "casework/list";
    }

    private void show(
            Model model, HttpServletRequest request, FormValues values, WorkListFilter filter, WorkListPage list) {
        model.addAttribute("list", list);
        model.addAttribute("filter", filter);
        model.addAttribute("years", worklist.years());
        model.addAttribute("worksWithPeople", Acting.current().may(Right.WORK_WITH_PEOPLE));
        model.addAttribute("national", Acting.current().may(Right.READ_NATIONAL_FACTS));
        model.addAttribute(
                "choices",
                new Choices(
                        codes.book(),
                        LocalDate.now(clock),
                        languages.of(request).language(),
                        values));
    }

    private static WorkListFilter filter(FormValues values) {
        return new WorkListFilter(
                year(values.one("year")),
                emptyToNull(values.one("region")),
                emptyToNull(values.one("event")),
                values.isChosen("removed", "true"));
    }

    private static @Nullable Integer year(String text) {
        return text.matches("[0-9]{4}") ? Integer.valueOf(text) : null;
    }

    private static Optional<WorkListPage.Place> place(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(WorkListPage.Place.of(text));
        } catch (IllegalArgumentException fromTheBeginning) {
            return Optional.empty();
        }
    }

    private static String address(WorkListFilter filter, WorkListPage.Place next) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/registrations");
        Optional.ofNullable(filter.year()).ifPresent(year -> address.queryParam("year", year));
        Optional.ofNullable(filter.region()).ifPresent(region -> address.queryParam("region", region));
        Optional.ofNullable(filter.event()).ifPresent(event -> address.queryParam("event", event));
        if (filter.removed()) {
            address.queryParam("removed", "true");
        }
        return address.queryParam("after", next.toString()).encode().toUriString();
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
