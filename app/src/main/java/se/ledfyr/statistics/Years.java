package se.ledfyr.statistics;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
import se.ledfyr.organisations.MemberId;

/// Years that are preliminary until the national statistician closes them, and what has changed in closed ones.
///
/// For everybody who may not read national facts there is nothing here.
@Service
@Transactional
public class Years {

    private final Declarations declarations;
    private final NationalFacts national;
    private final ClosedYears closed;
    private final RevisionQueries revisions;
    private final AuditLog audit;
    private final Clock clock;

    Years(
            Declarations declarations,
            NationalFacts national,
            ClosedYears closed,
            RevisionQueries revisions,
            AuditLog audit,
            Clock clock) {
        this.declarations = declarations;
        this.national = national;
        this.closed = closed;
        this.revisions = revisions;
        this.audit = audit;
        this.clock = clock;
    }

    /// A year that occurs in the figures.
    ///
    /// @param closedAt empty while it is preliminary
    /// @param canBeClosed whether it is over and still preliminary
    public record Year(int year, Optional<Instant> closedAt, boolean canBeClosed) {}

    /// All years that occur in any table, newest first.
    public List<Year> list() {
        Acting.require(Right.READ_NATIONAL_FACTS);
        Set<Integer> found = new TreeSet<>(java.util.Comparator.reverseOrder());
        found.addAll(national.read(this::occurring));
        found.addAll(closed.years());
        return found.stream().map(this::year).toList();
    }

    /// @throws NotHere for a year that does not occur
    public Year get(int year) {
        return list().stream().filter(one -> one.year() == year).findFirst().orElseThrow(NotHere::new);
    }

    /// Makes a year final: every cell of every table is kept as it stands now.
    ///
    /// @throws NotHere for a year that does not occur
    /// @throws YearNotOpen when it is closed already, by whomever, or not over
    public void close(int year) {
        if (!get(year).canBeClosed() || !closed.close(year, clock.instant(), closer())) {
            throw new YearNotOpen(year);
        }
        evaluate(year).forEach((table, cells) -> closed.keep(year, table, cells));
        audit.note(Action.YEAR_CLOSED, Subject.YEAR, List.of(), null, Integer.toString(year));
    }

    /// What has changed in a closed year since, by table; tables without a change are left out.
    ///
    /// @throws NotHere for a year that is not closed
    public List<RevisedTable> revisedTables(int year) {
        getClosed(year);
        List<RevisedTable> revised = new ArrayList<>();
        evaluate(year).forEach((table, now) -> {
            List<RevisedTable.Change> changes = RevisedTable.changes(table, closed.kept(year, table), now);
            if (!changes.isEmpty()) {
                revised.add(new RevisedTable(table, changes));
            }
        });
        return revised;
    }

    /// What happened to single registrations, grants and reflection periods of a closed year since, newest first,
    /// without anybody's identity.
    ///
    /// @throws NotHere for a year that is not closed
    public Revisions revisions(int year) {
        Instant since = getClosed(year);
        return national.read(sql -> revisions.since(sql, kinds(), year, since));
    }

    private Instant getClosed(int year) {
        Acting.require(Right.READ_NATIONAL_FACTS);
        return closed.closedAt(year).orElseThrow(NotHere::new);
    }

    private Map<PublishedTable, List<Cell>> evaluate(int year) {
        return national.read(sql -> {
            Map<PublishedTable, List<Cell>> cells = new LinkedHashMap<>();
            for (PublishedTable table : declarations.list()) {
                cells.put(table, TableEngine.evaluate(sql, table, Selection.ofYear(year)));
            }
            return cells;
        });
    }

    /// Whose rows stand in a table, for each source whose changes are listed: an association has registrations too, but
    /// no table counts them.
    private Map<Source, Set<String>> kinds() {
        Map<Source, Set<String>> kinds = new EnumMap<>(Source.class);
        declarations.list().stream()
                .map(table -> table.content().counted().population())
                .filter(population -> RevisionQueries.RECORDS.containsKey(population.source()))
                .forEach(population -> kinds.computeIfAbsent(population.source(), source -> new TreeSet<>())
                        .addAll(population.organisationKinds()));
        return kinds;
    }

    private Set<Integer> occurring(DSLContext sql) {
        Set<Integer> years = new TreeSet<>();
        declarations.list().stream()
                .map(table -> table.content().counted().population())
                .distinct()
                .forEach(population -> years.addAll(TableEngine.years(sql, population)));
        return years;
    }

    private Year year(int year) {
        Optional<Instant> closedAt = closed.closedAt(year);
        boolean over = year < LocalDate.now(clock).getYear();
        return new Year(year, closedAt, over && closedAt.isEmpty());
    }

    private static MemberId closer() {
        MemberId member = Acting.current().member();
        if (member == null) {
            throw new NotHere();
        }
        return member;
    }
}
