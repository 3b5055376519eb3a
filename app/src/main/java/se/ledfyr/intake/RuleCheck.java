package se.ledfyr.intake;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.Facts;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.intake.CrossRule.When;

/// Tries the rules between cells on one record after another and remembers what rules between records need.
final class RuleCheck {

    /// So many different groups are remembered; a file of registrations with more inspections than this is no such
    /// file.
    static final int MOST_GROUPS = 500_000;

    private static final int ADULT_FROM = 18;

    private final CodeBook codes;
    private final Map<CrossRule, SeenIds> seen = new HashMap<>();
    private final Map<CrossRule, Map<String, String>> groups = new HashMap<>();
    private final Map<CrossRule.LinkInFile, RowLinks> links = new HashMap<>();

    RuleCheck(CodeBook codes) {
        this.codes = codes;
    }

    @Nullable
    Problem check(CrossRule rule, CheckedRow row) {
        return switch (rule) {
            case CrossRule.BirthYearFitsAgeGroup(String year, String ageGroup, String day) ->
                birthYear(row.numberOrNull(year), row.text(ageGroup), row.day(day));
            case CrossRule.MunicipalityInRegion(String municipality, String region, String day) ->
                municipality(row.textOrNull(municipality), row.text(region), row.day(day));
            case CrossRule.OnlyOnce(String id) -> onlyOnce(rule, row, id);
            case CrossRule.SameForAll(String group, String value) ->
                sameForAll(rule, row.textOrNull(group), row.text(value));
            case CrossRule.FilledWhen(String column, When when) -> filledWhen(row, column, when);
            case CrossRule.EmptyWhen(String column, List<When> when) -> emptyWhen(row, column, when);
            case CrossRule.AtMostOne(String first, String second) ->
                row.isFilled(first) && row.isFilled(second) ? Problem.of("at-most-one", first, second) : null;
            case CrossRule.DaysOf(String days, String measures, String measure) ->
                (row.number(days) > 0) == row.set(measures).contains(measure)
                        ? null
                        : Problem.of("days-of", measures, measure);
            case CrossRule.DaysApart(String later, String earlier, int least) -> daysApart(row, later, earlier, least);
            case CrossRule.LinkInFile link -> {
                links.computeIfAbsent(link, key -> new RowLinks()).see(link, row);
                yield null;
            }
        };
    }

    /// What could only be known when the whole file had been read.
    void finish(FaultList faults) {
        links.forEach((rule, seenLinks) -> seenLinks
                .broken()
                .forEach(line -> faults.add(
                        line,
                        rule.link(),
                        null,
                        Problem.of("link-in-file", rule.id(), rule.target().column(), words(rule.target())))));
    }

    private static @Nullable Problem filledWhen(CheckedRow row, String column, When when) {
        return row.isFilled(column) || !holds(row, when) ? null : Problem.of("filled-when", when.column(), words(when));
    }

    private static @Nullable Problem emptyWhen(CheckedRow row, String column, List<When> when) {
        if (!row.isFilled(column) || !when.stream().allMatch(each -> holds(row, each))) {
            return null;
        }
        String all =
                when.stream().map(each -> each.column() + " = " + words(each)).collect(Collectors.joining(", "));
        return Problem.of("empty-when", all);
    }

    private static @Nullable Problem daysApart(CheckedRow row, String later, String earlier, int least) {
        LocalDate end = row.dayOrNull(later);
        LocalDate start = row.dayOrNull(earlier);
        return end == null || start == null || ChronoUnit.DAYS.between(start, end) >= least
                ? null
                : Problem.of("days-apart", least, earlier);
    }

    private static boolean holds(CheckedRow row, When when) {
        return when.codes().contains(row.textOf(when.column()));
    }

    private static String words(When when) {
        return when.codes().stream()
                .map(code -> code.isEmpty() ? "''" : code)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static @Nullable Problem birthYear(@Nullable Integer year, String ageGroup, LocalDate day) {
        if (year == null || Facts.agrees(ageGroup, year, day)) {
            return null;
        }
        int latestAdult = day.getYear() - ADULT_FROM;
        return switch (ageGroup) {
            case "adult" -> Problem.of("birth-year-adult", Integer.toString(latestAdult));
            case "child" ->
                Problem.of("birth-year-child", Integer.toString(latestAdult), Integer.toString(day.getYear()));
            default -> Problem.of("birth-year-unknown");
        };
    }

    private @Nullable Problem municipality(@Nullable String municipality, String region, LocalDate day) {
        return municipality == null
                        || codes.regionOf(municipality, day)
                                .filter(region::equals)
                                .isPresent()
                ? null
                : Problem.of("municipality-elsewhere", region);
    }

    private @Nullable Problem onlyOnce(CrossRule rule, CheckedRow row, String column) {
        return seen.computeIfAbsent(rule, key -> new SeenIds()).add(row.id(column)) ? null : Problem.of("twice");
    }

    private @Nullable Problem sameForAll(CrossRule rule, @Nullable String group, String value) {
        if (group == null) {
            return null;
        }
        Map<String, String> known = groups.computeIfAbsent(rule, key -> new HashMap<>());
        String first = known.get(group);
        if (first == null) {
            if (known.size() >= MOST_GROUPS) {
                return Problem.of("too-many-groups", MOST_GROUPS);
            }
            known.put(group, value);
            return null;
        }
        return first.equals(value) ? null : Problem.of("group-elsewhere", first);
    }
}
