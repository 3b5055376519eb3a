package se.ledfyr.surveys;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.CaseId;
import se.ledfyr.codes.Codes;

/// The contacts of the acting organisation: begun, saved half-done, sent, corrected, carried over.
///
/// What nobody may see and what is not there are the same answer, [NotHere].
@Service
@Transactional
public class Contacts {

    private final ContactQueries contacts;
    private final OwnWays ways;
    private final SurveyYears years;
    private final Participants participants;
    private final Editions editions;
    private final Codes codes;
    private final AuditLog audit;

    Contacts(
            ContactQueries contacts,
            OwnWays ways,
            SurveyYears years,
            Participants participants,
            Editions editions,
            Codes codes,
            AuditLog audit) {
        this.contacts = contacts;
        this.ways = ways;
        this.years = years;
        this.participants = participants;
        this.editions = editions;
        this.codes = codes;
        this.audit = audit;
    }

    /// The questions of an edition with the codes of its year.
    public Questionnaire questionnaire(Edition edition) {
        return new Questionnaire(edition, codes.book());
    }

    /// Begins a contact as a draft, in the current edition of the year.
    ///
    /// @param from the own case it was prefilled from; null for none
    /// @throws FaultyAnswers when an answer cannot be
    /// @throws NotHere when there is no such questionnaire or case, or for no member of the platform
    public ContactId begin(SurveyForm form, int year, Answers answers, @Nullable CaseId from) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        if (participants.ownLabel().isEmpty()) {
            throw new NotHere();
        }
        Edition edition = editions.current(form, year).orElseThrow(NotHere::new);
        requireRight(questionnaire(edition).checkDraft(answers));
        ContactId id = ContactId.random();
        contacts.add(id, edition, answers, null);
        if (from != null) {
            ways.link(id, from);
        }
        audit.note(Action.SURVEY_SAVED, Subject.SURVEY, id.value(), null);
        return id;
    }

    /// Saves a draft, whole or half-done.
    ///
    /// @param version the one that was read
    /// @throws FaultyAnswers when an answer cannot be
    /// @throws MeanwhileChanged when somebody else wrote in between
    public void save(ContactId id, int version, Answers answers) {
        Contact contact = toWrite(id, version);
        if (contact.isSent()) {
            throw new MeanwhileChanged();
        }
        requireRight(questionnaire(contact.edition()).checkDraft(answers));
        contacts.write(contact, answers, false);
        audit.note(Action.SURVEY_SAVED, Subject.SURVEY, id.value(), null);
    }

    /// Sends a draft: it counts from now on, and the platform reads it.
    ///
    /// @param why needed once the year is closed; null before
    /// @throws FaultyAnswers when something is missing or cannot be
    /// @throws ReasonNeeded when the year is closed and nobody said why
    /// @throws MeanwhileChanged when somebody else wrote in between
    public void send(ContactId id, int version, @Nullable String why) {
        Contact contact = toWrite(id, version);
        if (contact.isSent()) {
            throw new MeanwhileChanged();
        }
        requireRight(questionnaire(contact.edition()).check(contact.answers()));
        boolean closed = years.isClosed(contact.year());
        String reason = closed ? requireReason(why) : said(why);
        contacts.write(contact, contact.answers(), true);
        if (closed) {
            contacts.keep(contact, "SENT", "contact", null, null, java.util.Objects.requireNonNull(reason));
        }
        audit.note(Action.SURVEY_SENT, Subject.SURVEY, id.value(), reason);
    }

    /// Corrects a contact that was sent; what it said before is kept.
    ///
    /// @param why 1 to 2000 characters, never about a person; the platform reads it
    /// @throws FaultyAnswers when something is missing or cannot be
    /// @throws ReasonNeeded when nobody said why
    /// @throws MeanwhileChanged when somebody else wrote in between
    public void correct(ContactId id, int version, Answers answers, String why) {
        Contact contact = toWrite(id, version);
        requireSent(contact);
        String reason = requireReason(why);
        requireRight(questionnaire(contact.edition()).check(answers));
        Set<String> changed = contact.answers().differences(answers);
        if (changed.isEmpty()) {
            return;
        }
        contacts.write(contact, answers, true);
        changed.forEach(key -> contacts.keep(
                contact,
                "CORRECTED",
                key,
                contact.answers().find(key).orElse(null),
                answers.find(key).orElse(null),
                reason));
        audit.note(Action.SURVEY_CORRECTED, Subject.SURVEY, List.of(id.value()), reason, String.join(" ", changed));
    }

    /// Takes a contact out: it is counted no longer. A draft needs no reason.
    ///
    /// @throws ReasonNeeded when it was sent and nobody said why
    public void strike(ContactId id, int version, @Nullable String why) {
        Contact contact = toWrite(id, version);
        audit.note(Action.SURVEY_STRUCK, Subject.SURVEY, id.value(), count(contact, false, why));
    }

    /// Counts a contact again that was taken out.
    ///
    /// @throws ReasonNeeded when it was sent and nobody said why
    public void restore(ContactId id, int version, @Nullable String why) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Contact contact = contacts.get(id);
        if (!contact.isStruck() || contact.version() != version) {
            throw new MeanwhileChanged();
        }
        audit.note(Action.RESTORED, Subject.SURVEY, id.value(), count(contact, true, why));
    }

    /// Takes a contact out of what is counted, or back in. What was sent keeps the reason.
    ///
    /// @return the reason; null where nobody gave one and none is needed
    private @Nullable String count(Contact contact, boolean counted, @Nullable String why) {
        if (!contact.isSent()) {
            contacts.strike(contact, !counted);
            return said(why);
        }
        String reason = requireReason(why);
        contacts.strike(contact, !counted);
        contacts.keep(contact, counted ? "RESTORED" : "STRUCK", "contact", null, null, reason);
        return reason;
    }

    /// Contacts of the year before that can be carried over into a year, those written last first.
    ///
    /// @param most 1 or more
    public List<Contact> listCarriable(SurveyForm form, int toYear, int most) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<Contact> found = contacts.listCarriable(form, toYear, most);
        noteListed(found);
        return found;
    }

    /// Carries a contact over into the year after: a draft with the answers that are answers there too.
    ///
    /// @throws NotHere when the contact is not there, or that year has no questionnaire
    public ContactId carryOver(ContactId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Contact before = contacts.get(id);
        Edition edition = editions.current(before.form(), before.year() + 1).orElseThrow(NotHere::new);
        ContactId next = ContactId.random();
        contacts.add(next, edition, new CarryingOver(questionnaire(edition)).answers(before), id);
        ways.reference(id).ifPresent(reference -> ways.keep(next, reference));
        ways.caseOf(id).ifPresent(from -> ways.link(next, from));
        audit.note(
                Action.SURVEY_SAVED,
                Subject.SURVEY,
                List.of(next.value(), id.value()),
                null,
                "carried over to " + edition.year());
        return next;
    }

    /// @throws NotHere when it is missing or hidden
    public Contact get(ContactId id) {
        requireReader();
        Contact contact = contacts.get(id);
        audit.note(Action.READ, Subject.SURVEY, id.value(), null);
        return contact;
    }

    /// Own contacts, those written last first.
    ///
    /// @param most 1 or more
    public List<Contact> list(ContactFilter filter, int offset, int most) {
        requireReader();
        List<Contact> found = contacts.list(filter, offset, most);
        noteListed(found);
        return found;
    }

    /// How many own contacts there are.
    public int count(ContactFilter filter) {
        requireReader();
        return contacts.count(filter);
    }

    private Contact toWrite(ContactId id, int version) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        Contact contact = contacts.get(id);
        if (contact.version() != version || contact.isStruck()) {
            throw new MeanwhileChanged();
        }
        return contact;
    }

    private static void requireReader() {
        Acting.require(Right.READ_FACTS);
    }

    private static void requireSent(Contact contact) {
        if (!contact.isSent()) {
            throw new MeanwhileChanged();
        }
    }

    private static String requireReason(@Nullable String why) {
        String reason = said(why);
        if (reason == null) {
            throw new ReasonNeeded();
        }
        return reason;
    }

    /// A blank field says nothing.
    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void requireRight(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new FaultyAnswers(faults);
        }
    }

    private void noteListed(List<Contact> found) {
        if (!found.isEmpty()) {
            audit.note(
                    Action.LISTED,
                    Subject.SURVEY,
                    found.stream().map(each -> each.id().value()).toList(),
                    null,
                    null);
        }
    }
}
