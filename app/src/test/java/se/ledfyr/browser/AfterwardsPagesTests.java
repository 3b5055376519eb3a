package se.ledfyr.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.MUNICIPALITY_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.POLICE_CASEWORKER;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.handover.Answering;
import se.ledfyr.handover.Decline;
import se.ledfyr.handover.DeclineReason;
import se.ledfyr.handover.Escalations;
import se.ledfyr.handover.OfferId;
import se.ledfyr.handover.Refusals;
import se.ledfyr.handover.TestOffers;

/// A no was taken further, the office took over, and the one before says afterwards whom it is about.
@HouseTest
class AfterwardsPagesTests {

    private static final String NAME = "Efter Handsson";

    @LocalServerPort
    private int port;

    @Autowired
    private TestOffers offers;

    @Autowired
    private Answering answering;

    @Autowired
    private Refusals refusals;

    @Autowired
    private Escalations escalations;

    @Test
    void theOneBeforeTellsOnAPhoneAndTheOfficeTakesItIn() {
        CaseId id = offers.caseOf(POLICE_CASEWORKER, NAME);
        OfferId offer = takenOver(id);
        try (Browser browser = Browser.phone(port).open().signIn(POLICE_CASEWORKER)) {
            Page page = browser.go("/handovers/" + offer.value());
            browser.check("afterwards-sender");
            page.locator("a[href$=afterwards]").click();
            browser.check("afterwards-form");
            page.locator("main form button.button").click();
            assertThat(page.locator("main").textContent())
                    .as("nothing was chosen")
                    .contains("Uppgifter i efterhand");
            browser.check("afterwards-fault");
            page.locator("input[name=groups][value=identity]").check();
            page.locator("input[name=groups][value=basics]").check();
            page.locator("select[name=purpose]").selectOption("coordination");
            page.locator("input[name=basis][value=ground]").check();
            page.locator("select[name=ground]").selectOption("vital_interest");
            page.locator("input[name=ground_reason]").fill("Behöver vård i natt");
            page.locator("main form button.button").click();
            assertThat(page.locator("main").textContent()).contains("Inte öppnat ännu.");
            browser.check("afterwards-told");
        }
        try (Browser browser = Browser.desktop(port).withoutScripts().open().signIn(NORD_COORDINATOR)) {
            Page page = browser.go("/handovers/" + offer.value());
            assertThat(page.content()).as("sealed until it is taken in").doesNotContain(NAME);
            browser.picture("afterwards-arrived");
            page.locator("form[action$=adoption] button").click();
            assertThat(browser.go("/cases/" + id.value()).content()).contains(NAME);
        }
        try (Browser browser = Browser.desktop(port).in(Locale.ENGLISH).open().signIn(NORD_COORDINATOR)) {
            browser.go("/handovers/" + offer.value());
            browser.check("afterwards-taken-in");
        }
    }

    private OfferId takenOver(CaseId id) {
        OfferId offer = offers.offerCase(
                POLICE_CASEWORKER, id, MUNICIPALITY_CASEWORKER.place().id());
        MUNICIPALITY_CASEWORKER
                .acting()
                .run(() -> answering.decline(
                        offer, new Decline(DeclineReason.NOT_OUR_REMIT, "", true, LocalDate.of(2026, 11, 21))));
        POLICE_CASEWORKER.acting().run(() -> refusals.takeFurther(offer, "Ingen tar det"));
        NORD_COORDINATOR.acting().run(() -> escalations.takeOver(offer, HolderInside.ON_DUTY));
        return offer;
    }
}
