package se.ledfyr.deadlines;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/// Puts the delivered rules into a new database, right after the migration that makes their table.
@Component
class LoadDeliveredRules implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("0013.1");
    }

    @Override
    public String getDescription() {
        return "delivered rules";
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (PreparedStatement insert = context.getConnection().prepareStatement("""
                        insert into deadlines.rule (code, valid, amount, unit, rolls, reminder, label_sv, label_en, ground,
                                                    source_sv, source_en)
                        values (?, daterange(?, ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            for (Rule rule : DeliveredRules.read()) {
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
