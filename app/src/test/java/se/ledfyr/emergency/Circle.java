package se.ledfyr.emergency;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.access.web.TestSignIn;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Role;

/// A small office of its own for one test, with somebody for whom a case will be sealed and others for whom it will not
/// be there.
public record Circle(
        OrganisationId office, One lead, One insider, One outsider, One auditor, One statistician, One administrator) {

    /// A member of the office.
    public record One(OrganisationId office, MemberId id, Role role) {

        public Acting acting() {
            return new Acting(office, id, Right.of(OrganisationKind.NGO, Set.of(role)));
        }

        public RequestPostProcessor signedIn() {
            return TestSignIn.as(id, office);
        }

        /// As an administrator would do it.
        public void shutOut() {
            TestInstallation.owner()
                    .sql("update organisations.member set disabled_at = now() where id = ?")
                    .param(id.value())
                    .update();
        }
    }

    public static Circle make() {
        return make(OrganisationKind.NGO);
    }

    /// @param kind any that is not the national coordination
    public static Circle make(OrganisationKind kind) {
        OrganisationId office = new OrganisationId(UUID.randomUUID());
        TestInstallation.owner()
                .sql(
                        "insert into organisations.organisation (id, name, kind, region, created_at) values (?, ?, ?, ?, now())")
                .params(List.of(
                        office.value(),
                        "Föreningen Krets " + office.value().toString().substring(0, 8),
                        kind.name(),
                        "krets " + office.value().toString().substring(0, 8)))
                .update();
        return new Circle(
                office,
                member(office, Role.LEAD),
                member(office, Role.COORDINATOR),
                member(office, Role.COORDINATOR),
                member(office, Role.AUDITOR),
                member(office, Role.STATISTICIAN),
                member(office, Role.ADMINISTRATOR));
    }

    /// One more coordinator for whom nothing is sealed.
    public One another() {
        return member(office, Role.COORDINATOR);
    }

    private static One member(OrganisationId office, Role role) {
        MemberId id = MemberId.random();
        TestInstallation.owner()
                .sql("""
                        insert into organisations.member (id, organisation, login, name, roles, created_at)
                        values (?, ?, ?, ?, array[?], now())
                        """)
                .params(List.of(
                        id.value(),
                        office.value(),
                        id.value() + "@example.org",
                        "Krets " + role + " " + id.value().toString().substring(0, 4),
                        role.name()))
                .update();
        return new One(office, id, role);
    }
}
