package se.ledfyr.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.OwnAccount;
import se.ledfyr.access.PasswordRules;
import se.ledfyr.organisations.Member;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Texts;

/// One's own account: who one is, the password, and where one is signed in.
@Controller
class AccountPages {

    private final OwnAccount account;
    private final Sessions sessions;
    private final PasswordRules rules;
    private final Languages languages;

    AccountPages(OwnAccount account, Sessions sessions, PasswordRules rules, Languages languages) {
        this.account = account;
        this.sessions = sessions;
        this.rules = rules;
        this.languages = languages;
    }

    @GetMapping("/account")
    String show(HttpServletRequest request, Model model) {
        return show(request, Map.of(), model);
    }

    @PostMapping("/account/password")
    String changePassword(
            @RequestParam String current,
            @RequestParam String password,
            @RequestParam String again,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Member me = SignedInMember.get().member();
        Texts texts = languages.of(request);
        Map<String, String> errors = new LinkedHashMap<>();
        new NewPassword(password, again, me.login()).check(rules, texts, errors);
        if (errors.isEmpty() && !account.changePassword(current, password, Origin.of(request))) {
            errors.put("current", texts.get("access.password.current.wrong"));
        }
        if (!errors.isEmpty()) {
            return show(request, errors, model);
        }
        sessions.endOthers(me.id(), request.getSession());
        next.addFlashAttribute("notice", "access.password.changed");
        return "redirect:/account";
    }

    /// Ends one of the own sessions; another member's is not there.
    @PostMapping("/account/sessions/end")
    String endSession(@RequestParam String session, RedirectAttributes next) {
        sessions.of(SignedInMember.get().member().id()).stream()
                .filter(open -> open.key().equals(session))
                .findFirst()
                .orElseThrow(NotHere::new)
                .end();
        next.addFlashAttribute("notice", "access.session.ended");
        return "redirect:/account";
    }

    private String show(HttpServletRequest request, Map<String, String> errors, Model model) {
        Member me = SignedInMember.get().member();
        Texts texts = languages.of(request);
        HttpSession here = request.getSession();
        List<SessionLine> lines = sessions.of(me.id()).stream()
                .map(open -> new SessionLine(
                        open.key(), texts.moment(open.since()), texts.moment(open.lastUsed()), open.isIn(here)))
                .toList();
        model.addAttribute("member", me);
        model.addAttribute("organisation", SignedInMember.get().organisation());
        model.addAttribute("sessions", lines);
        model.addAttribute("errors", errors);
        return "access/account";
    }
}
