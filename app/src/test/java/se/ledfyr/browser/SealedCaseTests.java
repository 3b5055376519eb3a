package se.ledfyr.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.Circumstances;
import se.ledfyr.casework.Registering;
import se.ledfyr.casework.TestFacts;
import se.ledfyr.people.Identity;
import se.ledfyr.people.NameFacts;
import se.ledfyr.personas.Personas;

/// A case is sealed, the glass is broken, told and judged, and the seal is lifted: in a browser, on a telephone and
/// at a desk, in both languages.
@HouseTest
class SealedCaseTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Registering registering;

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void aCaseIsSealedOpenedInAnEmergencyAndOpenedAgain(String language) {
        String name = "Signe Gömd Browser" + language;
        String id = Personas.NORD_COORDINATOR
                .acting()
                .get(() -> registering.newPerson(
                        new Registering.NewPerson(Identity.named(name), null, new NameFacts(1990, "TH")),
                        TestFacts.of(2021),
                        Circumstances.notStated()))
                .value()
                .toString();
        try (Browser lead = Browser.phone(port).in(Locale.of(language)).open()) {
            lead.signIn(Personas.NORD_LEAD);
            Page page = lead.go("/registrations/" + id);
            lead.check("person-may-be-sealed-" + language);
            page.locator("#seal a.button").click();
            lead.check("seal-" + language);
            page.locator("#why").fill("Hot");
            page.locator("form[action$='/seal'] button").click();
            assertThat(page.locator("#seal .tag.protected").count()).isEqualTo(1);
            lead.check("person-sealed-" + language);
            lead.go("/emergency/sealed");
            lead.check("sealed-to-me-" + language);
        }
        try (Browser coordinator =
                Browser.desktop(port).in(Locale.of(language)).withoutScripts().open()) {
            coordinator.signIn(Personas.NORD_COORDINATOR);
            Page page = coordinator.go("/registrations/" + id);
            assertThat(page.content()).doesNotContain(name);
            coordinator.go("/emergency");
            page.locator("#words").fill(name);
            page.locator("#reason").fill("Sjukhuset frågar efter allergi");
            page.locator("form[action='/emergency'] button").click();
            assertThat(page.locator("ol.history li").count()).isPositive();
            coordinator.picture("emergency-" + language);
            assertThat(coordinator.go("/registrations/" + id).content()).contains(name);
        }
        try (Browser told =
                Browser.phone(port).in(Locale.of(language)).inTheDark().open()) {
            told.signIn(Personas.NORD_LEAD);
            told.check("emergency-start-" + language);
            told.go("/emergency/told");
            told.check("emergency-told-" + language);
            told.go("/emergency");
            told.check("emergency-form-" + language);
        }
        try (Browser auditor = Browser.desktop(port).in(Locale.of(language)).open()) {
            auditor.signIn(Personas.NORD_AUDITOR);
            Page page = auditor.go("/emergency/reviews");
            auditor.check("emergency-reviews-" + language);
            page.locator("ul.cards a").first().click();
            auditor.check("emergency-review-" + language);
            page.locator("input[value=JUSTIFIED]").check();
            page.locator("#why").fill("Ja");
            page.locator("form[action^='/emergency/reviews/'] button").click();
            auditor.check("emergency-judged-" + language);
        }
        try (Browser lead = Browser.desktop(port).in(Locale.of(language)).open()) {
            lead.signIn(Personas.NORD_LEAD);
            Page page = lead.go("/registrations/" + id + "/seal");
            page.locator("#lift-why").fill("Över");
            lead.check("seal-change-" + language);
            page.locator("form[action$='/lifting'] button").click();
            assertThat(page.locator("#seal .tag.protected").count()).isZero();
        }
    }
}
