package se.ledfyr.statistics;

import static se.ledfyr.surveys.views.tables.CountedContact.COUNTED_CONTACT;
import static se.ledfyr.surveys.views.tables.StateOfYear.STATE_OF_YEAR;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NationalFacts;
import se.ledfyr.access.Right;

/// The tables about civil society's contacts of one year, all at one moment, with a group case or
/// without: for whoever compiles them, those of its members; for whoever reads national facts,
/// those of the country.
@Service
@Transactional
public class ContactFigures {

    /// People a group case has at least to be named: what is smaller, the difference would show.
    public static final int LARGE = 10;

    private static final int TRIES = 4;
    private static final String CASE_SHOWN = "case_shown";
    private static final String CASE = "case";

    private final Declarations declarations;
    private final NationalFacts national;
    private final DSLContext sql;

    ContactFigures(Declarations declarations, NationalFacts national, DSLContext sql) {
        this.declarations = declarations;
        this.national = national;
        this.sql = sql;
    }

    /// The tables of one year.
    ///
    /// @param state what [#state] said when they were counted
    /// @param groups group cases of at least [#LARGE] people, the largest first, with or without
    /// one left out
    /// @param cells by id of the table, those of the year; where a table divides by `case`, only
    /// `all`, which is then everybody that was not left out
    public record Tables(String state, List<String> groups, Map<String, List<Cell>> cells) {

        public Tables {
            groups = List.copyOf(groups);
            cells = Map.copyOf(cells);
        }
    }

    /// Every declared table that counts contacts, by id, in printed order. Declarations are no secret.
    public Map<String, PublishedTable> declared() {
        Map<String, PublishedTable> found = new LinkedHashMap<>();
        declarations.list().stream()
                .filter(ContactFigures::isOfContacts)
                .forEach(table -> found.put(table.id(), table));
        return found;
    }

    /// Whose numbers these are: two who get the same answer see the same numbers.
    public String readers() {
        requireReader();
        return isNational()
                ? "country"
                : Acting.current().organisation().value().toString();
    }

    /// Another text whenever something that is counted has changed since.
    public String state(int year) {
        requireReader();
        return read(rows -> state(rows, year));
    }

    /// Counts all tables of a year. Where answers come in meanwhile, they are counted again until
    /// all are of one moment.
    ///
    /// @param without a group case to leave out
    public Tables read(int year, Optional<String> without) {
        requireReader();
        return read(rows -> {
            String before = state(rows, year);
            for (int i = 1; ; i++) {
                Tables counted = new Tables(before, groups(rows, year), tables(rows, year, without));
                String after = state(rows, year);
                if (after.equals(before) || i == TRIES) {
                    return counted;
                }
                before = after;
            }
        });
    }

    private Map<String, List<Cell>> tables(DSLContext rows, int year, Optional<String> without) {
        Selection selection = new Selection(Selection.ofYear(year).years(), Optional.empty(), without);
        Map<String, List<Cell>> cells = new LinkedHashMap<>();
        declared()
                .forEach((id, table) -> cells.put(
                        id,
                        without.isPresent()
                                        && table.content()
                                                .counted()
                                                .population()
                                                .source()
                                                .has(CASE_SHOWN)
                                ? withoutShown(rows, table, selection)
                                : everybody(table, TableEngine.evaluate(rows, table, selection))));
        return cells;
    }

    /// Rows of such a source say for themselves without which case they stand. Where the case is
    /// too small for that they are left out one by one, and what counts others beside them is not
    /// known.
    private static List<Cell> withoutShown(DSLContext rows, PublishedTable table, Selection selection) {
        String code = Dimension.WITHOUT + selection.without().orElseThrow();
        int at = table.columns().indexOf(CASE);
        List<Cell> shown =
                TableEngine.evaluate(rows, table, new Selection(selection.years(), Optional.empty())).stream()
                        .filter(cell -> cell.codes().get(at).equals(code))
                        .map(cell -> new Cell(all(cell.codes(), at), cell.unit(), cell.value(), cell.base()))
                        .toList();
        return !shown.isEmpty()
                ? shown
                : everybody(table, TableEngine.evaluate(rows, table, selection)).stream()
                        .map(cell ->
                                cell.unit() == Unit.COUNTRIES ? new Cell(cell.codes(), cell.unit(), null, null) : cell)
                        .toList();
    }

    private static List<String> all(List<String> codes, int at) {
        List<String> changed = new ArrayList<>(codes);
        changed.set(at, Dimension.ALL);
        return changed;
    }

    /// Without the lines that leave out a case of their own.
    private static List<Cell> everybody(PublishedTable table, List<Cell> cells) {
        int at = table.columns().indexOf(CASE);
        return at < 0
                ? cells
                : cells.stream()
                        .filter(cell -> cell.codes().get(at).equals(Dimension.ALL))
                        .toList();
    }

    private static List<String> groups(DSLContext rows, int year) {
        return rows.select(COUNTED_CONTACT.GROUP_CASE)
                .from(COUNTED_CONTACT)
                .where(COUNTED_CONTACT.YEAR.eq((short) year), COUNTED_CONTACT.GROUP_CASE.isNotNull())
                .groupBy(COUNTED_CONTACT.GROUP_CASE)
                .having(DSL.count().ge(LARGE))
                .orderBy(DSL.count().desc(), COUNTED_CONTACT.GROUP_CASE)
                .fetch(COUNTED_CONTACT.GROUP_CASE);
    }

    private static String state(DSLContext rows, int year) {
        return rows.selectFrom(STATE_OF_YEAR)
                .where(STATE_OF_YEAR.YEAR.eq((short) year))
                .fetchOptional(row -> row.get(STATE_OF_YEAR.CONTACTS) + "/" + row.get(STATE_OF_YEAR.VERSIONS))
                .orElse("");
    }

    private static boolean isOfContacts(PublishedTable table) {
        return table.content().counted().population().source().isSurvey() && table.yearColumns() == 1;
    }

    private static void requireReader() {
        if (!isNational()) {
            Acting.require(Right.COMPILE_CONTACTS);
        }
    }

    private static boolean isNational() {
        return Acting.ifBound()
                .filter(acting -> acting.may(Right.READ_NATIONAL_FACTS))
                .isPresent();
    }

    private <T> T read(Function<DSLContext, T> query) {
        return isNational() ? national.read(query) : query.apply(sql);
    }
}
