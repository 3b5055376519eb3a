package se.ledfyr.needs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import se.ledfyr.needs.ChildId;
import se.ledfyr.needs.ChildPlace;
import se.ledfyr.needs.Children;
import se.ledfyr.needs.Contact;
import se.ledfyr.needs.NewChild;
import se.ledfyr.pages.Languages;

/// Asking for the children of somebody in a case, and noting whom the holder turned to for them.
@Controller
@RequestMapping("/cases/{id}")
class ChildrenController {

    private final Children children;
    private final Cases cases;
    private final WordsFor words;
    private final Languages languages;

    ChildrenController(Children children, Cases cases, WordsFor words, Languages languages) {
        this.children = children;
        this.cases = cases;
        this.words = words;
        this.languages = languages;
    }

    @PostMapping("/children/answers")
    String answer(
            @PathVariable CaseId id, @RequestParam String place, @RequestParam String answer, RedirectAttributes next) {
        held(id);
        children.answer(id, place(place), code("children_answer", answer));
        return back(id, "needs.children.answered", next);
    }

    @GetMapping("/children/new")
    String blank(
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "") String place,
            HttpServletRequest request,
            Model model) {
        LinkedMultiValueMap<String, String> start = new LinkedMultiValueMap<>();
        start.add("place", place);
        start.add("sex", "unknown");
        return form(held(id), new Form(start, languages.of(request)), request, model);
    }

    @PostMapping("/children/new")
    String add(
            @PathVariable CaseId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        CaseFile file = held(id);
        Form form = new Form(sent, languages.of(request));
        Optional<NewChild> child = ChildForm.read(form, words.reader(languages.of(request)));
        if (child.isEmpty()) {
            return form(file, form, request, model);
        }
        children.add(id, child.get());
        return back(id, "needs.child.added", next);
    }

    @PostMapping("/contacts")
    String contact(
            @PathVariable CaseId id,
            @RequestParam String authority,
            @RequestParam String result,
            @RequestParam(defaultValue = "") String child,
            RedirectAttributes next) {
        held(id);
        Contact contact =
                new Contact(child(child), authority(authority), code("contact_result", result), words.today());
        children.contact(id, contact);
        return back(id, "needs.contact.noted", next);
    }

    private String form(CaseFile file, Form form, HttpServletRequest request, Model model) {
        model.addAttribute("caseId", file.id());
        model.addAttribute("form", form);
        model.addAttribute("words", words.reader(languages.of(request)));
        return "needs/child-form";
    }

    private CaseFile held(CaseId id) {
        CaseFile file = cases.get(id);
        if (!file.isOpen() || !file.isHeldBy(Acting.current().organisation())) {
            throw new NotHere();
        }
        return file;
    }

    /// What no button of ours sends is not there.
    private String code(String list, String sent) {
        if (!words.isCode(list, sent)) {
            throw new NotHere();
        }
        return sent;
    }

    private ChildPlace place(String sent) {
        return ChildPlace.of(code("child_place", sent));
    }

    private static Contact.Authority authority(String sent) {
        for (Contact.Authority one : Contact.Authority.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(sent)) {
                return one;
            }
        }
        throw new NotHere();
    }

    private static @Nullable ChildId child(String sent) {
        try {
            return sent.isEmpty() ? null : ChildId.of(sent);
        } catch (IllegalArgumentException noId) {
            throw new NotHere();
        }
    }

    private static String back(CaseId id, String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return "redirect:/cases/" + id.value() + "#children";
    }
}
