package se.ledfyr.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ledfyr.codes.Code;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.surveys.Question;
import se.ledfyr.surveys.QuestionType;
import se.ledfyr.surveys.Questionnaire;

/// Reads single cells. The first rule that a cell breaks is its problem; the others are not asked.
final class CellParser {

    /// No code list reaches further back, so that an earlier day would make every code of its record wrong.
    static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern DAY_FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern EVENT_FORM = Pattern.compile("[A-ZÅÄÖ0-9][A-ZÅÄÖ0-9-]{0,39}");
    private static final Pattern SLUG_FORM = Pattern.compile("[a-z0-9_]{1,40}");
    private static final Pattern LABEL_FORM = Pattern.compile("ORG-[0-9]{2,3}");
    private static final int SAFE_DIGITS = 9;
    private static final int LISTED_CODES = 20;

    private final CodeBook codes;
    private final LocalDate asOf;

    CellParser(CodeBook codes, LocalDate asOf) {
        this.codes = codes;
        this.asOf = asOf;
    }

    /// @param day on which codes must be valid; null when the record does not tell, and the reference date is taken
    Parsed parse(Column column, String cell, @Nullable LocalDate day) {
        if (cell.isEmpty()) {
            return column.required() ? Parsed.wrong("required") : Parsed.NOTHING;
        }
        if (cell.startsWith(" ") || cell.endsWith(" ")) {
            return Parsed.wrong("space");
        }
        LocalDate on = day == null ? asOf : day;
        return switch (column.type()) {
            case CellType.Id() -> id(cell);
            case CellType.Day() -> day(cell);
            case CellType.OneOf(String list) -> oneOf(list, cell, on);
            case CellType.SeveralOf(String list) -> severalOf(list, cell, on);
            case CellType.AnswerTo(Questionnaire survey, Question question) -> answer(survey, question, cell);
            case CellType.Slug() -> SLUG_FORM.matcher(cell).matches() ? Parsed.of(cell) : Parsed.wrong("slug");
            case CellType.MemberLabel() -> LABEL_FORM.matcher(cell).matches() ? Parsed.of(cell) : Parsed.wrong("label");
            case CellType.Whole(int most) -> whole(cell, most);
            case CellType.Truth() -> truth(cell);
            case CellType.EventCode() -> EVENT_FORM.matcher(cell).matches() ? Parsed.of(cell) : Parsed.wrong("event");
        };
    }

    private static Parsed id(String cell) {
        if (UUID_FORM.matcher(cell).matches()) {
            return Parsed.of(UUID.fromString(cell));
        }
        boolean capitals =
                UUID_FORM.matcher(cell.toLowerCase(java.util.Locale.ROOT)).matches();
        return Parsed.wrong(capitals ? "id-capitals" : "id");
    }

    private Parsed day(String cell) {
        if (!DAY_FORM.matcher(cell).matches()) {
            return Parsed.wrong("date");
        }
        try {
            LocalDate day = LocalDate.parse(cell);
            if (day.isAfter(asOf)) {
                return Parsed.wrong("date-later", asOf);
            }
            return day.isBefore(EARLIEST) ? Parsed.wrong("date-early", EARLIEST) : Parsed.of(day);
        } catch (DateTimeException notInTheCalendar) {
            return Parsed.wrong("date-not-there");
        }
    }

    private Parsed oneOf(String list, String cell, LocalDate day) {
        if (codes.isValid(list, cell, day)) {
            return Parsed.of(cell);
        }
        return new Parsed(null, notACode(list, cell, day));
    }

    private Parsed severalOf(String list, String cell, LocalDate day) {
        SortedSet<String> members = new TreeSet<>();
        for (String member : cell.split(";", -1)) {
            if (member.isEmpty()) {
                return Parsed.wrong("list-empty-member");
            }
            if (member.startsWith(" ") || member.endsWith(" ")) {
                return Parsed.wrong("list-space");
            }
            if (!codes.isValid(list, member, day)) {
                return new Parsed(null, notAMember(list, member, day));
            }
            if (!members.add(member)) {
                return Parsed.wrong("list-repeat", member);
            }
        }
        return Parsed.of(Collections.unmodifiableSortedSet(members));
    }

    /// The codes of a question are those of its list in the year of the survey, and its own.
    private static Parsed answer(Questionnaire survey, Question question, String cell) {
        List<String> choices = survey.choices(question, java.util.Locale.ROOT).stream()
                .map(Questionnaire.Choice::code)
                .toList();
        if (question.type() != QuestionType.MANY) {
            return choices.contains(cell)
                    ? Parsed.of(cell)
                    : new Parsed(null, notAnAnswer("one-of", question, choices));
        }
        SortedSet<String> members = new TreeSet<>();
        for (String member : cell.split(";", -1)) {
            if (member.isEmpty()) {
                return Parsed.wrong("list-empty-member");
            }
            if (member.startsWith(" ") || member.endsWith(" ")) {
                return Parsed.wrong("list-space");
            }
            if (!choices.contains(member)) {
                return new Parsed(null, notAnAnswer("several-of", question, choices));
            }
            if (!members.add(member)) {
                return Parsed.wrong("list-repeat", member);
            }
        }
        return Parsed.of(Collections.unmodifiableSortedSet(members));
    }

    private static Problem notAnAnswer(String rule, Question question, List<String> choices) {
        return question.type() == QuestionType.COUNTRY
                ? Problem.of("country")
                : Problem.of(rule, choices.stream().limit(LISTED_CODES).collect(Collectors.joining(", ")));
    }

    private Problem notAMember(String list, String member, LocalDate day) {
        boolean derived =
                list.equals("exploitation_form") && (member.equals("multiple") || member.equals("not_reported"));
        if (derived) {
            return Problem.of("derived-form");
        }
        return isKnown(list, member) ? Problem.of("code-not-then", day) : Problem.of("several-of", allowed(list, day));
    }

    private Problem notACode(String list, String cell, LocalDate day) {
        if (isKnown(list, cell)) {
            return Problem.of("code-not-then", day);
        }
        return switch (list) {
            case "country" -> Problem.of("country");
            case "municipality" -> Problem.of("municipality");
            default -> Problem.of("one-of", allowed(list, day));
        };
    }

    /// A code that was or will be used has a label of its own.
    private boolean isKnown(String list, String code) {
        return !codes.label(list, code, java.util.Locale.ROOT).equals(code);
    }

    private String allowed(String list, LocalDate day) {
        return codes.list(list, day).stream()
                .limit(LISTED_CODES)
                .map(Code::code)
                .collect(Collectors.joining(", "));
    }

    private static Parsed whole(String cell, int most) {
        if (!DIGITS.matcher(cell).matches()) {
            return Parsed.wrong("whole");
        }
        String digits = cell.replaceFirst("^0+(?=.)", "");
        if (digits.length() > SAFE_DIGITS || Integer.parseInt(digits) > most) {
            return Parsed.wrong("whole-most", Integer.toString(most));
        }
        return Parsed.of(Integer.valueOf(digits));
    }

    private static Parsed truth(String cell) {
        return switch (cell) {
            case "true" -> Parsed.of(true);
            case "false" -> Parsed.of(false);
            default -> Parsed.wrong("truth");
        };
    }
}
