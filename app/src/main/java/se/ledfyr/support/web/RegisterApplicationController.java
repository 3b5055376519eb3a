package se.ledfyr.support.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;
import se.ledfyr.support.ApplicationId;
import se.ledfyr.support.Channel;
import se.ledfyr.support.Office;
import se.ledfyr.support.SupportApplications;
import se.ledfyr.support.Wish;

/// Writing down, in the programme's office, what came by telephone or on paper.
@Controller
@RequestMapping("/support/applications/new")
class RegisterApplicationController {

    private final SupportApplications applications;
    private final Office office;
    private final SupportWordsFor words;

    RegisterApplicationController(SupportApplications applications, Office office, SupportWordsFor words) {
        this.applications = applications;
        this.office = office;
        this.words = words;
    }

    @GetMapping
    String blank(HttpServletRequest request, Model model) {
        office.require();
        Form form = Form.empty(words.of(request));
        form.suggest("channel", Channel.TELEPHONE.name());
        form.suggest("applied_on", office.today().toString());
        form.suggest("children", "0");
        return page(form, request, model);
    }

    @PostMapping
    String register(
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        office.require();
        Form form = new Form(sent, words.of(request));
        Optional<Wish> wish = WishReader.read(form);
        String why = form.words("why", false);
        Channel channel = form.one("channel").equals("PAPER") ? Channel.PAPER : Channel.TELEPHONE;
        @Nullable NameFacts facts = facts(form);
        @Nullable Identity identity = identity(form);
        if (wish.isEmpty() || !form.isRight() || facts == null || identity == null) {
            return page(form, request, model);
        }
        ApplicationId made = applications.register(channel, identity, facts, wish.get(), why);
        next.addFlashAttribute("notice", "support.done.registered");
        return "redirect:/support/applications/" + made.value();
    }

    private @Nullable NameFacts facts(Form form) {
        @Nullable String citizenship = form.codeOrNull("citizenship", "country");
        int year = form.number("birth_year", 0, office.today().getYear());
        if (year != 0 && year < 1900) {
            form.wrong(
                    "birth_year", "support.error.number", 1900, office.today().getYear());
        }
        return form.isRight() ? new NameFacts(year == 0 ? null : year, citizenship) : null;
    }

    private static @Nullable Identity identity(Form form) {
        String name = form.one("name");
        String telephone = form.one("telephone");
        try {
            return new Identity(
                    name.isEmpty() ? null : name,
                    List.of(),
                    List.of(),
                    telephone.isEmpty() ? List.of() : List.of(telephone),
                    null);
        } catch (IllegalArgumentException cannotBeKept) {
            form.wrong("name", "support.error.name");
            return null;
        }
    }

    private String page(Form form, HttpServletRequest request, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("words", words.of(request));
        return "support/register";
    }
}
