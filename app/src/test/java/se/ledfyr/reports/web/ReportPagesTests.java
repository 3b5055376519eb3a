package se.ledfyr.reports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static se.ledfyr.personas.Personas.NATIONAL_ADMINISTRATOR;
import static se.ledfyr.personas.Personas.NATIONAL_STATISTICIAN;
import static se.ledfyr.personas.Personas.NGO_CASEWORKER;
import static se.ledfyr.personas.Personas.NORD_COORDINATOR;
import static se.ledfyr.personas.Personas.PLATFORM_COORDINATOR;
import static se.ledfyr.personas.SigningIn.signedInAs;

import jakarta.servlet.http.Cookie;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import se.ledfyr.HouseTest;
import se.ledfyr.installation.TestInstallation;
import se.ledfyr.personas.Personas;
import se.ledfyr.reports.ReferenceYear;
import se.ledfyr.reports.TestTexts;
import se.ledfyr.statistics.Cell;
import se.ledfyr.statistics.ContactFigures;
import se.ledfyr.statistics.PublishedTables;
import se.ledfyr.statistics.Selection;

/// The report shows what the table engine counts and nothing else, whatever anybody writes in it.
@HouseTest
class ReportPagesTests {

    private static final String REPORT = "/reports/contacts?year=2025";
    private static final String WITHOUT = REPORT + "&without=asele_2023";
    private static final String SLOT = "/reports/contacts/texts/needs-lead";

    private static @Nullable ReferenceYear year;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PublishedTables tables;

    @Autowired
    private ContactFigures figures;

    @Autowired
    private TestTexts texts;

    @BeforeEach
    void theYearIsSent() {
        if (year == null) {
            year = new ReferenceYear();
        }
    }

    @AfterAll
    static void itIsTakenAway() {
        Objects.requireNonNull(year).close();
        TestInstallation.owner().sql("delete from reports.text_version").update();
    }

    /// A number of the page, under the name of its cell.
    private record Found(String cell, String text) {}

    @ParameterizedTest
    @CsvSource({
        "sv, PLATFORM_COORDINATOR",
        "en, PLATFORM_COORDINATOR",
        "sv, NATIONAL_STATISTICIAN",
        "en, NATIONAL_STATISTICIAN"
    })
    void everyNumberOnThePageIsTheEngines(String language, Personas reader) throws Exception {
        String page = page(reader, REPORT, language);

        assertThat(numbers(page)).hasSizeGreaterThan(700);
        assertThat(wrong(page, engine(reader, Optional.empty()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void everyNumberWithoutTheGroupCaseIsTheEngines(String language) throws Exception {
        String page = page(PLATFORM_COORDINATOR, WITHOUT, language);

        assertThat(numbers(page)).hasSizeGreaterThan(700);
        assertThat(wrong(page, engine(PLATFORM_COORDINATOR, Optional.of("asele_2023"))))
                .isEmpty();
    }

    /// The twin: a place bound to another cell, a number changed, or the other version, and it is seen.
    @Test
    void aBrokenBindingIsSeen() throws Exception {
        String page = page(PLATFORM_COORDINATOR, REPORT, "sv");
        Map<String, Cell> engine = engine(PLATFORM_COORDINATOR, Optional.empty());
        String rebound = page.replaceFirst(
                "data-cell=\"civil_form\\|labour\\|answers\"", "data-cell=\"civil_form|sexual|answers\"");
        String changed = page.replaceFirst("(data-cell=\"civil_rights\\|met_share\\|share\">)[^<]*", "$199,9");

        assertThat(wrong(rebound, engine)).hasSize(1);
        assertThat(wrong(changed, engine)).hasSize(1);
        assertThat(wrong(page, engine(PLATFORM_COORDINATOR, Optional.of("asele_2023"))))
                .hasSizeGreaterThan(100);
    }

    @Test
    void theSwitchChangesEveryNumberThatTheGroupCaseIsIn() throws Exception {
        Map<String, Cell> all = engine(PLATFORM_COORDINATOR, Optional.empty());
        Map<String, Cell> without = engine(PLATFORM_COORDINATOR, Optional.of("asele_2023"));
        Map<String, Set<String>> shownAll = byCell(page(PLATFORM_COORDINATOR, REPORT, "sv"));
        Map<String, Set<String>> shownWithout = byCell(page(PLATFORM_COORDINATOR, WITHOUT, "sv"));
        Set<String> differing = all.keySet().stream()
                .filter(cell -> without.containsKey(cell)
                        && !String.valueOf(Objects.requireNonNull(all.get(cell)).value())
                                .equals(String.valueOf(Objects.requireNonNull(without.get(cell))
                                        .value())))
                .collect(Collectors.toSet());

        assertThat(differing).hasSizeGreaterThan(100);
        assertThat(differing.stream().filter(shownAll::containsKey).filter(shownWithout::containsKey))
                .hasSizeGreaterThan(100)
                .allSatisfy(cell -> assertThat(shownWithout.get(cell)).isNotEqualTo(shownAll.get(cell)));
        assertThat(shownAll.values()).allSatisfy(texts -> assertThat(texts).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {REPORT, WITHOUT})
    void noNumberStandsUnboundInATextATableOrADrawing(String path) throws Exception {
        String page = page(PLATFORM_COORDINATOR, path, "sv");
        List<String> places = new ArrayList<>();
        places.addAll(between(page, "<div class=\"prose\" id=\"t-", "<p class=\"editing\">"));
        places.addAll(between(page, "<td class=\"number\">", "</td>"));
        places.addAll(between(page, "<text class=\"value\"", "</text>"));
        places.addAll(between(page, "<ul class=\"key-numbers\">", "</ul>"));

        assertThat(places)
                .hasSizeGreaterThan(500)
                .allSatisfy(place -> assertThat(place.replaceAll("data-(cell|base)=\"[^\"]*\">[^<]*<", "<")
                                .replaceAll("<[^>]*>", "")
                                .replaceAll("^[^>]*>", "")
                                .replace("2025", ""))
                        .doesNotContainPattern("\\d"));
    }

    @Test
    void everyShareHasItsBase() throws Exception {
        String page = page(PLATFORM_COORDINATOR, REPORT, "sv");

        assertThat(numbers(page).stream().filter(found -> found.cell().endsWith("|share")))
                .isNotEmpty();
        assertThat(
                        found(page, "data-cell=\"([^\"]+\\|share)\">([^<]*)</span>(?!&nbsp;%\\s*<span class=\"base\")")
                                .stream()
                                .filter(share -> !share.text().equals("–")))
                .isEmpty();
    }

    @Test
    void bothLanguagesSayTheSameNumbersAndNothingIsLeftUnworded() throws Exception {
        String swedish = page(PLATFORM_COORDINATOR, REPORT, "sv");
        String english = page(PLATFORM_COORDINATOR, REPORT, "en");

        assertThat(numbers(english).stream().map(Found::cell).toList())
                .isEqualTo(numbers(swedish).stream().map(Found::cell).toList());
        for (String page : List.of(swedish, english)) {
            assertThat(page).doesNotContainPattern("\\[(reports|statistics)\\.").doesNotContain("<mark");
        }
        assertThat(english).contains("Small numbers", "Without Asele 2023").doesNotContain("Små tal");
    }

    @Test
    void onlyThePlatformAndTheStatisticsUnitHaveTheReport() throws Exception {
        for (Personas reader : List.of(PLATFORM_COORDINATOR, NATIONAL_STATISTICIAN)) {
            assertThat(read(reader, REPORT, "sv").getStatus()).isEqualTo(200);
            assertThat(read(reader, SLOT + "/history?year=2025", "sv").getStatus())
                    .isEqualTo(200);
        }
        for (Personas bystander : List.of(NGO_CASEWORKER, NORD_COORDINATOR, NATIONAL_ADMINISTRATOR)) {
            for (String path : List.of(
                    REPORT,
                    SLOT + "?year=2025",
                    SLOT + "/history?year=2025",
                    "/reports/contacts/beside/form?year=2025&without=asele_2023")) {
                assertThat(read(bystander, path, "sv").getStatus()).as(path).isEqualTo(404);
            }
        }
        assertThat(read(NATIONAL_STATISTICIAN, SLOT + "?year=2025", "sv").getStatus())
                .isEqualTo(404);
        assertThat(write(NATIONAL_STATISTICIAN, 0, "Nej", "No", true).getStatus())
                .isEqualTo(404);
        assertThat(page(NATIONAL_STATISTICIAN, REPORT, "sv")).doesNotContain("Ändra texten");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        for (String path : List.of(
                "/reports/contacts?year=1999",
                REPORT + "&without=hittills_okand",
                REPORT + "&limit=1",
                REPORT + "&limit=21",
                "/reports/contacts/texts/nothing?year=2025",
                "/reports/contacts/beside/nothing?year=2025&without=asele_2023",
                "/reports/contacts/beside/form?year=2025&without=")) {
            assertThat(read(PLATFORM_COORDINATOR, path, "sv").getStatus())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void theTwoVersionsStandBesideEachOther() throws Exception {
        String page = page(PLATFORM_COORDINATOR, "/reports/contacts/beside/form?year=2025&without=asele_2023", "sv");
        Map<String, Cell> all = engine(PLATFORM_COORDINATOR, Optional.empty());
        Map<String, Cell> without = engine(PLATFORM_COORDINATOR, Optional.of("asele_2023"));
        List<String> left = between(page, "data-with=\"yes\">", "</td>");
        List<String> right = between(page, "data-with=\"no\">", "</td>");

        assertThat(left).hasSizeGreaterThan(15).hasSameSizeAs(right);
        assertThat(left).allSatisfy(cell -> assertThat(wrong(cell, all)).isEmpty());
        assertThat(right).allSatisfy(cell -> assertThat(wrong(cell, without)).isEmpty());
    }

    @Test
    void aChangedTextShowsTheTablesNumbersInBothVersionsAndIsCalledChanged() throws Exception {
        String sv = "Behoven var {civil_needs_total|age_group=adult|measure=identified}, i händelsen färre.";
        String en = "There were {civil_needs_total|age_group=adult|measure=identified} needs <b>and fewer</b>.";
        assertThat(write(PLATFORM_COORDINATOR, last(), sv, en, false).getStatus())
                .isEqualTo(302);

        for (String path : List.of(REPORT, WITHOUT)) {
            String page = page(PLATFORM_COORDINATOR, path, "sv");
            Optional<String> group = path.equals(WITHOUT) ? Optional.of("asele_2023") : Optional.empty();
            assertThat(page).contains("i händelsen färre", "Ändrad text");
            assertThat(wrong(page, engine(PLATFORM_COORDINATOR, group))).isEmpty();
        }
        assertThat(page(NATIONAL_STATISTICIAN, REPORT, "en")).contains("&lt;b&gt;and fewer&lt;/b&gt;", "Changed text");
    }

    @Test
    void aPlaceThatNamesNothingIsRefusedWithItsLineAndWhatWasWrittenIsKept() throws Exception {
        int before = last();
        String sv = "Först.\n\nSedan {civil_form|form=okant|answers}.";

        String page = write(PLATFORM_COORDINATOR, before, sv, "Right.", true).getContentAsString();

        assertThat(page).contains("Rad 3", "{civil_form|form=okant|answers}", "okant finns inte i form");
        assertThat(page).contains(">Först.\n\nSedan {civil_form|form=okant|answers}.</textarea>");
        assertThat(last()).isEqualTo(before);
        assertThat(write(PLATFORM_COORDINATOR, before, "Bara svenska.", "", true)
                        .getContentAsString())
                .contains("Texten fattas på det här språket");
        assertThat(write(PLATFORM_COORDINATOR, before, "Någon, 19900101-2389.", "Somebody.", true)
                        .getContentAsString())
                .contains("ser ut som ett personnummer");
        assertThat(last()).isEqualTo(before);
    }

    @Test
    void digitsThatLookLikeACountAreAskedAboutFirst() throws Exception {
        int before = last();
        MockHttpServletResponse asked = write(PLATFORM_COORDINATOR, before, "Hela 420 personer.", "All 420.", false);

        assertThat(asked.getStatus()).isEqualTo(200);
        assertThat(asked.getContentAsString()).contains("Rad 1: 420", "name=\"sure\"");
        assertThat(last()).isEqualTo(before);
        assertThat(write(PLATFORM_COORDINATOR, before, "Hela 420 personer.", "All 420.", true)
                        .getStatus())
                .isEqualTo(302);
        assertThat(last()).isEqualTo(before + 1);
    }

    /// A version that nobody has written, as only somebody sends who made it up.
    @Test
    void aMadeUpVersionIsAnsweredWithTheTextThatStands() throws Exception {
        TestInstallation.owner().sql("delete from reports.text_version").update();
        MockHttpServletResponse answer = write(PLATFORM_COORDINATOR, 99, "Påhittat.", "Made up.", false);

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString()).contains("Texten som den levereras", ">Påhittat.</textarea>");
    }

    @Test
    void twoWhoWriteAtOnceLoseNothing() throws Exception {
        int read = last();
        assertThat(write(PLATFORM_COORDINATOR, read, "Den första.", "The first.", false)
                        .getStatus())
                .isEqualTo(302);

        MockHttpServletResponse second = write(PLATFORM_COORDINATOR, read, "Den andra.", "The second.", false);

        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(second.getContentAsString())
                .contains("Den första.", "The first.", ">Den andra.</textarea>", ">The second.</textarea>")
                .contains("name=\"version\" value=\"" + (read + 1) + "\"");
        assertThat(write(PLATFORM_COORDINATOR, read + 1, "Den andra.", "The second.", false)
                        .getStatus())
                .isEqualTo(302);
        assertThat(page(PLATFORM_COORDINATOR, SLOT + "/history?year=2025", "sv"))
                .contains("Den första.", "Den andra.", "Pia Plattform");
    }

    @Test
    void goingBackMakesANewVersionAndTheDeliveredTextIsTheDeliveredOne() throws Exception {
        int read = last();
        write(PLATFORM_COORDINATOR, read, "Tillfälligt.", "For now.", false);

        assertThat(goBack(read + 1, 0).getRedirectedUrl()).endsWith("/history?year=2025");

        assertThat(last()).isEqualTo(read + 2);
        assertThat(page(PLATFORM_COORDINATOR, REPORT, "sv")).doesNotContain("Tillfälligt.");
        goBack(read + 1, 0);
        assertThat(last()).isEqualTo(read + 2);
        goBack(read + 2, read + 1);
        assertThat(page(PLATFORM_COORDINATOR, REPORT, "sv")).contains("Tillfälligt.");
    }

    @Test
    void anEmptyTextIsLeftOut() throws Exception {
        assertThat(write(PLATFORM_COORDINATOR, last(), "", "", false).getStatus())
                .isEqualTo(302);

        assertThat(page(PLATFORM_COORDINATOR, REPORT, "sv")).contains("Texten är utelämnad");
        assertThat(page(NATIONAL_STATISTICIAN, REPORT, "sv")).doesNotContain("Texten är utelämnad");
        goBack(last(), 0);
    }

    @Test
    void nobodyElseHasATextInTheDatabaseNorCanWriteOne() throws Exception {
        write(PLATFORM_COORDINATOR, last(), "Någons.", "Somebody's.", false);
        String count = "select count(*)::int from reports.text_version";

        assertThat(TestInstallation.owner().sql(count).query(Integer.class).single())
                .isPositive();
        for (Personas bystander : List.of(NGO_CASEWORKER, NORD_COORDINATOR)) {
            assertThat(bystander.acting().get(() -> texts.count())).isZero();
        }
        assertThat(NATIONAL_STATISTICIAN.acting().get(() -> texts.count())).isPositive();
        assertThat(texts.count()).isZero();
        for (Personas bystander : List.of(NGO_CASEWORKER, NATIONAL_STATISTICIAN)) {
            assertThat(bystander.acting().get(() -> texts.canWrite(bystander))).isFalse();
        }
    }

    @Test
    void whatComesInIsInTheReportAtOnce() throws Exception {
        long before = persons();

        ReferenceYear.oneMore();

        assertThat(persons()).isEqualTo(before + 1);
        assertThat(wrong(page(PLATFORM_COORDINATOR, REPORT, "sv"), engine(PLATFORM_COORDINATOR, Optional.empty())))
                .isEmpty();
    }

    @Test
    void groupCasesComeFromTheYearsDataAndSmallOnesAreNotNamed() throws Exception {
        assertThat(page(PLATFORM_COORDINATOR, REPORT, "sv")).contains("Utan Asele 2023");
        assertThat(PLATFORM_COORDINATOR
                        .acting()
                        .get(() -> figures.read(2025, Optional.empty()))
                        .groups())
                .containsExactly("asele_2023");
    }

    @Test
    void readingAndWritingAreOnRecord() throws Exception {
        long before = noted();

        page(PLATFORM_COORDINATOR, REPORT, "sv");
        write(PLATFORM_COORDINATOR, last(), "Antecknad.", "On record.", false);

        assertThat(noted()).isGreaterThanOrEqualTo(before + 2);
    }

    private static long noted() {
        return TestInstallation.owner()
                .sql(
                        "select count(*) from audit.entry where action in ('READ', 'REPORT_WRITTEN') and detail like 'civil 2025%'")
                .query(Long.class)
                .single();
    }

    private long persons() throws Exception {
        return byCell(page(PLATFORM_COORDINATOR, REPORT, "sv"))
                .getOrDefault("civil_persons|*|*|persons", Set.of())
                .stream()
                .mapToLong(ReportPagesTests::whole)
                .sum();
    }

    private static long whole(String text) {
        return Long.parseLong(text.replaceAll("\\D", ""));
    }

    private int last() {
        return TestInstallation.owner()
                .sql(
                        "select coalesce(max(version), 0) from reports.text_version where slot = 'needs-lead' and year = 2025")
                .query(Integer.class)
                .single();
    }

    private MockHttpServletResponse write(Personas who, int version, String sv, String en, boolean sure)
            throws Exception {
        return mvc.perform(post(SLOT)
                        .with(signedInAs(who))
                        .with(csrf())
                        .cookie(new Cookie("ledfyr-language", "sv"))
                        .param("year", "2025")
                        .param("version", Integer.toString(version))
                        .param("sv", sv)
                        .param("en", en)
                        .param("sure", sure ? "yes" : ""))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse goBack(int version, int to) throws Exception {
        return mvc.perform(post(SLOT + "/return")
                        .with(signedInAs(PLATFORM_COORDINATOR))
                        .with(csrf())
                        .param("year", "2025")
                        .param("version", Integer.toString(version))
                        .param("to", Integer.toString(to)))
                .andReturn()
                .getResponse();
    }

    /// The engine's cells under the names that the page uses, everybody or without a group case.
    private Map<String, Cell> engine(Personas reader, Optional<String> without) {
        Selection selection = new Selection(Set.of(2025), Optional.empty(), without);
        Map<String, Cell> cells = new java.util.HashMap<>();
        reader.acting()
                .run(() -> figures.declared().forEach((id, table) -> {
                    List<Cell> plain = tables.cells(id, Selection.ofYear(2025));
                    List<Cell> counted = without.isPresent() ? tables.cells(id, selection) : plain;
                    int at = table.columns().indexOf("case");
                    String code = "without:" + without.orElse("");
                    boolean declared = at >= 0
                            && plain.stream()
                                    .anyMatch(cell -> cell.codes().get(at).equals(code));
                    counted.stream()
                            .filter(cell -> at < 0 || cell.codes().get(at).equals("all"))
                            .forEach(cell -> cells.put(name(id, cell, at), cell));
                    if (declared) {
                        plain.stream()
                                .filter(cell -> cell.codes().get(at).equals(code))
                                .forEach(cell -> cells.put(name(id, cell, at), cell));
                    }
                }));
        return cells;
    }

    private static String name(String id, Cell cell, int left) {
        List<String> codes = new ArrayList<>(cell.codes());
        if (left >= 0) {
            codes.remove(left);
        }
        codes.removeFirst();
        return id + "|" + String.join("|", codes) + "|" + cell.unit().code();
    }

    /// The numbers of a page that are not those of the engine.
    private static List<String> wrong(String page, Map<String, Cell> engine) {
        List<String> wrong = new ArrayList<>();
        numbers(page).forEach(found -> {
            Optional<BigDecimal> expected = expected(found.cell(), engine, Cell::value);
            if (!same(found.text(), expected)) {
                wrong.add(found + " instead of " + expected);
            }
        });
        found(page, "data-base=\"([^\"]+)\">([^<]*)<").forEach(found -> {
            if (!same(found.text(), expected(found.cell(), engine, Cell::base))) {
                wrong.add(found + " is no base");
            }
        });
        return wrong;
    }

    private static Optional<BigDecimal> expected(
            String name, Map<String, Cell> engine, Function<Cell, @Nullable BigDecimal> which) {
        if (!name.contains("*")) {
            return Optional.ofNullable(engine.get(name)).flatMap(cell -> Optional.ofNullable(which.apply(cell)));
        }
        List<String> asked = Arrays.asList(name.split("\\|"));
        return Optional.of(engine.entrySet().stream()
                .filter(entry -> {
                    List<String> codes = Arrays.asList(entry.getKey().split("\\|"));
                    for (int i = 0; i < asked.size(); i++) {
                        boolean fits = asked.get(i).equals("*")
                                ? !codes.get(i).equals("all")
                                : codes.get(i).equals(asked.get(i));
                        if (!fits) {
                            return false;
                        }
                    }
                    return true;
                })
                .map(entry -> Objects.requireNonNull(which.apply(entry.getValue())))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static boolean same(String text, Optional<BigDecimal> expected) {
        if (text.equals("–")) {
            return expected.isEmpty();
        }
        String plain = text.matches("\\d{1,3}(,\\d{3})+") ? text.replace(",", "") : text;
        BigDecimal shown =
                new BigDecimal(plain.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.'));
        return expected.filter(value -> value.compareTo(shown) == 0).isPresent();
    }

    private static List<Found> numbers(String page) {
        return found(page, "data-cell=\"([^\"]+)\">([^<]*)<");
    }

    private static Map<String, Set<String>> byCell(String page) {
        return numbers(page).stream()
                .collect(Collectors.groupingBy(Found::cell, Collectors.mapping(Found::text, Collectors.toSet())));
    }

    private static List<Found> found(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        List<Found> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(new Found(matcher.group(1), matcher.group(2)));
        }
        return found;
    }

    private static List<String> between(String page, String from, String to) {
        List<String> found = new ArrayList<>();
        for (int at = page.indexOf(from); at >= 0; at = page.indexOf(from, at + 1)) {
            found.add(page.substring(at + from.length(), page.indexOf(to, at)));
        }
        return found;
    }

    private String page(Personas reader, String path, String language) throws Exception {
        MockHttpServletResponse answer = read(reader, path, language);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse read(Personas reader, String path, String language) throws Exception {
        return mvc.perform(get(java.net.URI.create(path))
                        .with(signedInAs(reader))
                        .cookie(new Cookie("ledfyr-language", language)))
                .andReturn()
                .getResponse();
    }
}
