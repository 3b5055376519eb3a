package se.ledfyr.statistics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import se.ledfyr.installation.ScratchDatabase;

/// A whole register in a database of its own, for counting. Rows are put in by SQL, one office a region.
final class Register implements AutoCloseable {

    static final List<String> REGIONS = List.of("nord", "mitt", "stockholm", "ost", "vast", "syd", "bergslagen");

    private final ScratchDatabase database = ScratchDatabase.make();
    private final Declarations declarations = new Declarations();

    Register() {
        REGIONS.forEach(region -> addOrganisation(region, "REGIONAL_COORDINATION", region));
        addOrganisation("nsp", "PROGRAMME_OFFICE", null);
    }

    static UUID office(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    void addOrganisation(String name, String kind, @org.jspecify.annotations.Nullable String region) {
        sql().execute(
                        "insert into organisations.organisation (id, name, kind, region, created_at) values (?, ?, ?, ?, now())",
                        office(name),
                        "Office " + name,
                        kind,
                        region);
    }

    /// Rows of the reference file, by column name.
    static List<Row> reference(String file) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Register.class.getResourceAsStream("/reference/" + file), StandardCharsets.UTF_8))) {
            List<String> header = split(lines.readLine());
            List<Row> rows = new ArrayList<>();
            lines.lines().map(Register::split).forEach(cells -> {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    row.put(header.get(i), cells.get(i));
                }
                rows.add(new Row(row));
            });
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> split(String line) {
        List<String> cells = new ArrayList<>();
        boolean quoted = false;
        StringBuilder cell = new StringBuilder();
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /// Registers people at the office of their region.
    void add(List<Row> rows) {
        sql().transaction(all -> rows.forEach(row -> add(all.dsl(), row, office(row.get("region")))));
    }

    void add(Row row, UUID organisation) {
        add(sql(), row, organisation);
    }

    private static void add(DSLContext sql, Row row, UUID organisation) {
        UUID person = UUID.randomUUID();
        sql.execute(
                "insert into people.person (id, organisation, created_at) values (?, ?, now())", person, organisation);
        String event = row.get("event_id").isEmpty() ? null : row.get("event_id");
        if (event != null) {
            sql.execute("""
                            insert into casework.event (id, organisation, code, region, created_at)
                            values (?, ?, ?, ?, now()) on conflict do nothing
                            """, UUID.randomUUID(), organisation, event, row.get("region"));
        }
        sql.execute(
                """
                        insert into casework.registration (id, organisation, person_id, registered_on, region, municipality_code,
                            sex, age_group, birth_year, citizenship, forms, sector, referred_by, event_code, began, setting,
                            children_accompanying, amp_requested, reflection_requested, created_at, changed_at)
                        values (?::uuid, ?, ?, ?::date, ?, ?, ?, ?, nullif(?, '')::smallint, nullif(?, ''),
                            coalesce(string_to_array(nullif(?, ''), ';'), '{}'), nullif(?, ''), ?, ?, nullif(?, ''), nullif(?, ''),
                            ?::int, ?::boolean, ?::boolean, now(), now())
                        """,
                row.get("registration_id"),
                organisation,
                person,
                row.get("registered_on"),
                row.get("region"),
                row.get("municipality_code"),
                row.get("sex"),
                row.get("age_group"),
                row.get("birth_year"),
                row.get("citizenship"),
                row.get("forms"),
                row.get("sector"),
                row.get("referred_by"),
                event,
                row.get("began"),
                row.get("setting"),
                row.get("children_accompanying"),
                row.get("amp_requested"),
                row.get("reflection_requested"));
    }

    /// Everything registered is gone.
    void empty() {
        List.of("casework.change", "casework.registration", "casework.event", "people.person")
                .forEach(table -> sql().execute("delete from " + table));
    }

    DSLContext sql() {
        return database.owner();
    }

    ScratchDatabase database() {
        return database;
    }

    PublishedTable table(String id) {
        return declarations.find(id).orElseThrow();
    }

    List<String> tables() {
        return declarations.list().stream().map(PublishedTable::id).toList();
    }

    /// The table of the whole country, as the statistics role sees it.
    List<Cell> national(String id) {
        return national(id, Selection.ALL);
    }

    List<Cell> national(String id, Selection selection) {
        return evaluate(database.statistics(true), table(id), selection);
    }

    static List<Cell> evaluate(Connection connection, PublishedTable table, Selection selection) {
        try (connection) {
            return TableEngine.evaluate(DSL.using(connection, SQLDialect.POSTGRES), table, selection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A table as lines of its file, without the header.
    static List<String> lines(String id, List<Cell> cells) {
        return cells.stream()
                .map(cell -> id + "," + String.join(",", cell.codes()) + ","
                        + cell.unit().inFiles() + "," + cell.printed())
                .toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
