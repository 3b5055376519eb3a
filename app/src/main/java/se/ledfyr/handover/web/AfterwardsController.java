package se.ledfyr.handover.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.NotHere;
import se.ledfyr.consent.NoConsent;
import se.ledfyr.handover.Afterwards;
import se.ledfyr.handover.Along;
import se.ledfyr.handover.Offer;
import se.ledfyr.handover.OfferId;
import se.ledfyr.people.ParcelId;

/// Telling whoever took over what they were not told before, and taking in what one was told.
@Controller
@RequestMapping("/handovers/{id}/afterwards")
class AfterwardsController {

    private final Afterwards afterwards;
    private final OfferChoices choices;
    private final LabelMaker labels;

    AfterwardsController(Afterwards afterwards, OfferChoices choices, LabelMaker labels) {
        this.afterwards = afterwards;
        this.choices = choices;
        this.labels = labels;
    }

    @GetMapping
    String blank(@PathVariable OfferId id, HttpServletRequest request, Model model) {
        return page(id, OfferForm.empty(), request, model);
    }

    @PostMapping
    String tell(
            @PathVariable OfferId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        OfferForm form = new OfferForm(sent);
        @Nullable Along along = form.along();
        if (along == null) {
            form.wrong("groups", "handover.error.groups");
            return page(id, form, request, model);
        }
        try {
            afterwards.tell(id, along);
        } catch (NoConsent none) {
            form.wrong("basis", "handover.error.no-consent");
            return page(id, form, request, model);
        }
        next.addFlashAttribute("notice", "handover.done.told");
        return "redirect:/handovers/" + id.value();
    }

    @PostMapping("/{parcel}/adoption")
    String takeIn(@PathVariable OfferId id, @PathVariable UUID parcel, RedirectAttributes next) {
        afterwards.takeIn(id, new ParcelId(parcel));
        next.addFlashAttribute("notice", "handover.done.taken-in");
        return "redirect:/handovers/" + id.value();
    }

    private String page(OfferId id, OfferForm form, HttpServletRequest request, Model model) {
        Offer offer = afterwards.getToTell(id);
        Labels words = labels.of(request);
        model.addAttribute("offer", offer);
        model.addAttribute("taker", words.organisation(offer.taker().orElseThrow(NotHere::new)));
        model.addAttribute("form", form);
        model.addAttribute("labels", words);
        model.addAttribute("choices", choices.of(words, form, offer.matter().isWholeCase()));
        return "handover/afterwards";
    }
}
