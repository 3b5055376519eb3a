package se.ledfyr.handover.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.casework.TooLate;
import se.ledfyr.handover.Afterwards;
import se.ledfyr.handover.Answering;
import se.ledfyr.handover.Decline;
import se.ledfyr.handover.Escalations;
import se.ledfyr.handover.Handovers;
import se.ledfyr.handover.Links;
import se.ledfyr.handover.NobodyToAsk;
import se.ledfyr.handover.Offer;
import se.ledfyr.handover.OfferFile;
import se.ledfyr.handover.OfferId;
import se.ledfyr.handover.Offering;
import se.ledfyr.handover.Receivers;
import se.ledfyr.handover.Refusals;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.pages.Option;

/// The page of one offer, for each of those who stand to it.
@Controller
@RequestMapping("/handovers/{id}")
class OfferController {

    private final Handovers handovers;
    private final Offering offering;
    private final Answering answering;
    private final Escalations escalations;
    private final Refusals refusals;
    private final Afterwards afterwards;
    private final Links links;
    private final Receivers receivers;
    private final DeclineForm declines;
    private final LabelMaker labels;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OfferController(
            Handovers handovers,
            Offering offering,
            Answering answering,
            Escalations escalations,
            Refusals refusals,
            Afterwards afterwards,
            Links links,
            Receivers receivers,
            DeclineForm declines,
            LabelMaker labels,
            TransactionTemplate transaction,
            Clock clock) {
        this.handovers = handovers;
        this.offering = offering;
        this.answering = answering;
        this.escalations = escalations;
        this.refusals = refusals;
        this.afterwards = afterwards;
        this.links = links;
        this.receivers = receivers;
        this.declines = declines;
        this.labels = labels;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable OfferId id, HttpServletRequest request, Model model) {
        return page(id, null, request, model);
    }

    @PostMapping("/acceptance")
    String accept(@PathVariable OfferId id, HttpServletRequest request, Model model, RedirectAttributes next) {
        return act(id, "handover.done.accepted", request, model, next, () -> answering.accept(id, me()));
    }

    @PostMapping("/decline")
    String decline(
            @PathVariable OfferId id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Offer offer = handovers.get(id).offer();
        Optional<Decline> decline = declines.read(offer, sent, "");
        if (decline.isEmpty()) {
            return page(id, "handover.error.decline", request, model);
        }
        return act(id, "handover.done.declined", request, model, next, () -> answering.decline(id, decline.get()));
    }

    @PostMapping("/question")
    String ask(
            @PathVariable OfferId id,
            @RequestParam String question,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        return write(id, question, "handover.done.asked", request, model, next, () -> answering.ask(id, question));
    }

    @PostMapping("/questions/{question}/reply")
    String reply(
            @PathVariable OfferId id,
            @PathVariable UUID question,
            @RequestParam String reply,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        return write(
                id, reply, "handover.done.replied", request, model, next, () -> offering.reply(id, question, reply));
    }

    @PostMapping("/withdrawal")
    String withdraw(
            @PathVariable OfferId id,
            @RequestParam String why,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        return write(id, why, "handover.done.withdrawn", request, model, next, () -> offering.withdraw(id, why));
    }

    @PostMapping("/letting-go")
    String letGo(
            @PathVariable OfferId id,
            @RequestParam String why,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        return write(id, why, "handover.done.let-go", request, model, next, () -> offering.letGo(id, why));
    }

    @PostMapping("/taking-over")
    String takeOver(@PathVariable OfferId id, HttpServletRequest request, Model model, RedirectAttributes next) {
        return act(id, "handover.done.taken-over", request, model, next, () -> escalations.takeOver(id, me()));
    }

    @PostMapping("/naming-another")
    String nameAnother(
            @PathVariable OfferId id,
            @RequestParam String other,
            @RequestParam String why,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        Optional<OrganisationId> chosen = OfferForm.organisation(other);
        if (chosen.isEmpty()) {
            return page(id, "handover.error.receiver", request, model);
        }
        return write(
                id,
                why,
                "handover.done.handed-back",
                request,
                model,
                next,
                () -> escalations.nameAnother(id, chosen.get(), why));
    }

    @PostMapping("/giving-back")
    String giveBack(
            @PathVariable OfferId id,
            @RequestParam String why,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        return write(id, why, "handover.done.handed-back", request, model, next, () -> escalations.giveBack(id, why));
    }

    @PostMapping("/further")
    String takeFurther(
            @PathVariable OfferId id,
            @RequestParam String why,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        return write(id, why, "handover.done.further", request, model, next, () -> refusals.takeFurther(id, why));
    }

    /// A new link by mail and a new code, which is shown once.
    @PostMapping("/link")
    String link(@PathVariable OfferId id, RedirectAttributes next) {
        next.addFlashAttribute("code", links.send(id));
        return "redirect:/handovers/" + id.value();
    }

    private String write(
            OfferId id,
            String text,
            String done,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next,
            Runnable work) {
        if (!OfferForm.isGiven(text)) {
            return page(id, "handover.error.words", request, model);
        }
        return act(id, done, request, model, next, work);
    }

    /// Somebody else may have been first: then nothing was changed, and the page says how it stands.
    private String act(
            OfferId id, String done, HttpServletRequest request, Model model, RedirectAttributes next, Runnable work) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        try {
            work.run();
        } catch (TooLate late) {
            return page(id, "handover.error.too-late", request, model);
        } catch (NobodyToAsk nobody) {
            return page(id, "handover.error.no-office", request, model);
        }
        next.addFlashAttribute("notice", done);
        return "redirect:/handovers/" + id.value();
    }

    private String page(OfferId id, @Nullable String error, HttpServletRequest request, Model model) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        OfferFile file = Objects.requireNonNull(transaction.execute(status -> {
            OfferFile read = handovers.get(id);
            model.addAttribute("parcel", handovers.look(read.offer()).orElse(null));
            model.addAttribute("told", afterwards.listTold(read.offer()));
            model.addAttribute("arrived", afterwards.listArrived(read.offer()));
            model.addAttribute("mayTell", afterwards.canTell(read.offer()));
            return read;
        }));
        Labels words = labels.of(request);
        model.addAttribute("file", file);
        model.addAttribute("labels", words);
        model.addAttribute("now", clock.instant());
        model.addAttribute("reasons", declines.reasons(words));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("authority", declines.isAuthority(file.offer()));
        model.addAttribute("byLink", links.reaches(file.offer()));
        model.addAttribute("others", others(file));
        model.addAttribute("error", error);
        return "handover/offer";
    }

    private List<Option> others(OfferFile file) {
        return receivers.list(file.offer().matter().isWholeCase()).stream()
                .filter(each -> !each.id().equals(file.offer().to())
                        && !each.id().equals(file.offer().from()))
                .map(each -> new Option(each.id().value().toString(), each.name(), false))
                .toList();
    }

    private static HolderInside me() {
        if (Acting.current().member() == null) {
            throw new NotHere();
        }
        return HolderInside.of(Acting.current().member());
    }
}
