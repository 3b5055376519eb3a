package se.ledfyr.filing;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.filing.FilingOutcome.Conflict;
import se.ledfyr.filing.FilingOutcome.Reason;
import se.ledfyr.organisations.OrganisationId;

/// The rows of one file, in a temporary table that only this transaction sees. A transaction that takes several
/// files empties it in between.
///
/// The rows arrive by `copy`, a buffer at a time, and everything after that is done by PostgreSQL: the size of the
/// file makes no difference to the memory of the application.
@Repository
class FilingTable {

    private final DSLContext sql;

    FilingTable(DSLContext sql) {
        this.sql = sql;
    }

    void fill(FiledTable table, FiledRows rows) {
        sql.execute("drop table if exists pg_temp.filed");
        sql.execute("""
                create temporary table filed
                (
                    line      bigint primary key,
                    id        uuid    not null,
                    %s,
                    owner     uuid,
                    known     boolean not null default false,
                    changed   boolean not null default false,
                    person_id uuid
                ) on commit drop
                """.formatted(table.filed().stream()
                .map(column -> column.column() + " " + column.type().sql())
                .collect(Collectors.joining(", "))));
        String names = table.filed().stream().map(FiledColumn::column).collect(Collectors.joining(", "));
        sql.connection(connection -> {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            try (CopyText copy = new CopyText(copies.copyIn("copy filed (line, id, " + names + ") from stdin"))) {
                rows.handOver(copy::write);
                copy.finish();
            } catch (SQLException e) {
                throw new IllegalStateException("The rows could not be sent to the database", e);
            }
        });
        sql.execute("create index on filed (id)");
        settle();
    }

    /// PostgreSQL does not look at a temporary table by itself; without this it would plan for a file of one row.
    void settle() {
        sql.execute("analyze filed");
    }

    /// Two files taken at once for one organisation wait for each other, so that the second sees what the first
    /// added.
    private void hold(OrganisationId organisation) {
        sql.execute(
                "select pg_advisory_xact_lock(7366, hashtext(?))",
                organisation.value().toString());
    }

    void giveAllTo(OrganisationId organisation) {
        sql.execute("update filed set owner = ?", organisation.value());
    }

    /// Gives the bound organisation the rows whose ids it knows. Most organisations of a country keep nothing of a
    /// kind.
    int giveKnownTo(FiledTable table, OrganisationId organisation) {
        boolean none =
                sql.fetch("select from %s limit 1".formatted(table.name())).isEmpty();
        return none
                ? 0
                : sql.execute(
                        "update filed f set owner = ? from %s r where r.id = f.id and f.owner is null"
                                .formatted(table.name()),
                        organisation.value());
    }

    void giveRegionTo(String column, String region, OrganisationId office) {
        sql.execute(
                "update filed set owner = ? where owner is null and %s = ?".formatted(column), office.value(), region);
    }

    void giveRestTo(OrganisationId organisation) {
        sql.execute("update filed set owner = ? where owner is null", organisation.value());
    }

    /// Rows whose region has no office.
    void listHomeless(Keeper keeper, Limited<Conflict> found) {
        long all = sql.fetchSingle("select count(*) from filed where owner is null")
                .get(0, Long.class);
        String detail = switch (keeper) {
            case Keeper.OfficeOfRegion office -> office.column();
            case Keeper.TheOnly only -> "''";
            case Keeper.Named named -> named.column();
        };
        List<Conflict> some = sql.fetch(
                        "select line, %s from filed where owner is null order by line limit ?".formatted(detail),
                        found.room())
                .map(row -> homeless(keeper, row));
        found.add(some, all);
    }

    private static Conflict homeless(Keeper keeper, Record row) {
        long line = row.get(0, Long.class);
        return switch (keeper) {
            case Keeper.OfficeOfRegion office ->
                new Conflict(line, office.column(), Reason.NO_OFFICE, row.get(1, String.class));
            case Keeper.TheOnly only ->
                new Conflict(
                        line, "record", Reason.NO_KEEPER, only.kind().name().toLowerCase(java.util.Locale.ROOT));
            case Keeper.Named named ->
                new Conflict(line, named.column(), Reason.NO_SUCH_MEMBER, row.get(1, String.class));
        };
    }

    /// Rows of the acting organisation that name somebody else.
    void listStrays(String column, String own, Limited<Conflict> found) {
        UUID owner = Acting.current().organisation().value();
        String strays = " from filed where owner = ? and %1$s is distinct from ?".formatted(column);
        long all = sql.fetchSingle("select count(*)" + strays, owner, own).get(0, Long.class);
        List<Conflict> some = all == 0
                ? List.of()
                : sql.fetch("select line" + strays + " order by line limit ?", owner, own, found.room())
                        .map(row -> new Conflict(row.get(0, Long.class), column, Reason.NAMES_ANOTHER, own));
        found.add(some, all);
    }

    /// New rows of other regions than `own`.
    List<FilingOutcome.Elsewhere> listElsewhere(String column, String own) {
        return sql.fetch(
                        "select %1$s, count(*) from filed where not known and %1$s <> ? group by 1 order by 1"
                                .formatted(column),
                        own)
                .map(row -> new FilingOutcome.Elsewhere(row.get(0, String.class), row.get(1, Long.class)));
    }

    Map<UUID, Long> countByOrganisation() {
        return sql.fetch("select owner, count(*) from filed group by owner")
                .intoMap((Record row) -> row.get(0, UUID.class), row -> row.get(1, Long.class));
    }

    /// Finds out which rows of the acting organisation are known and which of those say something else. Row-level
    /// security leaves only records of the organisation that is bound.
    ///
    /// @param people whether records are about persons
    /// @return how many of its rows the organisation knows
    int compare(FiledTable table, boolean people) {
        OrganisationId organisation = Acting.current().organisation();
        hold(organisation);
        return sql.execute(comparison(table, people), organisation.value());
    }

    /// Gives rows the ids under which their records stand in for something sealed, where that has happened before.
    void followStandIns(FiledTable table) {
        sql.execute(knownByAnotherId(table), Acting.current().organisation().value());
    }

    /// Gives new records whose ids belong to sealed people other ids: to whoever cannot see those, their ids are
    /// free.
    void stepAside(FiledTable table) {
        OrganisationId organisation = Acting.current().organisation();
        sql.execute(
                "select %s(array(select id from filed where owner = ? and not known))"
                        .formatted(table.standIns().function()),
                organisation.value());
        followStandIns(table);
    }

    private static String knownByAnotherId(FiledTable table) {
        return """
                update filed f set id = s.%s
                from %s s
                where s.filed_id = f.id and f.owner = ? and not exists (select from %s r where r.id = f.id)
                """.formatted(table.standIns().column(), table.standIns().table(), table.name());
    }

    private static String comparison(FiledTable table, boolean people) {
        StringBuilder sets = new StringBuilder();
        table.sets()
                .forEach(set -> sets.append(
                        " or not (%1$s <@ f.%2$s and f.%2$s <@ %1$s)".formatted(set.in("r"), set.column())));
        return """
                update filed f
                set known = true, person_id = %s,
                    changed = (%s) is distinct from (%s)%s
                from %s r
                where r.id = f.id and f.owner = ?
                """.formatted(
                        people ? "r.person_id" : "null",
                        plain(table, column -> column.in("r")),
                        plain(table, column -> "f." + column.column()),
                        sets,
                        table.name());
    }

    private static String plain(FiledTable table, java.util.function.Function<FiledColumn, String> write) {
        return table.plain().stream().map(write).collect(Collectors.joining(", "));
    }
}
