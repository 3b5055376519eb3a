package se.ledfyr.filing;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.filing.FilingOutcome.Correction;

/// What the rows of a file would change in what the acting organisation has. Whatever it shows of that is noted.
@Repository
class FilingComparison {

    private final DSLContext sql;
    private final AuditLog audit;

    FilingComparison(DSLContext sql, AuditLog audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /// Every field that a file can change, as text, before and after: joined to `r`, the record, and `f`, the row.
    static String fields(FiledTable table) {
        return " cross join lateral (values "
                + table.each(
                        ", ",
                        column -> "('%s', %s, %s)"
                                .formatted(column.field(), column.recordAsText("r"), column.rowAsText("f")))
                + ") as field (name, before, after) ";
    }

    void corrections(FiledKind kind, Limited<Correction> found) {
        UUID owner = Acting.current().organisation().value();
        long all = sql.fetchSingle("select count(*) from filed where owner = ? and changed", owner)
                .get(0, Long.class);
        List<Correction> some = all == 0 || found.room() == 0 ? List.of() : list(kind.table(), owner, found.room());
        List<UUID> shown = some.stream().map(Correction::id).distinct().toList();
        if (!shown.isEmpty()) {
            audit.note(Action.LISTED, kind.subject(), shown, null, null);
        }
        found.add(some, all);
    }

    private List<Correction> list(FiledTable table, UUID owner, int most) {
        String query = "select f.line, f.id, field.name, field.before, field.after from filed f join " + table.name()
                + " r on r.id = f.id"
                + fields(table)
                + "where f.owner = ? and f.changed and field.before is distinct from field.after order by f.line limit ?";
        return sql.fetch(query, owner, most)
                .map(row -> new Correction(
                        row.get(0, Long.class),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, String.class)));
    }
}
