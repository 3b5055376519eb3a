package se.ledfyr.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ledfyr.surveys.Question;
import se.ledfyr.surveys.Questionnaire;

/// Tells which kind of file a file is: by its header, and where questionnaires of several years ask the same, by the
/// year that its rows answer with, `new_2026`.
///
/// @param kinds those there are
/// @param year of a questionnaire, when whoever brings the file said so; null to find out
record WhichKind(List<RecordKind> kinds, @Nullable Integer year) {

    private static final String CONTACT = "contact";

    WhichKind {
        kinds = List.copyOf(kinds);
    }

    /// Opens the file once more, from its beginning.
    interface Again {
        RecordReader open() throws IOException;
    }

    /// @param header the first record
    /// @throws FileRefused when the first line is no known header, or nothing says which year it is
    RecordKind of(RawRecord header, Again again) throws IOException {
        List<RecordKind> likely = likely(header);
        if (likely.size() == 1) {
            return likely.getFirst();
        }
        int place = header.cells().indexOf(CONTACT);
        Map<RecordKind, Long> votes = place < 0 ? Map.of() : votes(likely, place, again);
        return votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new FileRefused(header.line(), Problem.of("which-year", years(likely))));
    }

    /// Those whose columns the header has most of; among them those that it leaves fewest out of.
    private List<RecordKind> likely(RawRecord header) {
        List<RecordKind> asked = kinds.stream().filter(this::isOfTheYear).toList();
        long best = asked.stream()
                .mapToLong(kind -> HeaderReader.likeness(kind, header))
                .max()
                .orElse(0);
        if (best * 2 < Math.max(1, header.count())) {
            throw new FileRefused(header.line(), Problem.of("unknown-kind"));
        }
        List<RecordKind> alike = asked.stream()
                .filter(kind -> HeaderReader.likeness(kind, header) == best)
                .toList();
        int fewest =
                alike.stream().mapToInt(kind -> kind.columns().size()).min().orElseThrow();
        List<RecordKind> left =
                alike.stream().filter(kind -> kind.columns().size() == fewest).toList();
        return left.stream().allMatch(kind -> kind.survey() != null) ? left : left.subList(0, 1);
    }

    private boolean isOfTheYear(RecordKind kind) {
        Questionnaire survey = kind.survey();
        return year == null || survey == null || survey.edition().year() == year;
    }

    /// How many rows answer as only one of the kinds allows; rows of people who are carried over say nothing.
    private static Map<RecordKind, Long> votes(List<RecordKind> likely, int place, Again again) throws IOException {
        Map<String, RecordKind> telling = telling(likely);
        Map<RecordKind, Long> votes = new HashMap<>();
        try (RecordReader reader = again.open()) {
            long read = 0;
            for (RawRecord record = reader.next();
                    record != null && read <= RecordFiles.MOST_RECORDS;
                    record = reader.next()) {
                read++;
                RecordKind kind = place < record.cells().size()
                        ? telling.get(record.cells().get(place))
                        : null;
                if (kind != null) {
                    votes.merge(kind, 1L, Long::sum);
                }
            }
        } catch (FileRefused readNoFurther) {
            // The walk that follows says why, with the line.
            return votes;
        }
        return votes;
    }

    private static Map<String, RecordKind> telling(List<RecordKind> likely) {
        Map<String, RecordKind> telling = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (RecordKind kind : likely) {
            for (String code : contacts(kind)) {
                if (telling.put(code, kind) != null) {
                    shared.add(code);
                }
            }
        }
        shared.forEach(telling::remove);
        return telling;
    }

    private static List<String> contacts(RecordKind kind) {
        Questionnaire survey = kind.survey();
        return survey == null
                ? List.of()
                : survey.edition().find(CONTACT).stream()
                        .flatMap(question -> question.own().stream())
                        .map(Question.Own::code)
                        .toList();
    }

    private static String years(List<RecordKind> likely) {
        List<Integer> years = new ArrayList<>();
        likely.forEach(kind -> {
            Questionnaire survey = kind.survey();
            if (survey != null) {
                years.add(survey.edition().year());
            }
        });
        return years.stream()
                .sorted(Comparator.naturalOrder())
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }
}
