package se.ledfyr.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.casework.Event;
import se.ledfyr.casework.EventCodeTaken;
import se.ledfyr.casework.EventId;
import se.ledfyr.casework.Events;
import se.ledfyr.casework.WorkList;
import se.ledfyr.casework.WorkListFilter;
import se.ledfyr.casework.WorkListPage;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.codes.Codes;
import se.ledfyr.pages.Languages;

/// Inspections and finds: the list, one event with its people, and what they share.
@Controller
@RequestMapping("/events")
class EventController {

    /// Letters of a code where nothing is known but that something happened: händelse.
    private static final String SOMETHING = "HÄN";

    private final Events events;
    private final WorkList worklist;
    private final Codes codes;
    private final Languages languages;
    private final Clock clock;

    EventController(Events events, WorkList worklist, Codes codes, Languages languages, Clock clock) {
        this.events = events;
        this.worklist = worklist;
        this.codes = codes;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping
    String list(HttpServletRequest request, Model model) {
        model.addAttribute("events", events.list());
        model.addAttribute("choices", choices(FormValues.none(), request));
        return "casework/events";
    }

    @GetMapping("/new")
    String blank(HttpServletRequest request, Model model) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return form(null, FormValues.none(), new FormErrors(), request, model);
    }

    @PostMapping("/new")
    String add(
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        FormValues values = new FormValues(sent);
        FormErrors errors = new FormErrors();
        EventId id = EventId.random();
        String written = values.one("code").toUpperCase(Locale.ROOT);
        if (!written.isEmpty() && !Event.isCode(written)) {
            errors.add("code", "casework.event.error.code");
        }
        Optional<Event> event = read(values, errors, id, written.isEmpty() ? SOMETHING : written);
        if (event.isEmpty()) {
            return form(null, values, errors, request, model);
        }
        try {
            events.add(written.isEmpty() ? coded(event.get()) : event.get());
        } catch (EventCodeTaken taken) {
            errors.add("code", "casework.event.error.code-taken");
            return form(null, values, errors, request, model);
        }
        next.addFlashAttribute("notice", "casework.event.added");
        return "redirect:/events/" + id.value();
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable EventId id,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request,
            Model model) {
        Event event = events.get(id);
        WorkListPage people = worklist.list(new WorkListFilter(null, null, event.code(), false), place(after));
        model.addAttribute("event", event);
        model.addAttribute("count", events.countPeople(id));
        model.addAttribute("people", people);
        model.addAttribute("choices", choices(FormValues.none(), request));
        return "casework/event";
    }

    @GetMapping("/{id}/change")
    String changing(@PathVariable EventId id, HttpServletRequest request, Model model) {
        Event event = events.get(id);
        return form(event, FormValues.of(event), new FormErrors(), request, model);
    }

    @PostMapping("/{id}/change")
    String change(
            @PathVariable EventId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Event before = events.get(id);
        FormValues values = new FormValues(sent);
        FormErrors errors = new FormErrors();
        Optional<Event> event = read(values, errors, id, before.code());
        String why = values.one("why");
        if (why.isEmpty() || why.length() > 500) {
            errors.add("why", "casework.error.reason");
        }
        if (event.isEmpty() || !errors.isEmpty()) {
            return form(before, values, errors, request, model);
        }
        events.change(event.get(), why);
        next.addFlashAttribute("notice", "casework.event.changed");
        return "redirect:/events/" + id.value();
    }

    private Optional<Event> read(FormValues values, FormErrors errors, EventId id, String code) {
        return new EventReader(values, codes.book(), LocalDate.now(clock), errors).read(id, code);
    }

    /// The same event with a code made of what is known about it.
    private Event coded(Event event) {
        CodeBook book = codes.book();
        String what = event.sector() != null
                ? book.label("sector_setting", event.sector(), Languages.SWEDISH)
                : event.forms().isEmpty()
                        ? SOMETHING
                        : book.label("exploitation_form", event.forms().first(), Languages.SWEDISH);
        LocalDate day = event.from() == null ? LocalDate.now(clock) : event.from();
        return event.coded(events.suggestCode(what, event.region(), day.getYear()));
    }

    private static WorkListPage.@Nullable Place place(String text) {
        try {
            return text.isEmpty() ? null : WorkListPage.Place.of(text);
        } catch (IllegalArgumentException fromTheBeginning) {
            return null;
        }
    }

    private String form(
            @Nullable Event event, FormValues values, FormErrors errors, HttpServletRequest request, Model model) {
        model.addAttribute("event", event);
        model.addAttribute("values", values);
        model.addAttribute("errors", errors.in(languages.of(request)));
        model.addAttribute("choices", choices(values, request));
        return "casework/event-form";
    }

    private Choices choices(FormValues values, HttpServletRequest request) {
        return new Choices(
                codes.book(), LocalDate.now(clock), languages.of(request).language(), values);
    }
}
