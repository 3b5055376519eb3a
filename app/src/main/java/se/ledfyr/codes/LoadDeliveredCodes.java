package se.ledfyr.codes;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/// Puts the delivered code lists into a new database, as the migration after the one that makes their table. What the
/// lists say later is brought by [RefreshDeliveredCodes].
@Component
class LoadDeliveredCodes implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("0005");
    }

    @Override
    public String getDescription() {
        return "delivered codes";
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
                        insert into codes.code (list, code, label_sv, label_en, sort, parent, valid)
                        values (?, ?, ?, ?, ?, ?, daterange(?, ?))
                        """)) {
            for (Code code : DeliveredCodes.all()) {
                insert.setString(1, code.list());
                insert.setString(2, code.code());
                insert.setString(3, code.labelSv());
                insert.setString(4, code.labelEn());
                insert.setInt(5, code.sort());
                insert.setString(6, code.parent());
                insert.setObject(7, code.validFrom());
                insert.setObject(8, code.validTo());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
