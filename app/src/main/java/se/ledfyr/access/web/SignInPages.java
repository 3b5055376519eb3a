package se.ledfyr.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Door;
import se.ledfyr.access.Persona;
import se.ledfyr.organisations.Member;

/// Coming in and leaving.
@Controller
class SignInPages {

    private final Door door;
    private final Sessions sessions;
    private final ObjectProvider<Persona.Cast> personas;

    SignInPages(Door door, Sessions sessions, ObjectProvider<Persona.Cast> personas) {
        this.door = door;
        this.sessions = sessions;
        this.personas = personas;
    }

    @GetMapping(WebSecurity.SIGN_IN)
    String form(@RequestParam(defaultValue = "/") String to, @RequestParam Optional<String> unsaved, Model model) {
        if (Acting.ifBound().isPresent()) {
            return "redirect:/";
        }
        model.addAttribute("unsaved", unsaved.isPresent());
        return show(to, false, model);
    }

    @PostMapping(WebSecurity.SIGN_IN)
    String signIn(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String to,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Member> member = door.enter(login, password, Origin.of(request));
        if (member.isEmpty()) {
            return show(to, true, model);
        }
        sessions.begin(member.get(), request, response);
        return "redirect:" + OwnPath.orStart(to);
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        door.leave(SignedInMember.get().member().id());
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.setHeader("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
        return "redirect:" + WebSecurity.SIGN_IN;
    }

    /// For whoever watches over the machine: that it answers, and nothing more.
    @GetMapping("/health")
    @ResponseBody
    String health(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8");
        return "ok";
    }

    private String show(String to, boolean refused, Model model) {
        List<Persona> cast =
                personas.stream().flatMap(each -> each.list().stream()).toList();
        model.addAttribute("personas", cast);
        model.addAttribute("to", OwnPath.orStart(to));
        model.addAttribute("refused", refused);
        return "access/sign-in";
    }
}
