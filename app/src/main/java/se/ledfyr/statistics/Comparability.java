package se.ledfyr.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.ledfyr.statistics.Dimension.Coded;
import se.ledfyr.statistics.Dimension.Member;
import se.ledfyr.statistics.Dimension.Members;
import se.ledfyr.statistics.Dimension.OwnCode;
import se.ledfyr.statistics.PublishedTable.Counted;
import se.ledfyr.surveys.Comparison;
import se.ledfyr.surveys.Edition;
import se.ledfyr.surveys.Editions;
import se.ledfyr.surveys.Question;
import se.ledfyr.surveys.SurveyForm;

/// Which numbers of a table about questionnaires can stand beside each other: those that answers to the same question
/// gave. Every line has the questions of the whole table and those of its own member. Other tables compare all years.
final class Comparability {

    private static final String AGE_GROUP = "age_group";
    private static final String QUESTION = "question";

    private final PublishedTable table;
    private final Counted counted;
    private final Comparison comparison;
    private final Set<String> ofTheTable;
    private final boolean survey;

    Comparability(PublishedTable table, Comparison comparison) {
        this.table = table;
        this.counted = table.content().counted();
        this.comparison = comparison;
        this.ofTheTable = new LinkedHashSet<>();
        this.survey = counted.population().source().isSurvey();
        if (survey) {
            counted.population().where().forEach(each -> ofTheTable.addAll(questions(each)));
            counted.where().forEach(each -> ofTheTable.addAll(questions(each)));
            counted.coded().stream()
                    .filter(each -> !each.leavesOut())
                    .forEach(each -> ofTheTable.addAll(comparison.questionsOf(each.column())));
        }
    }

    static Comparability of(PublishedTable table) {
        return new Comparability(table, Comparison.delivered());
    }

    /// The answers that editions of any year give a question of their own, the latest wording of each.
    ///
    /// @throws IllegalArgumentException for what nobody ever asked
    static List<OwnCode> answersTo(String question) {
        Map<String, OwnCode> codes = new LinkedHashMap<>();
        for (Edition edition : Editions.delivered().list()) {
            edition.find(question)
                    .map(Question::own)
                    .orElse(List.of())
                    .forEach(own -> codes.put(
                            own.code(),
                            new OwnCode(
                                    own.code(),
                                    new Bilingual(own.label().sv(), own.label().en()))));
        }
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("no edition gives answers of its own to " + question);
        }
        return List.copyOf(codes.values());
    }

    /// What keeps years apart in any line of the table, the latest first.
    ///
    /// @param years those that are looked at
    List<Break> breaks(Collection<Integer> years) {
        if (!survey) {
            return List.of();
        }
        Set<Comparison.Break> found = new LinkedHashSet<>();
        Stream.concat(Stream.of(Set.<String>of()), counted.members().stream().map(this::questions))
                .forEach(own -> found.addAll(breaks(formsOfTheTable(), with(own), years)));
        return found.stream()
                .sorted(java.util.Comparator.comparing(Comparison.Break::year).reversed())
                .map(Break::of)
                .toList();
    }

    /// What keeps a cell from the years before it.
    List<Break> breaks(Cell cell, Collection<Integer> years) {
        int year = years(cell).getLast();
        return breaks(forms(cell), questions(cell), years).stream()
                .filter(each -> each.year() <= year && years.stream().anyMatch(other -> other < each.year()))
                .map(Break::of)
                .toList();
    }

    private List<Comparison.Break> breaks(Set<SurveyForm> forms, Set<String> questions, Collection<Integer> years) {
        List<Comparison.Break> found = new ArrayList<>();
        List<Integer> inOrder = List.copyOf(new TreeSet<>(years));
        for (int i = 1; i < inOrder.size(); i++) {
            for (String question : questions) {
                comparison
                        .between(forms, question, inOrder.get(i - 1), inOrder.get(i))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /// Without the cells that nobody was asked about: a zero there would be an answer nobody gave.
    boolean isAsked(Cell cell) {
        if (!survey) {
            return true;
        }
        Set<SurveyForm> forms = forms(cell);
        Set<String> questions = questions(cell);
        return years(cell).stream()
                .allMatch(year -> questions.stream().allMatch(question -> comparison.isAsked(forms, year, question)));
    }

    /// The cells that can stand beside each other: of each line those of its latest year, and those of the years before
    /// with which nothing keeps it apart.
    List<Cell> besideEachOther(List<Cell> cells) {
        if (!survey) {
            return cells;
        }
        Map<Set<String>, Integer> latest = new LinkedHashMap<>();
        List<Cell> asked = cells.stream().filter(this::isAsked).toList();
        asked.forEach(cell -> latest.merge(line(cell), years(cell).getLast(), Math::max));
        return asked.stream().filter(cell -> isBeside(cell, latest)).toList();
    }

    private boolean isBeside(Cell cell, Map<Set<String>, Integer> latest) {
        int newest = latest.getOrDefault(line(cell), years(cell).getLast());
        int oldest = years(cell).getFirst();
        return questions(cell).stream()
                .allMatch(question -> oldest == newest
                        || comparison
                                .between(forms(cell), question, oldest, newest)
                                .isEmpty());
    }

    /// Lines that are about the same questions break in the same year.
    private Set<String> line(Cell cell) {
        Set<String> line = new LinkedHashSet<>(questions(cell));
        forms(cell).forEach(form -> line.add(form.name()));
        return line;
    }

    private List<Integer> years(Cell cell) {
        return cell.codes().subList(0, table.yearColumns()).stream()
                .map(Integer::valueOf)
                .toList();
    }

    private Set<String> questions(Cell cell) {
        int place = placeOf(Members.class);
        if (place < 0) {
            return ofTheTable;
        }
        String code = code(cell, place);
        return counted.members().stream()
                .filter(member -> member.code().equals(code) && member.unit() == cell.unit())
                .findFirst()
                .map(member -> with(questions(member)))
                .orElse(ofTheTable);
    }

    private Set<String> with(Set<String> own) {
        Set<String> all = new LinkedHashSet<>(ofTheTable);
        all.addAll(own);
        return all;
    }

    private Set<String> questions(Member member) {
        Set<String> found = new LinkedHashSet<>();
        if (survey) {
            member.where().forEach(each -> found.addAll(questions(each)));
            Stream.concat(member.sum().stream(), member.shareOf().stream())
                    .forEach(column -> found.addAll(comparison.questionsOf(column)));
        }
        return found;
    }

    /// A condition on which question it is names the questions themselves.
    private Set<String> questions(Condition condition) {
        return condition instanceof Condition.Is(String column, List<String> values) && column.equals(QUESTION)
                ? Set.copyOf(values)
                : comparison.questionsOf(condition.column());
    }

    private int placeOf(Class<? extends Dimension> kind) {
        List<Dimension> dimensions = counted.dimensions();
        for (int i = 1; i < dimensions.size(); i++) {
            if (kind.isInstance(dimensions.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /// @param place among the dimensions, of which the first is the year
    private String code(Cell cell, int place) {
        return cell.codes().get(place - 1 + table.yearColumns());
    }

    private Set<SurveyForm> forms(Cell cell) {
        List<Dimension> dimensions = counted.dimensions();
        for (int i = 1; i < dimensions.size(); i++) {
            if (dimensions.get(i) instanceof Coded coded && coded.column().equals(AGE_GROUP)) {
                return find(code(cell, i)).map(EnumSet::of).orElseGet(() -> EnumSet.allOf(SurveyForm.class));
            }
        }
        return formsOfTheTable();
    }

    private Set<SurveyForm> formsOfTheTable() {
        return counted.population().where().stream()
                .filter(each -> each instanceof Condition.Is && each.column().equals(AGE_GROUP))
                .findFirst()
                .flatMap(each -> find(((Condition.Is) each).values().getFirst()))
                .map(EnumSet::of)
                .orElseGet(() -> EnumSet.allOf(SurveyForm.class));
    }

    private static Optional<SurveyForm> find(String ageGroup) {
        return Arrays.stream(SurveyForm.values())
                .filter(form -> form.slug().equals(ageGroup))
                .findFirst();
    }
}
