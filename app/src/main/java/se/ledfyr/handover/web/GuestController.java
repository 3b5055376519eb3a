package se.ledfyr.handover.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
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
import se.ledfyr.casework.HolderInside;
import se.ledfyr.casework.TooLate;
import se.ledfyr.handover.Answering;
import se.ledfyr.handover.Decline;
import se.ledfyr.handover.Handovers;
import se.ledfyr.handover.Links;
import se.ledfyr.handover.Offer;
import se.ledfyr.handover.OfferFile;
import se.ledfyr.needs.Needs;
import se.ledfyr.pages.Languages;
import se.ledfyr.people.KnownPerson;
import se.ledfyr.people.People;

/// The way in for a receiver without an account. The page of a link is the same whether or not there is
/// such a link; after the right code it shows one offer and nothing else.
@Controller
@RequestMapping("/offer")
class GuestController {

    private static final Duration OPEN_FOR = Duration.ofHours(2);

    private final Links links;
    private final GuestTries tries;
    private final Handovers handovers;
    private final Answering answering;
    private final Needs needs;
    private final People people;
    private final DeclineForm declines;
    private final LabelMaker labels;
    private final Languages languages;
    private final Clock clock;

    GuestController(
            Links links,
            GuestTries tries,
            Handovers handovers,
            Answering answering,
            Needs needs,
            People people,
            DeclineForm declines,
            LabelMaker labels,
            Languages languages,
            Clock clock) {
        this.links = links;
        this.tries = tries;
        this.handovers = handovers;
        this.answering = answering;
        this.needs = needs;
        this.people = people;
        this.declines = declines;
        this.labels = labels;
        this.languages = languages;
        this.clock = clock;
    }

    @GetMapping("/{secret}")
    String door(@PathVariable String secret, Model model) {
        return door(secret, false, model);
    }

    @PostMapping("/{secret}")
    String enter(@PathVariable String secret, @RequestParam String code, HttpServletRequest request, Model model) {
        Optional<Links.Guest> guest =
                tries.allows(request) && isWritten(secret, code) ? links.enter(secret, code) : Optional.empty();
        if (guest.isEmpty()) {
            return door(secret, true, model);
        }
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        session.setAttribute(
                GuestPass.ATTRIBUTE, GuestPass.of(guest.get(), clock.instant().plus(OPEN_FOR)));
        return "redirect:/offer";
    }

    /// Without a pass the page says how one comes in, to everybody alike.
    @GetMapping
    String show(HttpServletRequest request, Model model) {
        return pass(request).isPresent() ? page(null, request, model) : "handover/guest-none";
    }

    @PostMapping("/answer/yes")
    String accept(HttpServletRequest request, Model model, RedirectAttributes next) {
        return act("handover.done.accepted", request, model, next, offer -> {
            answering.accept(offer.id(), HolderInside.ON_DUTY);
            return offer;
        });
    }

    @PostMapping("/answer/no")
    String decline(
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Optional<Decline> decline = as(request, offer -> declines.read(offer, sent, ""));
        if (decline.isEmpty()) {
            return page("handover.error.decline", request, model);
        }
        return act("handover.done.declined", request, model, next, offer -> {
            answering.decline(offer.id(), decline.get());
            return offer;
        });
    }

    @PostMapping("/answer/question")
    String ask(@RequestParam String question, HttpServletRequest request, Model model, RedirectAttributes next) {
        if (!OfferForm.isGiven(question)) {
            return page("handover.error.words", request, model);
        }
        return act("handover.done.asked", request, model, next, offer -> {
            answering.ask(offer.id(), question);
            return offer;
        });
    }

    private String act(
            String done,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next,
            Function<Offer, Offer> work) {
        try {
            as(request, work);
        } catch (TooLate late) {
            return page("handover.error.too-late", request, model);
        }
        next.addFlashAttribute("notice", done);
        return "redirect:/offer";
    }

    private String page(@Nullable String error, HttpServletRequest request, Model model) {
        as(request, offer -> {
            OfferFile file = handovers.get(offer.id());
            Labels words = labels.in(languages.of(request), offer.to());
            model.addAttribute("file", file);
            model.addAttribute("parcel", handovers.look(offer).orElse(null));
            model.addAttribute("person", person(offer).orElse(null));
            model.addAttribute("labels", words);
            model.addAttribute("reasons", declines.reasons(words));
            model.addAttribute("authority", declines.isAuthority(offer));
            return offer;
        });
        model.addAttribute("now", clock.instant());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("error", error);
        return "handover/guest";
    }

    /// Who it is, once the responsibility has been taken and where it was sent along.
    private Optional<KnownPerson> person(Offer offer) {
        return offer.course().byReceiver() && offer.matter().need() != null
                ? needs.findOwnFile(offer.matter().need()).flatMap(people::find)
                : Optional.empty();
    }

    private <T> T as(HttpServletRequest request, Function<Offer, T> work) {
        return links.as(pass(request).orElseThrow(NotHere::new).guest(), work);
    }

    private Optional<GuestPass> pass(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(GuestPass.ATTRIBUTE) instanceof GuestPass pass
                ? Optional.of(pass).filter(one -> clock.instant().isBefore(one.until()))
                : Optional.empty();
    }

    private static boolean isWritten(String secret, String code) {
        return secret.length() <= 100 && code.length() <= 40;
    }

    private static String door(String secret, boolean wrong, Model model) {
        model.addAttribute("secret", secret);
        model.addAttribute("wrong", wrong);
        return "handover/guest-door";
    }
}
