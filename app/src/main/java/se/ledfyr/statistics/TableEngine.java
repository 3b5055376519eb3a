package se.ledfyr.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import se.ledfyr.statistics.PublishedTable.Change;
import se.ledfyr.statistics.PublishedTable.Counted;

/// Evaluates declared tables, one statement each, on whatever rows the given connection may see.
final class TableEngine {

    private static final int ROWS_AT_A_TIME = 2_000;

    private TableEngine() {}

    static Statement statementOf(PublishedTable table, Selection selection) {
        return switch (table.content()) {
            case Counted counted -> StatementBuilder.counted(counted, selection);
            case Change change -> StatementBuilder.change(change.counted(), selection);
        };
    }

    /// All cells in printed order.
    static List<Cell> evaluate(DSLContext sql, PublishedTable table, Selection selection) {
        Statement statement = statementOf(table, selection);
        int codes = table.columns().size();
        return sql.resultQuery(statement.sql(), statement.binds()).fetch(row -> cell(row, codes));
    }

    /// Gives the cells one by one in printed order, holding no more than a few of them: a table of events can
    /// have as many cells as there are rows. Needs a transaction. Slower than [#evaluate]: PostgreSQL does not
    /// share the work among processes when it is asked for a few rows at a time.
    static void each(DSLContext sql, PublishedTable table, Selection selection, Consumer<Cell> taker) {
        Statement statement = statementOf(table, selection);
        int codes = table.columns().size();
        try (Cursor<Record> rows = sql.resultQuery(statement.sql(), statement.binds())
                .fetchSize(ROWS_AT_A_TIME)
                .fetchLazy()) {
            for (Record row : rows) {
                taker.accept(cell(row, codes));
            }
        }
    }

    static List<Integer> years(DSLContext sql, Population population) {
        Statement statement = StatementBuilder.years(population);
        return sql.resultQuery(statement.sql(), statement.binds()).fetch(0, Integer.class);
    }

    private static Cell cell(Record row, int codes) {
        List<String> found = new ArrayList<>(codes);
        for (int i = 0; i < codes; i++) {
            found.add(row.get(i, String.class));
        }
        return new Cell(
                found,
                Unit.of(row.get(codes, String.class)),
                row.get(codes + 1, java.math.BigDecimal.class),
                row.get(codes + 2, java.math.BigDecimal.class));
    }
}
