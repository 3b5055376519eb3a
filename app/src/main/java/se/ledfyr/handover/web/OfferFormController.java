package se.ledfyr.handover.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
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
import se.ledfyr.casework.CaseId;
import se.ledfyr.consent.NoConsent;
import se.ledfyr.handover.Along;
import se.ledfyr.handover.AlreadyOffered;
import se.ledfyr.handover.CannotReceive;
import se.ledfyr.handover.Links;
import se.ledfyr.handover.Matter;
import se.ledfyr.handover.NewOffer;
import se.ledfyr.handover.OfferId;
import se.ledfyr.handover.Offered;
import se.ledfyr.handover.Offering;
import se.ledfyr.needs.NeedId;
import se.ledfyr.organisations.OrganisationId;

/// Offering a case or a need to one receiver.
@Controller
@RequestMapping("/handovers/new")
class OfferFormController {

    private final Offering offering;
    private final Links links;
    private final OfferChoices choices;
    private final LabelMaker labels;
    private final TransactionTemplate transaction;

    OfferFormController(
            Offering offering, Links links, OfferChoices choices, LabelMaker labels, TransactionTemplate transaction) {
        this.offering = offering;
        this.links = links;
        this.choices = choices;
        this.labels = labels;
        this.transaction = transaction;
    }

    @GetMapping
    String blank(@RequestParam MultiValueMap<String, String> sent, HttpServletRequest request, Model model) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return page(new OfferForm(sent), request, model);
    }

    @PostMapping
    String offer(
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        OfferForm form = new OfferForm(sent);
        Offered what = what(form);
        Optional<OrganisationId> to = form.to();
        String why = form.why();
        @Nullable Along along = form.along();
        if (to.isEmpty() || !form.isFine()) {
            return page(form, request, model);
        }
        try {
            return made(new NewOffer(what, to.get(), why, form.rule(), along), next);
        } catch (NoConsent none) {
            form.wrong("basis", "handover.error.no-consent");
        } catch (AlreadyOffered already) {
            form.wrong("to", "handover.error.already");
        } catch (CannotReceive cannot) {
            form.wrong("to", "handover.error.cannot-receive");
        }
        return page(form, request, model);
    }

    /// The link for somebody without an account is made with the offer or not at all.
    private String made(NewOffer wanted, RedirectAttributes next) {
        OfferId id = transaction.execute(status -> {
            OfferId made = offering.offer(wanted);
            if (links.reaches(wanted.to())) {
                next.addFlashAttribute("code", links.send(made));
            }
            return made;
        });
        next.addFlashAttribute("notice", "handover.done.offered");
        return "redirect:/handovers/" + java.util.Objects.requireNonNull(id).value();
    }

    private String page(OfferForm form, HttpServletRequest request, Model model) {
        Matter matter = offering.matterOf(what(form));
        Labels words = labels.of(request);
        model.addAttribute("matter", matter);
        model.addAttribute("usual", offering.usualRule(matter));
        model.addAttribute("form", form);
        model.addAttribute("labels", words);
        model.addAttribute("choices", choices.of(words, form, matter.isWholeCase()));
        return "handover/new";
    }

    private static Offered what(OfferForm form) {
        try {
            return form.one("need").isEmpty()
                    ? new Offered.WholeCase(new CaseId(UUID.fromString(form.one("case"))))
                    : new Offered.OneNeed(new NeedId(UUID.fromString(form.one("need"))));
        } catch (IllegalArgumentException none) {
            throw new NotHere();
        }
    }
}
