package se.ledfyr.casework.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.Event;
import se.ledfyr.casework.Facts;
import se.ledfyr.casework.PersonInEvent;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.people.Identity;
import se.ledfyr.people.Protection;

/// Reads one person out of a row. Every fault is added under the id of its cell.
final class RowReader {

    private static final int EARLIEST_BIRTH_YEAR = 1900;
    private static final int MOST_CHILDREN = 30;
    private static final int GROWN_UP = 18;

    private final Event event;
    private final LocalDate day;
    private final CellWords words;
    private final FormErrors errors;

    RowReader(Event event, CodeBook codes, LocalDate day, FormErrors errors) {
        this.event = event;
        this.day = day;
        this.words = new CellWords(codes, day);
        this.errors = errors;
    }

    /// The person, or nothing when the row has a fault.
    Optional<PersonInEvent> read(GridRow row) {
        Identity identity = identity(row);
        Integer birthYear = number(row, GridColumn.BIRTH_YEAR, EARLIEST_BIRTH_YEAR, day.getYear());
        String ageGroup = ageGroup(row, birthYear);
        String sex = code(row, GridColumn.SEX, "sex", true);
        boolean citizenshipUnknown = words.isUnknown(row.cell(GridColumn.CITIZENSHIP));
        String citizenship = citizenshipUnknown ? null : code(row, GridColumn.CITIZENSHIP, "country", false);
        SortedSet<String> forms = forms(row);
        Integer children = number(row, GridColumn.CHILDREN, 0, MOST_CHILDREN);
        Boolean returning = yesOrNo(row, GridColumn.RETURN_PROGRAMME);
        Boolean reflection = yesOrNo(row, GridColumn.REFLECTION);
        Protection protection = protection(row);
        if (hasFault(row) || sex == null || ageGroup == null) {
            return Optional.empty();
        }
        return Optional.of(new PersonInEvent(
                null,
                identity,
                protection,
                sex,
                ageGroup,
                birthYear,
                citizenship,
                forms,
                children == null ? 0 : children,
                Boolean.TRUE.equals(returning),
                Boolean.TRUE.equals(reflection)));
    }

    private Identity identity(GridRow row) {
        String name = row.cell(GridColumn.NAME);
        if (name.length() > GridColumn.NAME.most()) {
            fault(row, GridColumn.NAME, "too-long", GridColumn.NAME.most());
            return Identity.NONE;
        }
        try {
            return name.isEmpty() ? Identity.NONE : Identity.named(name);
        } catch (IllegalArgumentException unseen) {
            fault(row, GridColumn.NAME, "characters");
            return Identity.NONE;
        }
    }

    /// The birth year tells the age group except in the year of the eighteenth birthday.
    private @Nullable String ageGroup(GridRow row, @Nullable Integer birthYear) {
        int age = birthYear == null ? GROWN_UP : day.getYear() - birthYear;
        if (row.cell(GridColumn.AGE_GROUP).isEmpty() && age != GROWN_UP) {
            return age > GROWN_UP ? "adult" : "child";
        }
        if (row.cell(GridColumn.AGE_GROUP).isEmpty()) {
            fault(row, GridColumn.AGE_GROUP, birthYear == null ? "required" : "turns-18");
            return null;
        }
        String group = code(row, GridColumn.AGE_GROUP, "age_group", true);
        if (group != null && !Facts.agrees(group, birthYear, day)) {
            fault(row, GridColumn.BIRTH_YEAR, "not-" + group);
        }
        return group;
    }

    private @Nullable String code(GridRow row, GridColumn column, String list, boolean required) {
        String text = row.cell(column);
        if (text.isEmpty()) {
            if (required) {
                fault(row, column, "required");
            }
            return null;
        }
        Optional<String> code = words.code(list, text);
        if (code.isEmpty()) {
            fault(row, column, "word");
        }
        return code.orElse(null);
    }

    /// Nothing written means what the event says; a hyphen alone means that nobody knows.
    private SortedSet<String> forms(GridRow row) {
        String text = row.cell(GridColumn.FORMS);
        if (text.isEmpty()) {
            return event.forms();
        }
        SortedSet<String> forms = new TreeSet<>();
        for (String part : text.split("[,;+/]")) {
            Optional<String> form = words.code("exploitation_form", part);
            if (form.isEmpty() && !words.isUnknown(part)) {
                fault(row, GridColumn.FORMS, "word");
            }
            form.ifPresent(forms::add);
        }
        return forms;
    }

    private @Nullable Integer number(GridRow row, GridColumn column, int least, int most) {
        String text = row.cell(column);
        if (text.isEmpty() || column == GridColumn.BIRTH_YEAR && words.isUnknown(text)) {
            return null;
        }
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            fault(row, column, "between", Integer.toString(least), Integer.toString(most));
            return null;
        }
        return Integer.valueOf(text);
    }

    private @Nullable Boolean yesOrNo(GridRow row, GridColumn column) {
        Optional<Boolean> answer = words.yesOrNo(row.cell(column));
        if (answer.isEmpty()) {
            fault(row, column, "yes-or-no");
        }
        return answer.orElse(null);
    }

    /// Whoever writes no more than yes is asked which form it is: the three protect in different ways.
    private @Nullable Protection protection(GridRow row) {
        Optional<Boolean> answer = words.yesOrNo(row.cell(GridColumn.PROTECTION));
        if (answer.isPresent() && !answer.get()) {
            return null;
        }
        String code = code(row, GridColumn.PROTECTION, "protection", false);
        return Arrays.stream(Protection.values())
                .filter(form -> form.name().equals(code))
                .findFirst()
                .orElse(null);
    }

    private void fault(GridRow row, GridColumn column, String what, Object... arguments) {
        errors.add(row.id(column), "casework.event.error." + column.field() + "." + what, arguments);
    }

    private boolean hasFault(GridRow row) {
        return Arrays.stream(GridColumn.values()).anyMatch(column -> errors.concern(row.id(column)));
    }
}
