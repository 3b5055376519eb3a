package se.ledfyr.surveys.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static se.ledfyr.personas.Personas.NATIONAL_STATISTICIAN;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.PLATFORM_COORDINATOR;
import static se.ledfyr.personas.Personas.SHELTER_CASEWORKER;
import static se.ledfyr.personas.SigningIn.signedInAs;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import se.ledfyr.HouseTest;
import se.ledfyr.access.NotHere;
import se.ledfyr.casework.CaseId;
import se.ledfyr.handover.TestOffers;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;
import se.ledfyr.surveys.Reminding;
import se.ledfyr.surveys.TestContacts;

@HouseTest
class ContactPagesTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Reminding reminding;

    @Autowired
    private TestOffers offers;

    @Test
    void aContactIsThereForItsOwnOrganisationAlone() throws Exception {
        UUID id = TestContacts.add(Personas.Place.NGO, 2025, true, "Bara vi");

        assertThat(read(NGO_CASEWORKER, "/contacts/" + id).getContentAsString()).contains("Bara vi");
        for (Personas other :
                List.of(SHELTER_CASEWORKER, PLATFORM_COORDINATOR, NORD_COORDINATOR, NATIONAL_STATISTICIAN)) {
            assertThat(read(other, "/contacts/" + id).getStatus()).isEqualTo(404);
        }
        assertThat(read(SHELTER_CASEWORKER, "/contacts?year=2025").getContentAsString())
                .doesNotContain("Bara vi");
        assertThat(read(PLATFORM_COORDINATOR, "/contacts/compilation/rows?year=2025&form=adult")
                        .getContentAsString())
                .doesNotContain("Bara vi");
    }

    @Test
    void bystandersHaveNoSuchPages() throws Exception {
        for (Personas other : List.of(NORD_COORDINATOR, NATIONAL_STATISTICIAN)) {
            for (String path : List.of("/contacts", "/contacts/new", "/contacts/notes", "/contacts/compilation")) {
                assertThat(read(other, path).getStatus()).as(path).isEqualTo(404);
            }
        }
        assertThat(read(NGO_CASEWORKER, "/contacts/compilation").getStatus()).isEqualTo(404);
        assertThat(read(PLATFORM_COORDINATOR, "/contacts").getStatus()).isEqualTo(404);
    }

    @Test
    void severalPeopleOfTheYearBeforeGoOnWithOneClick() throws Exception {
        UUID one = TestContacts.add(Personas.Place.SHELTER, 2024, true, "Fortsätter ett");
        UUID two = TestContacts.add(Personas.Place.SHELTER, 2024, true, "Fortsätter två");
        assertThat(read(SHELTER_CASEWORKER, "/contacts?year=2025").getContentAsString())
                .contains("value=\"" + one + "\"", "value=\"" + two + "\"");

        mvc.perform(post("/contacts/carry-over")
                .with(signedInAs(SHELTER_CASEWORKER))
                .with(csrf())
                .param("year", "2025")
                .param("id", one.toString(), two.toString()));

        assertThat(read(SHELTER_CASEWORKER, "/contacts?year=2025").getContentAsString())
                .contains("Fortsätter ett", "Fortsätter två")
                .doesNotContain("value=\"" + one + "\"", "value=\"" + two + "\"");
    }

    @Test
    void nobodyCarriesOverWhatBelongsToAnother() throws Exception {
        UUID others = TestContacts.add(Personas.Place.NGO, 2024, true, "Någon annans");

        mvc.perform(post("/contacts/carry-over")
                .with(signedInAs(SHELTER_CASEWORKER))
                .with(csrf())
                .param("year", "2025")
                .param("id", others.toString()));

        assertThat(TestInstallation.owner()
                        .sql("select count(*) from surveys.contact where carried_from = ?")
                        .param(others)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatTheCaseSaysIsTakenFromItAndWhatIsMissingIsMarked() throws Exception {
        CaseId held = offers.caseOf(NGO_CASEWORKER, "Ärendets person");
        offers.needOf(NGO_CASEWORKER, held, "safe_housing", false);
        TestInstallation.owner()
                .sql("update casework.case_file set identified_on = '2025-05-05' where id = ?")
                .param(held.value())
                .update();
        TestInstallation.owner()
                .sql("update needs.need set seen_on = '2025-05-06' where case_id = ?")
                .param(held.value())
                .update();
        String form = "/contacts/new?case=" + held.value() + "&year=2025";
        assertThat(read(NGO_CASEWORKER, "/cases/" + held.value()).getContentAsString())
                .contains(form.replace("&", "&amp;"), "/contacts/new?case=" + held.value() + "\"");

        String page = read(NGO_CASEWORKER, form).getContentAsString();

        assertThat(page)
                .contains("Hämtat ur ärendet", "Finns inte i ärendet", "value=\"TH\" selected")
                .containsPattern("name=\"needs\" value=\"safe_housing\" checked")
                .doesNotContain("Ärendets person");
        assertThat(read(SHELTER_CASEWORKER, form).getStatus()).isEqualTo(404);
        String saved = mvc.perform(post("/contacts/new")
                        .with(signedInAs(NGO_CASEWORKER))
                        .with(csrf())
                        .param("form", "adult")
                        .param("year", "2025")
                        .param("from", held.value().toString())
                        .param("exposure", "direct")
                        .param("needs", "safe_housing"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(read(NGO_CASEWORKER, form).getRedirectedUrl()).isEqualTo(saved);
    }

    @Test
    void whoHasSentNothingIsRemindedOnceADayByALetterThatNamesTheYearAlone() {
        int reminded = PLATFORM_COORDINATOR.acting().get(() -> reminding.remind(2199));

        assertThat(reminded).isGreaterThanOrEqualTo(2);
        assertThat(PLATFORM_COORDINATOR.acting().get(() -> reminding.remind(2199)))
                .isZero();
        assertThat(TestInstallation.owner()
                        .sql("select distinct reference || ' ' || path from deadlines.letter"
                                + " where text_key = 'contacts.letter.reminder' and reference = '2199'")
                        .query(String.class)
                        .list())
                .containsExactly("2199 /contacts?year=2199");
        for (Personas other : List.of(NGO_CASEWORKER, NORD_COORDINATOR, NATIONAL_STATISTICIAN)) {
            other.acting().run(() -> assertThatExceptionOfType(NotHere.class).isThrownBy(() -> reminding.remind(2198)));
        }
    }

    private MockHttpServletResponse read(Personas persona, String path) throws Exception {
        return mvc.perform(get(path).with(signedInAs(persona))).andReturn().getResponse();
    }
}
