package se.ledfyr.handover.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseSection;
import se.ledfyr.handover.Handovers;
import se.ledfyr.handover.Offer;
import se.ledfyr.needs.Need;
import se.ledfyr.needs.Needs;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.pages.Piece;
import se.ledfyr.pages.Texts;

/// What was offered to whom, on the page of a case.
@Component
class HandoverSection implements CaseSection {

    private final Handovers handovers;
    private final Needs needs;
    private final LabelMaker labels;

    HandoverSection(Handovers handovers, Needs needs, LabelMaker labels) {
        this.handovers = handovers;
        this.needs = needs;
        this.labels = labels;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public Optional<View> of(CaseFile file, Texts texts) {
        OrganisationId self = Acting.current().organisation();
        List<Offer> offers = handovers.listOf(file.id());
        List<Need> toOffer = file.isOpen()
                ? needs.listOf(file.id()).stream()
                        .filter(need -> need.isOpen() && need.owedBy().equals(self) && !isOffered(need, offers))
                        .toList()
                : List.of();
        Piece piece = new Piece(
                "handover/section",
                Map.of(
                        "caseId",
                        file.id(),
                        "offers",
                        offers,
                        "needs",
                        toOffer,
                        "mayOffer",
                        file.isOpen() && file.isHeldBy(self) && !isOffered(offers),
                        "mayOfferMany",
                        file.isOpen() && file.isHeldBy(self),
                        "labels",
                        labels.in(texts, self)));
        return Optional.of(new View("handovers", texts.get("handover.section"), piece));
    }

    private static boolean isOffered(List<Offer> offers) {
        return offers.stream()
                .anyMatch(offer -> offer.isWaiting() && offer.matter().isWholeCase());
    }

    private static boolean isOffered(Need need, List<Offer> offers) {
        return offers.stream()
                .anyMatch(offer ->
                        offer.isWaiting() && need.id().equals(offer.matter().need()));
    }
}
