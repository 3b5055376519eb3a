package se.ledfyr.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static se.ledfyr.personas.SigningIn.signedInAs;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.RequestBuilder;
import se.ledfyr.HouseTest;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Colleagues;
import se.ledfyr.access.ExtraMember;
import se.ledfyr.access.Right;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.organisations.Role;
import se.ledfyr.personas.Personas;
import se.ledfyr.personas.SigningIn;

@HouseTest
class AdministrationTests {

    private static final String FRESH = "ett alldeles nytt lösenord";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Colleagues colleagues;

    @Test
    void anInvitationWorksOnceAndThenThePasswordOpensTheDoor() throws Exception {
        String login = "invited-" + UUID.randomUUID() + "@example.org";
        String path = invite(login);
        assertThat(send(get(path)).getResponse().getContentAsString()).contains(login);
        assertThat(accept(path).getResponse().getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(send(get(path)).getResponse().getStatus()).isEqualTo(404);
        assertThat(accept(path).getResponse().getStatus()).isEqualTo(404);
        MvcResult in = send(
                post("/sign-in").param("login", login).param("password", FRESH).with(csrf()));
        assertThat(in.getResponse().getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void anInvitationOlderThanSevenDaysIsNotThere() throws Exception {
        String login = "late-" + UUID.randomUUID() + "@example.org";
        String path = invite(login);
        TestInstallation.owner().sql("""
                        update access.credential set invitation_expires = invitation_expires - interval '7 days'
                         where member_id = (select id from organisations.member where login = ?)
                        """).param(login).update();
        assertThat(send(get(path)).getResponse().getStatus()).isEqualTo(404);
    }

    @Test
    void onlyTheHashOfAnInvitationIsKept() throws Exception {
        String path = invite("hash-" + UUID.randomUUID() + "@example.org");
        String secret = path.substring(path.lastIndexOf('/') + 1);
        assertThat(TestInstallation.owner()
                        .sql("select count(*) from access.credential c where c::text like '%' || ? || '%'")
                        .param(secret)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aNewInvitationEndsTheOldPassword() throws Exception {
        ExtraMember member = ExtraMember.in(Personas.Place.OFFICE_NORD, "CASEWORKER");
        Personas.NORD_ADMINISTRATOR.acting().run(() -> colleagues.inviteAgain(member.id()));
        MvcResult in = send(post("/sign-in")
                .param("login", member.login())
                .param("password", SigningIn.PASSWORD)
                .with(csrf()));
        assertThat(in.getResponse().getRedirectedUrl()).isNull();
    }

    @Test
    void anAddressUsedElsewhereIsAnsweredLikeOneThatCannotBeUsed() throws Exception {
        String elsewhere = add(Personas.SYD_COORDINATOR.login());
        String unusable = add("not an address");
        assertThat(elsewhere.replace(Personas.SYD_COORDINATOR.login(), "…"))
                .isEqualTo(unusable.replace("not an address", "…"));
    }

    @Test
    void theLastAdministratorCanNeitherBeShutOutNorDemoted() {
        ExtraMember other = ExtraMember.in(Personas.Place.NGO, "ADMINISTRATOR");
        ExtraMember last = ExtraMember.in(Personas.Place.NGO, "ADMINISTRATOR");
        Acting acting = new Acting(last.place().id(), last.id(), Set.of(Right.ADMINISTER_MEMBERS));
        assertThat(acting.get(() -> colleagues.shutOut(other.id()))).isTrue();
        assertThat(acting.get(() -> colleagues.shutOut(last.id()))).isFalse();
        assertThat(acting.get(() -> colleagues.giveRoles(last.id(), Set.of(Role.AUDITOR))))
                .isFalse();
        acting.run(() -> colleagues.letIn(other.id()));
        assertThat(acting.get(() -> colleagues.shutOut(last.id()))).isTrue();
        other.shutOut();
    }

    @Test
    void anAdministratorWhoCannotSignInDoesNotCountAsOneWhoRemains() {
        ExtraMember last = ExtraMember.in(Personas.Place.NGO, "ADMINISTRATOR");
        ExtraMember invited = ExtraMember.in(Personas.Place.NGO, "ADMINISTRATOR");
        Acting acting = new Acting(last.place().id(), last.id(), Set.of(Right.ADMINISTER_MEMBERS));
        acting.run(() -> colleagues.inviteAgain(invited.id()));
        assertThat(acting.get(() -> colleagues.shutOut(last.id()))).isFalse();
        last.shutOut();
        invited.shutOut();
    }

    @Test
    void changingThePasswordNeedsTheCurrentOne() throws Exception {
        ExtraMember member = ExtraMember.in(Personas.Place.OFFICE_NORD, "CASEWORKER");
        assertThat(change(member, "not the right one").getResponse().getRedirectedUrl())
                .isNull();
        assertThat(change(member, SigningIn.PASSWORD).getResponse().getRedirectedUrl())
                .isEqualTo("/account");
        MvcResult in = send(post("/sign-in")
                .param("login", member.login())
                .param("password", FRESH)
                .with(csrf()));
        assertThat(in.getResponse().getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void aNewOrganisationIsItsOwnFromTheBeginning() throws Exception {
        String title = "Förening " + UUID.randomUUID();
        String login = "first-" + UUID.randomUUID() + "@example.org";
        MvcResult added = send(post("/organisations")
                .param("title", title)
                .param("kind", "NGO")
                .param("name", "Första Administratören")
                .param("login", login)
                .with(csrf())
                .with(signedInAs(Personas.NATIONAL_ADMINISTRATOR)));
        assertThat(added.getResponse().getRedirectedUrl()).isEqualTo("/organisations");
        String colleagues = send(get("/members").with(signedInAs(Personas.NATIONAL_ADMINISTRATOR)))
                .getResponse()
                .getContentAsString();
        assertThat(colleagues).doesNotContain(login);
    }

    private MvcResult change(ExtraMember member, String current) throws Exception {
        return send(post("/account/password")
                .param("current", current)
                .param("password", FRESH)
                .param("again", FRESH)
                .with(csrf())
                .with(member.signedIn()));
    }

    private String invite(String login) throws Exception {
        MvcResult added = send(post("/members")
                .param("name", "Ny Någon")
                .param("login", login)
                .param("roles", "CASEWORKER")
                .with(csrf())
                .with(signedInAs(Personas.NORD_ADMINISTRATOR)));
        InvitationLink link =
                Objects.requireNonNull((InvitationLink) added.getFlashMap().get("invitation"));
        return java.net.URI.create(link.address()).getPath();
    }

    private String add(String login) throws Exception {
        return send(post("/members")
                        .param("name", "Ny Någon")
                        .param("login", login)
                        .param("roles", "CASEWORKER")
                        .with(csrf())
                        .with(signedInAs(Personas.NORD_ADMINISTRATOR)))
                .getResponse()
                .getContentAsString()
                .replaceAll("(name=\"(?:_csrf|once)\" value=\")[^\"]+", "$1");
    }

    private MvcResult accept(String path) throws Exception {
        return send(post(path).param("password", FRESH).param("again", FRESH).with(csrf()));
    }

    private MvcResult send(RequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn();
    }
}
