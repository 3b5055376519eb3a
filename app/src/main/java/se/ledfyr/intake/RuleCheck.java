package se.ledfyr.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.Facts;
import se.ledfyr.codes.CodeBook;

/// Tries the rules between cells on one record after another and remembers what rules between records need.
final class RuleCheck {

    /// So many different groups are remembered; a file of registrations with more inspections than this is no such
    /// file.
    static final int MOST_GROUPS = 500_000;

    private static final int ADULT_FROM = 18;

    private final CodeBook codes;
    private final Map<CrossRule, SeenIds> seen = new HashMap<>();
    private final Map<CrossRule, Map<String, String>> groups = new HashMap<>();

    RuleCheck(CodeBook codes) {
        this.codes = codes;
    }

    @Nullable
    Problem check(CrossRule rule, CheckedRow row) {
        return switch (rule) {
            case CrossRule.BirthYearFitsAgeGroup(String year, String ageGroup, String day) ->
                birthYear(row.numberOrNull(year), row.text(ageGroup), row.day(day));
            case CrossRule.MunicipalityInRegion(String municipality, String region, String day) ->
                municipality(row.text(municipality), row.text(region), row.day(day));
            case CrossRule.OnlyOnce(String id) -> onlyOnce(rule, row, id);
            case CrossRule.SameForAll(String group, String value) ->
                sameForAll(rule, row.textOrNull(group), row.text(value));
        };
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

    private @Nullable Problem municipality(String municipality, String region, LocalDate day) {
        return codes.regionOf(municipality, day).filter(region::equals).isPresent()
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
