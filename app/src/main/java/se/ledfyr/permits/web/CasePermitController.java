package se.ledfyr.permits.web;

import jakarta.servlet.http.HttpServletRequest;
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
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.pages.Languages;
import se.ledfyr.permits.NewPermit;
import se.ledfyr.permits.PeriodOverlaps;
import se.ledfyr.permits.Permit;
import se.ledfyr.permits.PermitHistory;
import se.ledfyr.permits.PermitId;

/// The permits of whoever a case is about, one after another: written down, put right, struck out.
@Controller
@RequestMapping("/cases/{id}/permits")
class CasePermitController {

    private final PermitHistory permits;
    private final ApplicationReader reader;
    private final HeldCase held;
    private final WordsFor words;
    private final Languages languages;

    CasePermitController(
            PermitHistory permits, ApplicationReader reader, HeldCase held, WordsFor words, Languages languages) {
        this.permits = permits;
        this.reader = reader;
        this.held = held;
        this.words = words;
        this.languages = languages;
    }

    @GetMapping("/new")
    String blank(@PathVariable CaseId id, HttpServletRequest request, Model model) {
        Form form = Form.blank(languages.of(request)).with("decided_by", "migration_agency");
        return form(held.get(id), null, form, request, model);
    }

    @PostMapping("/new")
    String add(
            @PathVariable CaseId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        CaseFile file = held.get(id);
        Form form = new Form(sent, languages.of(request));
        Optional<NewPermit> permit = reader.permit(form, words.reader(languages.of(request)));
        if (permit.isPresent()) {
            try {
                permits.add(id, permit.get());
                return back(id, "permits.permit.added", next);
            } catch (PeriodOverlaps overlap) {
                form.wrong("from_on", "permits.error.overlap");
            }
        }
        return form(file, null, form, request, model);
    }

    @GetMapping("/{permit}")
    String show(@PathVariable CaseId id, @PathVariable PermitId permit, HttpServletRequest request, Model model) {
        CaseFile file = held.get(id);
        Permit now = byHand(file, permit);
        Form form = Form.blank(languages.of(request))
                .with("kind", now.kind())
                .with("from_on", now.from())
                .with("to_on", now.to())
                .with("decided_by", now.decidedBy())
                .with("source", now.source())
                .with("version", now.version());
        return form(file, now, form, request, model);
    }

    @PostMapping("/{permit}")
    String change(
            @PathVariable CaseId id,
            @PathVariable PermitId permit,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        CaseFile file = held.get(id);
        Permit now = byHand(file, permit);
        Form form = new Form(sent, languages.of(request));
        if (form.version() != now.version()) {
            form.wrong("kind", "permits.error.meanwhile");
        }
        Optional<NewPermit> fresh = reader.permit(form, words.reader(languages.of(request)));
        if (fresh.isPresent()) {
            try {
                permits.change(id, permit, now.version(), fresh.get());
                return back(id, "permits.permit.changed", next);
            } catch (PeriodOverlaps overlap) {
                form.wrong("from_on", "permits.error.overlap");
            }
        }
        return form(file, now, form, request, model);
    }

    @PostMapping("/{permit}/strike")
    String strike(@PathVariable CaseId id, @PathVariable PermitId permit, RedirectAttributes next) {
        byHand(held.get(id), permit);
        permits.strike(id, permit);
        return back(id, "permits.permit.struck", next);
    }

    private Permit byHand(CaseFile file, PermitId permit) {
        return permits.find(file, permit).filter(Permit::isWrittenByHand).orElseThrow(NotHere::new);
    }

    private String form(CaseFile file, @Nullable Permit permit, Form form, HttpServletRequest request, Model model) {
        model.addAttribute("caseId", file.id());
        if (permit != null) {
            model.addAttribute("permit", permit);
        }
        model.addAttribute("form", form);
        model.addAttribute("words", words.reader(languages.of(request)));
        return "permits/permit";
    }

    private static String back(CaseId id, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return "redirect:/cases/" + id.value() + "#permits";
    }
}
