package se.ledfyr.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import se.ledfyr.casework.Cases;
import se.ledfyr.deadlines.TestTime;
import se.ledfyr.deadlines.Ticks;
import se.ledfyr.handover.OfferId;
import se.ledfyr.handover.TestOffers;
import se.ledfyr.personas.Personas;

/// A municipality that was asked, and the office that the silence was carried to, press the button at the same moment:
/// one of them holds the case, and the other is told. The walk-through in `docs/tutorial/two-press-at-once.md`.
@HouseTest
class SameMomentTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestOffers offers;

    @Autowired
    private Ticks ticks;

    @Autowired
    private Cases cases;

    @Test
    void ofTwoWhoPressAtTheSameMomentOneHoldsTheCaseAndTheOtherIsTold() throws Exception {
        CaseId id = offers.caseOf(Personas.POLICE_CASEWORKER, "Samma Stund");
        OfferId offer = offers.offerCase(
                Personas.POLICE_CASEWORKER,
                id,
                Personas.MUNICIPALITY_CASEWORKER.place().id());
        try (TestTime time = TestTime.travel();
                ExecutorService desks = Executors.newFixedThreadPool(2)) {
            time.forward(Duration.ofDays(20));
            ticks.tick();
            CyclicBarrier ready = new CyclicBarrier(2);
            Future<String> municipality =
                    desks.submit(() -> press(Personas.MUNICIPALITY_CASEWORKER, offer, "acceptance", ready));
            Future<String> office = desks.submit(() -> press(Personas.NORD_COORDINATOR, offer, "taking-over", ready));

            List<String> told = List.of(municipality.get(), office.get());

            assertThat(told).filteredOn(notice -> notice.startsWith("För sent")).hasSize(1);
            Personas holder = told.getFirst().startsWith("För sent")
                    ? Personas.NORD_COORDINATOR
                    : Personas.MUNICIPALITY_CASEWORKER;
            assertThat(Personas.POLICE_CASEWORKER
                            .acting()
                            .call(() -> cases.get(id))
                            .isHeldBy(holder.place().id()))
                    .isTrue();
        }
    }

    /// @return what the page says afterwards
    private String press(Personas persona, OfferId offer, String what, CyclicBarrier ready) throws Exception {
        try (Browser browser = Browser.desktop(port).open()) {
            browser.signIn(persona);
            browser.go("/handovers/" + offer.value());
            ready.await();
            browser.page().click("form[action$='/" + what + "'] button");
            browser.picture("same-moment-" + what);
            return browser.page().locator("main .notice").first().textContent().strip();
        }
    }
}
