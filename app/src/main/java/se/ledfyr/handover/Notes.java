package se.ledfyr.handover;

import static se.ledfyr.handover.internal.tables.Note.NOTE;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.SealedTexts;

/// What the two ends of an offer write to each other, sealed.
@Component("handoverNotes")
class Notes {

    private static final String COLUMN = "handover.note.sealed";

    private final DSLContext sql;
    private final SealedTexts seals;
    private final Clock clock;

    Notes(DSLContext sql, SealedTexts seals, Clock clock) {
        this.sql = sql;
        this.seals = seals;
        this.clock = clock;
    }

    void write(OfferId offer, NoteKind kind, OrganisationId reader, String text) {
        write(offer, kind, reader, text, null);
    }

    /// @return false when the question has been answered already
    boolean reply(OfferId offer, UUID question, OrganisationId reader, String text) {
        boolean open = sql.fetchExists(sql.selectFrom(NOTE)
                        .where(NOTE.ID.eq(question))
                        .and(NOTE.OFFER_ID.eq(offer.value()))
                        .and(NOTE.KIND.eq(NoteKind.QUESTION.name())))
                && !sql.fetchExists(sql.selectFrom(NOTE).where(NOTE.REPLIES_TO.eq(question)));
        if (open) {
            write(offer, NoteKind.REPLY, reader, text, question);
        }
        return open;
    }

    /// What the acting organisation may read, first to last.
    List<Note> list(OfferId offer) {
        return sql.selectFrom(NOTE)
                .where(NOTE.OFFER_ID.eq(offer.value()))
                .orderBy(NOTE.WRITTEN_AT, NOTE.ID)
                .fetch(this::open);
    }

    private void write(OfferId offer, NoteKind kind, OrganisationId reader, String text, @Nullable UUID repliesTo) {
        if (text.isEmpty()) {
            return;
        }
        UUID id = UUID.randomUUID();
        Acting acting = Acting.current();
        SealedTexts.SealedText sealed = seals.seal(COLUMN, id, text);
        sql.insertInto(NOTE)
                .set(NOTE.ID, id)
                .set(NOTE.OFFER_ID, offer.value())
                .set(NOTE.KIND, kind.name())
                .set(NOTE.REPLIES_TO, repliesTo)
                .set(NOTE.WRITTEN_BY, acting.organisation().value())
                .set(
                        NOTE.MEMBER,
                        acting.member() == null ? null : acting.member().value())
                .set(NOTE.READ_BY, reader.value())
                .set(NOTE.WRITTEN_AT, OfferRows.utc(clock.instant()))
                .set(NOTE.DATA_KEY, sealed.key().array())
                .set(NOTE.SEALED, sealed.text().array())
                .execute();
    }

    private Note open(Record row) {
        UUID id = row.get(NOTE.ID);
        byte @Nullable [] key = row.get(NOTE.DATA_KEY);
        String text = key == null
                ? null
                : seals.open(
                        COLUMN,
                        id,
                        new SealedTexts.SealedText(ByteBuffer.wrap(key), ByteBuffer.wrap(row.get(NOTE.SEALED))));
        return new Note(
                id,
                NoteKind.valueOf(row.get(NOTE.KIND)),
                new OrganisationId(row.get(NOTE.WRITTEN_BY)),
                OfferRows.member(row.get(NOTE.MEMBER)),
                row.get(NOTE.WRITTEN_AT).toInstant(),
                row.get(NOTE.REPLIES_TO),
                text);
    }
}
