package se.ledfyr.methods.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaptureTableTests {

    private static final List<String> TWO = List.of("Police", "Shelters");

    @Test
    void absentCombinationsAreZeros() {
        CaptureTable table = CaptureTable.of(TWO, List.of(new Captured(1, 5)));
        assertThat(table.count(2)).isZero();
        assertThat(table.count(3)).isZero();
        assertThat(table.observed()).isEqualTo(5);
    }

    @Test
    void marginsCountEverybodyOnAllListsOfASet() {
        CaptureTable table = CaptureTable.of(TWO, List.of(new Captured(1, 5), new Captured(2, 7), new Captured(3, 2)));
        assertThat(table.margin(1)).isEqualTo(7);
        assertThat(table.margin(2)).isEqualTo(9);
        assertThat(table.margin(3)).isEqualTo(2);
        assertThat(table.margin(0)).isEqualTo(14);
    }

    @Test
    void theSameCombinationTwiceIsAddedUpWithAWarning() {
        CaptureTable table = CaptureTable.of(TWO, List.of(new Captured(3, 5), new Captured(3, 2)));
        assertThat(table.count(3)).isEqualTo(7);
        assertThat(table.warnings()).singleElement().asString().contains("Police × Shelters");
    }

    @Test
    void orderOfRowsAndZeroRowsChangeNothing() {
        CaptureTable table = CaptureTable.of(TWO, List.of(new Captured(1, 5), new Captured(2, 7)));
        CaptureTable other = CaptureTable.of(
                TWO, List.of(new Captured(0, 0), new Captured(3, 0), new Captured(2, 7), new Captured(1, 5)));
        assertThat(other.hash()).isEqualTo(table.hash());
        assertThat(other.histories()).isEqualTo(table.histories());
    }

    @Test
    void anotherCountOrAnotherNameIsAnotherHash() {
        String hash = CaptureTable.of(TWO, List.of(new Captured(1, 5))).hash();
        assertThat(CaptureTable.of(TWO, List.of(new Captured(1, 6))).hash()).isNotEqualTo(hash);
        assertThat(CaptureTable.of(List.of("PoliceS", "helters"), List.of(new Captured(1, 5)))
                        .hash())
                .isNotEqualTo(hash);
    }

    @Test
    void whatMakesNoTableIsRefused() {
        List<Captured> rows = List.of(new Captured(1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> CaptureTable.of(List.of("A"), rows));
        assertThatIllegalArgumentException().isThrownBy(() -> CaptureTable.of(List.of("A", "A"), rows));
        assertThatIllegalArgumentException().isThrownBy(() -> CaptureTable.of(TWO, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> CaptureTable.of(TWO, List.of(new Captured(4, 1))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Captured(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Captured(1, -1));
        List<String> seventeen = IntStream.range(0, 17).mapToObj(i -> "L" + i).toList();
        assertThatIllegalArgumentException().isThrownBy(() -> CaptureTable.of(seventeen, rows));
    }

    @Test
    void strataAddUpToThePooledTable() {
        SequencedMap<String, CaptureTable> tables = new LinkedHashMap<>();
        tables.put("women", CaptureTable.of(TWO, List.of(new Captured(1, 5), new Captured(3, 1))));
        tables.put("men", CaptureTable.of(TWO, List.of(new Captured(1, 2), new Captured(2, 4))));
        CaptureTable pooled = new Strata(tables).pooled();
        assertThat(pooled.count(1)).isEqualTo(7);
        assertThat(pooled.observed()).isEqualTo(12);
        tables.put("others", CaptureTable.of(List.of("A", "B"), List.of(new Captured(1, 5))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Strata(tables));
    }

    @Test
    void sixteenListsAndAThousandMillionPeopleAreFitted() {
        List<String> lists = IntStream.range(0, 16).mapToObj(i -> "L" + i).toList();
        List<Captured> rows = IntStream.range(1, 1 << 16)
                .filter(history -> Integer.bitCount(history) <= 2)
                .mapToObj(
                        history -> new Captured(history, Integer.bitCount(history) == 1 ? 1_000_000_000L : 1_000_000L))
                .toList();
        assertThat(new FixedModel(Model.mainEffects(16)).estimate(CaptureTable.of(lists, rows)))
                .isInstanceOfSatisfying(
                        Estimate.class,
                        found -> assertThat(found.total()).isGreaterThan(16e9).isFinite());
    }
}
