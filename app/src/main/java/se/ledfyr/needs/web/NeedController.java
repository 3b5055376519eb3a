package se.ledfyr.needs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.needs.MeasureId;
import se.ledfyr.needs.Measures;
import se.ledfyr.needs.Need;
import se.ledfyr.needs.NeedId;
import se.ledfyr.needs.Needs;
import se.ledfyr.needs.NewMeasure;
import se.ledfyr.pages.Languages;

/// One need: who owes it, what was given, and how it ended.
@Controller
@RequestMapping("/needs/{id}")
class NeedController {

    private static final int LONGEST_REASON = 500;

    private final Needs needs;
    private final Measures measures;
    private final NeedDesk desk;
    private final Languages languages;
    private final WordsFor words;

    NeedController(Needs needs, Measures measures, NeedDesk desk, Languages languages, WordsFor words) {
        this.needs = needs;
        this.measures = measures;
        this.desk = desk;
        this.languages = languages;
        this.words = words;
    }

    @GetMapping
    String show(@PathVariable NeedId id, HttpServletRequest request, Model model) {
        return page(id, new Form(new LinkedMultiValueMap<>(), languages.of(request)), request, model);
    }

    @PostMapping("/measures")
    String add(
            @PathVariable NeedId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        needs.get(id);
        Form form = new Form(sent, languages.of(request));
        Optional<NewMeasure> measure = desk.measure(form, words.reader(languages.of(request)));
        if (measure.isEmpty()) {
            return page(id, form, request, model);
        }
        measures.add(id, measure.get());
        return done(id, "needs.measure.added", next);
    }

    @PostMapping("/measures/{measure}")
    String change(
            @PathVariable NeedId id,
            @PathVariable MeasureId measure,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        needs.get(id);
        Form form = new Form(sent, languages.of(request));
        if (form.one("do").equals("strike")) {
            measures.strike(id, measure);
            return done(id, "needs.measure.struck", next);
        }
        Words reader = words.reader(languages.of(request));
        String result = form.code("result", "measure_result", reader);
        LocalDate ended = form.past("ended_on", false, reader.today());
        if (ended != null && desk.beganAfter(measures.listOf(id), measure, ended)) {
            form.wrong("ended_on", "needs.error.ended");
        }
        if (!form.isRight()) {
            return page(id, form, request, model);
        }
        measures.change(id, measure, ended, result);
        return done(id, "needs.measure.changed", next);
    }

    /// Pressed twice, it does what pressing it once does.
    @PostMapping("/met")
    String meet(@PathVariable NeedId id, RedirectAttributes next) {
        if (needs.get(id).isOpen()) {
            needs.meet(id);
        }
        return done(id, "needs.settled", next);
    }

    @PostMapping("/unmet")
    String giveUp(
            @PathVariable NeedId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        needs.get(id);
        Form form = new Form(sent, languages.of(request));
        String reason = form.code("reason", "need_unmet_reason", words.reader(languages.of(request)));
        if (!form.isRight()) {
            return page(id, form, request, model);
        }
        needs.giveUp(id, reason);
        return done(id, "needs.settled", next);
    }

    @PostMapping("/due")
    String setDue(
            @PathVariable NeedId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Need need = needs.get(id);
        Form form = new Form(sent, languages.of(request));
        LocalDate due = form.day("due_on", false);
        if (due != null && due.isBefore(need.seenOn())) {
            form.wrong("due_on", "needs.error.due");
        }
        if (!form.isRight()) {
            return page(id, form, request, model);
        }
        needs.setDue(id, form.one("acute").equals("true"), due);
        return done(id, "needs.changed", next);
    }

    /// Opens a settled need again, or takes one away that was written by mistake: both need a reason.
    @PostMapping({"/reopening", "/strike"})
    String withReason(
            @PathVariable NeedId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Need need = needs.get(id);
        Form form = new Form(sent, languages.of(request));
        String why = form.one("why");
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            form.wrong("why", "needs.error.why");
            return page(id, form, request, model);
        }
        if (request.getRequestURI().endsWith("/reopening")) {
            needs.reopen(id, why);
            return done(id, "needs.reopened", next);
        }
        needs.strike(id, why);
        next.addFlashAttribute("notice", "needs.struck");
        return need.holder().equals(need.owedBy())
                ? "redirect:/cases/" + need.caseId().value()
                : "redirect:/needs";
    }

    private String page(NeedId id, Form form, HttpServletRequest request, Model model) {
        desk.lay(needs.get(id), languages.of(request), model);
        model.addAttribute("form", form);
        model.addAttribute("words", words.reader(languages.of(request)));
        return "needs/need";
    }

    private static String done(NeedId id, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return "redirect:/needs/" + id.value();
    }
}
