package se.ledfyr.deadlines;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Brings an installation's rules to what is delivered: after the numbered migrations, whenever the file says something
/// else than when it last ran.
///
/// A rule is known by its code and its first day. Nothing is taken away: a rule that no longer holds gets a last day.
/// Clocks that run keep the time they were given.
@Component
class LoadDeliveredRules implements JavaMigration {

    private static final String WAITING_ROOM =
            "create temporary table delivered_rule (like deadlines.rule) on commit drop";

    private static final String FILL = """
            insert into pg_temp.delivered_rule (code, valid, amount, unit, rolls, reminder, label_sv, label_en, ground,
                                                source_sv, source_en)
            values (?, daterange(?, ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /// Periods are made shorter first, so that a successor finds its place free.
    private static final String SHORTEN = """
            update deadlines.rule r set valid = d.valid from pg_temp.delivered_rule d
             where (r.code, lower(r.valid)) = (d.code, lower(d.valid)) and d.valid <@ r.valid and d.valid <> r.valid
            """;

    private static final String CHANGE = """
            update deadlines.rule r
               set valid = d.valid, amount = d.amount, unit = d.unit, rolls = d.rolls, reminder = d.reminder,
                   label_sv = d.label_sv, label_en = d.label_en, ground = d.ground, source_sv = d.source_sv,
                   source_en = d.source_en
              from pg_temp.delivered_rule d
             where (r.code, lower(r.valid)) = (d.code, lower(d.valid)) and row(r.*) is distinct from row(d.*)
            """;

    private static final String ADD = """
            insert into deadlines.rule select d.* from pg_temp.delivered_rule d
             where not exists (select from deadlines.rule r where (r.code, lower(r.valid)) = (d.code, lower(d.valid)))
            """;

    /// None: Flyway runs it again whenever the checksum differs.
    @Override
    public @Nullable MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return "rules of time as delivered";
    }

    @Override
    public Integer getChecksum() {
        return DeliveredRules.checksum();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        bring(context.getConnection(), DeliveredRules.read());
    }

    static void bring(Connection connection, List<Rule> rules) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(WAITING_ROOM);
            fill(connection, rules);
            sql.execute(SHORTEN);
            sql.execute(CHANGE);
            sql.execute(ADD);
        }
    }

    private static void fill(Connection connection, List<Rule> rules) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(FILL)) {
            for (Rule rule : rules) {
                insert.setString(1, rule.code());
                insert.setObject(2, rule.validFrom());
                insert.setObject(3, rule.validTo());
                insert.setInt(4, rule.amount());
                insert.setString(5, rule.unit().name());
                insert.setBoolean(6, rule.rolls());
                insert.setBigDecimal(7, rule.reminder());
                insert.setString(8, rule.labelSv());
                insert.setString(9, rule.labelEn());
                insert.setString(10, rule.ground().name());
                insert.setString(11, rule.sourceSv());
                insert.setString(12, rule.sourceEn());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
