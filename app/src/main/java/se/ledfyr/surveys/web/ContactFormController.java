package se.ledfyr.surveys.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.pages.Languages;
import se.ledfyr.surveys.Answers;
import se.ledfyr.surveys.Contact;
import se.ledfyr.surveys.ContactId;
import se.ledfyr.surveys.Contacts;
import se.ledfyr.surveys.Edition;
import se.ledfyr.surveys.Editions;
import se.ledfyr.surveys.Fault;
import se.ledfyr.surveys.FaultyAnswers;
import se.ledfyr.surveys.MeanwhileChanged;
import se.ledfyr.surveys.OwnWays;
import se.ledfyr.surveys.Questionnaire;
import se.ledfyr.surveys.ReasonNeeded;
import se.ledfyr.surveys.SurveyForm;

/// Quick entry of one contact: begun, saved half-done, sent, corrected with a reason, taken out.
@Controller
@RequestMapping("/contacts")
class ContactFormController {

    private static final String SEND = "send";

    private final Contacts contacts;
    private final Editions editions;
    private final OwnWays ways;
    private final Cases cases;
    private final FromCase fromCase;
    private final Languages languages;
    private final Desk desk;

    ContactFormController(
            Contacts contacts,
            Editions editions,
            OwnWays ways,
            Cases cases,
            FromCase fromCase,
            Languages languages,
            Desk desk) {
        this.contacts = contacts;
        this.editions = editions;
        this.ways = ways;
        this.cases = cases;
        this.fromCase = fromCase;
        this.languages = languages;
        this.desk = desk;
    }

    @GetMapping(value = "/new", params = "case")
    @Transactional
    String taken(
            @RequestParam("case") CaseId of,
            @RequestParam(name = "year", required = false) @Nullable Integer chosen,
            HttpServletRequest request,
            Model model) {
        desk.requireWriter();
        CaseFile file = cases.get(of);
        int year = desk.year(chosen);
        ContactId known = ways.contactsOf(List.of(of), year).get(of);
        if (known != null) {
            return "redirect:/contacts/" + known.value();
        }
        Edition edition = edition(FromCase.formOf(file).slug(), year);
        Questionnaire questionnaire = contacts.questionnaire(edition);
        FromCase.Taken taken = fromCase.take(file, questionnaire);
        return show(
                Desk.Written.begun(
                        edition,
                        taken.answers(),
                        of.value().toString(),
                        fromCase.marks(questionnaire, taken, languages.of(request))),
                request,
                model);
    }

    @GetMapping("/new")
    String blank(
            @RequestParam(defaultValue = "adult") String form,
            @RequestParam(required = false) @Nullable Integer year,
            HttpServletRequest request,
            Model model) {
        desk.requireWriter();
        return show(Desk.Written.begun(edition(form, year), Answers.NONE, "", Map.of()), request, model);
    }

    @PostMapping("/new")
    String begin(
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        desk.requireWriter();
        Edition edition = edition(Desk.one(fields, "form"), number(Desk.one(fields, "year")));
        Sent sent = Sent.read(edition, fields);
        Map<String, String> wrong = wrong(sent, fields);
        List<Fault> faults = List.of();
        CaseId from = caseOf(Desk.one(fields, "from"));
        if (wrong.isEmpty()) {
            try {
                ContactId id = contacts.begin(edition.form(), edition.year(), sent.answers(), from);
                return after(id, 1, fields, next);
            } catch (FaultyAnswers faulty) {
                faults = faulty.faults();
            }
        }
        return show(Desk.Written.sent(null, edition, sent, fields, wrong, faults), request, model);
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable ContactId id,
            @RequestParam(defaultValue = "false") boolean check,
            HttpServletRequest request,
            Model model) {
        desk.requireWriter();
        Contact contact = contacts.get(id);
        List<Fault> faults = check ? contacts.questionnaire(contact.edition()).check(contact.answers()) : List.of();
        return show(Desk.Written.of(contact, ways.reference(id).orElse(""), faults), request, model);
    }

    @PostMapping("/{id}")
    String write(
            @PathVariable ContactId id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        desk.requireWriter();
        Contact contact = contacts.get(id);
        Sent sent = Sent.read(contact.edition(), fields);
        Map<String, String> wrong = wrong(sent, fields);
        List<Fault> faults = List.of();
        Integer version = number(Desk.one(fields, "version"));
        if (wrong.isEmpty() && version != null) {
            try {
                if (!contact.isSent()) {
                    contacts.save(id, version, sent.answers());
                    return after(id, version + 1, fields, next);
                }
                contacts.correct(id, version, sent.answers(), Desk.one(fields, "why"));
                refer(id, fields);
                next.addFlashAttribute("notice", "contacts.corrected");
                return "redirect:/contacts/" + id.value();
            } catch (FaultyAnswers faulty) {
                faults = faulty.faults();
            } catch (ReasonNeeded needed) {
                wrong.put("why", "contacts.error.why");
            } catch (MeanwhileChanged changed) {
                wrong.put("contact-form", "contacts.error.meanwhile");
            }
        }
        return show(Desk.Written.sent(contact, contact.edition(), sent, fields, wrong, faults), request, model);
    }

    @PostMapping("/{id}/strike")
    String strike(
            @PathVariable ContactId id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        return count(id, version, why, true, next);
    }

    @PostMapping("/{id}/restore")
    String restore(
            @PathVariable ContactId id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        return count(id, version, why, false, next);
    }

    /// Counts a contact no longer, or again.
    private String count(ContactId id, int version, String why, boolean strikes, RedirectAttributes next) {
        desk.requireWriter();
        int year = contacts.get(id).year();
        if (why.length() > ContactsText.LONGEST_REASON || OwnWays.looksLikeANumber(why)) {
            next.addFlashAttribute("bad", "contacts.error.number-in-why");
            return "redirect:/contacts/" + id.value() + "#strike";
        }
        try {
            if (strikes) {
                contacts.strike(id, version, said(why));
            } else {
                contacts.restore(id, version, said(why));
            }
        } catch (ReasonNeeded needed) {
            next.addFlashAttribute("bad", "contacts.error.why");
            return "redirect:/contacts/" + id.value() + "#strike";
        } catch (MeanwhileChanged changed) {
            next.addFlashAttribute("bad", "contacts.error.meanwhile");
            return "redirect:/contacts/" + id.value();
        }
        next.addFlashAttribute("notice", strikes ? "contacts.struck" : "contacts.restored");
        return "redirect:/contacts?year=" + year;
    }

    /// The draft is saved. What could not be sent comes back with what is missing; nothing is lost.
    private String after(ContactId id, int version, MultiValueMap<String, String> fields, RedirectAttributes next) {
        refer(id, fields);
        String page = "redirect:/contacts/" + id.value();
        if (!Desk.one(fields, "do").equals(SEND)) {
            next.addFlashAttribute("notice", "contacts.saved");
            return page;
        }
        try {
            contacts.send(id, version, said(Desk.one(fields, "why")));
        } catch (FaultyAnswers faulty) {
            return page + "?check=true";
        } catch (ReasonNeeded needed) {
            next.addFlashAttribute("bad", "contacts.error.why-closed");
            return page;
        }
        next.addFlashAttribute("notice", "contacts.sent");
        return "redirect:/contacts?year=" + contacts.get(id).year();
    }

    private void refer(ContactId id, MultiValueMap<String, String> fields) {
        String reference = Desk.one(fields, "reference");
        if (!reference.isEmpty()
                && !ways.reference(id).filter(reference::equals).isPresent()) {
            ways.refer(id, reference);
        }
    }

    private static Map<String, String> wrong(Sent sent, MultiValueMap<String, String> fields) {
        Map<String, String> wrong = new LinkedHashMap<>();
        String reference = Desk.one(fields, "reference");
        if (reference.length() > ContactsText.LONGEST_REFERENCE || OwnWays.looksLikeANumber(reference)) {
            wrong.put("reference", "contacts.error.reference");
        }
        String why = Desk.one(fields, "why");
        if (why.length() > ContactsText.LONGEST_REASON || OwnWays.looksLikeANumber(why)) {
            wrong.put("why", "contacts.error.number-in-why");
        }
        wrong.putAll(sent.wrong());
        return wrong;
    }

    private String show(Desk.Written written, HttpServletRequest request, Model model) {
        model.addAttribute("form", desk.form(written, request));
        return "surveys/contact";
    }

    private Edition edition(String slug, @Nullable Integer year) {
        try {
            return editions.current(SurveyForm.of(slug), desk.year(year)).orElseThrow(NotHere::new);
        } catch (IllegalArgumentException noForm) {
            throw new NotHere();
        }
    }

    /// @throws NotHere when it is no case of the own organisation
    private @Nullable CaseId caseOf(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return cases.get(CaseId.of(text)).id();
        } catch (IllegalArgumentException noId) {
            throw new NotHere();
        }
    }

    private static @Nullable String said(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static @Nullable Integer number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : null;
    }
}
