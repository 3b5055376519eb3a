package se.ledfyr.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.ledfyr.HouseTest;
import se.ledfyr.statistics.Cell;
import se.ledfyr.statistics.ContactFigures;
import se.ledfyr.statistics.PublishedTable;
import se.ledfyr.statistics.Unit;

/// What tells of few people is seen: by itself, by what it is a share of, by what is missing, by
/// what it differs by.
@HouseTest
class SmallNumbersTests {

    private static final CellRef GRANTED = new CellRef("civil_permits", List.of("granted"), Unit.PERSONS);
    private static final CellRef LABOUR = new CellRef("civil_form", List.of("labour"), Unit.ANSWERS);
    private static final CellRef LABOUR_SHARE = new CellRef("civil_form", List.of("labour"), Unit.SHARE);

    @Autowired
    private ContactFigures figures;

    @Autowired
    private Plans plans;

    @Test
    void aSmallCountIsSeenAndZeroAndTheLimitItselfAreNot() {
        for (int count : new int[] {1, 4}) {
            assertThat(small(permits(100, count), Optional.empty(), 5).why(GRANTED))
                    .containsExactly(Few.COUNT);
        }
        for (int count : new int[] {0, 5, 50}) {
            assertThat(small(permits(100, count), Optional.empty(), 5).why(GRANTED))
                    .isEmpty();
        }
        assertThat(small(permits(100, 9), Optional.empty(), 10).why(GRANTED)).containsExactly(Few.COUNT);
    }

    @Test
    void whatIsMissingToTheWholeIsSeen() {
        assertThat(small(permits(100, 97), Optional.empty(), 5).why(GRANTED)).containsExactly(Few.REST);
        assertThat(small(permits(100, 100), Optional.empty(), 5).why(GRANTED)).isEmpty();
    }

    @Test
    void aShareTellsTheCountBehindItWhatIsMissingAndOnHowFewItWasCounted() {
        assertThat(share("3.0", 100)).containsExactly(Few.SHARE);
        assertThat(share("97.0", 100)).containsExactly(Few.REST);
        assertThat(share("50.0", 4)).contains(Few.BASE);
        assertThat(share("50.0", 100)).isEmpty();
        assertThat(share("0.0", 100)).isEmpty();
    }

    @Test
    void aSmallDifferenceFromTheNumberWithTheGroupCaseIsSeen() {
        assertThat(small(permits(100, 50), Optional.of(permits(130, 52)), 5).why(GRANTED))
                .containsExactly(Few.DIFFERENCE);
        assertThat(small(permits(100, 50), Optional.of(permits(130, 80)), 5).why(GRANTED))
                .isEmpty();
        assertThat(small(permits(100, 50), Optional.of(permits(130, 50)), 5).why(GRANTED))
                .isEmpty();
    }

    /// The twin: whoever looks at counts alone misses what shares, rests and differences tell.
    @Test
    void countsAloneWouldMissThreeOfFour() {
        assertThat(share("3.0", 100)).doesNotContain(Few.COUNT);
        assertThat(small(permits(100, 97), Optional.empty(), 5).why(GRANTED)).doesNotContain(Few.COUNT);
        assertThat(small(permits(100, 50), Optional.of(permits(130, 52)), 5).why(GRANTED))
                .doesNotContain(Few.COUNT);
    }

    private java.util.Set<Few> share(String value, int base) {
        Numbers numbers = numbers(Map.of(
                "civil_form",
                List.of(
                        new Cell(List.of("2025", "labour"), Unit.ANSWERS, BigDecimal.valueOf(50), null),
                        new Cell(
                                List.of("2025", "labour"),
                                Unit.SHARE,
                                new BigDecimal(value),
                                BigDecimal.valueOf(base)))));
        assertThat(small(numbers, Optional.empty(), 5).why(LABOUR)).isEmpty();
        return small(numbers, Optional.empty(), 5).why(LABOUR_SHARE);
    }

    private SmallNumbers small(Numbers numbers, Optional<Numbers> withCase, int limit) {
        return SmallNumbers.of(plans.plan(), plans.tables(), numbers, withCase, limit);
    }

    private Numbers permits(int answered, int granted) {
        List<Cell> cells = new ArrayList<>();
        Stream.of(Map.entry("answered", answered), Map.entry("granted", granted))
                .forEach(count -> cells.add(new Cell(
                        List.of("2025", count.getKey()), Unit.PERSONS, BigDecimal.valueOf(count.getValue()), null)));
        return numbers(Map.of("civil_permits", cells));
    }

    private Numbers numbers(Map<String, List<Cell>> cells) {
        Map<String, PublishedTable> declared = figures.declared();
        return new Numbers(declared, cells);
    }
}
