package se.ledfyr.handover.web;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import se.ledfyr.handover.Links;
import se.ledfyr.handover.OfferId;
import se.ledfyr.organisations.OrganisationId;

/// Proof in a browser's session that its user came in through a link: to one offer, for a while.
record GuestPass(UUID offer, UUID sender, UUID receiver, Instant until) implements Serializable {

    static final String ATTRIBUTE = "handover.guest";

    static GuestPass of(Links.Guest guest, Instant until) {
        return new GuestPass(
                guest.offer().value(), guest.sender().value(), guest.receiver().value(), until);
    }

    Links.Guest guest() {
        return new Links.Guest(new OfferId(offer), new OrganisationId(sender), new OrganisationId(receiver));
    }
}
