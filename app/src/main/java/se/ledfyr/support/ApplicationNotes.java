package se.ledfyr.support;

import static se.ledfyr.support.internal.tables.Note.NOTE;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.SealedTexts;

/// What the two ends of an application write to each other, sealed.
@Component
class ApplicationNotes {

    private static final String COLUMN = "support.note.sealed";

    private final DSLContext sql;
    private final SealedTexts seals;
    private final Office office;

    ApplicationNotes(DSLContext sql, SealedTexts seals, Office office) {
        this.sql = sql;
        this.seals = seals;
        this.office = office;
    }

    void write(ApplicationId application, Note.Kind kind, OrganisationId reader, String text) {
        write(application, kind, reader, text, null);
    }

    /// @return false when there is no such question, or it has been answered already
    boolean reply(ApplicationId application, UUID question, OrganisationId reader, String text) {
        boolean open = sql.fetchExists(sql.selectFrom(NOTE)
                        .where(NOTE.ID.eq(question))
                        .and(NOTE.APPLICATION_ID.eq(application.value()))
                        .and(NOTE.KIND.eq(Note.Kind.QUESTION.name())))
                && !sql.fetchExists(sql.selectFrom(NOTE).where(NOTE.REPLIES_TO.eq(question)));
        if (open) {
            write(application, Note.Kind.REPLY, reader, text, question);
        }
        return open;
    }

    /// First to last; addresses unopened.
    List<Note> list(ApplicationId application) {
        return sql.selectFrom(NOTE)
                .where(NOTE.APPLICATION_ID.eq(application.value()))
                .orderBy(NOTE.WRITTEN_AT, NOTE.ID)
                .fetch(row -> read(row, row.get(NOTE.KIND).equals(Note.Kind.ADDRESS.name()) ? null : open(row)));
    }

    /// An address that was sent to the acting organisation, opened.
    Optional<Note> findAddress(ApplicationId application, UUID id) {
        return sql.selectFrom(NOTE)
                .where(NOTE.ID.eq(id))
                .and(NOTE.APPLICATION_ID.eq(application.value()))
                .and(NOTE.KIND.eq(Note.Kind.ADDRESS.name()))
                .fetchOptional(row -> read(row, open(row)));
    }

    private void write(
            ApplicationId application, Note.Kind kind, OrganisationId reader, String text, @Nullable UUID repliesTo) {
        if (text.isBlank()) {
            return;
        }
        UUID id = UUID.randomUUID();
        SealedTexts.SealedText sealed = seals.seal(COLUMN, id, text.strip());
        sql.insertInto(NOTE)
                .set(NOTE.ID, id)
                .set(NOTE.APPLICATION_ID, application.value())
                .set(NOTE.KIND, kind.name())
                .set(NOTE.REPLIES_TO, repliesTo)
                .set(NOTE.WRITTEN_BY, Acting.current().organisation().value())
                .set(NOTE.MEMBER, Office.member().value())
                .set(NOTE.READ_BY, reader.value())
                .set(NOTE.WRITTEN_AT, office.now())
                .set(NOTE.DATA_KEY, sealed.key().array())
                .set(NOTE.SEALED, sealed.text().array())
                .execute();
    }

    private @Nullable String open(Record row) {
        byte @Nullable [] key = row.get(NOTE.DATA_KEY);
        return key == null
                ? null
                : seals.open(
                        COLUMN,
                        row.get(NOTE.ID),
                        new SealedTexts.SealedText(ByteBuffer.wrap(key), ByteBuffer.wrap(row.get(NOTE.SEALED))));
    }

    private static Note read(Record row, @Nullable String text) {
        return new Note(
                row.get(NOTE.ID),
                Note.Kind.valueOf(row.get(NOTE.KIND)),
                new OrganisationId(row.get(NOTE.WRITTEN_BY)),
                row.get(NOTE.WRITTEN_AT).toInstant(),
                row.get(NOTE.REPLIES_TO),
                text);
    }
}
