package se.ledfyr.codes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Brings an installation's code lists to what is delivered: after the numbered migrations, whenever the files say
/// something else than when it last ran.
///
/// A code is known by its list, its code and its first day. What is new is added; labels, order, last day, source and
/// reference follow the files. Nothing is ever taken away, because something may have been stored with it: a code
/// that is not to be used any more gets a last day. A first day cannot be moved; the migration then stops the start,
/// because the two periods would overlap.
@Component
class RefreshDeliveredCodes implements JavaMigration {

    private static final String WAITING_ROOM = """
            create temporary table delivered
            (
                list text, code text, label_sv text, label_en text, sort int, parent text, valid daterange, source text,
                reference text, unverified boolean
            ) on commit drop
            """;

    private static final String FILL =
            "insert into pg_temp.delivered values (?, ?, ?, ?, ?, ?, daterange(?, ?), ?, ?, ?)";

    /// Periods are made shorter first, so that a successor finds its place free.
    private static final String SHORTEN = """
            update codes.code c set valid = d.valid from pg_temp.delivered d
             where (c.list, c.code, lower(c.valid)) = (d.list, d.code, lower(d.valid))
               and d.valid <@ c.valid and d.valid <> c.valid
            """;

    private static final String CHANGE = """
            update codes.code c
               set valid = d.valid, label_sv = d.label_sv, label_en = d.label_en, sort = d.sort, parent = d.parent,
                   source = d.source, reference = d.reference, unverified = d.unverified
              from pg_temp.delivered d
             where (c.list, c.code, lower(c.valid)) = (d.list, d.code, lower(d.valid))
               and (c.valid, c.label_sv, c.label_en, c.sort, c.parent, c.source, c.reference, c.unverified)
                   is distinct from
                   (d.valid, d.label_sv, d.label_en, d.sort, d.parent, d.source, d.reference, d.unverified)
            """;

    private static final String ADD = """
            insert into codes.code (list, code, label_sv, label_en, sort, parent, valid, source, reference, unverified)
            select d.* from pg_temp.delivered d
             where not exists (select from codes.code c
                                where (c.list, c.code, lower(c.valid)) = (d.list, d.code, lower(d.valid)))
            """;

    /// None: Flyway runs it again whenever the checksum differs.
    @Override
    public @Nullable MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return "code lists as delivered";
    }

    @Override
    public Integer getChecksum() {
        return DeliveredCodes.checksum();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        refresh(context.getConnection(), DeliveredCodes.all());
    }

    static void refresh(Connection connection, Iterable<Code> codes) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(WAITING_ROOM);
            fill(connection, codes);
            sql.execute(SHORTEN);
            sql.execute(CHANGE);
            sql.execute(ADD);
        }
    }

    private static void fill(Connection connection, Iterable<Code> codes) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(FILL)) {
            for (Code code : codes) {
                insert.setString(1, code.list());
                insert.setString(2, code.code());
                insert.setString(3, code.labelSv());
                insert.setString(4, code.labelEn());
                insert.setInt(5, code.sort());
                insert.setString(6, code.parent());
                insert.setObject(7, code.validFrom());
                insert.setObject(8, code.validTo());
                insert.setString(9, code.source());
                insert.setString(10, code.reference());
                insert.setBoolean(11, code.unverified());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
