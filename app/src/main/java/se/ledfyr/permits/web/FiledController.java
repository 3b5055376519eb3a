package se.ledfyr.permits.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Texts;
import se.ledfyr.permits.FiledPeriods;

/// What follows on reflection periods that files brought.
@Controller
@RequestMapping("/permits/filed")
class FiledController {

    private final FiledPeriods periods;
    private final WordsFor words;
    private final Languages languages;

    FiledController(FiledPeriods periods, WordsFor words, Languages languages) {
        this.periods = periods;
        this.words = words;
        this.languages = languages;
    }

    @GetMapping
    String list(HttpServletRequest request, Model model) {
        return list(Map.of(), request, model);
    }

    @PostMapping("/{id}")
    String answer(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        periods.requireAsked(id);
        Texts texts = languages.of(request);
        Form form = new Form(sent, texts);
        String followed = form.code(field(id), "reflection_followed", words.reader(texts));
        if (!form.isRight()) {
            return list(Map.of(field(id), texts.get("permits.filed.error")), request, model);
        }
        periods.answer(id, followed);
        next.addFlashAttribute("notice", "permits.answered");
        return "redirect:/permits/filed";
    }

    /// Each period has a form of its own on the page, so its field has a name of its own.
    private static String field(UUID id) {
        return "followed-" + id;
    }

    private String list(Map<String, String> errors, HttpServletRequest request, Model model) {
        model.addAttribute("periods", periods.listAsked());
        model.addAttribute("errors", errors);
        model.addAttribute("words", words.reader(languages.of(request)));
        return "permits/filed";
    }
}
