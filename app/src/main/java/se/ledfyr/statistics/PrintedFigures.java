package se.ledfyr.statistics;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.methods.printed.PrintedCell;
import se.ledfyr.organisations.MemberId;

/// What reports printed, beside what the records give. The computed figure is the one that tables show;
/// a printed one that differs stands beside it with its source.
///
/// Reports are about the country, so only who reads national facts has anything to compare with.
@Service
@Transactional
public class PrintedFigures {

    private static final String JOINT = "/";

    private static final String KEEP = """
            insert into statistics.printed_cell (table_id, cell, unit, value, source, noted_at, noted_by)
            values (?, ?, ?, ?, ?, ?::timestamptz, ?)
            on conflict (table_id, cell, unit) do update
            set value = excluded.value, source = excluded.source, noted_at = excluded.noted_at, noted_by = excluded.noted_by
            """;

    private final PublishedTables tables;
    private final AuditLog audit;
    private final DSLContext sql;
    private final Clock clock;

    PrintedFigures(PublishedTables tables, AuditLog audit, DSLContext sql, Clock clock) {
        this.tables = tables;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    /// Every number of a sheet beside the computed one; nothing when the sheet is of no table of ours,
    /// or the acting member sees only the own organisation.
    public List<PrintedBeside> beside(PrintedSheet sheet) {
        Optional<PublishedTable> table = tableOf(sheet);
        if (table.isEmpty() || tables.reach() != Figures.Reach.COUNTRY) {
            return List.of();
        }
        Map<String, BigDecimal> computed = computed(table.get());
        return sheet.figures().cells().stream()
                .map(cell -> beside(cell, computed, ""))
                .toList();
    }

    /// Keeps the numbers of a sheet, each with its source; one that was kept before is replaced.
    ///
    /// @throws NotHere when the sheet is of no table of ours, or the acting member may not read national
    ///     facts
    public void keep(PrintedSheet sheet, String source) {
        Acting.require(Right.READ_NATIONAL_FACTS);
        PublishedTable table = tableOf(sheet).orElseThrow(NotHere::new);
        MemberId member = Optional.ofNullable(Acting.current().member()).orElseThrow(NotHere::new);
        for (PrintedCell cell : sheet.figures().cells()) {
            sql.execute(
                    KEEP,
                    table.id(),
                    String.join(JOINT, cell.codes()),
                    cell.unit(),
                    cell.value(),
                    source,
                    clock.instant().atOffset(ZoneOffset.UTC),
                    member.value());
        }
        audit.note(
                Action.FIGURES_KEPT,
                Subject.TABLE,
                List.of(),
                null,
                "%s, figures %d".formatted(table.id(), sheet.figures().cells().size()));
    }

    /// The printed numbers kept for a table that differ from the computed ones; none for who sees only the own
    /// organisation.
    public List<PrintedBeside> differing(PublishedTable table) {
        if (tables.reach() != Figures.Reach.COUNTRY) {
            return List.of();
        }
        var kept = sql.fetch(
                "select cell, unit, value, source from statistics.printed_cell where table_id = ? order by cell, unit",
                table.id());
        if (kept.isEmpty()) {
            return List.of();
        }
        Map<String, BigDecimal> computed = computed(table);
        return kept.stream()
                .map(row -> beside(
                        new PrintedCell(
                                Arrays.asList(row.get(0, String.class).split(JOINT, -1)),
                                row.get(1, String.class),
                                row.get(2, BigDecimal.class)),
                        computed,
                        row.get(3, String.class)))
                .filter(PrintedBeside::differs)
                .toList();
    }

    private Optional<PublishedTable> tableOf(PrintedSheet sheet) {
        return tables.list().stream()
                .filter(table -> sheet.table().filter(table.id()::equals).isPresent())
                .filter(table -> table.columns().equals(sheet.figures().columns()))
                .findFirst();
    }

    private Map<String, BigDecimal> computed(PublishedTable table) {
        Map<String, BigDecimal> computed = new HashMap<>();
        for (Cell cell : tables.cells(table.id(), Selection.ALL)) {
            if (cell.value() != null) {
                computed.put(key(cell.codes(), cell.unit().inFiles()), cell.value());
            }
        }
        return computed;
    }

    private static PrintedBeside beside(PrintedCell cell, Map<String, BigDecimal> computed, String source) {
        return new PrintedBeside(
                cell.codes(), cell.unit(), cell.value(), computed.get(key(cell.codes(), cell.unit())), source);
    }

    private static String key(List<String> codes, String unit) {
        return String.join(JOINT, codes) + " " + unit;
    }
}
