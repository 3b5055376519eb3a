package se.ledfyr.browser;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.ledfyr.HouseTest;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.casework.HolderInside;
import se.ledfyr.consent.ConsentTerms;
import se.ledfyr.consent.Consents;
import se.ledfyr.emergency.BreakGlass;
import se.ledfyr.guidance.NewTask;
import se.ledfyr.guidance.Tasks;
import se.ledfyr.handover.Links;
import se.ledfyr.handover.OfferId;
import se.ledfyr.handover.Receivers;
import se.ledfyr.handover.TestOffers;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.needs.ChildPlace;
import se.ledfyr.needs.Children;
import se.ledfyr.needs.Measures;
import se.ledfyr.needs.NeedId;
import se.ledfyr.needs.NewChild;
import se.ledfyr.needs.NewMeasure;
import se.ledfyr.needs.Sector;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.personas.Personas;

/// Every page about cases, needs, hand-offs, consents, time limits and emergencies, in both languages, on a phone
/// and on a desktop: nothing for axe to complain about, nothing to scroll sideways.
@HouseTest
class EveryPageTests {

    private static final int PHONE = 360;
    private static final int DESKTOP = 1280;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @LocalServerPort
    private int port;

    @Autowired
    private TestOffers offers;

    @Autowired
    private Cases cases;

    @Autowired
    private Measures measures;

    @Autowired
    private Children children;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Consents consents;

    @Autowired
    private Receivers receivers;

    @Autowired
    private Links links;

    @Autowired
    private BreakGlass glass;

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void theCoordinatorsPagesAreOpenToEverybody(String language) {
        CaseId id = offers.caseOf(Personas.NORD_COORDINATOR, "Varje Sidasson");
        String at = "/cases/" + id.value();
        NeedId need = offers.needOf(Personas.NORD_COORDINATOR, id, "safe_housing", true);
        NeedId other = offers.needOf(Personas.NORD_COORDINATOR, id, "legal_advice", false);
        OfferId offer = offers.offerNeed(
                Personas.NORD_COORDINATOR, need, Personas.NGO_CASEWORKER.place().id());
        String[] made = Personas.NORD_COORDINATOR.acting().get(() -> {
            measures.add(need, new NewMeasure(null, Sector.CIVIL_SOCIETY, DAY, null, "ongoing"));
            tasks.add(id, new NewTask("talk-alone", null, HolderInside.ON_DUTY, DAY));
            return new String[] {
                children.add(id, new NewChild(ChildPlace.ACCOMPANYING, 4, "female"))
                        .value()
                        .toString(),
                consents.record(cases.get(id).person(), terms()).value().toString(),
                cases.get(id).registration().value().toString()
            };
        });
        try (Browser browser = open(language, Personas.NORD_COORDINATOR)) {
            for (String path : List.of(
                    "/",
                    "/cases",
                    "/cases?show=all&names=true",
                    "/cases?show=passed_on",
                    "/cases?reference=2222-2222",
                    at,
                    at + "/closing",
                    at + "/times",
                    at + "/needs/new",
                    at + "/children/new?place=home_country",
                    "/children/" + made[0],
                    at + "/plan",
                    at + "/tasks/new",
                    at + "/consents/new",
                    "/consents/" + made[1],
                    "/needs",
                    "/needs?owed=others&overdue=true",
                    "/needs/" + need.value(),
                    "/manual",
                    "/manual?edition=manual-2016",
                    "/consultations",
                    "/consultations/new",
                    "/consultations/declined",
                    "/consultations/declined/new",
                    "/deadlines",
                    "/deadlines?whose=all",
                    "/deadlines/rules",
                    "/deadlines/calendar",
                    "/handovers",
                    "/handovers?box=outbox",
                    "/handovers?box=escalated",
                    "/handovers?box=ended",
                    "/handovers/" + offer.value(),
                    "/handovers/new?case=" + id.value(),
                    "/handovers/new?need=" + other.value(),
                    "/handovers/together/new?case=" + id.value(),
                    "/handovers/receivers/new",
                    "/emergency",
                    "/emergency/sealed",
                    "/registrations/" + made[2] + "/seal")) {
                look(browser, path, language);
            }
        }
        try (Browser browser = open(language, Personas.NGO_CASEWORKER)) {
            look(browser, "/handovers", "to-" + language);
            look(browser, "/handovers/" + offer.value(), "to-" + language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void thePagesOfThoseWhoJudgeAndCountAreOpenToEverybody(String language) {
        Personas.SYD_COORDINATOR.acting().run(() -> glass.breakGlass("Ingen Sådan", "Någon behöver hjälp"));
        try (Browser browser = open(language, Personas.SYD_LEAD)) {
            look(browser, "/", "lead-" + language);
            look(browser, "/emergency/told", language);
        }
        try (Browser browser = open(language, Personas.NATIONAL_AUDITOR)) {
            look(browser, "/", "auditor-" + language);
            look(browser, "/audit", language);
            Page page = look(browser, "/emergency/reviews", language);
            String review = page.locator("ul.cards a").first().getAttribute("href");
            look(browser, review, language);
        }
        try (Browser browser = open(language, Personas.NATIONAL_STATISTICIAN)) {
            for (String path : List.of(
                    "/chairs",
                    "/statistics",
                    "/statistics/printed",
                    "/statistics/consultations_topic",
                    "/statistics/notices_reason")) {
                look(browser, path, language);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void thePagesBehindALinkAreOpenToEverybody(String language) {
        OfferId offer = Personas.NORD_COORDINATOR
                .acting()
                .get(() -> offers.offerNeed(
                        Personas.NORD_COORDINATOR,
                        offers.needOf(
                                Personas.NORD_COORDINATOR,
                                offers.caseOf(Personas.NORD_COORDINATOR, "Länka Påhittad"),
                                "safe_housing",
                                true),
                        receivers
                                .add(
                                        "Kommun " + UUID.randomUUID(),
                                        OrganisationKind.SOCIAL_SERVICES,
                                        "2403",
                                        "kommun@example.org")
                                .orElseThrow()));
        String code = Personas.NORD_COORDINATOR.acting().get(() -> links.send(offer));
        String path = TestInstallation.owner()
                .sql("select path from deadlines.letter where reference = ? and text_key = 'handover.letter.link'"
                        + " order by made_at desc limit 1")
                .param(offer.reference())
                .query(String.class)
                .single();
        try (Browser browser =
                Browser.phone(port).in(Locale.of(language)).withoutScripts().open()) {
            browser.go("/offer/guessed");
            browser.picture("link-nothing-" + language);
            Page page = browser.go(path);
            browser.picture("link-door-" + language);
            page.locator("input[name=code]").fill(code);
            page.locator("main form button").first().click();
            browser.picture("link-offer-" + language);
        }
        String again = Personas.NORD_COORDINATOR.acting().get(() -> links.send(offer));
        String fresh = TestInstallation.owner()
                .sql("select path from deadlines.letter where reference = ? and text_key = 'handover.letter.link'"
                        + " order by made_at desc limit 1")
                .param(offer.reference())
                .query(String.class)
                .single();
        try (Browser browser = Browser.phone(port).in(Locale.of(language)).open()) {
            look(browser, "/offer/guessed", language);
            Page page = look(browser, fresh, "door-" + language);
            page.locator("input[name=code]").fill(again);
            page.locator("main form button").first().click();
            here(browser, "link-offer", language);
        }
    }

    private Browser open(String language, Personas who) {
        return Browser.phone(port).in(Locale.of(language)).open().signIn(who);
    }

    private static Page look(Browser browser, String path, String language) {
        Page page = browser.go(path);
        here(browser, path.replaceAll("[0-9a-f-]{36}", "id").replaceAll("[^a-z]+", "-"), language);
        return page;
    }

    private static void here(Browser browser, String name, String language) {
        browser.page().setViewportSize(DESKTOP, 900);
        browser.check("every" + name + "-" + language + "-" + DESKTOP);
        browser.page().setViewportSize(PHONE, 740);
        browser.check("every" + name + "-" + language + "-" + PHONE);
    }

    private static ConsentTerms terms() {
        return new ConsentTerms(
                "support",
                Set.of(Personas.NGO_CASEWORKER.place().id()),
                Set.of(FieldGroup.BASICS),
                "self",
                "spoken",
                "sv",
                "none_needed",
                null,
                DAY,
                null);
    }
}
