package se.ledfyr.surveys;

import static se.ledfyr.surveys.internal.tables.Contact.CONTACT;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.organisations.OrganisationId;

/// What the platform reads of its members: who has answered, what was sent, what was changed after the closing. Never
/// how they find back to the people.
@Service
@Transactional
public class Compilation {

    private static final String PROGRESS = """
            select p.organisation, p.label, p.left_at is null as active,
                   coalesce(c.adults, 0) as adults, coalesce(c.children, 0) as children, coalesce(n.notes, 0) as notes,
                   greatest(c.last_at, n.last_at) as last_at
            from surveys.participant p
                     left join (select organisation, count(*) filter (where form = 'ADULT')::int as adults,
                                       count(*) filter (where form = 'CHILD')::int as children, max(sent_at) as last_at
                                from surveys.contact
                                where year = ? and state = 'SENT' and struck_at is null
                                group by organisation) c on c.organisation = p.organisation
                     left join (select organisation, count(*)::int as notes, max(sent_at) as last_at
                                from surveys.informal_note
                                where year = ? and state = 'SENT' and struck_at is null
                                group by organisation) n on n.organisation = p.organisation
            where p.platform = ?
            order by p.label
            """;

    private static final String REVISIONS = """
            select p.label, h.organisation, h.contact_id, c.form, h.kind, h.field, h.old_value, h.new_value, h.reason, h.changed_at
            from surveys.contact_change h
                     join surveys.contact c on c.id = h.contact_id and c.organisation = h.organisation
                     join surveys.participant p on p.organisation = h.organisation and p.platform = ?
                     join surveys.year y on y.platform = p.platform and y.year = c.year and h.changed_at >= y.closed_at
            where c.year = ?
            union all
            select p.label, c.organisation, c.id, c.form, 'SENT', 'contact', null, null, '', c.sent_at
            from surveys.contact c
                     join surveys.participant p on p.organisation = c.organisation and p.platform = ?
                     join surveys.year y on y.platform = p.platform and y.year = c.year and c.sent_at >= y.closed_at
            where c.year = ? and c.state = 'SENT'
              and not exists (select from surveys.contact_change h
                              where h.contact_id = c.id and h.organisation = c.organisation and h.kind = 'SENT')
            order by changed_at desc
            limit ?
            """;

    private final DSLContext sql;
    private final ContactQueries contacts;
    private final AuditLog audit;

    Compilation(DSLContext sql, ContactQueries contacts, AuditLog audit) {
        this.sql = sql;
        this.contacts = contacts;
        this.audit = audit;
    }

    /// How far a member has come in a year.
    ///
    /// @param adults contacts sent on the adult form
    /// @param children contacts sent on the child form
    /// @param lastAt when something was sent last; null while nothing was
    public record Progress(
            OrganisationId organisation,
            String label,
            boolean active,
            int adults,
            int children,
            int notes,
            @Nullable Instant lastAt) {

        public boolean hasAnswered() {
            return lastAt != null;
        }
    }

    /// Something that was changed after the year was closed.
    public record Revision(
            String label,
            ContactId contact,
            SurveyForm form,
            String kind,
            String field,
            @Nullable String before,
            @Nullable String after,
            String reason,
            Instant at) {

        /// Facts about a person stay out of logs.
        @Override
        public String toString() {
            return "Revision[%s, %s]".formatted(contact.value(), field);
        }
    }

    /// Every member with what it has sent for a year, by label.
    public List<Progress> progress(int year) {
        Acting.require(Right.COMPILE_CONTACTS);
        return sql.fetch(PROGRESS, (short) year, (short) year, ContactQueries.own())
                .map(row -> new Progress(
                        new OrganisationId(row.get("organisation", UUID.class)),
                        row.get("label", String.class),
                        row.get("active", Boolean.class),
                        row.get("adults", Integer.class),
                        row.get("children", Integer.class),
                        row.get("notes", Integer.class),
                        row.get("last_at", Instant.class)));
    }

    /// What members have sent, without their references, by member and moment.
    ///
    /// @param most 1 or more
    public List<Contact> list(int year, @Nullable SurveyForm form, int offset, int most) {
        Acting.require(Right.COMPILE_CONTACTS);
        List<Contact> found = sql
                .select(CONTACT.fields())
                .from(CONTACT)
                .where(
                        CONTACT.ORGANISATION.ne(ContactQueries.own()),
                        ContactQueries.matches(new ContactFilter(year, form, ContactFilter.State.SENT, false)))
                .orderBy(CONTACT.ORGANISATION, CONTACT.SENT_AT, CONTACT.ID)
                .limit(most)
                .offset(offset)
                .fetch(contacts::contact)
                .stream()
                .map(Compilation::withoutTheWayBack)
                .toList();
        found.stream()
                .collect(java.util.stream.Collectors.groupingBy(Contact::organisation))
                .forEach((organisation, theirs) -> audit.noteAbout(
                        organisation,
                        Action.LISTED,
                        Subject.SURVEY,
                        theirs.stream().map(each -> each.id().value()).toList(),
                        Integer.toString(year)));
        return found;
    }

    /// How many contacts members have sent.
    public int count(int year, @Nullable SurveyForm form) {
        Acting.require(Right.COMPILE_CONTACTS);
        return sql.fetchCount(
                CONTACT,
                CONTACT.ORGANISATION.ne(ContactQueries.own()),
                ContactQueries.matches(new ContactFilter(year, form, ContactFilter.State.SENT, false)));
    }

    /// What was changed after the closing of a year, newest first.
    ///
    /// @param most 1 or more
    public List<Revision> revisions(int year, int most) {
        Acting.require(Right.COMPILE_CONTACTS);
        return sql.fetch(REVISIONS, ContactQueries.own(), year, ContactQueries.own(), year, most)
                .map(row -> new Revision(
                        row.get("label", String.class),
                        new ContactId(row.get("contact_id", UUID.class)),
                        SurveyForm.valueOf(row.get("form", String.class)),
                        row.get("kind", String.class),
                        row.get("field", String.class),
                        row.get("old_value", String.class),
                        row.get("new_value", String.class),
                        row.get("reason", String.class),
                        row.get("changed_at", Instant.class)));
    }

    /// Which contacts belong together over the years only the member itself needs to know.
    private static Contact withoutTheWayBack(Contact contact) {
        return new Contact(
                contact.id(),
                contact.organisation(),
                contact.year(),
                contact.edition(),
                contact.answers(),
                null,
                contact.version(),
                contact.writtenAt(),
                contact.sentAt(),
                contact.struckAt());
    }
}
