package se.ledfyr.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The funding that was printed comes out of agreements and decisions.
class FundingTableTests {

    private static Register register;

    @BeforeAll
    static void agreeOnThePrintedYears() {
        register = new Register();
        register.addOrganisation("funder", "NATIONAL_COORDINATION", null);
        register.addOrganisation("support", "PROGRAMME_OFFICE", null);
        register.addOrganisation("return", "RETURN_OPERATOR", null);
        agree("return", "AMP", 2021, 3_900_000, 0);
        agree("return", "AMP", 2022, 4_300_000, 0);
        // Whether the supplement stands in the printed final amount is not stated; here it does.
        agree("return", "AMP", 2023, 3_060_000, 900_000);
        agree("support", "NSP", 2021, 2_000_000, 0);
        agree("support", "NSP", 2022, 2_500_000, 0);
        agree("support", "NSP", 2023, 2_700_000, 500_000);
    }

    @AfterAll
    static void close() {
        register.close();
    }

    private static void agree(String keeper, String programme, int year, long kronor, long more) {
        UUID id = UUID.randomUUID();
        register.sql()
                .execute("""
                insert into budget.agreement (id, organisation, funder, programme, year, reference, signed_on, granted_ore, conditions,
                                              report_due_on, created_at, created_by)
                values (?, ?, ?, ?, ?, 'A', '2021-01-01', ?, '', '2031-01-01', now(), gen_random_uuid())
                """, id, Register.office(keeper), Register.office("funder"), programme, year, 100 * kronor);
        ask(id, more, "GRANTED", 100 * more);
        ask(id, 250_000, "REFUSED", null);
    }

    private static void ask(
            UUID agreement, long kronor, String state, @org.jspecify.annotations.Nullable Long granted) {
        if (kronor > 0) {
            register.sql().execute("""
                    insert into budget.supplement (id, agreement_id, asked_on, asked_ore, ground, as_of, available_ore, spent_ore,
                        committed_ore, low_ore, middle_ore, high_ore, what_if, seed, simulations, lasts, state, decided_on, granted_ore,
                        decision, decided_by, asked_at, asked_by)
                    values (gen_random_uuid(), ?, '2023-09-01', ?, 'G', '2023-08-31', 0, 0, 0, 0, 0, 0, 0, 1, 100, 0, ?, '2023-10-01',
                            ?::bigint, 'D', gen_random_uuid(), now(), gen_random_uuid())
                    """, agreement, 100 * kronor, state, granted);
        }
    }

    @Test
    void everyPrintedAmountIsMet() {
        Map<List<String>, BigDecimal> ours = register.national("programme_funding").stream()
                .collect(Collectors.toMap(Cell::codes, cell -> new BigDecimal(cell.printed())));

        assertThat(Register.reference("programme_funding.csv"))
                .hasSize(9)
                .allSatisfy(
                        row -> assertThat(ours.get(List.of(row.get("year"), row.get("programme"), row.get("stage"))))
                                .isEqualByComparingTo(row.get("sek")));
    }

    /// What was refused is in no figure: each year adds up.
    @Test
    void whatWasGrantedAtFirstAndAddedIsTheFinalAmount() {
        Map<List<String>, BigDecimal> ours = register.national("programme_funding").stream()
                .collect(Collectors.toMap(Cell::codes, cell -> new BigDecimal(cell.printed())));
        for (String year : List.of("2021", "2022", "2023")) {
            for (String programme : List.of("amp", "nsp")) {
                assertThat(amount(ours, year, programme, "initial").add(amount(ours, year, programme, "supplement")))
                        .isEqualByComparingTo(amount(ours, year, programme, "final"));
            }
        }
    }

    private static BigDecimal amount(Map<List<String>, BigDecimal> cells, String... codes) {
        return Objects.requireNonNull(cells.get(List.of(codes)));
    }

    @Test
    void nobodyBoundCountsNothing() {
        assertThat(Register.evaluate(
                        register.database().statistics(false), register.table("programme_funding"), Selection.ALL))
                .isEmpty();
    }
}
