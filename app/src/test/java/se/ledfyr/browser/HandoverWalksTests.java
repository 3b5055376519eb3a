package se.ledfyr.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.MUNICIPALITY_CASEWORKER;
import static se.ledfyr.personas.Personas.NATIONAL_STATISTICIAN;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.POLICE_CASEWORKER;
import static se.ledfyr.personas.Personas.SHELTER_CASEWORKER;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.CaseId;
import se.ledfyr.deadlines.TestTime;
import se.ledfyr.deadlines.Ticks;
import se.ledfyr.handover.OfferId;
import se.ledfyr.handover.TestOffers;
import se.ledfyr.needs.NeedId;
import se.ledfyr.needs.Needs;
import se.ledfyr.personas.Personas;

/// The ways through the mechanism that must not end between chairs, walked in a browser. Each is told in
/// `docs/tutorial/`.
@HouseTest
class HandoverWalksTests {

    /// A Friday in Sweden, twenty to seven in the evening.
    private static final Instant FRIDAY_EVENING = Instant.parse("2026-11-27T17:40:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    TestOffers offers;

    @Autowired
    Needs needs;

    @Autowired
    Ticks ticks;

    /// (a) Police find a man in forced labour on a Friday evening.
    @Test
    void aManFoundOnAFridayEveningSleepsUnderARoofAndEverybodysAnswerIsThereAfterwards() {
        try (TestTime time = TestTime.travel()) {
            time.to(FRIDAY_EVENING);
            CaseId found = offers.caseOf(POLICE_CASEWORKER, "Somsak Fredagsson");
            policeOfferTheCase(found);
            String need = coordinatorTakesItAndAsksTheMunicipality(found);
            ticks.tick();
            time.forward(Duration.ofHours(25));
            ticks.tick();
            coordinatorAnswersTheClockAndAsksTheShelter(need);
            shelterAccepts();
            municipalityDeclinesInWritingAfterwards();
            everythingIsThere(found, need);
        }
    }

    private void policeOfferTheCase(CaseId found) {
        try (Browser police = Browser.phone(port).open()) {
            Page page = police.signIn(POLICE_CASEWORKER).go("/cases/" + found.value());
            page.locator("a[href='/handovers/new?case=" + found.value() + "']").click();
            page.selectOption("#to", id(NORD_COORDINATOR));
            page.fill("#why", "Hittad vid en kontroll i kväll. Sover på arbetsplatsen, har ingen lön fått.");
            page.check("input[name=groups][value=identity]");
            page.check("input[name=groups][value=basics]");
            page.selectOption("#purpose", "coordination");
            page.check("input[name=basis][value=ground]");
            page.selectOption("#ground", "crime");
            page.fill("#ground_reason", "Misstanke om människoexploatering, behöver samordnas i kväll");
            police.check("walk-a-1-offer");
            page.locator("form[action='/handovers/new'] button.button").click();
            assertThat(page.locator(".notice.good").textContent()).contains("skickat");
            police.check("walk-a-2-offered");
        }
    }

    private String coordinatorTakesItAndAsksTheMunicipality(CaseId found) {
        try (Browser coordinator = Browser.desktop(port).open()) {
            Page page = coordinator.signIn(NORD_COORDINATOR).go("/handovers");
            coordinator.check("walk-a-3-inbox");
            page.locator("main tr:has-text('Gränspolisen') th a").first().click();
            coordinator.check("walk-a-4-before");
            page.locator("form[action$='/acceptance'] button").click();
            assertThat(page.locator(".notice.good").textContent()).contains("tagit över");
            page.navigate(page.url().replaceAll("/handovers/.*", "/cases/" + found.value() + "/needs/new"));
            page.check("input[name=type][value=safe_housing]");
            page.fill("#seen_on", "2026-11-27");
            page.selectOption("#seen_by", "police");
            page.check("input[name=acute]");
            page.locator("main form button.button").click();
            Page theCase = coordinator.go("/cases/" + found.value());
            coordinator.check("walk-a-5-case");
            theCase.locator("a[href^='/handovers/new?need=']").first().click();
            String need = page.url().replaceAll(".*need=", "");
            page.selectOption("#to", id(MUNICIPALITY_CASEWORKER));
            page.fill("#why", "En vuxen man behöver tak över huvudet i natt.");
            page.locator("form[action='/handovers/new'] button.button").click();
            assertThat(page.locator(".notice.info").textContent()).contains("kvar ansvaret");
            return need;
        }
    }

    private void coordinatorAnswersTheClockAndAsksTheShelter(String need) {
        try (Browser coordinator = Browser.desktop(port).open()) {
            Page page = coordinator.signIn(NORD_COORDINATOR).go("/handovers?box=escalated");
            coordinator.check("walk-a-6-escalated");
            page.locator("main tr:has-text('Socialtjänsten i Umeå'):has-text('2026-11-27') th a")
                    .first()
                    .click();
            coordinator.check("walk-a-7-silence");
            page.locator("summary:has-text('Någon annan kan')").click();
            page.selectOption("#other", id(SHELTER_CASEWORKER));
            page.fill("#why-another", "Kommunen har inte svarat på ett dygn. Hamnen har plats.");
            page.locator("form[action$='/naming-another'] button").click();
            assertThat(page.locator("main").textContent()).contains("Gick ut utan svar");
            page.navigate(page.url().replaceAll("/handovers/.*", "/handovers/new?need=" + need));
            page.selectOption("#to", id(SHELTER_CASEWORKER));
            page.fill("#why", "En vuxen man behöver tak över huvudet i natt. Kommunen svarar inte.");
            page.locator("form[action='/handovers/new'] button.button").click();
        }
    }

    private void shelterAccepts() {
        try (Browser shelter = Browser.phone(port).open()) {
            Page page = shelter.signIn(SHELTER_CASEWORKER).go("/handovers");
            shelter.check("walk-a-8-shelter-inbox");
            page.locator("main tr:has-text('Akut'):has-text('2026-11-28') th a")
                    .first()
                    .click();
            page.locator("form[action$='/acceptance'] button").click();
            shelter.check("walk-a-9-shelter-has-it");
        }
    }

    private void municipalityDeclinesInWritingAfterwards() {
        try (Browser municipality = Browser.desktop(port).open()) {
            Page page = municipality.signIn(MUNICIPALITY_CASEWORKER).go("/handovers?box=ended");
            page.locator("main tr:has-text('Gick ut utan svar'):has-text('2026-11-27') th a")
                    .first()
                    .click();
            page.selectOption("select[name=reason]", "not_our_remit");
            page.check("input[name=written][value=yes]");
            page.fill("#decided_on", "2026-11-28");
            page.fill("#text", "Personen vistas i en annan kommun.");
            municipality.check("walk-a-10-late");
            page.locator("form[action$='/decline'] button").click();
            assertThat(page.locator("main").textContent()).contains("Sent svar från mottagaren");
        }
    }

    private void everythingIsThere(CaseId found, String need) {
        try (Browser coordinator = Browser.desktop(port).open()) {
            Page page = coordinator.signIn(NORD_COORDINATOR).go("/cases/" + found.value());
            coordinator.check("walk-a-11-ledger");
            String text = page.locator("#handovers").textContent();
            assertThat(text)
                    .contains(
                            "Socialtjänsten i Umeå",
                            "Skyddat boende Hamnen",
                            "Gick ut utan svar",
                            "Pågår hos mottagaren");
            page.locator("#handovers a:has-text('boende')").first().click();
            assertThat(page.locator("main").textContent())
                    .contains("Sent svar från mottagaren", "Ett skriftligt beslut gavs 2026-11-28");
        }
        assertThat(NORD_COORDINATOR.acting().get(() -> needs.duties(NeedId.of(need))))
                .as("who owed what, and when")
                .extracting(duty -> duty.organisation())
                .containsExactly(
                        NORD_COORDINATOR.place().id(),
                        SHELTER_CASEWORKER.place().id());
        try (Browser police = Browser.phone(port).open()) {
            Page page = police.signIn(POLICE_CASEWORKER).go("/handovers?box=ended");
            page.locator("main tbody th a").first().click();
            assertThat(page.locator("#receipt").textContent()).contains("Pågår hos mottagaren");
        }
        try (Browser nation = Browser.desktop(port).open()) {
            nation.signIn(NATIONAL_STATISTICIAN).go("/chairs");
            nation.check("chairs");
        }
    }

    /// (d) Two organisations press at the same moment.
    @Test
    void twoPressAtTheSameMomentAndOneOfThemIsTold() throws Exception {
        try (TestTime time = TestTime.travel()) {
            time.to(FRIDAY_EVENING);
            CaseId found = offers.caseOf(POLICE_CASEWORKER, "Tida Samtidig");
            OfferId offer = offers.offerCase(
                    POLICE_CASEWORKER, found, MUNICIPALITY_CASEWORKER.place().id());
            time.forward(Duration.ofDays(20));
            ticks.tick();
            CyclicBarrier moment = new CyclicBarrier(2);
            List<String> said = new ArrayList<>();
            try (ExecutorService two = Executors.newFixedThreadPool(2)) {
                Future<String> one = two.submit(() -> press(MUNICIPALITY_CASEWORKER, offer, "acceptance", moment));
                Future<String> other = two.submit(() -> press(NORD_COORDINATOR, offer, "taking-over", moment));
                said.add(one.get());
                said.add(other.get());
            }
            assertThat(said)
                    .filteredOn(text -> text.contains("Ni har tagit över"))
                    .hasSize(1);
            assertThat(said).filteredOn(text -> text.contains("För sent")).hasSize(1);
        }
    }

    private String press(Personas who, OfferId offer, String step, CyclicBarrier moment) throws Exception {
        try (Browser browser = Browser.phone(port).open()) {
            Page page = browser.signIn(who).go("/handovers/" + offer.value());
            moment.await();
            page.locator("form[action$='/" + step + "'] button").click();
            page.waitForLoadState();
            String text = page.locator("main").textContent();
            browser.check("walk-d-" + step);
            return text;
        }
    }

    /// (c) A mother and two children.
    @Test
    void eachChildOfAMotherHasNeedsOfTheirOwnAndANoDoesNotLeaveThemWaiting() {
        try (TestTime time = TestTime.travel()) {
            time.to(FRIDAY_EVENING);
            CaseId mother = offers.caseOf(NGO_CASEWORKER, "Mai Modersson");
            CaseId older = offers.childOf(NGO_CASEWORKER, mother, "Nin Modersson");
            CaseId younger = offers.childOf(NGO_CASEWORKER, mother, "Pim Modersson");
            NeedId school = offers.needOf(NGO_CASEWORKER, older, "child_education", false);
            offers.needOf(NGO_CASEWORKER, younger, "psychological", false);
            askTheMunicipalityForAChild(older);
            municipalitySaysNotOurRemit();
            associationTakesTheNoFurther(older);
            ticks.tick();
            regionTakesOver();
            assertThat(NGO_CASEWORKER.acting().get(() -> needs.get(school)).owedBy())
                    .isEqualTo(NORD_COORDINATOR.place().id());
            try (Browser ngo = Browser.desktop(port).open()) {
                Page page = ngo.signIn(NGO_CASEWORKER).go("/cases/" + older.value());
                ngo.check("walk-c-child");
                assertThat(page.locator("#handovers").textContent())
                        .contains("Mottagaren tackade nej", "Ett kontor tog över");
            }
            chairsCountTheNoAndWhoTookOverAfterIt();
        }
    }

    private void askTheMunicipalityForAChild(CaseId child) {
        try (Browser ngo = Browser.desktop(port).open()) {
            Page page = ngo.signIn(NGO_CASEWORKER).go("/cases/" + child.value());
            page.locator("a[href^='/handovers/new?need=']").first().click();
            assertThat(page.locator("main").textContent()).contains("Barn");
            page.selectOption("#to", id(MUNICIPALITY_CASEWORKER));
            page.fill("#why", "Barnet är sju år och har inte gått i skolan i Sverige.");
            page.locator("form[action='/handovers/new'] button.button").click();
            ngo.check("walk-c-asked");
        }
    }

    private void municipalitySaysNotOurRemit() {
        try (Browser municipality = Browser.phone(port).open()) {
            Page page = municipality.signIn(MUNICIPALITY_CASEWORKER).go("/handovers");
            page.locator("main tr:has-text('Föreningen Bron') th a").first().click();
            page.locator("summary:has-text('Tacka nej')").click();
            page.selectOption("select[name=reason]", "not_our_remit");
            page.check("input[name=written][value=no]");
            municipality.check("walk-c-no");
            page.locator("form[action$='/decline'] button").click();
            assertThat(page.locator("main").textContent()).contains("Inget skriftligt beslut gavs");
        }
    }

    private void associationTakesTheNoFurther(CaseId child) {
        try (Browser ngo = Browser.phone(port).open()) {
            Page page = ngo.signIn(NGO_CASEWORKER).go("/cases/" + child.value());
            assertThat(page.locator("#handovers").textContent())
                    .contains("Mottagaren tackade nej", "går det vidare till regionens kontor av sig självt");
            page.locator("#handovers ol a").first().click();
            ngo.check("walk-c-declined");
            page.fill("#why-further", "Kommunen säger att skolan inte är deras sak. Barnet har väntat i två år.");
            page.locator("form[action$='/further'] button").click();
            assertThat(page.locator("main").textContent())
                    .contains("Väntar på ett kontor", "Lyft till regionen", "efter ett nej", "kvar ansvaret");
            ngo.check("walk-c-further");
        }
    }

    private void chairsCountTheNoAndWhoTookOverAfterIt() {
        try (Browser nation = Browser.phone(port).open()) {
            Page page = nation.signIn(NATIONAL_STATISTICIAN).go("/chairs");
            assertThat(page.locator("main").textContent()).contains("Lyft till kontoren", "efter ett nej");
            nation.check("walk-c-chairs");
        }
    }

    private void regionTakesOver() {
        try (Browser coordinator = Browser.desktop(port).open()) {
            Page page = coordinator.signIn(NORD_COORDINATOR).go("/handovers?box=escalated");
            page.locator("main tr:has-text('Föreningen Bron') th a").first().click();
            assertThat(page.locator("main").textContent())
                    .doesNotContain("Barnet är sju år")
                    .contains("Inte vårt uppdrag", "Barnet har väntat i två år");
            coordinator.check("walk-c-region");
            page.locator("form[action$='/taking-over'] button").click();
            assertThat(page.locator(".notice.good").textContent()).contains("tagit över");
        }
    }

    private static String id(Personas persona) {
        return persona.place().id().value().toString();
    }
}
