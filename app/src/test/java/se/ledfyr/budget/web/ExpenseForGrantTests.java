package se.ledfyr.budget.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.ledfyr.personas.Personas.NATIONAL_COORDINATOR;
import static se.ledfyr.personas.Personas.PROGRAMME_CASEWORKER;
import static se.ledfyr.personas.Personas.RETURN_CASEWORKER;
import static se.ledfyr.personas.SigningIn.signedInAs;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import se.ledfyr.HouseTest;
import se.ledfyr.budget.AgreementId;
import se.ledfyr.budget.Forecasts;
import se.ledfyr.budget.Programme;
import se.ledfyr.budget.Reckonings;
import se.ledfyr.budget.TestMoney;
import se.ledfyr.personas.Personas;
import se.ledfyr.support.TestSupport;

/// An expense is booked for somebody's grant from the page of that grant; nobody writes an id by hand.
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpenseForGrantTests {

    private static final LocalDate DAY = LocalDate.of(2006, 3, 1);
    private static final LocalDate SUPPORTED = LocalDate.of(2020, 3, 1);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestSupport support;

    @Autowired
    private TestMoney money;

    @Autowired
    private Reckonings reckonings;

    private AgreementId supported;
    private AgreementId returned;

    @BeforeAll
    void twoAccounts() {
        supported = money.agree(PROGRAMME_CASEWORKER.acting(), Programme.NSP, 2006, 9_000_000);
        returned = money.agree(RETURN_CASEWORKER.acting(), Programme.AMP, 2006, 9_000_000);
    }

    @Test
    void fromThePageOfSupportItComesAlong() throws Exception {
        String grant = support.granted("Disa Dyr", SUPPORTED).value().toString();
        bookedFrom(PROGRAMME_CASEWORKER, supported, "/support/grants/" + grant, grant, "stöd beviljat 2020-03-01");
    }

    @Test
    void fromThePageOfAReturnItComesAlong() throws Exception {
        String one = TestMoney.admitAtWork(DAY, 6_000_000, 2006, null).id().toString();
        bookedFrom(RETURN_CASEWORKER, returned, "/returns/" + one, one, "återvändande beviljat 2006-03-01");
    }

    private void bookedFrom(Personas keeper, AgreementId account, String page, String id, String line)
            throws Exception {
        String form = "/money/" + account + "/expenses?for=" + id;
        assertThat(page(keeper, page)).contains("href=\"" + form + "\"").doesNotContain("1\u00a0717,17");

        assertThat(page(keeper, form))
                .contains(line)
                .contains("href=\"" + page + "\"")
                .contains("<input type=\"hidden\" name=\"grant\" value=\"" + id + "\">");
        String wrong = post(keeper, account, id, "")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(wrong)
                .as("what was brought along stays on error")
                .contains(line)
                .contains("name=\"grant\" value=\"" + id);
        post(keeper, account, id, "1717,17").andExpect(status().is3xxRedirection());

        assertThat(page(keeper, page)).contains("1\u00a0717,17");
        assertThat(page(keeper, "/money/" + account + "/expenses"))
                .contains(line)
                .contains("href=\"" + page + "\"");
        assertThat(page(NATIONAL_COORDINATOR, "/money/" + account + "/expenses"))
                .as("who pays sees the expense and not whose it is")
                .contains("1\u00a0717,17")
                .doesNotContain(line)
                .doesNotContain(id);
    }

    @Test
    void whatIsSomebodyElsesIsAsMissingAsWhatIsNot() throws Exception {
        String grant = support.granted("Frans Främmande", SUPPORTED).value().toString();
        String one = TestMoney.admitAtWork(DAY, 6_000_000, 2006, null).id().toString();
        String nothing = UUID.randomUUID().toString();
        for (String foreign : new String[] {one, nothing, "x", grant.toUpperCase(Locale.ROOT) + "0"}) {
            mvc.perform(get("/money/" + supported + "/expenses?for=" + foreign).with(signedInAs(PROGRAMME_CASEWORKER)))
                    .andExpect(status().isNotFound());
        }
        for (String foreign : new String[] {grant, nothing}) {
            mvc.perform(get("/money/" + returned + "/expenses?for=" + foreign).with(signedInAs(RETURN_CASEWORKER)))
                    .andExpect(status().isNotFound());
        }
        mvc.perform(get("/money/" + supported + "/expenses?for=" + grant).with(signedInAs(NATIONAL_COORDINATOR)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/money/" + supported + "/expenses?for=" + grant).with(signedInAs(RETURN_CASEWORKER)))
                .andExpect(status().isNotFound());
        String other = post(PROGRAMME_CASEWORKER, supported, one, "5")
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        String none = post(PROGRAMME_CASEWORKER, supported, nothing, "5")
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(other).contains("Det finns inget sådant").doesNotContain(one);
        assertThat(none).contains("Det finns inget sådant").doesNotContain(nothing);
    }

    @Test
    void whileMoneySufficesNoAmountIsSuggested() throws Exception {
        String path = "/money/" + supported + "/supplements/new";
        page(PROGRAMME_CASEWORKER, path);
        TestMoney.kept(() -> PROGRAMME_CASEWORKER
                .acting()
                .get(() -> reckonings.forecast(supported, new Forecasts.Asked(LocalDate.of(2006, 12, 30), 0, null))));
        String page = page(PROGRAMME_CASEWORKER, path);
        assertThat(page).contains("Prognosen visar ingen brist").contains("id=\"enough\"");
        String field = page.substring(page.indexOf("id=\"amount\""));
        assertThat(field.substring(0, field.indexOf('>'))).doesNotContain("value=\"0\"");
    }

    private ResultActions post(Personas who, AgreementId account, String grant, String amount) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post("/money/" + account + "/expenses")
                .param("booked_on", "2006-05-05")
                .param("kind", "other")
                .param("amount", amount)
                .param("grant", grant)
                .header("Accept-Language", "sv")
                .with(csrf())
                .with(signedInAs(who)));
    }

    private String page(Personas who, String path) throws Exception {
        return mvc.perform(get(path).header("Accept-Language", "sv").with(signedInAs(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
