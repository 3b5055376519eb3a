package se.ledfyr.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.FirstStart;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.PasswordRules;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Texts;

/// Making the first administrator of an empty installation.
@Controller
class SetupPages {

    private static final int MAX_ORGANISATION_NAME = 120;

    private final FirstStart start;
    private final PasswordRules rules;
    private final Languages languages;

    SetupPages(FirstStart start, PasswordRules rules, Languages languages) {
        this.start = start;
        this.rules = rules;
        this.languages = languages;
    }

    @GetMapping("/setup/{secret}")
    String form(@PathVariable String secret, HttpServletRequest request, Model model) {
        requireOpen(secret);
        String suggested = languages.of(request).get("access.setup.national.default");
        return show(secret, suggested, MemberForm.EMPTY, Map.of(), model);
    }

    @PostMapping("/setup/{secret}")
    String complete(
            @PathVariable String secret,
            @RequestParam String national,
            @RequestParam String name,
            @RequestParam String login,
            @RequestParam String password,
            @RequestParam String again,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        requireOpen(secret);
        Texts texts = languages.of(request);
        MemberForm form = new MemberForm(name, login);
        Map<String, String> errors = new LinkedHashMap<>();
        if (!isOrganisationName(national)) {
            errors.put("national", texts.get("access.organisation.name.unusable"));
        }
        form.check(texts, errors);
        new NewPassword(password, again, form.login()).check(rules, texts, errors);
        if (!errors.isEmpty()) {
            return show(secret, national, form, errors, model);
        }
        start.complete(secret, national, form.name(), form.login(), password);
        next.addFlashAttribute("notice", "access.setup.done");
        return "redirect:" + WebSecurity.SIGN_IN;
    }

    static boolean isOrganisationName(String name) {
        String stripped = name.strip();
        return stripped.length() >= 2
                && stripped.length() <= MAX_ORGANISATION_NAME
                && stripped.chars().noneMatch(Character::isISOControl);
    }

    private void requireOpen(String secret) {
        if (!start.isOpen(secret)) {
            throw new NotHere();
        }
    }

    private static String show(
            String secret, String national, MemberForm form, Map<String, String> errors, Model model) {
        model.addAttribute("secret", secret);
        model.addAttribute("national", national);
        model.addAttribute("name", form.name());
        model.addAttribute("login", form.login());
        model.addAttribute("errors", errors);
        return "access/setup";
    }
}
