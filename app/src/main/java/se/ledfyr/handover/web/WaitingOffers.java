package se.ledfyr.handover.web;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.handover.BoxCounts;
import se.ledfyr.handover.Boxes;
import se.ledfyr.pages.Piece;
import se.ledfyr.pages.StartPart;
import se.ledfyr.pages.Texts;

/// What waits for an answer of one's own organisation, on the start page: somebody else waits for it.
@Component
class WaitingOffers implements StartPart {

    private static final int ORDER = 60;

    private final Boxes boxes;

    WaitingOffers(Boxes boxes) {
        this.boxes = boxes;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Piece> of(Texts texts) {
        return Acting.ifBound()
                .filter(acting -> acting.may(Right.WORK_WITH_PEOPLE))
                .map(acting -> boxes.count())
                .filter(WaitingOffers::isAny)
                .map(counts -> new Piece("handover/start", Map.of("counts", counts)));
    }

    private static boolean isAny(BoxCounts counts) {
        return counts.inbox() > 0 || counts.escalated() > 0;
    }
}
