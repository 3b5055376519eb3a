package se.ledfyr.support;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.NotHere;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.casework.TooLate;
import se.ledfyr.people.OpenedParcel;
import se.ledfyr.people.Parcels;
import se.ledfyr.people.People;
import se.ledfyr.people.PersonId;
import se.ledfyr.programmes.GrantId;
import se.ledfyr.programmes.SupportFacts;
import se.ledfyr.programmes.SupportGrants;

/// What the programme's office decides. Everybody else finds nothing here.
@Service
@Transactional
public class Deciding {

    private final ApplicationRows rows;
    private final CourseRows courses;
    private final ApplicationNotes notes;
    private final SupportGrants grants;
    private final Parcels parcels;
    private final People people;
    private final Limits limits;
    private final Office office;
    private final AuditLog audit;

    Deciding(
            ApplicationRows rows,
            CourseRows courses,
            ApplicationNotes notes,
            SupportGrants grants,
            Parcels parcels,
            People people,
            Limits limits,
            Office office,
            AuditLog audit) {
        this.rows = rows;
        this.courses = courses;
        this.notes = notes;
        this.grants = grants;
        this.parcels = parcels;
        this.people = people;
        this.limits = limits;
        this.office = office;
        this.audit = audit;
    }

    /// What was shared with an application, without who it is. Noted as read.
    ///
    /// @return empty where the office wrote it down itself, or what was shared has been taken back
    public Optional<OpenedParcel> look(ApplicationId id) {
        Application application = require(id);
        return Optional.ofNullable(application.parcel()).flatMap(parcels::look);
    }

    /// Grants what is in `facts`, from `day` on, and to each child that comes along the same components.
    ///
    /// What was shared becomes a person in the office's own keeping. The grant is counted from now on.
    ///
    /// @throws NotHere when there is no such application, or what was shared has been taken back
    /// @throws TooLate when it was answered or taken back meanwhile; nothing is then changed
    /// @throws IllegalArgumentException for more days than the rule of that day allows, or a day in the future
    public GrantId grant(ApplicationId id, LocalDate day, SupportFacts facts, List<ChildGrant> children) {
        Application application = require(id);
        if (day.isAfter(office.today())) {
            throw new IllegalArgumentException("A decision is not made in the future");
        }
        check(facts, day);
        if (!rows.holdOpen(id)) {
            throw new TooLate();
        }
        // Adopted before the application ends: what nobody has adopted by then is destroyed.
        PersonId person = person(application);
        rows.grant(id, facts.components(), facts.restDays(), facts.integrationDays(), office.now());
        GrantId grant = grants.add(person, day, facts, null);
        rows.setGrant(id, grant);
        courses.begin(grant, person, day, office.now());
        children.forEach(child -> addChild(grant, day, facts, child));
        audit.note(
                Action.APPLICATION_DECIDED,
                Subject.APPLICATION,
                List.of(id.value(), person.value(), grant.value()),
                null,
                "granted");
        return grant;
    }

    /// Gives a child that came along a grant of its own.
    ///
    /// @throws NotHere when there is no such grant
    public GrantId addChild(GrantId guardian, ChildGrant child) {
        office.require();
        var adult = grants.get(guardian);
        if (adult.isChild() || adult.withdrawn()) {
            throw new NotHere();
        }
        return addChild(guardian, adult.grantedOn(), adult.facts(), child);
    }

    /// Says no. What was shared is destroyed.
    ///
    /// @param because a code of `nsp_refusal`
    /// @param words for whoever applied
    /// @throws TooLate when it was answered or taken back meanwhile
    public void refuse(ApplicationId id, String because, String words) {
        Application application = require(id);
        notes.write(id, Note.Kind.REFUSAL, application.from(), words);
        if (!rows.end(id, ApplicationState.REFUSED, because, office.now())) {
            throw new TooLate();
        }
        audit.note(Action.APPLICATION_DECIDED, Subject.APPLICATION, List.of(id.value()), null, "refused " + because);
    }

    /// What is known about the adult in itself is not taken to be true of the child.
    private GrantId addChild(GrantId guardian, LocalDate day, SupportFacts adult, ChildGrant child) {
        PersonId person = people.addWithoutIdentity();
        SupportFacts facts = new SupportFacts(
                "child",
                child.sex(),
                child.exposure(),
                Set.of(),
                null,
                null,
                adult.components(),
                adult.restDays(),
                adult.integrationDays(),
                child.placement(),
                child.homeRegion(),
                adult.eligibilityReason(),
                adult.referredBy());
        GrantId grant = grants.add(person, day, facts, guardian);
        courses.begin(grant, person, day, office.now());
        return grant;
    }

    private void check(SupportFacts facts, LocalDate day) {
        for (Phase phase : Phase.values()) {
            if (phase.daysOf(facts) > limits.of(phase, day)) {
                throw new IllegalArgumentException("More days than the rule of that day allows");
            }
        }
    }

    private PersonId person(Application application) {
        if (application.parcel() == null) {
            return rows.findPerson(application.id()).orElseThrow(NotHere::new);
        }
        PersonId person = parcels.adopt(application.parcel());
        rows.keepFile(application.id(), person, null);
        return person;
    }

    private Application require(ApplicationId id) {
        office.require();
        return rows.find(id)
                .filter(application -> application
                        .to()
                        .equals(se.ledfyr.access.Acting.current().organisation()))
                .orElseThrow(NotHere::new);
    }
}
