package se.ledfyr.surveys.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.codes.Codes;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Texts;
import se.ledfyr.surveys.Contacts;
import se.ledfyr.surveys.Editions;
import se.ledfyr.surveys.InformalNotes;
import se.ledfyr.surveys.MeanwhileChanged;
import se.ledfyr.surveys.OwnWays;
import se.ledfyr.surveys.SurveyForm;

/// Informal notes of members that do not count persons.
@Controller
@RequestMapping("/contacts/notes")
class NoteController {

    private static final String FORMS = "exploitation_form";

    private final InformalNotes notes;
    private final Contacts contacts;
    private final Editions editions;
    private final Codes codes;
    private final Desk desk;
    private final Languages languages;

    NoteController(
            InformalNotes notes, Contacts contacts, Editions editions, Codes codes, Desk desk, Languages languages) {
        this.notes = notes;
        this.contacts = contacts;
        this.editions = editions;
        this.codes = codes;
        this.desk = desk;
        this.languages = languages;
    }

    @GetMapping
    @Transactional
    String list(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable UUID edit,
            HttpServletRequest request,
            Model model) {
        desk.requireWriter();
        LinkedMultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        InformalNotes.Note note = edit == null ? null : notes.get(edit);
        if (note != null) {
            fields.add("low", Integer.toString(note.told().low()));
            fields.add("high", Integer.toString(note.told().high()));
            note.told().forms().forEach(form -> fields.add("forms", form));
            fields.add(
                    "observations",
                    note.told().observations() == null ? "" : note.told().observations());
        }
        return show(note == null ? desk.year(year) : note.year(), note, fields, Map.of(), request, model);
    }

    @PostMapping
    @Transactional
    String write(
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam int year,
            @RequestParam(required = false) @Nullable UUID note,
            @RequestParam(defaultValue = "1") int version,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        desk.requireWriter();
        int shown = desk.year(year);
        Map<String, String> errors = errors(fields, languages.of(request));
        InformalNotes.Note before = note == null ? null : notes.get(note);
        if (!errors.isEmpty()) {
            return show(shown, before, fields, errors, request, model);
        }
        InformalNotes.Told told = told(fields);
        boolean send = Desk.one(fields, "do").equals("send");
        if (before == null) {
            UUID id = notes.write(shown, told);
            if (send) {
                notes.change(id, 1, told, true);
            }
        } else if (before.version() != version) {
            errors.put("note-form", languages.of(request).get("contacts.error.meanwhile"));
            return show(shown, before, fields, errors, request, model);
        } else {
            notes.change(before.id(), version, told, send);
        }
        next.addFlashAttribute("notice", send ? "contacts.note.sent" : "contacts.saved");
        return "redirect:/contacts/notes?year=" + shown;
    }

    @PostMapping("/{id}/strike")
    String strike(@PathVariable UUID id, @RequestParam int version, RedirectAttributes next) {
        desk.requireWriter();
        int year = notes.get(id).year();
        try {
            notes.strike(id, version);
            next.addFlashAttribute("notice", "contacts.struck");
        } catch (MeanwhileChanged changed) {
            next.addFlashAttribute("bad", "contacts.error.meanwhile");
        }
        return "redirect:/contacts/notes?year=" + year;
    }

    private String show(
            int year,
            InformalNotes.@Nullable Note note,
            MultiValueMap<String, String> fields,
            Map<String, String> errors,
            HttpServletRequest request,
            Model model) {
        Texts texts = languages.of(request);
        CodeBook book = codes.book();
        List<String> chosen = fields.getOrDefault("forms", List.of());
        model.addAttribute("year", year);
        model.addAttribute("notes", notes.list(year));
        model.addAttribute("note", note);
        model.addAttribute("low", Desk.one(fields, "low"));
        model.addAttribute("high", Desk.one(fields, "high"));
        model.addAttribute("observations", Desk.one(fields, "observations"));
        model.addAttribute(
                "forms",
                book.list(FORMS, day(year)).stream()
                        .map(form ->
                                new Option(form.code(), form.label(texts.language()), chosen.contains(form.code())))
                        .toList());
        model.addAttribute("errors", errors);
        model.addAttribute("rows", new Rows(contacts, editions, book, texts));
        return "surveys/notes";
    }

    private java.time.LocalDate day(int year) {
        return editions.current(SurveyForm.ADULT, year)
                .map(contacts::questionnaire)
                .orElseThrow(se.ledfyr.access.NotHere::new)
                .day();
    }

    private Map<String, String> errors(MultiValueMap<String, String> fields, Texts texts) {
        Map<String, String> errors = new LinkedHashMap<>();
        String low = Desk.one(fields, "low");
        String high = Desk.one(fields, "high");
        if (!isNumber(low)) {
            errors.put("low", texts.get("contacts.error.people"));
        }
        if (!high.isEmpty() && (!isNumber(high) || isNumber(low) && Integer.parseInt(high) < Integer.parseInt(low))) {
            errors.put("high", texts.get("contacts.error.band"));
        }
        String said = Desk.one(fields, "observations");
        if (said.length() > ContactsText.LONGEST_REASON || OwnWays.looksLikeANumber(said)) {
            errors.put("observations", texts.get("contacts.error.number-in-why"));
        }
        return errors;
    }

    private InformalNotes.Told told(MultiValueMap<String, String> fields) {
        CodeBook book = codes.book();
        int low = Integer.parseInt(Desk.one(fields, "low"));
        String high = Desk.one(fields, "high");
        List<String> forms = fields.getOrDefault("forms", List.of()).stream()
                .filter(form -> book.list(FORMS, day(desk.year(Integer.valueOf(Desk.one(fields, "year"))))).stream()
                        .anyMatch(code -> code.code().equals(form)))
                .toList();
        return InformalNotes.Told.of(
                low, high.isEmpty() ? low : Integer.parseInt(high), forms, Desk.one(fields, "observations"));
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,5}");
    }
}
