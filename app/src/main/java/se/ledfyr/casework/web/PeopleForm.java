package se.ledfyr.casework.web;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.ledfyr.casework.Event;
import se.ledfyr.casework.PersonInEvent;
import se.ledfyr.codes.CodeBook;

/// People written down for an event: what could be read, and what is wrong.
final class PeopleForm {

    private final FormErrors errors = new FormErrors();
    private final Grid grid;
    private final @Nullable LocalDate day;
    private final Map<Integer, PersonInEvent> people = new LinkedHashMap<>();

    private PeopleForm(FormValues values, Event event, CodeBook codes, LocalDate today) {
        grid = Grid.read(values);
        day = new FactsReader(values, codes, today, errors).day("registered_on", true);
        RowReader reader = new RowReader(event, codes, day == null ? today : day, errors);
        grid.written().forEach(row -> reader.read(row).ifPresent(person -> people.put(row.number(), person)));
        if (errors.isEmpty() && people.isEmpty()) {
            errors.add(GridRow.id(1, GridColumn.NAME), "casework.event.error.nobody");
        }
    }

    static PeopleForm read(FormValues values, Event event, CodeBook codes, LocalDate today) {
        return new PeopleForm(values, event, codes, today);
    }

    Grid grid() {
        return grid;
    }

    FormErrors errors() {
        return errors;
    }

    boolean isRight() {
        return errors.isEmpty();
    }

    /// The people by the number of their row.
    Map<Integer, PersonInEvent> people() {
        return Collections.unmodifiableMap(people);
    }

    /// @throws IllegalStateException when the form is not right
    LocalDate day() {
        if (day == null) {
            throw new IllegalStateException("The day could not be read");
        }
        return day;
    }
}
