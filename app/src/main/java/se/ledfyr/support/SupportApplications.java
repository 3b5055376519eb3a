package se.ledfyr.support;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.TooLate;
import se.ledfyr.consent.ConsentGate;
import se.ledfyr.consent.NoConsent;
import se.ledfyr.consent.ShareRequest;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.ParcelId;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.programmes.GrantId;

/// Applying to the support programme, and what the two ends of an application say to each other.
///
/// Only the programme's office decides ([Deciding]). Who the person is goes sealed through the consent gate, and is
/// nowhere in the application itself.
@Service
@Transactional
public class SupportApplications {

    private static final String PURPOSE = "support_programme";

    private final ApplicationRows rows;
    private final ApplicationNotes notes;
    private final Cases cases;
    private final ConsentGate gate;
    private final SharedFacts gathering;
    private final People people;
    private final Office office;
    private final AuditLog audit;

    SupportApplications(
            ApplicationRows rows,
            ApplicationNotes notes,
            Cases cases,
            ConsentGate gate,
            SharedFacts gathering,
            People people,
            Office office,
            AuditLog audit) {
        this.rows = rows;
        this.notes = notes;
        this.cases = cases;
        this.gate = gate;
        this.gathering = gathering;
        this.people = people;
        this.office = office;
        this.audit = audit;
    }

    /// Applies for the person of a case that the acting organisation holds.
    ///
    /// @param why in the applicant's own words, 1-2000 characters
    /// @throws NotHere when the acting organisation holds no such open case, or `to` runs no programme
    /// @throws AlreadyApplied when an application for the case waits already
    /// @throws NoConsent when nothing allows what should go along
    public ApplicationId apply(CaseId caseId, OrganisationId to, Wish wish, Sharing sharing, String why) {
        CaseFile file = cases.getHeld(caseId);
        boolean runsIt = office.list().stream().anyMatch(each -> each.id().equals(to));
        if (!file.isOpen() || !runsIt || to.equals(Acting.current().organisation())) {
            throw new NotHere();
        }
        ParcelId parcel = gate.share(new ShareRequest(
                        file.person(), to, PURPOSE, gathering.of(file, sharing.groups()), sharing.basis()))
                .parcel();
        Application made = made(to, Channel.LEDFYR, caseId, parcel, wish);
        try {
            rows.insert(made, wish.refusals());
        } catch (DuplicateKeyException waits) {
            throw new AlreadyApplied();
        }
        notes.write(made.id(), Note.Kind.WHY, to, why);
        note(Action.APPLIED, made.id(), caseId.value());
        return made.id();
    }

    /// Writes down what somebody without an account applied for by telephone or on paper. The programme's office only.
    ///
    /// @param identity who it is for, as far as it is known; it may be nobody's name
    /// @throws IllegalArgumentException for an application that came through Ledfyr
    public ApplicationId register(Channel channel, Identity identity, NameFacts facts, Wish wish, String why) {
        office.require();
        if (channel == Channel.LEDFYR) {
            throw new IllegalArgumentException("What came through Ledfyr is written down already");
        }
        OrganisationId self = Acting.current().organisation();
        PersonId person = people.add(identity, null, facts);
        Application made = made(self, channel, null, null, wish);
        rows.insert(made, wish.refusals());
        rows.keepFile(made.id(), person, null);
        notes.write(made.id(), Note.Kind.WHY, self, why);
        note(Action.APPLIED, made.id(), person.value());
        return made.id();
    }

    /// Noted as read.
    ///
    /// @throws NotHere when the acting organisation is no end of such an application
    public Application get(ApplicationId id) {
        Application found = require(id);
        audit.note(Action.READ, Subject.APPLICATION, subjects(found), null, null);
        return found;
    }

    /// The applications of a case, the first first. Shown with the case, whose reading is noted.
    public List<Application> listOf(CaseId caseId) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return rows.listOf(caseId);
    }

    /// By which application somebody came into the programme. Empty for grants that came by file.
    public Optional<Application> findOf(GrantId grant) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return rows.findOf(grant);
    }

    /// Shown with the application, whose reading is noted; so are the others.
    public List<MunicipalRefusal> refusalsOf(ApplicationId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return rows.listRefusals(id);
    }

    public List<Note> notesOf(ApplicationId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return notes.list(id);
    }

    /// The person in the office's own keeping: from the start where it wrote the application down itself, else once it
    /// has decided.
    public Optional<PersonId> findPerson(ApplicationId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return rows.findPerson(id);
    }

    /// What the application became, for the office alone.
    public Optional<GrantId> findGrant(ApplicationId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return rows.findGrant(id);
    }

    /// Takes an application back.
    ///
    /// @throws NotHere for anybody but whoever applied
    /// @throws TooLate when it was answered meanwhile
    public void withdraw(ApplicationId id, String why) {
        Application application = require(id);
        if (!application.from().equals(Acting.current().organisation())) {
            throw new NotHere();
        }
        notes.write(id, Note.Kind.WITHDRAWAL, application.to(), why);
        if (!rows.end(id, ApplicationState.WITHDRAWN, null, office.now())) {
            throw new TooLate();
        }
        audit.note(Action.APPLICATION_WITHDRAWN, Subject.APPLICATION, subjects(application), null, null);
    }

    /// Asks whoever applied, while the application waits.
    ///
    /// @throws NotHere for anybody but the programme's office
    public void ask(ApplicationId id, String question) {
        Application application = open(id);
        if (!application.to().equals(Acting.current().organisation())) {
            throw new NotHere();
        }
        notes.write(id, Note.Kind.QUESTION, application.from(), question);
        audit.note(Action.APPLICATION_WRITTEN, Subject.APPLICATION, subjects(application), null, "question");
    }

    /// Answers what the office asked. Where the office wrote the application down itself, it notes what it was told.
    ///
    /// @throws NotHere when there is no such question to answer
    public void reply(ApplicationId id, UUID question, String text) {
        Application application = open(id);
        if (!application.from().equals(Acting.current().organisation())
                || !notes.reply(id, question, application.to(), text)) {
            throw new NotHere();
        }
        audit.note(Action.APPLICATION_WRITTEN, Subject.APPLICATION, subjects(application), null, "reply");
    }

    /// Opens an address that was sent to the acting organisation. Noted.
    ///
    /// @throws NotHere when there is none
    public String openAddress(ApplicationId id, UUID note) {
        Application application = require(id);
        String text = notes.findAddress(id, note).map(Note::text).orElseThrow(NotHere::new);
        audit.note(Action.HOME_ADDRESS_READ, Subject.APPLICATION, subjects(application), null, null);
        return text;
    }

    private Application open(ApplicationId id) {
        Application application = require(id);
        if (!application.isOpen()) {
            throw new TooLate();
        }
        return application;
    }

    private Application require(ApplicationId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return rows.find(id).orElseThrow(NotHere::new);
    }

    private Application made(
            OrganisationId to,
            Channel channel,
            @org.jspecify.annotations.Nullable CaseId caseId,
            @org.jspecify.annotations.Nullable ParcelId parcel,
            Wish wish) {
        return new Application(
                ApplicationId.random(),
                Acting.current().organisation(),
                to,
                wish.applicant(),
                channel,
                caseId,
                parcel,
                wish.region(),
                wish.ageGroup(),
                wish.children(),
                wish.ground(),
                wish.components(),
                wish.appliedOn(),
                office.now().toInstant(),
                Office.member(),
                ApplicationState.OPEN,
                null);
    }

    private void note(Action action, ApplicationId id, UUID about) {
        audit.note(action, Subject.APPLICATION, List.of(id.value(), about), null, null);
    }

    /// With whom it is about where the acting organisation knows, so that what is sealed hides the entry too.
    private List<UUID> subjects(Application application) {
        List<UUID> subjects = new java.util.ArrayList<>(List.of(application.id().value()));
        if (application.from().equals(Acting.current().organisation()) && application.caseId() != null) {
            subjects.add(application.caseId().value());
        }
        rows.findPerson(application.id()).ifPresent(person -> subjects.add(person.value()));
        return subjects;
    }
}
