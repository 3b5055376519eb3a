package se.ledfyr.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.Colleagues;
import se.ledfyr.access.Colleagues.Colleague;
import se.ledfyr.access.Colleagues.Invited;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Role;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Texts;

/// Administering the members of the own organisation.
@Controller
@RequestMapping("/members")
class MemberPages {

    private static final String BACK = "redirect:/members";

    private final Colleagues colleagues;
    private final Sessions sessions;
    private final PublicAddress address;
    private final Languages languages;

    MemberPages(Colleagues colleagues, Sessions sessions, PublicAddress address, Languages languages) {
        this.colleagues = colleagues;
        this.sessions = sessions;
        this.address = address;
        this.languages = languages;
    }

    @GetMapping
    String list(HttpServletRequest request, Model model) {
        return show(request, MemberForm.EMPTY, Set.of(), Map.of(), model);
    }

    @PostMapping
    String add(
            @RequestParam String name,
            @RequestParam String login,
            @RequestParam(defaultValue = "") Set<Role> roles,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Texts texts = languages.of(request);
        MemberForm form = new MemberForm(name, login);
        Map<String, String> errors = new LinkedHashMap<>();
        form.check(texts, errors);
        if (roles.isEmpty()) {
            errors.put("roles", texts.get("access.roles.none"));
        }
        Optional<Invited> invited =
                errors.isEmpty() ? colleagues.add(form.name(), form.login(), roles) : Optional.empty();
        if (invited.isEmpty()) {
            // Used elsewhere and unusable are the same answer: who works in another organisation is not told here.
            errors.putIfAbsent("login", texts.get("access.login.unusable"));
            return show(request, form, roles, errors, model);
        }
        handOver(invited.get(), request, next);
        return BACK;
    }

    @PostMapping("/{id}/roles")
    String giveRoles(
            @PathVariable MemberId id, @RequestParam(defaultValue = "") Set<Role> roles, RedirectAttributes next) {
        if (roles.isEmpty()) {
            return refused("access.roles.none", next);
        }
        return colleagues.giveRoles(id, roles)
                ? done("access.roles.given", next)
                : refused("access.last-administrator", next);
    }

    @PostMapping("/{id}/shut-out")
    String shutOut(@PathVariable MemberId id, RedirectAttributes next) {
        if (!colleagues.shutOut(id)) {
            return refused("access.last-administrator", next);
        }
        sessions.endAll(id);
        return done("access.member.shut-out", next);
    }

    @PostMapping("/{id}/let-in")
    String letIn(@PathVariable MemberId id, RedirectAttributes next) {
        colleagues.letIn(id);
        return done("access.member.let-in", next);
    }

    @PostMapping("/{id}/invitation")
    String invite(@PathVariable MemberId id, HttpServletRequest request, RedirectAttributes next) {
        handOver(colleagues.inviteAgain(id), request, next);
        sessions.endAll(id);
        return BACK;
    }

    private void handOver(Invited invited, HttpServletRequest request, RedirectAttributes next) {
        next.addFlashAttribute(
                "invitation",
                new InvitationLink(invited.member().name(), address.of(request) + "/invitation/" + invited.secret()));
    }

    private static String done(String notice, RedirectAttributes next) {
        next.addFlashAttribute("notice", notice);
        return BACK;
    }

    private static String refused(String reason, RedirectAttributes next) {
        next.addFlashAttribute("refused", reason);
        return BACK;
    }

    private String show(
            HttpServletRequest request, MemberForm form, Set<Role> roles, Map<String, String> errors, Model model) {
        Texts texts = languages.of(request);
        List<MemberLine> lines =
                colleagues.list().stream().map(each -> line(each, texts)).toList();
        model.addAttribute("members", lines);
        model.addAttribute("name", form.name());
        model.addAttribute("login", form.login());
        model.addAttribute("roles", options(roles, texts));
        model.addAttribute("errors", errors);
        return "access/members";
    }

    private static MemberLine line(Colleague colleague, Texts texts) {
        return new MemberLine(
                colleague.member(),
                colleague.hasPassword(),
                options(colleague.member().roles(), texts));
    }

    static List<Option> options(Set<Role> chosen, Texts texts) {
        return Arrays.stream(Role.values())
                .map(role -> new Option(role.name(), texts.get("access.role." + role.name()), chosen.contains(role)))
                .toList();
    }
}
