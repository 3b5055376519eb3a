package se.ledfyr.surveys.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static se.ledfyr.personas.Personas.NATIONAL_COORDINATOR;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.PLATFORM_COORDINATOR;
import static se.ledfyr.personas.Personas.SHELTER_CASEWORKER;
import static se.ledfyr.personas.SigningIn.signedInAs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.HouseTest;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.browser.Browser;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.personas.Personas;
import se.ledfyr.surveys.MembershipRefused;
import se.ledfyr.surveys.Participants;

/// The platform takes members in and ends memberships, with days; what was is never rewritten.
@HouseTest
class MemberPagesTests {

    private static final String PATH = "/contacts/compilation/members";
    private static final LocalDate JOINED = LocalDate.of(2024, 3, 1);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Participants participants;

    @Autowired
    private Organisations organisations;

    @Autowired
    private DSLContext sql;

    @Autowired
    private TransactionTemplate transaction;

    @LocalServerPort
    private int port;

    @Test
    void aMemberIsTakenInAndEndedAndItsHistoryStays() throws Exception {
        OrganisationId member = association("Föreningen Fyrbåken (prov)");
        String label = as(participants::freeLabel);

        assertThat(send(PATH, "organisation", id(member), "label", label, "from", JOINED.toString())
                        .getRedirectedUrl())
                .isEqualTo(PATH);
        assertThat(reports(member)).isTrue();
        String end = PATH + "/" + id(member) + "/end";
        assertThat(send(end, "last", "2025-06-30").getRedirectedUrl()).isEqualTo(PATH);
        assertThat(reports(member)).isFalse();
        assertThat(send(PATH, "organisation", id(member), "label", "ORG-999", "from", "2026-02-01")
                        .getRedirectedUrl())
                .isEqualTo(PATH);

        assertThat(as(participants::history))
                .filteredOn(each -> each.organisation().equals(member))
                .extracting(each -> each.label() + " " + each.from() + " " + each.to())
                .containsExactly(label + " 2026-02-01 null", label + " 2024-03-01 2025-06-30");
        assertThat(reports(member)).isTrue();
        assertThat(read(PLATFORM_COORDINATOR, PATH).getContentAsString())
                .contains("Föreningen Fyrbåken (prov)", "Medlem 2024-03-01 till 2025-06-30", "Medlem sedan 2026-02-01");
        send(end, "last", "2026-02-02");
        assertThat(TestInstallation.owner()
                        .sql(
                                "select count(*) from audit.entry where action = 'SURVEY_MEMBER_CHANGED' and ? = any (subjects)")
                        .param(member.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void whatCannotBeIsSaidAtItsFieldAndNothingIsLost() throws Exception {
        OrganisationId member = association("Föreningen Vrakfyren (prov)");
        String tomorrow = LocalDate.now(java.time.ZoneId.of("Europe/Stockholm"))
                .plusDays(2)
                .toString();
        OrganisationId own = Personas.Place.NGO.id();

        assertThat(send(PATH, "label", "ORG-77", "from", "2025-01-01").getContentAsString())
                .contains("organisation-error");
        assertThat(send(PATH, "organisation", id(member), "label", "ORG-1", "from", "2025-01-01")
                        .getContentAsString())
                .contains("label-error", "value=\"ORG-1\"", "value=\"" + id(member) + "\" selected");
        assertThat(send(PATH, "organisation", id(member), "label", "ORG-01", "from", "2025-01-01")
                        .getContentAsString())
                .contains("label-error");
        assertThat(send(PATH, "organisation", id(member), "label", "ORG-77", "from", tomorrow)
                        .getContentAsString())
                .contains("from-error");
        assertThat(send(PATH, "organisation", id(own), "label", "ORG-77", "from", "2025-01-01")
                        .getContentAsString())
                .contains("organisation-error");
        assertThat(send(PATH + "/" + id(own) + "/end", "last", tomorrow).getContentAsString())
                .contains("last-" + own.value() + "-error");
        assertThat(as(participants::history))
                .noneMatch(each -> each.organisation().equals(member));
    }

    @Test
    void onlyOrganisationsThatReportAreTakenIn() {
        OrganisationId police = Personas.Place.MUNICIPALITY.id();

        assertThatExceptionOfType(MembershipRefused.class)
                .isThrownBy(() -> run(() -> participants.join(police, "ORG-88", JOINED)))
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(MembershipRefused.Why.NO_ORGANISATION));
        assertThat(as(participants::candidates)).noneMatch(each -> each.id().equals(police));
    }

    @Test
    void forEverybodyElseThereIsNoSuchPageAndNoHistory() throws Exception {
        OrganisationId member = association("Föreningen Blindskär (prov)");
        run(() -> participants.join(member, as(participants::freeLabel), JOINED));
        for (Personas other : List.of(NGO_CASEWORKER, SHELTER_CASEWORKER, NORD_COORDINATOR, NATIONAL_COORDINATOR)) {
            assertThat(read(other, PATH).getStatus()).isEqualTo(404);
            other.acting().run(() -> {
                assertThatExceptionOfType(NotHere.class).isThrownBy(participants::history);
                assertThatExceptionOfType(NotHere.class)
                        .isThrownBy(() -> participants.leave(member, LocalDate.of(2025, 1, 1)));
                assertThatExceptionOfType(NotHere.class).isThrownBy(() -> participants.join(member, "ORG-89", JOINED));
            });
        }
        // A member reads when it was one itself; nobody else's times. Nobody reads nothing.
        assertThat(rows("select count(*) from surveys.membership where organisation = ?", member, null))
                .isZero();
        assertThat(rows("select count(*) from surveys.membership where organisation = ?", member, member))
                .isEqualTo(1);
        assertThat(rows(
                        "select count(*) from surveys.membership where organisation = ?",
                        member,
                        Personas.Place.NGO.id()))
                .isZero();
        run(() -> participants.leave(member));
    }

    /// The twin of a history that stays: whoever could write into it could also make itself a member of long ago.
    @Test
    void nobodyButThePlatformWritesIntoTheHistory() {
        for (OrganisationId attacker : List.of(Personas.Place.NGO.id(), Personas.Place.SHELTER.id())) {
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> rows(
                            "with w as (insert into surveys.membership (organisation, platform, from_day, noted_at)"
                                    + " values (?, '" + attacker.value()
                                    + "', '2000-01-01', now()) returning 1) select count(*) from w",
                            attacker,
                            attacker));
            assertThat(rows(
                            "with w as (update surveys.membership set to_day = '2025-01-01', ended_at = now()"
                                    + " where organisation = ? returning 1) select count(*) from w",
                            attacker,
                            attacker))
                    .isZero();
        }
    }

    @Test
    void thePageIsReadableOnAPhoneAndADeskInBothLanguages() {
        for (String language : List.of("sv", "en")) {
            for (Browser.Window window : List.of(Browser.desktop(port), Browser.phone(port))) {
                try (Browser browser = window.in(Locale.of(language)).open()) {
                    browser.signIn(PLATFORM_COORDINATOR).go(PATH);
                    browser.checkWords("members");
                    browser.check("members-" + language + "-" + window.width());
                }
            }
        }
    }

    private OrganisationId association(String name) {
        OrganisationId id = OrganisationId.random();
        new Acting(id, null, Set.of())
                .run(() -> organisations.add(new Organisation(id, name, OrganisationKind.NGO, null, null)));
        return id;
    }

    private boolean reports(OrganisationId member) {
        return new Acting(member, null, Set.of(Right.READ_FACTS))
                .get(() -> participants.ownLabel().isPresent());
    }

    /// What the application role reads or writes in the name of an organisation; of nobody for null.
    private long rows(String query, OrganisationId of, @Nullable OrganisationId reader) {
        if (reader == null) {
            return TestInstallation.application()
                    .sql(query)
                    .param(of.value())
                    .query(Long.class)
                    .single();
        }
        List<Long> found = new ArrayList<>();
        new Acting(reader, null, Set.of())
                .run(() -> transaction.executeWithoutResult(
                        status -> found.add(sql.fetchSingle(query, of.value()).get(0, Long.class))));
        return found.getFirst();
    }

    private static String id(OrganisationId organisation) {
        return organisation.value().toString();
    }

    private static <T> T as(java.util.function.Supplier<T> work) {
        return PLATFORM_COORDINATOR.acting().get(work);
    }

    private static void run(Runnable work) {
        PLATFORM_COORDINATOR.acting().run(work);
    }

    private MockHttpServletResponse send(String path, String... fields) throws Exception {
        var request = post(path).with(signedInAs(PLATFORM_COORDINATOR)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private MockHttpServletResponse read(Personas persona, String path) throws Exception {
        return mvc.perform(get(path).with(signedInAs(persona))).andReturn().getResponse();
    }
}
