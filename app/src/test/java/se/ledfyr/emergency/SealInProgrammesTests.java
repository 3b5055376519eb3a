package se.ledfyr.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.RETURN_CASEWORKER;
import static se.ledfyr.personas.Personas.RETURN_LEAD;
import static se.ledfyr.returns.TestReturns.TODAY;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.ledfyr.HouseTest;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.access.web.TestSignIn;
import se.ledfyr.deadlines.TestTime;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Role;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;
import se.ledfyr.people.PersonId;
import se.ledfyr.personas.Personas;
import se.ledfyr.returns.Admitting;
import se.ledfyr.returns.ReturnId;
import se.ledfyr.returns.TestReturns;
import se.ledfyr.support.ApplicationId;
import se.ledfyr.support.Channel;
import se.ledfyr.support.Deciding;
import se.ledfyr.support.SupportApplications;
import se.ledfyr.support.TestSupport;

/// Whoever knows people without a registration, the office of the support programme and whoever carries out
/// returns, seals them like everybody else.
@HouseTest
class SealInProgrammesTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private SupportApplications applications;

    @Autowired
    private Deciding deciding;

    @Autowired
    private TestSupport some;

    @Autowired
    private TestReturns returns;

    @Autowired
    private Admitting admitting;

    @Autowired
    private SealedCases sealed;

    @Test
    void theProgrammesOfficeSealsSomebodyFromThePageOfTheGrant() throws Exception {
        Circle circle = Circle.make(OrganisationKind.PROGRAMME_OFFICE);
        Acting insider = new Acting(
                circle.office(),
                circle.insider().id(),
                Right.of(OrganisationKind.PROGRAMME_OFFICE, Set.of(Role.COORDINATOR)));
        ApplicationId waits = insider.get(() -> applications.register(
                Channel.TELEPHONE, Identity.named("Sara Söker"), new NameFacts(1994, "RO"), some.wish(), "Ringde"));
        String application = "/support/applications/" + waits.value();
        String person =
                person("support.own_file", waits.value(), circle.office().value());
        String seal = "/people/" + person + "/seal";
        assertThat(body(circle.lead().signedIn(), application)).contains(seal);
        assertThat(body(circle.outsider().signedIn(), application)).doesNotContain("/seal");
        String grant = "/support/grants/"
                + insider.get(() -> deciding.grant(waits, some.today(), some.facts(30, 90), List.of()))
                        .value();
        assertThat(body(circle.lead().signedIn(), grant)).contains(seal);
        assertThat(body(circle.outsider().signedIn(), grant)).doesNotContain("/seal");

        assertThat(body(circle.lead().signedIn(), seal)).contains("Sara Söker");
        assertThat(send(circle.lead().signedIn(), seal, Set.of(circle.insider()), "Hotas")
                        .getStatus())
                .isEqualTo(302);

        assertThat(status(circle.outsider().signedIn(), grant)).isEqualTo(404);
        assertThat(status(circle.lead().signedIn(), grant)).isEqualTo(404);
        assertThat(status(circle.lead().signedIn(), seal)).isEqualTo(404);
        assertThat(body(circle.insider().signedIn(), grant)).contains("Hotas");
        assertThat(body(circle.insider().signedIn(), "/emergency/sealed")).contains("Sara Söker", seal);
        assertThat(body(circle.outsider().signedIn(), "/emergency/sealed")).doesNotContain("Sara");
    }

    @Test
    void whoCarriesOutReturnsSealsSomebodyAndLiftsIt() throws Exception {
        ReturnId id = admitted("Rut Resande");
        String file = "/returns/" + id.value();
        String seal = "/people/"
                + person("returns.own_end", id.value(), RETURN_LEAD.place().id().value()) + "/seal";
        assertThat(body(as(RETURN_LEAD), file)).contains(seal);
        assertThat(body(as(NORD_COORDINATOR), file))
                .as("of the office that applied: there it is sealed beside the registration")
                .doesNotContain(seal);

        assertThat(mvc.perform(post(seal)
                                .with(csrf())
                                .with(as(RETURN_LEAD))
                                .param("members", RETURN_LEAD.id().value().toString())
                                .param("why", "Hotas"))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/emergency/sealed");
        assertThat(status(as(RETURN_CASEWORKER), file)).isEqualTo(404);
        assertThat(status(as(RETURN_CASEWORKER), seal)).isEqualTo(404);
        assertThat(status(as(RETURN_LEAD), file)).isEqualTo(200);
        assertThat(status(as(NORD_COORDINATOR), file))
                .as("the other end knows its own person")
                .isEqualTo(200);

        assertThat(mvc.perform(post(seal + "/lifting")
                                .with(csrf())
                                .with(as(RETURN_LEAD))
                                .param("why", "Läget är lugnt"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);
        assertThat(status(as(RETURN_CASEWORKER), file)).isEqualTo(200);
    }

    @Test
    void whatIsMissingIsSaidOnTheForm() throws Exception {
        ReturnId id = admitted("Rita Resande");
        String person =
                person("returns.own_end", id.value(), RETURN_LEAD.place().id().value());
        String page = send(as(RETURN_LEAD), "/people/" + person + "/seal", Set.of(), "Hotas")
                .getContentAsString();
        assertThat(page).contains("Hotas", "role=\"alert\"");
        assertThat(RETURN_LEAD.acting().get(() -> sealed.find(PersonId.of(person))))
                .isEmpty();
    }

    /// As somebody else's person, as nobody's and as a person who has a registration.
    @Test
    void aBystanderFindsNobody() throws Exception {
        ReturnId id = admitted("Rakel Resande");
        String registered = person(
                "returns.own_end", id.value(), NORD_COORDINATOR.place().id().value());
        for (String person : List.of(registered, UUID.randomUUID().toString())) {
            assertThat(status(as(RETURN_LEAD), "/people/" + person + "/seal")).isEqualTo(404);
            assertThat(status(as(NORD_COORDINATOR), "/people/" + person + "/seal"))
                    .isEqualTo(404);
        }
    }

    private ReturnId admitted(String name) {
        try (TestTime time = TestTime.travel().to(Instant.parse("2026-11-25T09:00:00Z"))) {
            ReturnId id = returns.opened(NORD_COORDINATOR, name);
            RETURN_CASEWORKER.acting().run(() -> admitting.admit(List.of(id), TODAY));
            return id;
        }
    }

    private MockHttpServletResponse send(RequestPostProcessor who, String path, Set<Circle.One> to, String why)
            throws Exception {
        return mvc.perform(post(path)
                        .with(csrf())
                        .with(who)
                        .param(
                                "members",
                                to.stream()
                                        .map(each -> each.id().value().toString())
                                        .toArray(String[]::new))
                        .param("why", why))
                .andReturn()
                .getResponse();
    }

    private int status(RequestPostProcessor who, String path) throws Exception {
        return mvc.perform(get(path).with(who)).andReturn().getResponse().getStatus();
    }

    private String body(RequestPostProcessor who, String path) throws Exception {
        return mvc.perform(get(path).with(who)).andReturn().getResponse().getContentAsString();
    }

    private static RequestPostProcessor as(Personas who) {
        return TestSignIn.as(who.id(), who.place().id());
    }

    private static String person(String table, UUID application, UUID organisation) {
        return TestInstallation.owner()
                .sql("select person_id::text from " + table + " where application_id = ? and organisation = ?")
                .params(application, organisation)
                .query(String.class)
                .single();
    }
}
