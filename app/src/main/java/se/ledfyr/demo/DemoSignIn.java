package se.ledfyr.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.ledfyr.access.DemoEntrance;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Persona;
import se.ledfyr.installation.OnlyInDemo;

/// Choosing on the sign-in page who to be.
@Controller
@OnlyInDemo
class DemoSignIn implements Persona.Cast {

    private final DemoEntrance entrance;

    DemoSignIn(DemoEntrance entrance) {
        this.entrance = entrance;
    }

    @PostMapping("/demo/sign-in")
    String enter(@RequestParam String member, HttpServletRequest request, HttpServletResponse response) {
        DemoMember chosen = Arrays.stream(DemoMember.values())
                .filter(each -> each.id().value().toString().equals(member))
                .findFirst()
                .orElseThrow(NotHere::new);
        return "redirect:" + entrance.enterAs(chosen.id(), chosen.office().id(), request, response);
    }

    @Override
    public List<Persona> list() {
        return Arrays.stream(DemoMember.values()).map(DemoMember::persona).toList();
    }
}
