package se.ledfyr.surveys;

import static se.ledfyr.surveys.internal.tables.Contact.CONTACT;
import static se.ledfyr.surveys.internal.tables.ContactChange.CONTACT_CHANGE;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.organisations.OrganisationId;

/// The statements on contacts. Row-level security decides which there are.
@Repository
class ContactQueries {

    private final DSLContext sql;
    private final Editions editions;
    private final Clock clock;

    ContactQueries(DSLContext sql, Editions editions, Clock clock) {
        this.sql = sql;
        this.editions = editions;
        this.clock = clock;
    }

    void add(ContactId id, Edition edition, Answers answers, @Nullable ContactId carriedFrom) {
        sql.insertInto(CONTACT)
                .set(CONTACT.ID, id.value())
                .set(CONTACT.ORGANISATION, own())
                .set(CONTACT.YEAR, (short) edition.year())
                .set(CONTACT.FORM, edition.form().name())
                .set(CONTACT.EDITION, edition.id())
                .set(CONTACT.DEFINITION_HASH, edition.hashBytes())
                .set(CONTACT.ANSWERS, AnswersJson.write(answers))
                .set(CONTACT.CARRIED_FROM, carriedFrom == null ? null : carriedFrom.value())
                .set(CONTACT.BEGUN_AT, now())
                .set(CONTACT.WRITTEN_BY, member())
                .set(CONTACT.WRITTEN_AT, now())
                .execute();
    }

    /// The organisation's own contact, also one that was struck.
    Optional<Contact> find(ContactId id) {
        return sql.select(CONTACT.fields())
                .from(CONTACT)
                .where(CONTACT.ID.eq(id.value()), CONTACT.ORGANISATION.eq(own()))
                .fetchOptional(this::contact);
    }

    /// @throws NotHere when it is missing or hidden
    Contact get(ContactId id) {
        return find(id).orElseThrow(NotHere::new);
    }

    /// Own contacts, those written last first.
    List<Contact> list(ContactFilter filter, int offset, int most) {
        return sql.select(CONTACT.fields())
                .from(CONTACT)
                .where(CONTACT.ORGANISATION.eq(own()), matches(filter))
                .orderBy(CONTACT.WRITTEN_AT.desc(), CONTACT.ID)
                .limit(most)
                .offset(offset)
                .fetch(this::contact);
    }

    int count(ContactFilter filter) {
        return sql.fetchCount(CONTACT, CONTACT.ORGANISATION.eq(own()), matches(filter));
    }

    static Condition matches(ContactFilter filter) {
        Condition condition = CONTACT.YEAR.eq((short) filter.year());
        if (filter.form() != null) {
            condition = condition.and(CONTACT.FORM.eq(filter.form().name()));
        }
        if (filter.state() != null) {
            condition = condition.and(CONTACT.STATE.eq(filter.state().name()));
        }
        return filter.struck() ? condition : condition.and(CONTACT.STRUCK_AT.isNull());
    }

    /// Contacts of the year before that nobody has carried over yet, those written last first.
    ///
    /// @param most 1 or more
    List<Contact> listCarriable(SurveyForm form, int toYear, int most) {
        var later = CONTACT.as("later");
        return sql.select(CONTACT.fields())
                .from(CONTACT)
                .where(
                        CONTACT.ORGANISATION.eq(own()),
                        matches(new ContactFilter(toYear - 1, form, ContactFilter.State.SENT, false)),
                        DSL.notExists(DSL.selectOne()
                                .from(later)
                                .where(
                                        later.CARRIED_FROM.eq(CONTACT.ID),
                                        later.ORGANISATION.eq(CONTACT.ORGANISATION),
                                        later.YEAR.eq((short) toYear),
                                        later.STRUCK_AT.isNull())))
                .orderBy(CONTACT.WRITTEN_AT.desc(), CONTACT.ID)
                .limit(most)
                .fetch(this::contact);
    }

    /// @param sent whether it is sent from now on
    /// @throws MeanwhileChanged when somebody else wrote in between
    void write(Contact contact, Answers answers, boolean sent) {
        int written = sql.update(CONTACT)
                .set(CONTACT.ANSWERS, AnswersJson.write(answers))
                .set(CONTACT.STATE, sent ? "SENT" : "DRAFT")
                .set(CONTACT.SENT_AT, sent && !contact.isSent() ? DSL.val(now()) : CONTACT.SENT_AT)
                .set(asWrittenNow())
                .where(unchanged(contact))
                .execute();
        requireWritten(written);
    }

    void strike(Contact contact, boolean struck) {
        int written = sql.update(CONTACT)
                .set(CONTACT.STRUCK_AT, struck ? now() : null)
                .set(asWrittenNow())
                .where(unchanged(contact))
                .execute();
        requireWritten(written);
    }

    private Map<Field<?>, @Nullable Object> asWrittenNow() {
        Map<Field<?>, @Nullable Object> written = new HashMap<>();
        written.put(CONTACT.VERSION, CONTACT.VERSION.plus(1));
        written.put(CONTACT.WRITTEN_AT, now());
        written.put(CONTACT.WRITTEN_BY, member());
        return written;
    }

    /// One's own, as it was when it was read.
    private static Condition unchanged(Contact contact) {
        return CONTACT.ID
                .eq(contact.id().value())
                .and(CONTACT.ORGANISATION.eq(own()))
                .and(CONTACT.VERSION.eq(contact.version()));
    }

    private static void requireWritten(int written) {
        if (written == 0) {
            throw new MeanwhileChanged();
        }
    }

    /// Keeps what a sent contact said before.
    void keep(Contact before, String kind, String field, @Nullable Answer old, @Nullable Answer answer, String reason) {
        sql.insertInto(CONTACT_CHANGE)
                .set(CONTACT_CHANGE.ORGANISATION, own())
                .set(CONTACT_CHANGE.CONTACT_ID, before.id().value())
                .set(CONTACT_CHANGE.VERSION, before.version() + 1)
                .set(CONTACT_CHANGE.KIND, kind)
                .set(CONTACT_CHANGE.FIELD, field)
                .set(CONTACT_CHANGE.OLD_VALUE, kept(old))
                .set(CONTACT_CHANGE.NEW_VALUE, kept(answer))
                .set(CONTACT_CHANGE.REASON, reason)
                .set(CONTACT_CHANGE.CHANGED_AT, now())
                .set(CONTACT_CHANGE.CHANGED_BY, member())
                .execute();
    }

    private static @Nullable String kept(@Nullable Answer answer) {
        if (answer == null) {
            return null;
        }
        return answer instanceof Answer.NotKnown ? "?" : answer.text();
    }

    Contact contact(Record row) {
        Edition edition = editions.get(row.get(CONTACT.EDITION));
        UUID carriedFrom = row.get(CONTACT.CARRIED_FROM);
        return new Contact(
                new ContactId(row.get(CONTACT.ID)),
                new OrganisationId(row.get(CONTACT.ORGANISATION)),
                row.get(CONTACT.YEAR),
                edition,
                AnswersJson.read(row.get(CONTACT.ANSWERS), edition),
                carriedFrom == null ? null : new ContactId(carriedFrom),
                row.get(CONTACT.VERSION),
                row.get(CONTACT.WRITTEN_AT).toInstant(),
                row.get(CONTACT.SENT_AT) == null
                        ? null
                        : row.get(CONTACT.SENT_AT).toInstant(),
                row.get(CONTACT.STRUCK_AT) == null
                        ? null
                        : row.get(CONTACT.STRUCK_AT).toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static UUID own() {
        return Acting.current().organisation().value();
    }

    static @Nullable UUID member() {
        return Acting.current().member() == null
                ? null
                : Acting.current().member().value();
    }
}
