package se.ledfyr.fiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.intake.RecordFiles;
import se.ledfyr.intake.Verdict;

class InventedFileTests {

    private static final int MANY = 60_000;

    /// The largest marginal share of the reference file is known to ±1.4 points at 1,279 rows; events come in groups of
    /// thirteen, which lets 60,000 rows stray by half a point. Two points would be something else than chance.
    private static final double TOLERANCE = 0.02;

    private static final Set<String> IDENTIFYING = Set.of("registration_id", "registered_on", "event_id", "birth_year");

    @Test
    void sameNumberAndSeedGiveTheSameBytes() throws IOException {
        assertThat(file(2_000, 7)).isEqualTo(file(2_000, 7));
        assertThat(file(2_000, 8)).isNotEqualTo(file(2_000, 7));
    }

    @Test
    void firstRowsStayTheSameForever() throws IOException {
        assertThat(text(file(3, 1)).lines().skip(1))
                .containsExactly(
                        "910a2dec-8902-4cc1-beeb-8da1658eec67,2015-01-01,stockholm,0180,male,adult,1987,DO,labour,industry_establishment,workplace_inspection,,work_recruitment,offline,0,false,false",
                        "a534a6a6-b7fd-4b63-90ba-d0da572baaf1,2018-05-02,vast,1380,female,adult,1988,DO,begging,,member_organisation,,relative,,4,false,false",
                        "65ace268-5a07-4c6d-b061-6f2f48dce01c,2021-09-01,stockholm,0180,male,adult,1997,UA,sexual,hospitality,police,,person_in_relation,offline,0,false,false");
    }

    @Test
    void fileIsRightByTheFileRules(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("invented.csv"), file(20_000, 11));

        Verdict verdict = new RecordFiles(CodeBook.delivered(), InventedRegister.LAST_DAY).check(file);

        assertThat(verdict.isRight()).isTrue();
    }

    @Test
    void sharesAreThoseOfTheReferenceFile() throws IOException {
        assertThat(strayed(rows(text(file(MANY, 42))))).isEmpty();
    }

    @Test
    void comparisonSeesAGeneratorWithOtherShares() throws IOException {
        String shares = delivered();
        String moreBoys = shares.replaceAll("(?m)^(who\tsingle\tmale child)\t\\d+$", "$1\t120");
        assertThat(moreBoys).isNotEqualTo(shares);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Shares broken = Shares.read(new BufferedReader(new StringReader(moreBoys)));
        InventedFile.write(new InventedRegister(broken, MANY, 42), out);

        assertThat(strayed(rows(text(out.toByteArray())))).contains("age_group child", "sex male");
    }

    @Test
    void groupEventsVaryInSizeAndShareWhatAnEventShares() throws IOException {
        Map<String, List<Map<String, String>>> events = rows(text(file(MANY, 3))).stream()
                .filter(row -> !cell(row, "event_id").isEmpty())
                .collect(Collectors.groupingBy(row -> cell(row, "event_id")));

        assertThat(events.values().stream().map(List::size).collect(Collectors.toSet()))
                .hasSizeGreaterThan(15)
                .contains(5, 40);
        assertThat(events.values())
                .allSatisfy(members -> assertThat(members.stream()
                                .map(row -> cell(row, "region") + cell(row, "forms") + cell(row, "registered_on"))
                                .distinct())
                        .hasSize(1));
    }

    /// A register that does not fit in any memory begins at once: nothing is gathered first.
    @Test
    void rowsAreWrittenWhileTheyAreMade() {
        OutputStream full = new OutputStream() {
            private int left = 1_000_000;

            @Override
            public void write(int b) throws IOException {
                if (--left < 0) {
                    throw new IOException("full");
                }
            }
        };
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> InventedFile.write(InventedRegister.MAX_PEOPLE, 1, full))
                .withMessage("full");
    }

    @Test
    void numberOfPeopleHasLimits() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> file(0, 1));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> file(InventedRegister.MAX_PEOPLE + 1, 1));
    }

    /// Values whose share differs from the reference file's by more than the tolerance.
    private static Set<String> strayed(List<Map<String, String>> invented) throws IOException {
        Map<String, Double> expected = shares(reference());
        Map<String, Double> found = shares(invented);
        Set<String> all = new TreeSet<>(expected.keySet());
        all.addAll(found.keySet());
        return all.stream()
                .filter(value ->
                        Math.abs(expected.getOrDefault(value, 0.0) - found.getOrDefault(value, 0.0)) > TOLERANCE)
                .collect(Collectors.toSet());
    }

    private static Map<String, Double> shares(List<Map<String, String>> rows) {
        Map<String, Double> shares = new TreeMap<>();
        for (Map<String, String> row : rows) {
            row.forEach((column, value) -> {
                if (!IDENTIFYING.contains(column)) {
                    shares.merge(column + " " + value, 1.0 / rows.size(), Double::sum);
                }
            });
            shares.merge("in an event " + !cell(row, "event_id").isEmpty(), 1.0 / rows.size(), Double::sum);
            shares.merge("decade of birth " + age(row), 1.0 / rows.size(), Double::sum);
        }
        return shares;
    }

    private static String age(Map<String, String> row) {
        String born = cell(row, "birth_year");
        return born.isEmpty()
                ? "unknown"
                : String.valueOf(
                        (Integer.parseInt(cell(row, "registered_on").substring(0, 4)) - Integer.parseInt(born)) / 10);
    }

    private static List<Map<String, String>> reference() throws IOException {
        return rows(resource("/reference/coordinator_registrations.csv"));
    }

    private static List<Map<String, String>> rows(String csv) {
        List<String> lines = csv.lines().toList();
        String[] header = lines.getFirst().split(",");
        return lines.stream()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(",", -1);
                    Map<String, String> row = new HashMap<>();
                    for (int i = 0; i < header.length; i++) {
                        row.put(header[i], header[i].equals("forms") ? sorted(cells[i]) : cells[i]);
                    }
                    return row;
                })
                .toList();
    }

    private static String sorted(String list) {
        return Arrays.stream(list.split(";")).sorted().collect(Collectors.joining(";"));
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column));
    }

    private static byte[] file(int people, long seed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InventedFile.write(people, seed, out);
        return out.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String delivered() throws IOException {
        return resource("/fiction/shares.tsv");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(InventedFileTests.class.getResourceAsStream(name))) {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .collect(Collectors.joining("\n"));
        }
    }
}
