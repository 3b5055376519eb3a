package se.ledfyr.access;

import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.ledfyr.access.web.TestSignIn;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.personas.Personas;

/// A member made for one test, who may be shut out or changed without disturbing others. Their password is that of all
/// personas.
public record ExtraMember(MemberId id, Personas.Place place, String login) {

    public static ExtraMember in(Personas.Place place, String role) {
        MemberId id = MemberId.random();
        String login = id.value() + "@example.org";
        TestInstallation.owner()
                .sql("""
                        insert into organisations.member (id, organisation, login, name, roles, created_at)
                        values (?, ?, ?, 'Extra Medlem', array[?], now())
                        """)
                .params(id.value(), place.id().value(), login, role)
                .update();
        TestInstallation.owner()
                .sql("""
                        insert into access.credential (member_id, organisation, password_hash, changed_at)
                        select ?, ?, password_hash, now() from access.credential where member_id = ?
                        """)
                .params(
                        id.value(),
                        place.id().value(),
                        Personas.NORD_COORDINATOR.id().value())
                .update();
        return new ExtraMember(id, place, login);
    }

    public RequestPostProcessor signedIn() {
        return TestSignIn.as(id, place.id());
    }

    public void shutOut() {
        TestInstallation.owner()
                .sql("update organisations.member set disabled_at = now() where id = ?")
                .param(id.value())
                .update();
    }

    public void become(String role) {
        TestInstallation.owner()
                .sql("update organisations.member set roles = array[?] where id = ?")
                .params(role, id.value())
                .update();
    }
}
