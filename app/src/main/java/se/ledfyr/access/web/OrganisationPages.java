package se.ledfyr.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.Colleagues.Invited;
import se.ledfyr.access.TakingPart;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.codes.Codes;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Texts;

/// Letting organisations take part.
@Controller
@RequestMapping("/organisations")
class OrganisationPages {

    private final TakingPart takingPart;
    private final Codes codes;
    private final PublicAddress address;
    private final Languages languages;
    private final Clock clock;

    OrganisationPages(TakingPart takingPart, Codes codes, PublicAddress address, Languages languages, Clock clock) {
        this.takingPart = takingPart;
        this.codes = codes;
        this.address = address;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping
    String list(HttpServletRequest request, Model model) {
        return show(request, OrganisationForm.EMPTY, Map.of(), model);
    }

    @PostMapping
    String add(
            @ModelAttribute OrganisationForm form, HttpServletRequest request, Model model, RedirectAttributes next) {
        Texts texts = languages.of(request);
        Map<String, String> errors = new LinkedHashMap<>();
        form.check(texts, codes.book(), LocalDate.now(clock), errors);
        Optional<Invited> invited = errors.isEmpty()
                ? takingPart.add(
                        form.organisation(), form.member().name(), form.member().login())
                : Optional.empty();
        if (invited.isEmpty()) {
            if (errors.isEmpty()) {
                errors.put("title", texts.get("access.organisation.taken"));
            }
            return show(request, form, errors, model);
        }
        next.addFlashAttribute(
                "invitation",
                new InvitationLink(
                        invited.get().member().name(),
                        address.of(request) + "/invitation/" + invited.get().secret()));
        return "redirect:/organisations";
    }

    private String show(HttpServletRequest request, OrganisationForm form, Map<String, String> errors, Model model) {
        Texts texts = languages.of(request);
        CodeBook book = codes.book();
        List<OrganisationLine> lines =
                takingPart.list().stream().map(each -> line(each, texts, book)).toList();
        model.addAttribute("organisations", lines);
        model.addAttribute("form", form);
        model.addAttribute("kinds", kinds(form, texts));
        model.addAttribute("regions", options("police_region", form.region(), book, texts.language()));
        model.addAttribute("municipalities", options("municipality", form.municipality(), book, texts.language()));
        model.addAttribute("errors", errors);
        return "access/organisations";
    }

    private static OrganisationLine line(Organisation each, Texts texts, CodeBook book) {
        String area = "";
        if (each.municipality() != null) {
            area = book.label("municipality", each.municipality(), texts.language());
        } else if (each.region() != null) {
            area = book.label("police_region", each.region(), texts.language());
        }
        return new OrganisationLine(
                each.name(), texts.get("access.kind." + each.kind().name()), area);
    }

    private static List<Option> kinds(OrganisationForm form, Texts texts) {
        return Arrays.stream(OrganisationKind.values())
                .filter(kind -> kind != OrganisationKind.NATIONAL_COORDINATION)
                .map(kind -> new Option(
                        kind.name(),
                        texts.get("access.kind." + kind.name()),
                        kind.name().equals(form.kind())))
                .toList();
    }

    private List<Option> options(String list, String chosen, CodeBook book, Locale language) {
        return book.list(list, LocalDate.now(clock)).stream()
                .map(code -> new Option(
                        code.code(), code.label(language), code.code().equals(chosen)))
                .toList();
    }
}
