package se.ledfyr.handover;

import static se.ledfyr.handover.internal.tables.Escalation.ESCALATION;
import static se.ledfyr.handover.internal.tables.Note.NOTE;
import static se.ledfyr.handover.internal.tables.Offer.OFFER;
import static se.ledfyr.organisations.views.tables.Directory.DIRECTORY;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.OrganisationKind;

/// The lists of offers. Each asks for its own organisation although row-level security does so too: the
/// policy alone, with its four ways of standing to an offer, would leave no index to begin with.
@Repository
class BoxQueries {

    private static final se.ledfyr.handover.internal.tables.Note REPLY = NOTE.as("reply");
    private static final se.ledfyr.organisations.views.tables.Directory SENDER = DIRECTORY.as("sender");
    private static final se.ledfyr.organisations.views.tables.Directory RECEIVER = DIRECTORY.as("receiver");
    private static final Field<Boolean> ASKED = DSL.field(DSL.exists(DSL.selectOne()
                    .from(NOTE)
                    .where(NOTE.OFFER_ID.eq(OFFER.ID))
                    .and(NOTE.KIND.eq(NoteKind.QUESTION.name()))
                    .andNotExists(DSL.selectOne().from(REPLY).where(REPLY.REPLIES_TO.eq(NOTE.ID)))))
            .as("asked");

    /// In words and not as parameters, so that the indexes of what waits are known to fit.
    private static final Condition OPEN = OFFER.STATE.eq(DSL.inline(OfferState.OPEN.name()));
    private static final Condition WAITING =
            OFFER.STATE.in(DSL.inline(OfferState.OPEN.name()), DSL.inline(OfferState.TAKEN_FURTHER.name()));

    private final DSLContext sql;

    BoxQueries(DSLContext sql) {
        this.sql = sql;
    }

    List<OfferLine> inbox(OfferPage.@Nullable Place after) {
        return open(OFFER.TO_ORGANISATION.eq(self()).and(OPEN), after);
    }

    List<OfferLine> outbox(OfferPage.@Nullable Place after) {
        return open(OFFER.FROM_ORGANISATION.eq(self()).and(WAITING), after);
    }

    private List<OfferLine> open(Condition mine, OfferPage.@Nullable Place after) {
        Condition from = after == null
                ? DSL.noCondition()
                : DSL.row(OFFER.ANSWER_BY, OFFER.ID).gt(OfferRows.utc(after.at()), after.id());
        return lines(OFFER.ANSWER_BY)
                .where(mine.and(from))
                .orderBy(OFFER.ANSWER_BY, OFFER.ID)
                .limit(OfferPage.LINES + 1)
                .fetch(BoxQueries::read);
    }

    List<OfferLine> escalated(OfferPage.@Nullable Place after) {
        Condition from = after == null
                ? DSL.noCondition()
                : DSL.row(ESCALATION.ANSWER_BY, ESCALATION.OFFER_ID).gt(OfferRows.utc(after.at()), after.id());
        return sql.select(columns(ESCALATION.ANSWER_BY))
                .from(ESCALATION)
                .join(OFFER)
                .on(OFFER.ID.eq(ESCALATION.OFFER_ID))
                .leftJoin(SENDER)
                .on(SENDER.ID.eq(OFFER.FROM_ORGANISATION))
                .leftJoin(RECEIVER)
                .on(RECEIVER.ID.eq(OFFER.TO_ORGANISATION))
                .where(ESCALATION
                        .ORGANISATION
                        .eq(self())
                        .and(ESCALATION.ANSWERED_AT.isNull())
                        .and(from))
                .orderBy(ESCALATION.ANSWER_BY, ESCALATION.OFFER_ID)
                .limit(OfferPage.LINES + 1)
                .fetch(BoxQueries::read);
    }

    /// Both ends in one list: each has an index of its own, and so each gives a page before the two are put
    /// together.
    List<OfferLine> ended(OfferPage.@Nullable Place after) {
        Condition from = after == null
                ? DSL.noCondition()
                : DSL.row(OFFER.CLOSED_AT, OFFER.ID).lt(OfferRows.utc(after.at()), after.id());
        List<UUID> ids = sql.select(OFFER.ID)
                .from(OFFER)
                .where(OFFER.ID.in(
                        ended(OFFER.FROM_ORGANISATION.eq(self()).andNot(WAITING).and(from))))
                .or(OFFER.ID.in(
                        ended(OFFER.TO_ORGANISATION.eq(self()).andNot(OPEN).and(from))))
                .orderBy(OFFER.CLOSED_AT.desc(), OFFER.ID.desc())
                .limit(OfferPage.LINES + 1)
                .fetch(OFFER.ID);
        return lines(OFFER.CLOSED_AT)
                .where(OFFER.ID.in(ids))
                .orderBy(OFFER.CLOSED_AT.desc(), OFFER.ID.desc())
                .fetch(BoxQueries::read);
    }

    private List<UUID> ended(Condition mine) {
        return sql.select(OFFER.ID)
                .from(OFFER)
                .where(mine)
                .orderBy(OFFER.CLOSED_AT.desc(), OFFER.ID.desc())
                .limit(OfferPage.LINES + 1)
                .fetch(OFFER.ID);
    }

    BoxCounts count(Instant now, Instant midnight) {
        Condition in = OFFER.TO_ORGANISATION.eq(self()).and(OPEN);
        Condition out = OFFER.FROM_ORGANISATION.eq(self()).and(WAITING);
        OffsetDateTime at = OfferRows.utc(now);
        OffsetDateTime end = OfferRows.utc(midnight);
        Field<Integer> waiting = DSL.field(DSL.select(DSL.count())
                .from(DSL.select(DSL.one())
                        .from(ESCALATION)
                        .where(ESCALATION.ORGANISATION.eq(self()))
                        .and(ESCALATION.ANSWERED_AT.isNull())
                        .limit(BoxCounts.MOST)
                        .asTable("some")));
        Record row = sql.select(
                        some(in),
                        some(in.and(OFFER.ANSWER_BY.gt(at)).and(OFFER.ANSWER_BY.le(end))),
                        some(in.and(OFFER.ANSWER_BY.le(at))),
                        some(out),
                        some(out.and(OPEN).and(OFFER.ANSWER_BY.le(at))),
                        waiting)
                .fetchSingle();
        return new BoxCounts(
                row.get(0, Integer.class),
                row.get(1, Integer.class),
                row.get(2, Integer.class),
                row.get(3, Integer.class),
                row.get(4, Integer.class),
                row.get(5, Integer.class));
    }

    private static Field<Integer> some(Condition condition) {
        return DSL.field(DSL.select(DSL.count())
                .from(DSL.select(DSL.one())
                        .from(OFFER)
                        .where(condition)
                        .limit(BoxCounts.MOST)
                        .asTable("some")));
    }

    private org.jooq.SelectWhereStep<Record> lines(Field<OffsetDateTime> due) {
        return sql.select(columns(due))
                .from(OFFER)
                .leftJoin(SENDER)
                .on(SENDER.ID.eq(OFFER.FROM_ORGANISATION))
                .leftJoin(RECEIVER)
                .on(RECEIVER.ID.eq(OFFER.TO_ORGANISATION));
    }

    private static List<SelectFieldOrAsterisk> columns(Field<OffsetDateTime> due) {
        return List.of(
                OFFER.asterisk(),
                SENDER.NAME.as("sender_name"),
                RECEIVER.NAME.as("receiver_name"),
                RECEIVER.KIND.as("receiver_kind"),
                due.as("due_at"),
                ASKED);
    }

    private static UUID self() {
        return Acting.current().organisation().value();
    }

    private static boolean isToUs(Record row) {
        return row.get(OFFER.TO_ORGANISATION).equals(self());
    }

    private static OfferLine read(Record row) {
        @Nullable String from = row.get("sender_name", String.class);
        @Nullable String to = row.get("receiver_name", String.class);
        @Nullable String kind = row.get("receiver_kind", String.class);
        return new OfferLine(
                new OfferId(row.get(OFFER.ID)),
                row.get(OFFER.BATCH),
                from == null ? "" : from,
                to == null ? "" : to,
                kind == null ? OrganisationKind.NGO : OrganisationKind.valueOf(kind),
                OfferRows.matter(row),
                row.get(OFFER.OFFERED_AT).toInstant(),
                row.get("due_at", OffsetDateTime.class).toInstant(),
                isToUs(row) ? OfferRows.course(row).seenByReceiver() : OfferRows.course(row),
                row.get("asked", Boolean.class));
    }
}
