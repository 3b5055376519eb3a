package se.ledfyr.handover;

import java.util.Optional;
import java.util.Set;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.casework.TooLate;

/// Whether whoever acts may take a step, with the answer they are to get when not.
final class Standing {

    private Standing() {}

    /// @throws NotHere for everybody who never could: to them there is no such step, or no such offer
    /// @throws TooLate for those who could, but not any more
    static Offer require(Optional<Offer> found, Step step) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Offer offer = found.orElseThrow(NotHere::new);
        Acting acting = Acting.current();
        if (offer.allows(step, acting)) {
            return offer;
        }
        Set<Party> parties = offer.standing(acting);
        if (parties.stream().anyMatch(step::isFor) && isTooLate(offer, step)) {
            throw new TooLate();
        }
        throw new NotHere();
    }

    private static boolean isTooLate(Offer offer, Step step) {
        return !offer.isOpen() && (step != Step.TAKE_FURTHER || offer.course().saidNo());
    }
}
