package se.ledfyr.returns.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.consent.NoConsentOfSome;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.pages.Languages;
import se.ledfyr.pages.Pieces;
import se.ledfyr.pages.Texts;
import se.ledfyr.returns.Return;
import se.ledfyr.returns.ReturnFile;
import se.ledfyr.returns.ReturnId;
import se.ledfyr.returns.ReturnSection;
import se.ledfyr.returns.Returns;
import se.ledfyr.returns.RowFault;

/// The page of one return, and how what was sent from it is done or shown again with what is wrong.
@Component
class ReturnPages {

    private final Returns returns;
    private final WordMaker words;
    private final Languages languages;
    private final List<ReturnSection> sections;
    private final Pieces pieces;

    ReturnPages(Returns returns, WordMaker words, Languages languages, List<ReturnSection> sections, Pieces pieces) {
        this.returns = returns;
        this.words = words;
        this.languages = languages;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(ReturnSection::order))
                .toList();
        this.pieces = pieces;
    }

    String show(ReturnId id, ReturnForm form, HttpServletRequest request, Model model) {
        ReturnFile file = returns.get(id);
        OrganisationId self = Acting.current().organisation();
        Return one = file.application();
        boolean office = one.office().equals(self);
        model.addAttribute("file", file);
        model.addAttribute("form", form);
        model.addAttribute("office", office);
        model.addAttribute("mayDecide", one.isDecidedBy(self));
        model.addAttribute("mayNote", one.isLive() && one.isNotedBy(self));
        model.addAttribute("mayOpen", office && Acting.current().may(Right.OPEN_RETURNS));
        model.addAttribute("words", words.of(request));
        Texts texts = languages.of(request);
        model.addAttribute(
                "sections",
                sections.stream()
                        .flatMap(section -> section.of(file, texts).stream())
                        .toList());
        model.addAttribute("pieces", pieces);
        return "returns/return";
    }

    /// What a form of the page asked for.
    ///
    /// @param field where an error belongs that names no field of its own
    record Asked(ReturnId id, ReturnForm form, String field, HttpServletRequest request) {}

    /// Does it when nothing is wrong, and comes back to the page.
    String act(Asked asked, Consumer<ReturnId> work, Model model, RedirectAttributes next) {
        if (asked.form().isFine()) {
            try {
                work.accept(asked.id());
                next.addFlashAttribute("notice", "returns.done.noted");
                return "redirect:/returns/" + asked.id().value();
            } catch (RowFault fault) {
                asked.form().wrong(asked.field(), fault.key());
            } catch (NoConsentOfSome none) {
                asked.form().wrong(asked.field(), "returns.error.no-consent");
            } catch (IllegalArgumentException none) {
                asked.form().wrong(asked.field(), "returns.error.code");
            }
        }
        return show(asked.id(), asked.form(), asked.request(), model);
    }
}
