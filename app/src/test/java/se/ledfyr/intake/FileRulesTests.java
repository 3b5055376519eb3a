package se.ledfyr.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static se.ledfyr.intake.SampleFiles.check;
import static se.ledfyr.intake.SampleFiles.csv;
import static se.ledfyr.intake.SampleFiles.faults;
import static se.ledfyr.intake.SampleFiles.file;
import static se.ledfyr.intake.SampleFiles.read;
import static se.ledfyr.intake.SampleFiles.row;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.ledfyr.filing.FiledRow;

class FileRulesTests {

    static Stream<List<String>> cellCases() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(FileRulesTests.class.getResourceAsStream("/intake/cell-cases.tsv"))) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isEmpty())
                    .map(line -> List.of(line.split("\t", -1)));
        }
    }

    /// Every case is the second of three rows, so that its line and its column are both told.
    @ParameterizedTest
    @MethodSource("cellCases")
    void cellIsJudgedByTheFirstRuleItBreaks(List<String> given) {
        Map<String, String> row = row(given.get(0), given.get(1).translateEscapes());
        if (given.size() > 3) {
            Arrays.stream(given.get(3).split("\\|"))
                    .map(cell -> cell.split("=", -1))
                    .forEach(cell -> row.put(cell[0], cell[1]));
        }

        List<String> faults = faults(check(csv(row(), row, row())));

        if (given.get(2).equals("right")) {
            assertThat(faults).isEmpty();
        } else {
            assertThat(faults).containsExactly("3 %s %s".formatted(columnOf(given.get(0), given.get(2)), given.get(2)));
        }
    }

    /// A rule between cells is told at the cell that depends on the others.
    private static String columnOf(String changed, String problem) {
        if (problem.startsWith("birth-year")) {
            return "birth_year";
        }
        return problem.equals("municipality-elsewhere") ? "municipality_code" : changed;
    }

    @Test
    void emptyFileIsAFaultAndAHeaderAloneIsNot() {
        assertThat(faults(check(""))).containsExactly("1 file empty-file");
        assertThat(faults(check("\uFEFF"))).containsExactly("1 file empty-file");
        assertThat(faults(check("\n" + csv()))).containsExactly("1 file no-header");
        assertThat(check(csv()).isRight()).isTrue();
        assertThat(check("\uFEFF" + csv().strip()).isRight()).isTrue();
    }

    @Test
    void lineEndsMayBeMixedAndEmptyLinesAreSkippedButCounted() {
        String right = csv(row(), row()).replace("\n", "\r\n");
        assertThat(check(right + "\n\r\n"
                                + csv(row("sex", "x")).split("\n", 2)[1].strip())
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(6));
        assertThat(check(right).records()).isEqualTo(2);
    }

    @Test
    void columnsGoByName() {
        Map<String, String> row = row();
        List<String> names = List.copyOf(row.keySet()).reversed();
        String turned = String.join(",", names) + "\n"
                + String.join(",", names.stream().map(row::get).toList());

        assertThat(read(file(turned))).isEqualTo(read(file(csv(row)))).hasSize(1);
    }

    @Test
    void columnMissingUnknownMisspeltOrRepeatedIsTold() {
        assertThat(faults(check(csv().replace(",sector", "")))).containsExactly("1 sector column-missing");
        assertThat(faults(check(csv().strip() + ",efternamn"))).containsExactly("1 efternamn column-unknown");
        assertThat(faults(check(csv().strip() + ",Anna 19900101-2389 x@y"))).containsExactly("1 file column-unknown");
        assertThat(faults(check(csv().strip() + ",sex"))).containsExactly("1 sex column-twice");
        assertThat(check(csv().replace("birth_year", "birthyear")).faults())
                .singleElement()
                .satisfies(
                        fault -> assertThat(fault.problem()).isEqualTo(Problem.of("column-misspelt", 7, "birth_year")));
        assertThat(faults(check("namn,telefon\nAnna,1"))).containsExactly("1 file unknown-kind");
    }

    /// The rest of the file is still worth checking, and no cell of an unknown column is shown.
    @Test
    void knownColumnsAreCheckedBesideAnUnknownOne() {
        String text = csv(row("sex", "x")).replaceFirst("\n", ",efternamn\n").stripTrailing() + ",Andersson";

        Verdict verdict = check(text);

        assertThat(faults(verdict)).containsExactly("1 efternamn column-unknown", "2 sex one-of");
        assertThat(verdict.faults()).extracting(Fault::value).doesNotContain("Andersson");
    }

    @Test
    void recordHasAsManyCellsAsTheHeader() {
        String[] lines = csv(row(), row()).split("\n");
        assertThat(faults(check(lines[0] + "\n" + lines[1] + ",\n" + lines[2]))).containsExactly("2 record cell-count");
        assertThat(faults(check(lines[0] + "\n" + lines[1] + "\n" + lines[2].substring(0, 80))))
                .containsExactly("3 record cell-count");
        assertThat(faults(check(lines[0] + "\n \n" + lines[2]))).containsExactly("2 record cell-count");
    }

    @Test
    void quotesFollowTheRules() {
        String right = csv(row());
        assertThat(check(right.replace("female", "\"female\"")).isRight()).isTrue();
        assertThat(faults(check(right.replace("female", "fe\"male")))).containsExactly("2 sex quote-stray");
        assertThat(faults(check(right.replace("female", "\"female\"x")))).containsExactly("2 sex quote-after");
        assertThat(faults(check(right.replace("female", "\"female")))).containsExactly("2 sex quote-unclosed");
        assertThat(faults(check(right.replace("female", "\"fe\"\"male\"")))).containsExactly("2 sex one-of");
    }

    @Test
    void lineBreakInACellMovesTheLinesBelow() {
        assertThat(faults(check(csv(row("sex", "a\r\nb\nc"), row("sex", "x")))))
                .containsExactly("2 sex line-break", "5 sex one-of");
    }

    @Test
    void carriageReturnAloneEndsNoLine() {
        assertThat(faults(check(csv(row("sex", "x")).replace(",x,", ",x\r,"))))
                .containsExactly("2 sex carriage-return");
        assertThat(faults(check(csv(row()).replace("\n", "\r")))).containsExactly("1 file carriage-returns");
    }

    @Test
    void otherEncodingsAreNamed() {
        String text = csv(row(), row("event_id", "BÄR-1"), row("event_id", "BÄR-2"));
        assertThat(check(text).isRight()).isTrue();
        assertThat(encodingNamed(text.getBytes(ISO_8859_1))).isEqualTo("3 ISO 8859-1 (Latin-1)");
        assertThat(encodingNamed(text.replace("Ä", "–").getBytes(Charset.forName("windows-1252"))))
                .isEqualTo("3 Windows-1252");
        assertThat(encodingNamed(text.getBytes(UTF_16))).isEqualTo("1 UTF-16");
        assertThat(encodingNamed(text.getBytes(UTF_16LE))).isEqualTo("1 UTF-16");
        assertThat(encodingNamed(text.getBytes(Charset.forName("UTF-32")))).isEqualTo("1 UTF-32");
    }

    private static String encodingNamed(byte[] content) {
        Fault fault = check(content).faults().getFirst();
        assertThat(fault.column()).isEqualTo(Fault.FILE);
        assertThat(fault.problem().key()).isEqualTo("intake.fault.encoding");
        return fault.line() + " " + fault.problem().arguments().getFirst();
    }

    @Test
    void characterCutOffIsDamage() {
        byte[] whole = csv(row("event_id", "BÄ")).getBytes(UTF_8);
        byte[] cut = Arrays.copyOf(whole, new String(whole, ISO_8859_1).indexOf('\u00c3') + 1);
        assertThat(faults(check(cut))).contains("2 file encoding-damaged");
        byte[] overlong = csv(row("event_id", "XX")).getBytes(UTF_8);
        int at = new String(overlong, ISO_8859_1).indexOf("XX");
        overlong[at] = (byte) 0xE0;
        overlong[at + 1] = (byte) 0x80;
        assertThat(faults(check(overlong))).containsExactly("2 file encoding-damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void otherSeparatorsAreNamed(String separator) {
        String problem = separator.equals(";") ? "semicolons" : "tabs";
        assertThat(faults(check(csv(row()).replace(",", separator)))).containsExactly("1 file " + problem);
        assertThat(faults(check(("\uFEFF\"" + csv(row()).replace(",", "\"" + separator + "\"")))))
                .containsExactly("1 file " + problem);
    }

    @Test
    void cellHasAtMostFiveHundredCharacters() {
        assertThat(faults(check(csv(row("sex", "å".repeat(500)))))).containsExactly("2 sex one-of");
        assertThat(faults(check(csv(row("sex", "å".repeat(501)))))).containsExactly("2 sex too-long");
        assertThat(faults(check(csv(row("sex", "x".repeat(10_000_000)), row()))))
                .containsExactly("2 sex too-long");
        assertThat(faults(check(csv(row()) + ",".repeat(10_000_000)))).containsExactly("3 record cell-count");
    }

    @Test
    void idStandsOnlyOnce() {
        Map<String, String> row = row();
        assertThat(faults(check(csv(row, row(), row)))).containsExactly("4 registration_id twice");
    }

    @Test
    void eventStaysInOneRegion() {
        Map<String, String> south = row("event_id", "SKOG-1");
        south.put("region", "syd");
        south.put("municipality_code", "1280");
        assertThat(faults(check(csv(row("event_id", "SKOG-1"), south, row()))))
                .containsExactly("3 event_id group-elsewhere");
    }

    @Test
    void faultsBeyondTheNumberAreCounted() throws IOException {
        Map<String, String> wrong = row("sex", "x");
        String text = csv(wrong) + (csv(wrong).split("\n", 2)[1]).repeat(1_999);

        Verdict verdict = check(text);

        assertThat(verdict.faults()).hasSize(1_000);
        assertThat(verdict.faultCount()).isEqualTo(2_000 + 1_999);
    }

    @Test
    void onlyCodeLikeValuesAreShown() {
        assertThat(shown("femal")).isEqualTo("femal");
        assertThat(shown("=cmd|x")).isEqualTo("'=cmd|x");
        assertThat(shown(" female")).isEqualTo("␠female");
        assertThat(shown("Anna Andersson")).isNull();
        assertThat(shown("19900101-2389")).isNull();
        assertThat(shown("anna@example.org")).isNull();
        assertThat(shown("x".repeat(41))).isNull();
    }

    private static @Nullable String shown(String cell) {
        return check(csv(row("sex", cell))).faults().getFirst().value();
    }

    @Test
    void rightRowsComeOutWithTheirValues() {
        Map<String, String> row = row("forms", "labour;criminal");
        assertThat(read(file(csv(row)))).singleElement().satisfies(registration -> {
            assertThat(registration.id()).hasToString(row.get("registration_id"));
            assertThat(value(registration, "forms")).isEqualTo(new TreeSet<>(List.of("criminal", "labour")));
            assertThat(value(registration, "event_id")).isNull();
            assertThat(value(registration, "birth_year")).isEqualTo(1990);
        });
    }

    private static @Nullable Object value(FiledRow row, String column) {
        return row.values().get(SampleFiles.table(RecordKinds.REGISTRATIONS).placeOf(column));
    }
}
