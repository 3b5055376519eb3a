package se.ledfyr.needs;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
import se.ledfyr.casework.Circumstances;
import se.ledfyr.casework.Facts;
import se.ledfyr.casework.RegistrationId;
import se.ledfyr.casework.Registrations;
import se.ledfyr.casework.Route;
import se.ledfyr.people.People;

/// The children of the people in the cases of the acting organisation. They are asked for in every
/// case, in three places, and each has needs of its own; what children are owed by the social services
/// is reminded of until it is done.
@Service
@Transactional
public class Children {

    private final ChildQueries queries;
    private final Cases cases;
    private final Registrations registrations;
    private final People people;
    private final SocialServicesClock socialServices;
    private final AuditLog audit;
    private final Clock clock;

    Children(
            ChildQueries queries,
            Cases cases,
            Registrations registrations,
            People people,
            SocialServicesClock socialServices,
            AuditLog audit,
            Clock clock) {
        this.queries = queries;
        this.cases = cases;
        this.registrations = registrations;
        this.people = people;
        this.socialServices = socialServices;
        this.audit = audit;
        this.clock = clock;
    }

    /// Everything known about children in a case. Empty, with every place still to be asked about, for
    /// whoever does not hold it.
    public ChildrenPicture of(CaseFile file) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        List<Child> children = queries.listOf(file.id());
        List<Contact> contacts = queries.contacts(file.id());
        if (!children.isEmpty()) {
            audit.note(
                    Action.READ,
                    Subject.CHILD,
                    children.stream().map(child -> child.id().value()).toList(),
                    null,
                    null);
        }
        return new ChildrenPicture(queries.answers(file.id()), children, contacts, reminders(file, children, contacts));
    }

    /// The child, to whoever holds the case or owes a need of the child.
    public Optional<Child> find(ChildId id) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        return queries.find(id);
    }

    /// Notes that somebody was asked about children in one place, and what they said.
    ///
    /// @param answer code of list `children_answer`
    /// @throws NotHere when the acting organisation holds no such open case
    public void answer(CaseId caseId, ChildPlace place, String answer) {
        held(caseId);
        queries.answer(caseId, place, answer, today());
        audit.note(Action.CHILDREN_ASKED, Subject.CASE, List.of(caseId.value()), null, place.code());
    }

    /// Adds a child, which also answers the question about that place.
    ///
    /// @throws NotHere when the acting organisation holds no such open case
    public ChildId add(CaseId caseId, NewChild child) {
        held(caseId);
        ChildId id = ChildId.random();
        queries.insert(id, caseId, child, clock.instant());
        queries.answer(caseId, child.place(), "yes", today());
        note(Action.CHILD_ADDED, id, caseId, child.place().code());
        return id;
    }

    /// @throws NotHere when there is no such child in a case that the acting organisation holds
    public void change(ChildId id, NewChild fresh) {
        Child child = ofHeldCase(id);
        if (!queries.update(id, fresh)) {
            throw new NotHere();
        }
        note(Action.CHILD_CHANGED, id, child.caseId(), "facts");
    }

    /// Takes away a child that was written down by mistake. Its needs stay until they are struck themselves.
    ///
    /// @throws NotHere when there is no such child in a case that the acting organisation holds
    public void strike(ChildId id, String why) {
        Child child = ofHeldCase(id);
        queries.strike(id, clock.instant());
        audit.note(
                Action.CHILD_CHANGED,
                Subject.CHILD,
                List.of(id.value(), child.caseId().value()),
                why,
                "struck");
    }

    /// Opens a case of the child's own, which the acting organisation holds; the child's needs move to it.
    ///
    /// The child is registered without an identity and without an assessment: it is counted among
    /// nobody who was exploited until somebody assesses that.
    ///
    /// @throws NotHere when there is no such child, or it has a case, or another organisation holds its parent's
    public CaseId openCase(ChildId id) {
        Child child = ofHeldCase(id);
        CaseFile parent = cases.get(child.caseId());
        RegistrationId registration =
                registrations.register(people.addWithoutIdentity(), facts(child, parent), unclear());
        CaseId own = cases.open(registration);
        if (!queries.giveOwnCase(id, own)) {
            throw new NotHere();
        }
        note(Action.CHILD_CHANGED, id, child.caseId(), "own case");
        return own;
    }

    /// Notes that the holder turned to somebody for a child or for the person of the case.
    ///
    /// @throws NotHere when the acting organisation holds no such open case, or the child is not of it
    public void contact(CaseId caseId, Contact contact) {
        held(caseId);
        if (contact.child() != null
                && queries.find(contact.child())
                        .filter(child -> child.caseId().equals(caseId))
                        .isEmpty()) {
            throw new NotHere();
        }
        queries.insert(caseId, contact, clock.instant());
        socialServices.noted(caseId, contact);
        audit.note(
                Action.CONTACT_NOTED,
                Subject.CASE,
                List.of(caseId.value()),
                null,
                contact.authority().name());
    }

    private static List<Reminder> reminders(CaseFile file, List<Child> children, List<Contact> contacts) {
        List<@Nullable Child> meant = new ArrayList<>();
        if (file.route() == Route.CHILD) {
            meant.add(null);
        }
        children.stream()
                .filter(child -> child.place() != ChildPlace.HOME_COUNTRY && child.ownCase() == null)
                .forEach(meant::add);
        List<Reminder> reminders = new ArrayList<>();
        for (Child child : meant) {
            for (Contact.Authority authority : Contact.Authority.values()) {
                if (contacts.stream().noneMatch(contact -> isFor(contact, child, authority))) {
                    reminders.add(new Reminder(child, authority));
                }
            }
        }
        return reminders;
    }

    private static boolean isFor(Contact contact, @Nullable Child child, Contact.Authority authority) {
        return contact.authority() == authority
                && java.util.Objects.equals(contact.child(), child == null ? null : child.id());
    }

    private CaseFile held(CaseId caseId) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        CaseFile file = cases.get(caseId);
        if (!file.isOpen() || !file.isHeldBy(Acting.current().organisation())) {
            throw new NotHere();
        }
        return file;
    }

    private Child ofHeldCase(ChildId id) {
        Child child = find(id).filter(one -> one.ownCase() == null).orElseThrow(NotHere::new);
        held(child.caseId());
        return child;
    }

    private Facts facts(Child child, CaseFile parent) {
        return new Facts(
                today(),
                parent.region(),
                parent.municipality(),
                child.sex(),
                "child",
                null,
                null,
                new TreeSet<>(),
                null,
                "regional_coordinator",
                null,
                null,
                null,
                0,
                false,
                false);
    }

    private static Circumstances unclear() {
        return new Circumstances(new TreeSet<>(), "not_yet_clear", null, "not_asked", null, null, null);
    }

    private void note(Action action, ChildId id, CaseId caseId, String detail) {
        audit.note(action, Subject.CHILD, List.of(id.value(), caseId.value()), null, detail);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Needs.LOCAL_TIME);
    }
}
