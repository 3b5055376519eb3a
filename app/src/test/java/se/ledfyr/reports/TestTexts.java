package se.ledfyr.reports;

import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.personas.Personas;

/// What the database itself lets somebody do with the texts of the report.
@Component
public class TestTexts {

    private static final String WRITE = """
            insert into reports.text_version (platform, report, year, slot, version, sv, en, written_at, written_by)
            values (?, 'civil', 2025, 'needs-lead', 900, 'x', 'x', now(), ?)
            """;

    private final DSLContext sql;
    private final TransactionTemplate transaction;

    TestTexts(DSLContext sql, TransactionTemplate transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /// How many versions there are for whoever is bound.
    public int count() {
        return transaction.execute(status -> sql.fetchSingle("select count(*)::int from reports.text_version")
                .get(0, Integer.class));
    }

    /// Whether a text can be written into the platform's report, or into one of the own organisation.
    public boolean canWrite(Personas persona) {
        return canWrite(Personas.Place.PLATFORM.id().value(), persona)
                || canWrite(persona.place().id().value(), persona);
    }

    private boolean canWrite(UUID platform, Personas persona) {
        try {
            transaction.executeWithoutResult(status -> {
                sql.execute(WRITE, platform, persona.id().value());
                status.setRollbackOnly();
            });
            return true;
        } catch (DataAccessException refused) {
            return false;
        }
    }
}
