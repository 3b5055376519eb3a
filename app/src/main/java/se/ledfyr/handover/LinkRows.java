package se.ledfyr.handover;

import static se.ledfyr.handover.internal.tables.Link.LINK;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.OrganisationId;

/// Ways in for receivers without an account, as hashes.
@Repository
class LinkRows {

    private final DSLContext sql;

    LinkRows(DSLContext sql) {
        this.sql = sql;
    }

    /// One link at a time: the one before dies.
    void insert(Offer offer, String secretHash, String proof, Instant now, Instant expires) {
        sql.update(LINK)
                .set(LINK.CLOSED_AT, OfferRows.utc(now))
                .where(LINK.OFFER_ID.eq(offer.id().value()))
                .and(LINK.CLOSED_AT.isNull())
                .execute();
        sql.insertInto(LINK)
                .set(LINK.ID, UUID.randomUUID())
                .set(LINK.OFFER_ID, offer.id().value())
                .set(LINK.FROM_ORGANISATION, offer.from().value())
                .set(LINK.TO_ORGANISATION, offer.to().value())
                .set(LINK.SECRET_HASH, secretHash)
                .set(LINK.PROOF, proof)
                .set(LINK.MADE_AT, OfferRows.utc(now))
                .set(
                        LINK.MADE_BY,
                        Objects.requireNonNull(Acting.current().member()).value())
                .set(LINK.EXPIRES_AT, OfferRows.utc(expires))
                .execute();
    }

    List<LinkSight> list(OfferId offer) {
        return sql.selectFrom(LINK)
                .where(LINK.OFFER_ID.eq(offer.value()))
                .orderBy(LINK.MADE_AT, LINK.ID)
                .fetch(LinkRows::read);
    }

    /// One try, counted by the database whether it succeeds or not.
    Optional<Tried> tryOut(String secretHash, String proof, Instant now) {
        return sql
                .fetch(
                        "select offer, sender, receiver, opened from handover.try_link(?, ?, cast(? as timestamptz))",
                        secretHash,
                        proof,
                        OfferRows.utc(now))
                .stream()
                .map(row -> new Tried(
                        new OfferId(row.get(0, UUID.class)),
                        new OrganisationId(row.get(1, UUID.class)),
                        new OrganisationId(row.get(2, UUID.class)),
                        row.get(3, Boolean.class)))
                .findFirst();
    }

    /// One try from an address, counted whichever node it comes to.
    boolean mayTry(String addressHash, Instant now) {
        return Boolean.TRUE.equals(
                sql.fetchValue("select handover.may_try(?, cast(? as timestamptz))", addressHash, OfferRows.utc(now)));
    }

    /// From here on the transaction sees this offer and no other, whoever else was offered to.
    void seeOnly(OfferId offer) {
        sql.execute(
                "select set_config('ledfyr.only_offer', ?, true)", offer.value().toString());
    }

    /// @param opened whether the code was right
    record Tried(OfferId offer, OrganisationId sender, OrganisationId receiver, boolean opened) {}

    private static LinkSight read(Record row) {
        return new LinkSight(
                row.get(LINK.MADE_AT).toInstant(),
                row.get(LINK.EXPIRES_AT).toInstant(),
                row.get(LINK.FAILURES),
                OfferRows.instant(row.get(LINK.OPENED_AT)),
                OfferRows.instant(row.get(LINK.CLOSED_AT)));
    }
}
