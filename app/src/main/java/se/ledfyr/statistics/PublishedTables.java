package se.ledfyr.statistics;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NationalFacts;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.statistics.Figures.Reach;

/// The published tables, with the numbers of the country for those who may read national facts and those of the
/// own organisation for everybody else who may read facts.
@Service
@Transactional
public class PublishedTables {

    private final Declarations declarations;
    private final NationalFacts national;
    private final ClosedYears closed;
    private final AuditLog audit;
    private final DSLContext sql;

    PublishedTables(
            Declarations declarations, NationalFacts national, ClosedYears closed, AuditLog audit, DSLContext sql) {
        this.declarations = declarations;
        this.national = national;
        this.closed = closed;
        this.audit = audit;
        this.sql = sql;
    }

    /// In printed order.
    public List<PublishedTable> list() {
        Acting.require(Right.READ_FACTS);
        return declarations.list();
    }

    /// How far the numbers reach that the acting member gets.
    public Reach reach() {
        Acting.require(Right.READ_FACTS);
        return Acting.current().may(Right.READ_NATIONAL_FACTS) ? Reach.COUNTRY : Reach.OWN_ORGANISATION;
    }

    /// @throws NotHere when there is no such table
    public Figures get(String id, Selection selection) {
        PublishedTable table = table(id);
        return read(rows -> new Figures(
                table,
                selection,
                reach(),
                TableEngine.years(rows, table.content().counted().population()),
                closed.years(),
                asked(table, TableEngine.evaluate(rows, table, selection))));
    }

    /// The table as a tidy CSV file. Who took it is written to the audit log.
    ///
    /// @throws NotHere when there is no such table
    public String export(String id, Selection selection) {
        audit.note(Action.EXPORTED, Subject.TABLE, List.of(), null, table(id).id());
        StringBuilder file = new StringBuilder();
        writeTidy(id, selection, file);
        return file.toString();
    }

    /// Writes the table as a tidy CSV file, holding no more than a few cells at a time. Where years cannot be compared,
    /// a last column says so beside each number.
    ///
    /// @throws NotHere when there is no such table
    public void writeTidy(String id, Selection selection, Appendable out) {
        PublishedTable table = table(id);
        Collection<Integer> years = selection.years().isEmpty()
                ? read(rows -> TableEngine.years(rows, table.content().counted().population()))
                : selection.years();
        TidyCsv file = new TidyCsv(table, years, out);
        file.writeHeader();
        each(id, selection, file::write);
    }

    /// A table's cells in printed order, from one statement and nothing else.
    ///
    /// @throws NotHere when there is no such table
    public List<Cell> cells(String id, Selection selection) {
        PublishedTable table = table(id);
        return read(rows -> asked(table, TableEngine.evaluate(rows, table, selection)));
    }

    /// Gives a table's cells one by one, from one statement, holding no more than a few of them.
    ///
    /// @throws NotHere when there is no such table
    public void each(String id, Selection selection, Consumer<Cell> taker) {
        PublishedTable table = table(id);
        Comparability comparability = Comparability.of(table);
        read(rows -> {
            TableEngine.each(rows, table, selection, cell -> {
                if (comparability.isAsked(cell)) {
                    taker.accept(cell);
                }
            });
            return table;
        });
    }

    /// What nobody was asked about in a year is not printed as a zero.
    private static List<Cell> asked(PublishedTable table, List<Cell> cells) {
        Comparability comparability = Comparability.of(table);
        return cells.stream().filter(comparability::isAsked).toList();
    }

    private PublishedTable table(String id) {
        Acting.require(Right.READ_FACTS);
        return declarations.find(id).orElseThrow(NotHere::new);
    }

    private <T> T read(Function<DSLContext, T> query) {
        return switch (reach()) {
            case COUNTRY -> national.read(query);
            case OWN_ORGANISATION -> query.apply(sql);
        };
    }
}
