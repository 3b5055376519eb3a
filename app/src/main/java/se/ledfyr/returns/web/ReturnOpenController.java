package se.ledfyr.returns.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.casework.Registration;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.casework.Registrations;
import se.ledfyr.casework.TooLate;
import se.ledfyr.consent.NoConsentOfSome;
import se.ledfyr.returns.Applying;
import se.ledfyr.returns.ReturnId;
import se.ledfyr.returns.RowFault;
import se.ledfyr.returns.Terms;

/// A regional coordinator opens an application for one person, from their registration.
@Controller
@RequestMapping("/returns/new")
class ReturnOpenController {

    private final Applying applying;
    private final Registrations registrations;
    private final TermsReader terms;
    private final WordMaker words;

    ReturnOpenController(Applying applying, Registrations registrations, TermsReader terms, WordMaker words) {
        this.applying = applying;
        this.registrations = registrations;
        this.terms = terms;
        this.words = words;
    }

    @GetMapping
    String blank(@RequestParam RegistrationId registration, HttpServletRequest request, Model model) {
        Acting.require(Right.OPEN_RETURNS);
        return page(registration, ReturnForm.empty(), request, model);
    }

    @PostMapping
    String open(
            @RequestParam RegistrationId registration,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.OPEN_RETURNS);
        ReturnForm form = new ReturnForm(sent);
        Optional<Terms> read = terms.read(form, applying.operator().isPresent());
        if (read.isPresent()) {
            try {
                ReturnId id = applying.open(registration, read.get());
                next.addFlashAttribute("notice", "returns.done.opened");
                return "redirect:/returns/" + id.value();
            } catch (RowFault fault) {
                form.wrong("country", fault.key());
            } catch (NoConsentOfSome none) {
                form.wrong("consent", "returns.error.no-consent");
            } catch (TooLate meanwhile) {
                form.wrong("country", "returns.error.already");
            }
        }
        return page(registration, form, request, model);
    }

    private String page(RegistrationId id, ReturnForm form, HttpServletRequest request, Model model) {
        Registration registration = registrations.get(id);
        if (registration.removal().isPresent()) {
            throw new NotHere();
        }
        model.addAttribute("registration", registration);
        model.addAttribute("form", form);
        model.addAttribute("operator", applying.operator());
        model.addAttribute("words", words.of(request));
        return "returns/new";
    }
}
