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
import se.ledfyr.access.Invitations;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.PasswordRules;
import se.ledfyr.organisations.Member;
import se.ledfyr.pages.Languages;

/// Where an invited member sets a password.
@Controller
class InvitationPages {

    private final Invitations invitations;
    private final Sessions sessions;
    private final PasswordRules rules;
    private final Languages languages;

    InvitationPages(Invitations invitations, Sessions sessions, PasswordRules rules, Languages languages) {
        this.invitations = invitations;
        this.sessions = sessions;
        this.rules = rules;
        this.languages = languages;
    }

    @GetMapping("/invitation/{secret}")
    String form(@PathVariable String secret, Model model) {
        return show(secret, find(secret), Map.of(), model);
    }

    @PostMapping("/invitation/{secret}")
    String accept(
            @PathVariable String secret,
            @RequestParam String password,
            @RequestParam String again,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Member member = find(secret);
        Map<String, String> errors = new LinkedHashMap<>();
        new NewPassword(password, again, member.login()).check(rules, languages.of(request), errors);
        if (!errors.isEmpty()) {
            return show(secret, member, errors, model);
        }
        invitations.accept(secret, password);
        sessions.endAll(member.id());
        next.addFlashAttribute("notice", "access.invitation.done");
        return "redirect:" + WebSecurity.SIGN_IN;
    }

    private Member find(String secret) {
        return invitations.find(secret).orElseThrow(NotHere::new);
    }

    private static String show(String secret, Member member, Map<String, String> errors, Model model) {
        model.addAttribute("secret", secret);
        model.addAttribute("name", member.name());
        model.addAttribute("login", member.login());
        model.addAttribute("errors", errors);
        return "access/invitation";
    }
}
