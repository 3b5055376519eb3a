package se.ledfyr.handover;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.TooLate;

/// What the sender does with a no, beside asking somebody else: it need not be left at that.
@Service("handoverRefusals")
@Transactional
public class Refusals {

    private final OfferRows rows;
    private final Notes notes;
    private final Ladder ladder;
    private final OfferClocks clocks;

    Refusals(OfferRows rows, Notes notes, Ladder ladder, OfferClocks clocks) {
        this.rows = rows;
        this.notes = notes;
        this.ladder = ladder;
        this.clocks = clocks;
    }

    /// Asks the office of the region to find a way, or the national coordination where the region has
    /// no office or the sender is it. The entry is answered like one from silence. The sender keeps the
    /// duty meanwhile.
    ///
    /// @param why for the office, 1-2000 characters, without anybody's name
    /// @throws NotHere when the acting organisation has no such no to take further
    /// @throws NobodyToAsk when there is no office to ask
    /// @throws TooLate when somebody else was asked since, or there is nothing left to ask for
    public void takeFurther(OfferId id, String why) {
        Offer offer = Standing.require(rows.find(id), Step.TAKE_FURTHER);
        if (!ladder.isStillOwed(offer)) {
            throw new TooLate();
        }
        Ladder.Rung rung = ladder.nextBeside(offer).orElseThrow(NobodyToAsk::new);
        clocks.stopDeclined(id);
        if (ladder.climb(offer, rung).isEmpty()) {
            throw new TooLate();
        }
        notes.write(id, NoteKind.FURTHER, rung.office(), Words.required(why));
        clocks.begun(offer);
    }
}
