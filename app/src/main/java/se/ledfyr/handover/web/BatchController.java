package se.ledfyr.handover.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.casework.TooLate;
import se.ledfyr.handover.Answering;
import se.ledfyr.handover.Decline;
import se.ledfyr.handover.Handovers;
import se.ledfyr.handover.Offer;
import se.ledfyr.handover.OfferId;
import se.ledfyr.people.OpenedParcel;

/// The offers of one act on one page, each decided by itself.
@Controller
@RequestMapping("/handovers/together")
class BatchController {

    private final Handovers handovers;
    private final Answering answering;
    private final DeclineForm declines;
    private final LabelMaker labels;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BatchController(
            Handovers handovers,
            Answering answering,
            DeclineForm declines,
            LabelMaker labels,
            TransactionTemplate transaction,
            Clock clock) {
        this.handovers = handovers;
        this.answering = answering;
        this.declines = declines;
        this.labels = labels;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// From one offer to the page of the act it was made in.
    @GetMapping("/of/{id}")
    String of(@PathVariable OfferId id) {
        UUID batch = handovers.get(id).offer().batch();
        return batch == null ? "redirect:/handovers/" + id.value() : "redirect:/handovers/together/" + batch;
    }

    @GetMapping("/{batch}")
    String show(@PathVariable UUID batch, HttpServletRequest request, Model model) {
        return page(batch, null, request, model);
    }

    @PostMapping("/{batch}")
    String decide(
            @PathVariable UUID batch,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Decided decided = Decided.NOTHING;
        for (Offer offer : offers(batch)) {
            decided = decided.and(decide(offer, sent));
        }
        return page(batch, decided, request, model);
    }

    private List<Offer> offers(UUID batch) {
        List<Offer> offers = handovers.listOf(batch);
        if (offers.isEmpty()) {
            throw new NotHere();
        }
        return offers;
    }

    /// Each in a transaction of its own: one that comes too late does not undo the others.
    private Decided decide(Offer offer, MultiValueMap<String, String> sent) {
        String row = offer.id().value() + "-";
        String choice = Optional.ofNullable(sent.getFirst(row + "choice")).orElse("");
        try {
            return switch (choice) {
                case "yes" -> {
                    answering.accept(
                            offer.id(), HolderInside.of(Acting.current().member()));
                    yield Decided.YES;
                }
                case "no" -> {
                    Optional<Decline> decline = declines.read(offer, sent, row);
                    decline.ifPresent(one -> answering.decline(offer.id(), one));
                    yield decline.isPresent() ? Decided.NO : Decided.UNCLEAR;
                }
                default -> Decided.NOTHING;
            };
        } catch (TooLate late) {
            return Decided.LATE;
        }
    }

    private String page(
            UUID batch, @org.jspecify.annotations.Nullable Decided result, HttpServletRequest request, Model model) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Labels words = labels.of(request);
        Map<OfferId, OpenedParcel> parcels = new LinkedHashMap<>();
        List<Offer> offers = Objects.requireNonNull(transaction.execute(status -> {
            List<Offer> read = offers(batch);
            read.forEach(offer -> handovers.look(offer).ifPresent(parcel -> parcels.put(offer.id(), parcel)));
            return read;
        }));
        Offer first = offers.getFirst();
        model.addAttribute("offers", offers);
        model.addAttribute("parcels", parcels);
        model.addAttribute("labels", words);
        model.addAttribute("reasons", declines.reasons(words));
        model.addAttribute("authority", declines.isAuthority(first));
        model.addAttribute("decides", first.isTo(words.self()));
        model.addAttribute("why", handovers.get(first.id()).notes());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("result", result);
        return "handover/together";
    }
}
