package se.ledfyr.budget.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.ledfyr.personas.Personas.NATIONAL_COORDINATOR;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.PROGRAMME_CASEWORKER;
import static se.ledfyr.personas.SigningIn.signedInAs;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.ledfyr.HouseTest;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.budget.GrantCosts;
import se.ledfyr.budget.Money;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;
import se.ledfyr.programmes.GrantId;
import se.ledfyr.support.Payer;
import se.ledfyr.support.Phase;
import se.ledfyr.support.TestSupport;

/// On the page of somebody in the support programme stands what the days are worth, by who pays them.
@HouseTest
class CostsOfGrantTests {

    private static final LocalDate DAY = LocalDate.of(2020, 3, 1);
    private static final LocalDate UNPRICED = LocalDate.of(2020, 9, 1);
    private static final String SECTION = "id=\"costs\"";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestSupport support;

    @Autowired
    private GrantCosts costs;

    @Test
    void daysAreWorthTheirPriceWhoeverPaysThem() throws Exception {
        price();
        GrantId grant = support.granted("Rut Räknad", DAY);
        support.write(grant, Phase.REST, DAY, 30, null);
        support.write(grant, Phase.REST, DAY.plusDays(30), 5, Payer.HOME);

        String page = page(PROGRAMME_CASEWORKER, grant);
        assertThat(page).contains("Vad dagarna kostar").contains(SECTION);
        String section = page.substring(page.indexOf(SECTION));
        assertThat(section)
                .contains(">30<", Money.kronor(30 * 620).text())
                .contains(">5<", Money.kronor(5 * 620).text());
        assertThat(section)
                .as("the twin: all days on one account")
                .doesNotContain(Money.kronor(35 * 620).text());
    }

    @Test
    void whileThereIsNoPriceNothingIsSaid() throws Exception {
        GrantId grant = support.granted("Ola Oprissatt", UNPRICED);
        support.write(grant, Phase.REST, UNPRICED, 10, null);
        assertThat(page(PROGRAMME_CASEWORKER, grant)).doesNotContain(SECTION).doesNotContain("Vad dagarna kostar");
    }

    @Test
    void aBystanderHasNoSuchPageAndNoSuchFigures() throws Exception {
        price();
        GrantId grant = support.granted("Bo Borta", DAY);
        support.write(grant, Phase.REST, DAY, 3, null);
        for (Personas other : new Personas[] {NORD_COORDINATOR, NATIONAL_COORDINATOR}) {
            mvc.perform(get("/support/grants/" + grant.value()).with(signedInAs(other)))
                    .andExpect(status().isNotFound());
            assertThat(other.acting().get(() -> costs.of(grant.value(), DAY))).isEmpty();
        }
        Acting withoutAccount = new Acting(
                PROGRAMME_CASEWORKER.place().id(),
                PROGRAMME_CASEWORKER.id(),
                java.util.EnumSet.of(Right.WORK_WITH_PEOPLE, Right.READ_FACTS));
        assertThat(withoutAccount.get(() -> costs.of(grant.value(), DAY)))
                .as("works there and keeps no account")
                .isEmpty();
        assertThat(PROGRAMME_CASEWORKER.acting().get(() -> costs.of(grant.value(), DAY)))
                .hasSize(1);
    }

    private String page(Personas who, GrantId grant) throws Exception {
        return mvc.perform(get("/support/grants/" + grant.value())
                        .header("Accept-Language", "sv")
                        .with(signedInAs(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /// For half a year only, so that no other test is priced by it.
    private static void price() {
        Map.of("SUPPORT_DAY", 620, "BED_DAY", 1_050)
                .forEach((kind, kronor) -> TestInstallation.owner()
                        .sql("""
                        insert into budget.price (id, organisation, programme, kind, unit_ore, valid, created_at, created_by)
                        select gen_random_uuid(), ?, 'NSP', ?, ?, '[2020-02-01,2020-08-01)', now(), gen_random_uuid()
                        where not exists (select from budget.price where organisation = ? and kind = ? and valid @> date '2020-03-01')
                        """)
                        .params(
                                PROGRAMME_CASEWORKER.place().id().value(),
                                kind,
                                Money.kronor(kronor).ore(),
                                PROGRAMME_CASEWORKER.place().id().value(),
                                kind)
                        .update());
    }
}
