package se.ledfyr.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ledfyr.pages.Languages;
import se.ledfyr.statistics.Figures.Reach;
import se.ledfyr.surveys.Edition;
import se.ledfyr.surveys.Editions;
import se.ledfyr.surveys.Question;

/// Two years of the survey: what means the same stands side by side, and nothing else does.
class YearsBesideTests {

    private static final List<Integer> BOTH = List.of(2025, 2026);

    private static Register register;

    @BeforeAll
    static void sendTwoYears() {
        register = new Register();
        CivilSurvey survey = new CivilSurvey(register);
        survey.add(
                "adult-2025",
                List.of(
                        row(
                                "adult-2025",
                                Map.of("setting", "both", "reflection_granted", "true", "permit_granted", "true")),
                        row("adult-2025", Map.of("setting", "online_only", "identified_by", "police"))));
        survey.add(
                "adult-2026",
                List.of(
                        row("adult-2026", Map.of("setting", "recruited_online", "compensation", "claimed")),
                        row(
                                "adult-2026",
                                Map.of(
                                        "setting",
                                        "online_only",
                                        "identified_by",
                                        "police",
                                        "compensation",
                                        "received")),
                        row("adult-2026", Map.of("contact", "carried_over", "permit_granted", "true"))));
        survey.add(
                "child-2025",
                List.of(row(
                        "child-2025",
                        Map.of("social_services_interventions", "none", "asylum_seeker", "true", "age_years", "7"))));
        survey.add(
                "child-2026",
                List.of(row(
                        "child-2026",
                        Map.of("social_services_interventions", "none", "in_school", "true", "age_years", "9"))));
    }

    @AfterAll
    static void close() {
        register.close();
    }

    @Test
    void whatMeansTheSameStandsSideBySide() {
        Figures figures = figures("civil_identified_by", Selection.ALL);

        assertThat(figures.breaks()).isEmpty();
        assertThat(years(figures.besideEachOther())).containsExactlyElementsOf(BOTH);
        assertThat(figures.besideEachOther().cells()).isEqualTo(figures.cells());
    }

    @Test
    void aQuestionWithOtherAnswersStandsByItselfAndTheBreakIsSaid() {
        Figures figures = figures("civil_setting", Selection.ALL);

        assertThat(years(figures.besideEachOther())).containsExactly(2026);
        assertThat(figures.breaks()).singleElement().satisfies(each -> {
            assertThat(each.words(Languages.ofModule("statistics", Locale.of("sv"))))
                    .isEqualTo(
                            "Frågan «Värvades eller utnyttjades personen på nätet?» är ändrad från 2026. Svaren skiljer nu på om"
                                    + " personen värvades på nätet eller utnyttjades där. Både på nätet och utanför finns inte längre.");
            assertThat(each.words(Languages.ofModule("statistics", Locale.ENGLISH)))
                    .contains("another from 2026");
        });
        // Each year by itself is whole.
        Figures before = figures("civil_setting", Selection.ofYear(2025));
        assertThat(before.breaks()).isEmpty();
        assertThat(lines(before.besideEachOther())).contains("civil_setting,2025,both,all,persons,1");
    }

    /// Codes that were answers in one year alone are printed in that year alone.
    @Test
    void answersOfAnotherYearAreNotPrintedAsZeros() {
        List<String> lines = lines(figures("civil_setting", Selection.ALL));

        assertThat(lines)
                .contains(
                        "civil_setting,2026,recruited_online,all,persons,1",
                        "civil_setting,2026,exploited_online,all,persons,0")
                .noneMatch(line -> line.contains("2025,recruited_online") || line.contains("2026,both"));
    }

    /// Nobody was asked: that is not the same as nobody saying yes.
    @Test
    void whatWasNotAskedIsNoZero() {
        Figures figures = figures("civil_permits", Selection.ALL);

        assertThat(lines(figures))
                .contains("civil_permits,2025,reflection_granted,persons,1", "civil_permits,2026,granted,persons,1")
                .noneMatch(line -> line.contains("2026,reflection_granted"));
        assertThat(lines(figures.besideEachOther()))
                .contains("civil_permits,2025,reflection_granted,persons,1", "civil_permits,2025,granted,persons,1");
        assertThat(figures.breaks())
                .extracting(each -> each.kind() + " " + each.year())
                .containsExactly("ENDED 2026");
    }

    /// In one table some lines break and others do not.
    @Test
    void onlyTheLineOfTheChangedQuestionBreaks() {
        Figures beside = figures("civil_children", Selection.ALL).besideEachOther();

        assertThat(lines(beside))
                .contains(
                        "civil_children,2025,mean_age,years_of_age,7.0",
                        "civil_children,2026,mean_age,years_of_age,9.0",
                        "civil_children,2026,no_social_services_intervention,children,1",
                        "civil_children,2025,asylum_seekers,children,1")
                .noneMatch(line -> line.contains("2025,no_social_services_intervention"));
    }

    /// The twin: without looking at what was asked, both answers would stand in one line, and a zero for a question
    /// that nobody put.
    @Test
    void withoutTheEditionsBothYearsWouldStandInOneLine() {
        PublishedTable children = register.table("civil_children");
        PublishedTable permits = register.table("civil_permits");

        assertThat(Register.lines(children.id(), register.national(children.id())))
                .contains(
                        "civil_children,2025,no_social_services_intervention,children,1",
                        "civil_children,2026,no_social_services_intervention,children,1");
        assertThat(Register.lines(permits.id(), register.national(permits.id())))
                .contains("civil_permits,2026,reflection_granted,persons,0");
    }

    @Test
    void aFileOfSeveralYearsSaysWhatBreaksAndAFileOfOneYearIsAsEver() {
        String both = file("civil_setting", BOTH);
        String one = file("civil_setting", List.of(2025));

        assertThat(both).startsWith("table_id,year,setting,form,unit,value,note\n");
        assertThat(both.lines().filter(line -> line.startsWith("civil_setting,2026")))
                .isNotEmpty()
                .allMatch(line -> line.contains("is another from 2026. The answers now tell"));
        assertThat(both.lines().filter(line -> line.startsWith("civil_setting,2025")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith(","));
        assertThat(one).startsWith("table_id,year,setting,form,unit,value\n");
        assertThat(file("civil_sex", BOTH)).startsWith("table_id,year,age_group,sex,unit,value\n");
    }

    /// A question that is new is counted by a declaration alone: no column, no program.
    @ParameterizedTest
    @ValueSource(strings = {"contacts_compensation", "contacts_school"})
    void aNewQuestionHasATableOfItsOwn(String id) {
        assertThat(lines(figures(id, Selection.ALL)))
                .containsAnyOf(
                        "contacts_compensation,2026,received,percent,50.0",
                        "contacts_school,2026,in_school,percent,100.0")
                .noneMatch(line -> line.contains(",2025,"));
    }

    @Test
    void newContactsOfEachYearHaveTheirWords() {
        PublishedTable table = register.table("civil_contact");
        Dimension.Coded contact =
                (Dimension.Coded) table.content().counted().dimensions().getLast();

        assertThat(contact.own()).extracting(Dimension.OwnCode::code).contains("new_2025", "new_2026", "carried_over");
        assertThat(lines(figures("civil_contact", Selection.ALL)))
                .contains("civil_contact,2026,adult,new_2026,persons,2", "civil_contact,2025,adult,new_2025,persons,2");
    }

    /// What leads to another contact is nobody's to count.
    @Test
    void linksToOtherContactsAreNotAmongTheAnswers() {
        register.sql().execute("""
                update surveys.contact set answers = answers || jsonb_build_object('other', jsonb_build_object('value', id::text))
                where form = 'CHILD' and year = 2025
                """);
        assertThat(register.sql()
                        .fetch("select question from surveys_api.counted_answer where age_group = 'child'")
                        .map(row -> row.get(0, String.class)))
                .containsExactly("in_school");
    }

    private static Figures figures(String id, Selection selection) {
        PublishedTable table = register.table(id);
        Comparability comparability = Comparability.of(table);
        List<Cell> asked = register.national(id, selection).stream()
                .filter(comparability::isAsked)
                .toList();
        return new Figures(table, selection, Reach.COUNTRY, BOTH, Set.of(), asked);
    }

    private static List<Integer> years(Figures figures) {
        return figures.cells().stream()
                .map(cell -> Integer.valueOf(cell.codes().getFirst()))
                .distinct()
                .toList();
    }

    private static List<String> lines(Figures figures) {
        return Register.lines(figures.table().id(), figures.cells());
    }

    private static String file(String id, List<Integer> years) {
        StringBuilder out = new StringBuilder();
        PublishedTable table = register.table(id);
        TidyCsv file = new TidyCsv(table, years, out);
        file.writeHeader();
        register.national(id, new Selection(Set.copyOf(years), Optional.empty()))
                .forEach(file::write);
        return out.toString();
    }

    private static Row row(String edition, Map<String, String> said) {
        Edition asked = Editions.delivered().get(edition);
        Row row = new Row(Map.of());
        for (Question question : asked.questions()) {
            row = row.with(question.key(), said.getOrDefault(question.key(), ""));
        }
        for (Map.Entry<String, String> each : Map.of(
                        "person_id", UUID.randomUUID().toString(),
                        "reporting_organisation", "ORG-01",
                        "exposure", "direct",
                        "sex", "female")
                .entrySet()) {
            row = row.with(each.getKey(), each.getValue());
        }
        return said.containsKey("contact") ? row : row.with("contact", "new_" + asked.year());
    }
}
