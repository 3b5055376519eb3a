package se.ledfyr.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;

import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.CaseId;
import se.ledfyr.handover.TestOffers;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.needs.NeedId;

/// A small municipality without an account is added, gets a link by mail and a code by telephone, and
/// answers on a phone, with scripts and without.
@HouseTest
class GuestPagesTests {

    @LocalServerPort
    private int port;

    @Autowired
    TestOffers offers;

    private record Way(String path, String code) {}

    @Test
    void aMunicipalityWithoutAnAccountAnswersOnAPhoneWithoutScripts() {
        Way way = askedInTheBrowser(false);
        try (Browser guest = Browser.phone(port).withoutScripts().open()) {
            Page page = comeIn(guest, way);
            page.locator("summary:has-text('Fråga avsändaren')").click();
            page.fill("#question", "Vilket språk talar personen?");
            page.locator("form[action='/offer/answer/question'] button").click();
            assertThat(page.locator("main").textContent()).contains("Vilket språk talar personen?");

            page.locator("summary:has-text('Tacka nej')").click();
            page.selectOption("select[name=reason]", "no_place");
            page.evaluate("document.querySelectorAll('[required]').forEach(e => e.removeAttribute('required'))");
            page.locator("form[action='/offer/answer/no'] button").click();
            assertThat(page.locator(".notice.bad").textContent()).contains("skriftligt beslut");

            page.locator("summary:has-text('Tacka nej')").click();
            page.selectOption("select[name=reason]", "no_place");
            page.check("input[name=written][value=no]");
            page.fill("#text", "Fullt till måndag");
            page.locator("form[action='/offer/answer/no'] button").click();
            assertThat(page.locator("main").textContent()).contains("Mottagaren tackade nej");
            assertThat(page.locator("form[action^='/offer/answer']").count()).isZero();
        }
        linkIsDead(way);
    }

    @Test
    void everyPageOfTheWayIsFitForAPhone() {
        Way way = askedInTheBrowser(true);
        try (Browser guest = Browser.phone(port).open()) {
            guest.go("/offer");
            guest.check("guest-none");
            guest.go(way.path());
            guest.check("guest-door");
            Page page = comeIn(guest, way);
            guest.check("guest-offer");
            page.locator("summary:has-text('Fråga avsändaren')").click();
            page.locator("summary:has-text('Tacka nej')").click();
            guest.check("guest-open");
            page.locator("form[action='/offer/answer/yes'] button").click();
            assertThat(page.locator("main").textContent()).contains("Ni har tagit över");
            guest.check("guest-taken");
        }
        try (Browser english =
                Browser.phone(port).in(Locale.ENGLISH).withoutScripts().open()) {
            Page page = english.go("/offer/" + UUID.randomUUID());
            assertThat(page.locator("main").textContent()).contains("Code");
        }
    }

    /// What leads nowhere looks like what leads somewhere, until the right code is given.
    @Test
    void aLinkThatNeverWasAnswersLikeOneWithAWrongCode() {
        Way way = asked();
        assertThat(triedWith(way.path())).isEqualTo(triedWith("/offer/" + "A".repeat(43)));
    }

    private String triedWith(String path) {
        try (Browser guest = Browser.phone(port).withoutScripts().open()) {
            Page page = guest.go(path);
            page.fill("#code", "0000 0000");
            page.locator("main form button").click();
            return page.locator("main").textContent();
        }
    }

    private static Page comeIn(Browser guest, Way way) {
        Page page = guest.go(way.path());
        assertThat(page.locator("main").textContent()).doesNotContain("boende");
        page.fill("#code", "0000 0000");
        page.locator("main form button").click();
        assertThat(page.locator(".notice.bad").textContent()).contains("Det gick inte att öppna");
        page.fill("#code", way.code());
        page.locator("main form button").click();
        assertThat(page.url()).endsWith("/offer");
        assertThat(page.locator("main").textContent()).contains("boende", "Sover i bilen");
        return page;
    }

    private void linkIsDead(Way way) {
        try (Browser other = Browser.phone(port).withoutScripts().open()) {
            Page page = other.go(way.path());
            page.fill("#code", way.code());
            page.locator("main form button").click();
            assertThat(page.locator(".notice.bad").count()).isEqualTo(1);
            assertThat(page.locator("main").textContent()).doesNotContain("Sover i bilen");
        }
    }

    private Way asked() {
        return askedInTheBrowser(false);
    }

    /// The sender adds the receiver and asks it, on a phone as well.
    private Way askedInTheBrowser(boolean scripts) {
        CaseId id = offers.caseOf(NORD_COORDINATOR, "Gäst Påhittad");
        NeedId need = offers.needOf(NORD_COORDINATOR, id, "safe_housing", true);
        Browser.Window window =
                scripts ? Browser.phone(port) : Browser.phone(port).withoutScripts();
        try (Browser sender = window.open()) {
            Page page = sender.signIn(NORD_COORDINATOR).go("/handovers/receivers/new?need=" + need.value());
            if (scripts) {
                sender.check("receiver-new");
                page.evaluate("document.querySelectorAll('form').forEach(f => f.noValidate = true)");
                page.fill("#name", "K");
                page.fill("#mailbox", "ingen adress");
                page.locator("form[action='/handovers/receivers/new'] button").click();
                assertThat(page.locator("#errors li").count()).isEqualTo(3);
                assertThat(page.inputValue("#mailbox")).isEqualTo("ingen adress");
                sender.check("receiver-wrong");
            }
            page.fill("#name", "Kommun " + UUID.randomUUID());
            page.selectOption("#kind", "SOCIAL_SERVICES");
            page.selectOption("#municipality", "2403");
            page.fill("#mailbox", "kommun@example.org");
            page.locator("form[action='/handovers/receivers/new'] button").click();
            assertThat(page.url()).contains("/handovers/new?need=" + need.value());
            page.fill("#why", "Sover i bilen, behöver tak över huvudet i natt");
            page.locator("form[action='/handovers/new'] button.button").click();
            String code = page.locator("#code .code").textContent().strip();
            String reference =
                    page.locator("dl.facts code").first().textContent().strip();
            if (scripts) {
                sender.check("receiver-code");
            }
            return new Way(path(reference), code);
        }
    }

    /// What stands in the mail is read from the outbox, as the receiver would read it.
    private static String path(String reference) {
        return TestInstallation.owner()
                .sql("select path from deadlines.letter where reference = ? and text_key = 'handover.letter.link'")
                .param(reference)
                .query(String.class)
                .single();
    }
}
