package se.ledfyr.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
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
import se.ledfyr.casework.Events;

/// Writing down the people of an event in a grid. The whole grid is saved or nothing of it.
@Controller
@RequestMapping("/events/{id}/people")
class GridController {

    private static final int MOST_PASTED = 200_000;

    private final Events events;
    private final PeopleDesk desk;

    GridController(Events events, PeopleDesk desk) {
        this.events = events;
        this.desk = desk;
    }

    /// @param rows how many rows to begin with; anything that is no number means ten
    @GetMapping
    String blank(
            @PathVariable EventId id,
            @RequestParam(defaultValue = "") String rows,
            HttpServletRequest request,
            Model model) {
        Event event = events.get(id);
        int asked = rows.matches("[0-9]{1,3}") ? Integer.parseInt(rows) : Grid.AT_FIRST;
        FormValues values =
                new FormValues(Map.of("registered_on", List.of(desk.today().toString())));
        return grid(event, Grid.empty(asked), values, new FormErrors(), request, model);
    }

    @PostMapping
    String send(
            @PathVariable EventId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Event event = events.get(id);
        FormValues values = new FormValues(sent);
        return switch (values.one("do")) {
            case "more" -> grid(event, Grid.read(values).withMore(), values, new FormErrors(), request, model);
            case "paste" -> paste(event, values, request, model);
            case "save", "decide" -> save(event, values, request, model, next);
            default -> grid(event, Grid.read(values), values, new FormErrors(), request, model);
        };
    }

    private String paste(Event event, FormValues values, HttpServletRequest request, Model model) {
        String text = values.raw("pasted");
        FormErrors errors = new FormErrors();
        Grid grid = Grid.read(values);
        try {
            if (text.length() > MOST_PASTED) {
                throw new IllegalArgumentException("More text than fits");
            }
            Pasted pasted = Pasted.read(text);
            grid = grid.with(pasted.rows(), pasted.columns());
            if (pasted.rows().isEmpty()) {
                errors.add("pasted", "casework.event.error.pasted-nothing");
            }
        } catch (IllegalArgumentException tooMuch) {
            errors.add("pasted", "casework.event.error.pasted-too-much", Grid.MOST);
        }
        FormValues shown = errors.isEmpty() ? values.with("pasted", "") : values;
        return grid(event, grid, shown, errors, request, model);
    }

    private String save(
            Event event, FormValues values, HttpServletRequest request, Model model, RedirectAttributes next) {
        if (!event.isReady()) {
            return grid(event, Grid.read(values), values, new FormErrors(), request, model);
        }
        PeopleForm form = desk.read(values, event);
        if (!form.isRight()) {
            return grid(event, form.grid(), values, form.errors(), request, model);
        }
        return switch (desk.save(form, values, event, request, model)) {
            case ASKED -> {
                model.addAttribute("action", address(event));
                yield "casework/event-review";
            }
            case SAVED -> done(event, "casework.event.people-saved", next);
            case SKIPPED -> done(event, "casework.event.people-skipped", next);
        };
    }

    private static String done(Event event, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return "redirect:/events/" + event.id().value();
    }

    private String grid(
            Event event, Grid grid, FormValues values, FormErrors errors, HttpServletRequest request, Model model) {
        desk.show(model, event, values, request);
        model.addAttribute("grid", grid);
        model.addAttribute("errors", desk.worded(errors, request));
        model.addAttribute("faults", desk.plainlyWorded(errors, request));
        return "casework/event-grid";
    }

    private static String address(Event event) {
        return "/events/" + event.id().value() + "/people";
    }
}
