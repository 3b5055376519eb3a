package se.ledfyr.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.ledfyr.access.NotHere;
import se.ledfyr.audit.AuditTrail;
import se.ledfyr.casework.Registration;
import se.ledfyr.casework.Registrations;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Members;
import se.ledfyr.pages.Texts;
import se.ledfyr.people.Identifier;
import se.ledfyr.people.Identity;
import se.ledfyr.people.KnownPerson;
import se.ledfyr.people.People;

/// Puts together what a person's page shows beside the registration.
@Component
class PersonCards {

    private final People people;
    private final Registrations registrations;
    private final Members members;
    private final AuditTrail trail;

    PersonCards(People people, Registrations registrations, Members members, AuditTrail trail) {
        this.people = people;
        this.registrations = registrations;
        this.members = members;
        this.trail = trail;
    }

    PersonCard of(Registration registration, Texts texts) {
        KnownPerson person = people.find(registration.person()).orElseThrow(NotHere::new);
        return card(registration, person, person.identity(), person.masked(), texts);
    }

    /// The same with everything that protection holds back.
    PersonCard revealed(Registration registration, String reason, Texts texts) {
        KnownPerson person = people.find(registration.person()).orElseThrow(NotHere::new);
        Identity identity = people.reveal(registration.person(), reason);
        return card(registration, person, identity, false, texts);
    }

    private PersonCard card(
            Registration registration, KnownPerson person, Identity identity, boolean masked, Texts texts) {
        Map<MemberId, String> colleagues = members.list().stream().collect(Collectors.toMap(Member::id, Member::name));
        MemberId assessor = registration.assessedBy();
        return new PersonCard(
                person.name(),
                person.protection() == null ? null : person.protection().name(),
                masked,
                entries(identity, texts),
                assessor == null ? "" : colleagues.getOrDefault(assessor, texts.get("casework.colleague")),
                registrations.listOf(registration.person()).stream()
                        .filter(other -> !other.id().equals(registration.id()))
                        .toList(),
                registrations.history(registration.id()),
                trail.seenBy(registration.id().value()),
                remindsOfSocialServices(registration),
                colleagues);
    }

    /// A child, or somebody who may be one, of whom nobody has told the social services.
    private static boolean remindsOfSocialServices(Registration registration) {
        return !registration.facts().ageGroup().equals("adult")
                && !"yes".equals(registration.circumstances().socialServicesInformed());
    }

    /// Identity, line by line.
    static List<PersonCard.Entry> entries(Identity identity, Texts texts) {
        List<PersonCard.Entry> entries = new ArrayList<>();
        if (identity.name() != null) {
            entries.add(new PersonCard.Entry("casework.name", identity.name()));
        }
        identity.aliases().forEach(alias -> entries.add(new PersonCard.Entry("casework.alias", alias)));
        identity.identifiers().forEach(number -> entries.add(entry(number, texts)));
        identity.telephones().forEach(number -> entries.add(new PersonCard.Entry("casework.telephone", number)));
        if (identity.address() != null) {
            entries.add(new PersonCard.Entry("casework.address", identity.address()));
        }
        return entries;
    }

    private static PersonCard.Entry entry(Identifier number, Texts texts) {
        String doubt = number.doubt()
                .map(what -> " – " + texts.get("casework.doubt." + what.name()))
                .orElse("");
        return new PersonCard.Entry("casework.number." + number.kind().name(), number.value() + doubt);
    }
}
