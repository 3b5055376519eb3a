package se.ledfyr.surveys.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.codes.Codes;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.pages.Languages;
import se.ledfyr.surveys.Compilation;
import se.ledfyr.surveys.Contacts;
import se.ledfyr.surveys.Editions;
import se.ledfyr.surveys.InformalNotes;
import se.ledfyr.surveys.Participants;
import se.ledfyr.surveys.Reminding;
import se.ledfyr.surveys.SurveyForm;
import se.ledfyr.surveys.SurveyYears;

/// The platform's pages: who has answered, all rows without anybody's references, reminders, the closing of a year.
@Controller
@RequestMapping(CompilationController.PATH)
class CompilationController {

    static final String PATH = "/contacts/compilation";

    private static final int A_PAGE = 100;
    private static final int MOST_PAGES = 100_000;
    private static final int MOST_REVISIONS = 200;

    private final Compilation compilation;
    private final Participants participants;
    private final Reminding reminding;
    private final SurveyYears years;
    private final Organisations organisations;
    private final Contacts contacts;
    private final Editions editions;
    private final InformalNotes notes;
    private final Codes codes;
    private final Desk desk;
    private final Languages languages;

    CompilationController(
            Compilation compilation,
            Participants participants,
            Reminding reminding,
            SurveyYears years,
            Organisations organisations,
            Contacts contacts,
            Editions editions,
            InformalNotes notes,
            Codes codes,
            Desk desk,
            Languages languages) {
        this.compilation = compilation;
        this.participants = participants;
        this.reminding = reminding;
        this.years = years;
        this.organisations = organisations;
        this.contacts = contacts;
        this.editions = editions;
        this.notes = notes;
        this.codes = codes;
        this.desk = desk;
        this.languages = languages;
    }

    @GetMapping
    @Transactional
    String progress(@RequestParam(required = false) @Nullable Integer year, HttpServletRequest request, Model model) {
        Acting.require(Right.COMPILE_CONTACTS);
        int shown = desk.year(year);
        List<Compilation.Progress> members = compilation.progress(shown);
        model.addAttribute("members", members);
        model.addAttribute("names", names());
        model.addAttribute("reminded", reminding.lastReminded(shown));
        model.addAttribute("closed", years.closedAt(shown).orElse(null));
        model.addAttribute("revisions", compilation.revisions(shown, MOST_REVISIONS));
        model.addAttribute("rows", rowsFor(request));
        model.addAttribute("notes", notes.listSent(shown));
        model.addAttribute("year", shown);
        model.addAttribute("years", years.list());
        return "surveys/compilation";
    }

    @GetMapping("/rows")
    @Transactional
    String rows(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(defaultValue = "adult") String form,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Model model) {
        Acting.require(Right.COMPILE_CONTACTS);
        int shown = desk.year(year);
        SurveyForm chosen = form(form);
        if (page < 1 || page > MOST_PAGES) {
            throw new NotHere();
        }
        Map<OrganisationId, String> labels = new HashMap<>();
        participants.list().forEach(each -> labels.put(each.organisation(), each.label()));
        model.addAttribute("found", compilation.list(shown, chosen, (page - 1) * A_PAGE, A_PAGE));
        model.addAttribute("all", compilation.count(shown, chosen));
        model.addAttribute("labels", labels);
        model.addAttribute("rows", rowsFor(request));
        model.addAttribute("form", chosen);
        model.addAttribute("at", page);
        model.addAttribute("pageSize", A_PAGE);
        model.addAttribute("year", shown);
        return "surveys/rows";
    }

    @PostMapping("/reminders")
    String remind(@RequestParam int year, RedirectAttributes next) {
        Acting.require(Right.COMPILE_CONTACTS);
        int reminded = reminding.remind(desk.year(year));
        next.addFlashAttribute("notice", reminded == 0 ? "contacts.reminded.nobody" : "contacts.reminded");
        return "redirect:" + PATH + "?year=" + year;
    }

    @PostMapping("/closing")
    String close(@RequestParam int year, RedirectAttributes next) {
        years.close(year);
        next.addFlashAttribute("notice", "contacts.closed");
        return "redirect:" + PATH + "?year=" + year;
    }

    private Rows rowsFor(HttpServletRequest request) {
        return new Rows(contacts, editions, codes.book(), languages.of(request));
    }

    private static SurveyForm form(String slug) {
        try {
            return SurveyForm.of(slug);
        } catch (IllegalArgumentException noForm) {
            throw new NotHere();
        }
    }

    private Map<OrganisationId, String> names() {
        Map<OrganisationId, String> names = new HashMap<>();
        organisations.list().forEach(each -> names.put(each.id(), each.name()));
        return names;
    }
}
