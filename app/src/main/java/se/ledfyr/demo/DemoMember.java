package se.ledfyr.demo;

import java.util.Locale;
import java.util.Set;
import se.ledfyr.access.Persona;
import se.ledfyr.organisations.Member;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Role;

/// The members one may be in the demo: one of each role, and the administrator of the whole. They have no password.
enum DemoMember {
    COORDINATOR("Kim Nordlund", DemoOffice.NORD, Role.COORDINATOR),
    CASEWORKER("Noor Hamidi", DemoOffice.NGO, Role.CASEWORKER),
    SOCIAL_SECRETARY("Svante Bro", DemoOffice.SOCIAL_SERVICES, Role.CASEWORKER),
    OFFICER("Petra Vakt", DemoOffice.POLICE, Role.CASEWORKER),
    SHELTER_WORKER("Hanna Hamnvik", DemoOffice.SHELTER, Role.CASEWORKER),
    NATIONAL_COORDINATOR("Nils Övergård", DemoOffice.NATIONAL, Role.COORDINATOR),
    LEAD("Lo Ansgar", DemoOffice.NORD, Role.LEAD),
    STATISTICIAN("Stina Talman", DemoOffice.NATIONAL, Role.STATISTICIAN),
    ADMINISTRATOR("Alva Ordning", DemoOffice.NORD, Role.ADMINISTRATOR),
    AUDITOR("Rune Granskog", DemoOffice.NATIONAL, Role.AUDITOR),
    NATIONAL_ADMINISTRATOR("Nadja Rikssten", DemoOffice.NATIONAL, Role.ADMINISTRATOR),
    RETURNS_CASEWORKER("Ruben Hemvik", DemoOffice.RETURNS, Role.CASEWORKER),
    RETURNS_LEAD("Ragna Resmark", DemoOffice.RETURNS, Role.LEAD),
    PROGRAMME_CASEWORKER("Petra Programlund", DemoOffice.PROGRAMME, Role.CASEWORKER),
    PLATFORM_COORDINATOR("Pella Samsyn", DemoOffice.PLATFORM, Role.COORDINATOR);

    private final String title;
    private final DemoOffice office;
    private final Role role;

    DemoMember(String title, DemoOffice office, Role role) {
        this.title = title;
        this.office = office;
        this.role = role;
    }

    MemberId id() {
        return new MemberId(DemoOffice.demoId("member " + name()));
    }

    DemoOffice office() {
        return office;
    }

    Member member() {
        String login = title.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
        return new Member(id(), office.id(), login, title, Set.of(role), true);
    }

    Persona persona() {
        return new Persona(id(), title, office.title(), role);
    }
}
