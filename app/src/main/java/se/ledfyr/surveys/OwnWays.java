package se.ledfyr.surveys;

import static se.ledfyr.surveys.internal.tables.ContactCase.CONTACT_CASE;
import static se.ledfyr.surveys.internal.tables.OwnReference.OWN_REFERENCE;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.CaseId;

/// How an organisation finds back from a contact to the person: its own reference and its own case. Nobody else ever
/// reads these.
@Service
@Transactional
public class OwnWays {

    private static final int LONGEST = 60;

    private static final Pattern DIVIDERS = Pattern.compile("[\\s.:/+–-]");
    private static final Pattern PERSONAL_NUMBER =
            Pattern.compile("([0-9]{2})?[0-9]{2}(0[1-9]|1[0-2])([0-2][0-9]|3[01]|[6-8][0-9]|9[01])[0-9]{4}");

    private final DSLContext sql;
    private final ContactQueries contacts;
    private final AuditLog audit;

    OwnWays(DSLContext sql, ContactQueries contacts, AuditLog audit) {
        this.sql = sql;
        this.contacts = contacts;
        this.audit = audit;
    }

    /// Whether a text holds what could be a Swedish personal or coordination number. The database asks the same again.
    public static boolean looksLikeANumber(String text) {
        return PERSONAL_NUMBER.matcher(DIVIDERS.matcher(text).replaceAll("")).find();
    }

    /// The organisation's own reference of a contact.
    public Optional<String> reference(ContactId contact) {
        Acting.require(Right.READ_FACTS);
        return sql.select(OWN_REFERENCE.REFERENCE)
                .from(OWN_REFERENCE)
                .where(OWN_REFERENCE.CONTACT_ID.eq(contact.value()))
                .fetchOptional(OWN_REFERENCE.REFERENCE);
    }

    /// The organisation's own reference of each that has one.
    public Map<ContactId, String> references(Collection<ContactId> of) {
        Acting.require(Right.READ_FACTS);
        Map<ContactId, String> found = new LinkedHashMap<>();
        sql.select(OWN_REFERENCE.CONTACT_ID, OWN_REFERENCE.REFERENCE)
                .from(OWN_REFERENCE)
                .where(OWN_REFERENCE.CONTACT_ID.in(
                        of.stream().map(ContactId::value).toList()))
                .forEach(row -> found.put(new ContactId(row.value1()), row.value2()));
        return found;
    }

    /// Gives a contact the organisation's own reference.
    ///
    /// @param reference 1 to 60 characters
    /// @throws IllegalArgumentException when it holds what looks like a Swedish personal number
    /// @throws se.ledfyr.access.NotHere when the contact is missing or hidden
    public void refer(ContactId contact, String reference) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        contacts.get(contact);
        String said = reference.strip();
        if (said.isEmpty() || said.length() > LONGEST || looksLikeANumber(said)) {
            throw new IllegalArgumentException("No reference of this kind");
        }
        keep(contact, said);
        audit.note(Action.SURVEY_SAVED, Subject.SURVEY, List.of(contact.value()), null, "reference");
    }

    void keep(ContactId contact, String reference) {
        sql.insertInto(OWN_REFERENCE)
                .set(OWN_REFERENCE.CONTACT_ID, contact.value())
                .set(OWN_REFERENCE.ORGANISATION, ContactQueries.own())
                .set(OWN_REFERENCE.REFERENCE, reference)
                .onConflict(OWN_REFERENCE.CONTACT_ID, OWN_REFERENCE.ORGANISATION)
                .doUpdate()
                .set(OWN_REFERENCE.REFERENCE, reference)
                .execute();
    }

    /// The own case a contact was prefilled from.
    public Optional<CaseId> caseOf(ContactId contact) {
        Acting.require(Right.READ_FACTS);
        return sql.select(CONTACT_CASE.CASE_ID)
                .from(CONTACT_CASE)
                .where(CONTACT_CASE.CONTACT_ID.eq(contact.value()))
                .fetchOptional(row -> new CaseId(row.value1()));
    }

    /// Which of the own cases have a contact in a year.
    public Map<CaseId, ContactId> contactsOf(Collection<CaseId> cases, int year) {
        Acting.require(Right.READ_FACTS);
        Map<CaseId, ContactId> found = new LinkedHashMap<>();
        sql.fetch("""
                        select k.case_id, k.contact_id
                        from surveys.contact_case k join surveys.contact c on c.id = k.contact_id and c.organisation = k.organisation
                        where k.case_id = any (?) and c.year = ? and c.struck_at is null
                        """, cases.stream().map(CaseId::value).toArray(java.util.UUID[]::new), year)
                .forEach(row -> found.put(
                        new CaseId(row.get(0, java.util.UUID.class)), new ContactId(row.get(1, java.util.UUID.class))));
        return found;
    }

    void link(ContactId contact, CaseId from) {
        sql.insertInto(CONTACT_CASE)
                .set(CONTACT_CASE.CONTACT_ID, contact.value())
                .set(CONTACT_CASE.ORGANISATION, ContactQueries.own())
                .set(CONTACT_CASE.CASE_ID, from.value())
                .execute();
    }
}
