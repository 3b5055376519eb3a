package se.ledfyr.statistics;

import java.util.Arrays;
import java.util.Locale;
import org.jooq.Field;
import org.jooq.Table;
import se.ledfyr.casework.views.tables.CountedRegistration;
import se.ledfyr.needs.views.tables.CountedMeasure;
import se.ledfyr.needs.views.tables.CountedNeed;
import se.ledfyr.needs.views.tables.CountedNeedSpread;
import se.ledfyr.needs.views.tables.CountedPerson;

/// A published view that tables may count: one row is one thing in one year, a person, a need, a measure.
///
/// A declaration can name a source and its columns only by what stands here, so nothing a declaration says
/// becomes SQL. The view has the columns `year`, and `region` where figures can be asked for by region.
public enum Source {
    REGISTRATIONS(CountedRegistration.COUNTED_REGISTRATION),
    NEEDS(CountedNeed.COUNTED_NEED),
    NEEDS_SPREAD(CountedNeedSpread.COUNTED_NEED_SPREAD),
    MEASURES(CountedMeasure.COUNTED_MEASURE),
    PEOPLE_IN_CASES(CountedPerson.COUNTED_PERSON);

    private final Table<?> view;

    Source(Table<?> view) {
        this.view = view;
    }

    /// @throws IllegalArgumentException for a name that is no source
    static Source of(String name) {
        return Arrays.stream(values())
                .filter(source -> source.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown source " + name));
    }

    String from() {
        return view.getSchema() + "." + view.getName();
    }

    boolean has(String column) {
        return view.field(column) != null;
    }

    /// @throws IllegalArgumentException for a name that is no column of the view
    Class<?> typeOf(String column) {
        Field<?> field = view.field(column);
        if (field == null) {
            throw new IllegalArgumentException("unknown column " + column + "; known: "
                    + Arrays.stream(view.fields()).map(Field::getName).toList());
        }
        return field.getType();
    }
}
