package se.ledfyr.casework.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.ledfyr.codes.CodeBook;

class PastedTests {

    private static final CellWords WORDS = new CellWords(CodeBook.delivered(), LocalDate.of(2026, 1, 1));

    /// `\t`, `\n` and `\r` stand for themselves; cells are shown with `|` and rows with `/`.
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`a\\tb\\nc\\td`, a|b/c|d",
                "`a\\tb\\r\\nc\\td\\r\\n`, a|b/c|d",
                "`a\\tb\\rc`, a|b/c",
                "`a;b\\nc;d`, a|b/c|d",
                "`a; b\\tc`, a; b|c",
                "`\\ta\\t\\tb`, |a||b",
                "`\\t\\t\\n\\na`, a",
                "`\"a\\tb\"\\tc`, a b|c",
                "`\"a\\nb\"\\tc`, a b|c",
                "`\"a \"\"b\"\"\"\\tc`, a \"b\"|c",
                "`a\\t\"\\tc`, a|\"|c",
                "`a\\t\"\\n\"\\tc`, a|\"/\"|c",
                "`a\\t\"\\tTH\\nb\\t\"\\tTH`, a|\"|TH/b|\"|TH",
                "`\"a\\tb`, \"a|b",
                "`  a  \\t b`, a|b",
            })
    void cellsAreFoundHoweverTheSpreadsheetWritesThem(String text, String expected) {
        assertThat(shown(Pasted.read(meant(text)))).isEqualTo(expected);
    }

    @Test
    void nothingIsNoRows() {
        assertThat(Pasted.read("").rows()).isEmpty();
        assertThat(Pasted.read("\n\t\n ").rows()).isEmpty();
    }

    @Test
    void headingsSayWhichColumnIsWhichInAnyOrderAndUnknownColumnsAreLeftOut() {
        Pasted pasted = Pasted.read("Kön\tAnteckning\tNamn\nkvinna\thej\tElsa\nman");

        assertThat(pasted.columns()).containsExactly(GridColumn.SEX, GridColumn.NAME);
        assertThat(shown(pasted)).isEqualTo("kvinna|Elsa/man|");
        Grid grid = Grid.empty(1).with(pasted.rows(), pasted.columns());
        assertThat(grid.rows().getFirst().cell(GridColumn.NAME)).isEqualTo("Elsa");
        assertThat(grid.rows().get(1).cell(GridColumn.SEX)).isEqualTo("man");
    }

    @Test
    void pastedRowsFollowTheLastWrittenOneAndFitOrAreRefused() {
        Grid grid = Grid.empty(3).with(List.of(List.of("Ett"), List.of("Två")), List.of(GridColumn.NAME));
        Grid more = grid.with(List.of(List.of("Tre"), List.of("Fyra")), List.of(GridColumn.NAME));

        assertThat(more.rows())
                .extracting(row -> row.cell(GridColumn.NAME))
                .containsExactly("Ett", "Två", "Tre", "Fyra");
        assertThat(more.rows()).extracting(GridRow::number).containsExactly(1, 2, 3, 4);
        List<List<String>> tooMany = java.util.Collections.nCopies(Grid.MOST, List.of("x"));
        assertThatIllegalArgumentException().isThrownBy(() -> more.with(tooMany, List.of(GridColumn.NAME)));
    }

    @ParameterizedTest
    @CsvSource({
        "sex, kvinna, female",
        "sex, Kvinna eller flicka, female",
        "sex, woman, female",
        "sex, F, female",
        "sex, K, female",
        "sex, ' M ', male",
        "sex, Okänt, unknown",
        "sex, o, unknown",
        "age_group, VUXEN, adult",
        "age_group, child, child",
        "age_group, Barn (under 18 år), child",
        "country, Thailand, TH",
        "country, th, TH",
        "country, Rumänien, RO",
        "country, rumanien, RO",
        "country, Romania, RO",
        "exploitation_form, Arbetskraft, labour",
        "exploitation_form, labour, labour",
        "exploitation_form, tiggeri, begging",
        "protection, sekretess, CONFIDENTIALITY_MARKING",
        "protection, Assumed identity, FICTITIOUS_DATA",
    })
    void labelsInBothLanguagesCodesAndShortWordsAreUnderstood(String list, String text, String code) {
        assertThat(WORDS.code(list, text)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"sex, kvi", "country, Thai", "country, XX", "age_group, 34", "exploitation_form, multiple"})
    void nothingIsGuessed(String list, String text) {
        assertThat(WORDS.code(list, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ja, true",
        "X, true",
        "yes, true",
        "1, true",
        "nej, false",
        "No, false",
        "'', false",
        "-, false",
        "kanske,"
    })
    void yesAndNoAreUnderstood(String text, Boolean answer) {
        assertThat(WORDS.yesOrNo(text)).isEqualTo(Optional.ofNullable(answer));
    }

    /// A word for two codes of one list would be a guess.
    @Test
    void everyLabelOfAListMeansItsOwnCode() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        for (String list : List.of("sex", "age_group", "country", "exploitation_form", "protection")) {
            CodeBook.delivered().list(list, day).forEach(code -> {
                assertThat(WORDS.code(list, code.labelSv())).as(code.labelSv()).contains(code.code());
                assertThat(WORDS.code(list, code.labelEn())).as(code.labelEn()).contains(code.code());
            });
        }
    }

    private static String meant(String text) {
        return text.replace("\\t", "\t").replace("\\n", "\n").replace("\\r", "\r");
    }

    private static String shown(Pasted pasted) {
        return pasted.rows().stream()
                .map(row -> Arrays.stream(row.toArray(String[]::new)).collect(Collectors.joining("|")))
                .collect(Collectors.joining("/"));
    }
}
