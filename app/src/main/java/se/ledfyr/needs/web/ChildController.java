package se.ledfyr.needs.web;

import jakarta.servlet.http.HttpServletRequest;
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
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.needs.Child;
import se.ledfyr.needs.ChildId;
import se.ledfyr.needs.Children;
import se.ledfyr.needs.NewChild;
import se.ledfyr.pages.Languages;

/// One child of somebody in a case: added, put right, given a case of its own.
@Controller
@RequestMapping("/children/{id}")
class ChildController {

    private static final int LONGEST_REASON = 500;

    private final Children children;
    private final Cases cases;
    private final WordsFor words;
    private final Languages languages;

    ChildController(Children children, Cases cases, WordsFor words, Languages languages) {
        this.children = children;
        this.cases = cases;
        this.words = words;
        this.languages = languages;
    }

    @GetMapping
    String show(@PathVariable ChildId id, HttpServletRequest request, Model model) {
        Child child = ofHeldCase(id);
        LinkedMultiValueMap<String, String> now = new LinkedMultiValueMap<>();
        now.add("place", child.place().code());
        now.add("age", child.age() == null ? "" : child.age().toString());
        now.add("sex", child.sex());
        return form(child, new Form(now, languages.of(request)), request, model);
    }

    @PostMapping
    String change(
            @PathVariable ChildId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Child child = ofHeldCase(id);
        Form form = new Form(sent, languages.of(request));
        Optional<NewChild> fresh = ChildForm.read(form, words.reader(languages.of(request)));
        if (fresh.isEmpty()) {
            return form(child, form, request, model);
        }
        children.change(id, fresh.get());
        return back(child, "needs.child.changed", next);
    }

    /// Pressed twice, it leads to the same case.
    @PostMapping("/case")
    String openCase(@PathVariable ChildId id, RedirectAttributes next) {
        CaseId known = children.find(id).map(Child::ownCase).orElse(null);
        if (known != null) {
            return "redirect:/cases/" + known.value();
        }
        CaseId own = children.openCase(id);
        next.addFlashAttribute("notice", "needs.child.case-opened");
        return "redirect:/cases/" + own.value();
    }

    @PostMapping("/strike")
    String strike(
            @PathVariable ChildId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Child child = ofHeldCase(id);
        Form form = new Form(sent, languages.of(request));
        String why = form.one("why");
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            form.wrong("why", "needs.error.why");
            return form(child, form, request, model);
        }
        children.strike(id, why);
        return back(child, "needs.child.struck", next);
    }

    private String form(Child child, Form form, HttpServletRequest request, Model model) {
        model.addAttribute("child", child);
        model.addAttribute("caseId", child.caseId());
        model.addAttribute("form", form);
        model.addAttribute("words", words.reader(languages.of(request)));
        return "needs/child-form";
    }

    private Child ofHeldCase(ChildId id) {
        Child child = children.find(id).filter(one -> one.ownCase() == null).orElseThrow(NotHere::new);
        CaseFile file = cases.get(child.caseId());
        if (!file.isOpen() || !file.isHeldBy(Acting.current().organisation())) {
            throw new NotHere();
        }
        return child;
    }

    private static String back(Child child, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return "redirect:/cases/" + child.caseId().value() + "#children";
    }
}
