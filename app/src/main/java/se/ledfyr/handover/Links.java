package se.ledfyr.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.deadlines.Letters;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.Organisations;

/// The way in for a receiver without an account: an address by mail, and a code by telephone.
///
/// A link works once, for one offer, until that is answered or the time is over; after five wrong codes it is
/// dead. For a link that never was, is too old, was used or is dead, and for a wrong code, the answer is the
/// same.
@Service
public class Links {

    private static final Duration AT_LEAST = Duration.ofHours(24);
    private static final Duration AT_MOST = Duration.ofDays(14);

    private final OfferRows rows;
    private final LinkRows links;
    private final Letters letters;
    private final Organisations organisations;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Links(
            OfferRows rows,
            LinkRows links,
            Letters letters,
            Organisations organisations,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.links = links;
        this.letters = letters;
        this.organisations = organisations;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Who came in, and to what.
    public record Guest(OfferId offer, OrganisationId sender, OrganisationId receiver) {}

    /// Whether the receiver of an offer has no account and is reached by mail.
    public boolean reaches(Offer offer) {
        return reaches(offer.to());
    }

    public boolean reaches(OrganisationId receiver) {
        return organisations.findMailboxWithoutAccount(receiver).isPresent();
    }

    /// Mails a new link to the receiver of an open offer; the link before, if any, is dead.
    ///
    /// @return the code, to be told on the telephone; it is shown once
    /// @throws NotHere when the acting organisation made no such open offer to somebody without an account
    public String send(OfferId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        String code = transaction.execute(status -> {
            Offer offer = rows.find(id)
                    .filter(found ->
                            found.isOpen() && found.isFrom(Acting.current().organisation()))
                    .orElseThrow(NotHere::new);
            String mailbox = organisations.findMailboxWithoutAccount(offer.to()).orElseThrow(NotHere::new);
            LinkSecret secret = LinkSecret.random();
            Instant now = clock.instant();
            links.insert(offer, secret.hash(), secret.proof(), now, expires(offer, now));
            letters.send(mailbox, "handover.letter.link", id.reference(), "/offer/" + secret.text());
            audit.note(Action.LINK_MADE, Subject.OFFER, id.value(), null);
            return secret.spoken();
        });
        return java.util.Objects.requireNonNull(code);
    }

    /// Whether somebody may try a code now: ten times at once from one address, then once every thirty
    /// seconds, all nodes of the house counted together. Nobody need be bound.
    public boolean mayTry(String address) {
        return Boolean.TRUE.equals(transaction.execute(status -> links.mayTry(hash(address), clock.instant())));
    }

    /// What is kept of an address for an hour.
    static String hash(String address) {
        return LinkSecret.hash("guest " + address);
    }

    /// Tries to come in. Nobody need be bound.
    ///
    /// @param secret what stood in the mail
    /// @param code what was told on the telephone, with or without spaces
    public Optional<Guest> enter(String secret, String code) {
        LinkSecret tried = new LinkSecret(secret, code);
        Optional<LinkRows.Tried> result = transaction.execute(status -> {
            Optional<LinkRows.Tried> one = links.tryOut(tried.hash(), tried.proof(), clock.instant());
            one.ifPresent(this::note);
            return one;
        });
        return java.util.Objects.requireNonNull(result)
                .filter(LinkRows.Tried::opened)
                .map(one -> new Guest(one.offer(), one.sender(), one.receiver()));
    }

    /// Does something as a guest: in the name of the receiver, with sight of the one offer and no other.
    public <T extends @Nullable Object> T as(Guest guest, Function<Offer, T> work) {
        Acting acting = Acting.houseFor(guest.receiver(), Right.WORK_WITH_PEOPLE);
        return acting.get(() -> transaction.execute(status -> {
            links.seeOnly(guest.offer());
            return work.apply(rows.find(guest.offer()).orElseThrow(NotHere::new));
        }));
    }

    private void note(LinkRows.Tried one) {
        Action action = one.opened() ? Action.LINK_OPENED : Action.LINK_REFUSED;
        audit.noteAbout(one.sender(), action, Subject.OFFER, List.of(one.offer().value()), null);
    }

    private static Instant expires(Offer offer, Instant now) {
        Instant soonest = now.plus(AT_LEAST);
        Instant latest = now.plus(AT_MOST);
        Instant wanted = offer.times().answerBy();
        return wanted.isBefore(soonest) ? soonest : wanted.isAfter(latest) ? latest : wanted;
    }
}
