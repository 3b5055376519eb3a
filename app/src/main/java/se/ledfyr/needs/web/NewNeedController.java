package se.ledfyr.needs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import se.ledfyr.needs.Child;
import se.ledfyr.needs.ChildId;
import se.ledfyr.needs.Children;
import se.ledfyr.needs.Needs;
import se.ledfyr.needs.NewNeed;
import se.ledfyr.pages.Languages;

/// Writing down what somebody needs: several kinds at once, for the person or for one of the children.
@Controller
@RequestMapping("/cases/{id}/needs/new")
class NewNeedController {

    private final Needs needs;
    private final Cases cases;
    private final Children children;
    private final WordsFor words;
    private final Languages languages;

    NewNeedController(Needs needs, Cases cases, Children children, WordsFor words, Languages languages) {
        this.needs = needs;
        this.cases = cases;
        this.children = children;
        this.words = words;
        this.languages = languages;
    }

    @GetMapping
    String blank(
            @PathVariable CaseId id,
            @RequestParam(defaultValue = "") String child,
            HttpServletRequest request,
            Model model) {
        Words reader = words.reader(languages.of(request));
        LinkedMultiValueMap<String, String> start = new LinkedMultiValueMap<>();
        start.add("child", child);
        start.add("seen_on", reader.today().toString());
        return form(held(id), new Form(start, languages.of(request)), reader, model);
    }

    @PostMapping
    String add(
            @PathVariable CaseId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        CaseFile file = held(id);
        Words reader = words.reader(languages.of(request));
        Form form = new Form(sent, languages.of(request));
        List<NewNeed> written = read(form, reader, children.of(file).children());
        if (!form.isRight()) {
            return form(file, form, reader, model);
        }
        needs.addAll(id, written);
        next.addFlashAttribute("notice", written.size() == 1 ? "needs.added" : "needs.added-several");
        return "redirect:/cases/" + id.value() + "#needs";
    }

    private static List<NewNeed> read(Form form, Words words, List<Child> known) {
        List<String> types = form.all("type");
        if (types.isEmpty()
                || types.stream().anyMatch(type -> type.equals(NewNeed.ALL) || !words.isCode("need_support", type))) {
            form.wrong("type", "needs.error.type");
        }
        LocalDate seen = form.past("seen_on", true, words.today());
        String seenBy = form.code("seen_by", "referred_by", words);
        LocalDate due = form.day("due_on", false);
        if (seen != null && due != null && due.isBefore(seen)) {
            form.wrong("due_on", "needs.error.due");
        }
        ChildId child = child(form, known);
        boolean acute = form.one("acute").equals("true");
        List<NewNeed> needs = new ArrayList<>();
        if (form.isRight() && seen != null) {
            types.stream().distinct().forEach(type -> needs.add(new NewNeed(type, child, seen, seenBy, acute, due)));
        }
        return needs;
    }

    private static @Nullable ChildId child(Form form, List<Child> known) {
        String sent = form.one("child");
        if (sent.isEmpty()) {
            return null;
        }
        return known.stream()
                .filter(child -> child.ownCase() == null)
                .map(Child::id)
                .filter(id -> id.value().toString().equals(sent))
                .findFirst()
                .orElseThrow(NotHere::new);
    }

    private String form(CaseFile file, Form form, Words reader, Model model) {
        model.addAttribute("file", file);
        model.addAttribute("form", form);
        model.addAttribute("children", children.of(file).children());
        model.addAttribute("words", reader);
        return "needs/new";
    }

    /// Only the holder of an open case writes down needs; to everybody else there is no such page.
    private CaseFile held(CaseId id) {
        CaseFile file = cases.get(id);
        if (!file.isOpen() || !file.isHeldBy(Acting.current().organisation())) {
            throw new NotHere();
        }
        return file;
    }
}
