package se.ledfyr.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.casework.Event;
import se.ledfyr.casework.EventId;
import se.ledfyr.casework.EventPeople;
import se.ledfyr.casework.Events;
import se.ledfyr.casework.WorkListLine;

/// Writing down the people of an event one after another, made for a phone in the field: a grid of one row.
@Controller
@RequestMapping("/events/{id}/next")
class NextController {

    private static final int LATEST = 5;

    private final Events events;
    private final EventPeople people;
    private final PeopleDesk desk;

    NextController(Events events, EventPeople people, PeopleDesk desk) {
        this.events = events;
        this.people = people;
        this.desk = desk;
    }

    /// The citizenship of the one before is chosen already, since people found together often share it.
    /// The sex is not: it is seen at once, and a wrong one would slip through.
    @GetMapping
    String blank(@PathVariable EventId id, HttpServletRequest request, Model model) {
        Event event = events.get(id);
        List<WorkListLine> latest = people.latest(id, LATEST);
        String citizenship = latest.isEmpty() ? null : latest.getFirst().citizenship();
        FormValues values = new FormValues(Map.of(
                "registered_on",
                List.of(desk.today().toString()),
                GridRow.id(1, GridColumn.CITIZENSHIP),
                citizenship == null ? List.of() : List.of(citizenship),
                GridRow.id(1, GridColumn.FORMS),
                List.copyOf(event.forms())));
        return form(event, latest, values, Map.of(), request, model);
    }

    @PostMapping
    String add(
            @PathVariable EventId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Event event = events.get(id);
        FormValues values = new FormValues(sent);
        PeopleForm form = desk.read(values, event);
        if (!event.isReady() || !form.isRight() || values.isChosen("do", "back")) {
            Map<String, String> errors =
                    values.isChosen("do", "back") ? Map.of() : desk.plainlyWorded(form.errors(), request);
            return form(event, people.latest(id, LATEST), values, errors, request, model);
        }
        return switch (desk.save(form, values, event, request, model)) {
            case ASKED -> {
                model.addAttribute("action", "/events/" + id.value() + "/next");
                yield "casework/event-review";
            }
            case SAVED -> onward(id, "casework.event.person-saved", next);
            case SKIPPED -> onward(id, "casework.event.people-skipped", next);
        };
    }

    private static String onward(EventId id, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return "redirect:/events/" + id.value() + "/next";
    }

    private String form(
            Event event,
            List<WorkListLine> latest,
            FormValues values,
            Map<String, String> errors,
            HttpServletRequest request,
            Model model) {
        desk.show(model, event, values, request);
        model.addAttribute("latest", latest);
        model.addAttribute("count", events.countPeople(event.id()));
        model.addAttribute(
                "near",
                latest.stream()
                        .map(WorkListLine::citizenship)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        model.addAttribute("errors", errors);
        return "casework/event-next";
    }
}
