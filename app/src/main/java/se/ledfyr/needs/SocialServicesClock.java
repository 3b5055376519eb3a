package se.ledfyr.needs;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.CaseOpened;
import se.ledfyr.casework.CaseReopened;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.casework.Registration;
import se.ledfyr.casework.Registrations;
import se.ledfyr.deadlines.ClockRequest;
import se.ledfyr.deadlines.ClockSubject;
import se.ledfyr.deadlines.Clocks;
import se.ledfyr.deadlines.DueTimes;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Organisations;

/// The clock of everybody whom the social services do not know of: it begins with the case and ends
/// with the first contact that is noted, whatever came of it. It follows the case to the next holder,
/// and ends when the social services themselves take over.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SocialServicesClock {

    /// The rule, and the kind of clock; a holder can set one by hand, too.
    private static final String RULE = "social_services_contact";

    private final Clocks clocks;
    private final DueTimes times;
    private final Cases cases;
    private final Registrations registrations;
    private final ChildQueries contacts;
    private final Organisations organisations;

    SocialServicesClock(
            Clocks clocks,
            DueTimes times,
            Cases cases,
            Registrations registrations,
            ChildQueries contacts,
            Organisations organisations) {
        this.clocks = clocks;
        this.times = times;
        this.cases = cases;
        this.registrations = registrations;
        this.contacts = contacts;
        this.organisations = organisations;
    }

    @EventListener
    void on(CaseOpened opened) {
        begin(opened.id());
    }

    @EventListener
    void on(CaseReopened reopened) {
        begin(reopened.id());
    }

    /// Somebody turned to an authority.
    void noted(CaseId id, Contact contact) {
        if (isForThePerson(contact)) {
            clocks.stop(subject(id), RULE);
        }
    }

    private void begin(CaseId id) {
        cases.find(id).filter(file -> !areInContact(file)).ifPresent(file -> {
            ClockRequest request = ClockRequest.of(RULE, subject(id), times.fromNow(RULE), "/cases/" + id.value())
                    .inCase(id.value());
            clocks.set(
                    file.holder().map(CaseFile.Holder::inside).orElse(null)
                                    instanceof HolderInside.Colleague(MemberId member)
                            ? request.forMember(member)
                            : request);
        });
    }

    private boolean areInContact(CaseFile file) {
        boolean ours = organisations
                .find(Acting.current().organisation())
                .filter(self -> self.kind() == OrganisationKind.SOCIAL_SERVICES)
                .isPresent();
        return ours
                || contacts.contacts(file.id()).stream().anyMatch(SocialServicesClock::isForThePerson)
                || (file.registration() != null && isInformed(registrations.get(file.registration())));
    }

    private static boolean isInformed(Registration registration) {
        return "yes".equals(registration.circumstances().socialServicesInformed());
    }

    private static boolean isForThePerson(Contact contact) {
        return contact.child() == null && contact.authority() == Contact.Authority.SOCIAL_SERVICES;
    }

    private static ClockSubject subject(CaseId id) {
        return new ClockSubject("CASE", id.value());
    }
}
