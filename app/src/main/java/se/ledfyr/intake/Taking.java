package se.ledfyr.intake;

import static se.ledfyr.intake.internal.tables.Import.IMPORT;
import static se.ledfyr.organisations.views.tables.Colleague.COLLEAGUE;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.JointTransaction;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.filing.FiledRows;
import se.ledfyr.filing.FiledTable;
import se.ledfyr.filing.FilingDesk;
import se.ledfyr.filing.FilingOutcome;
import se.ledfyr.organisations.Organisations;

/// The transaction around a file: its rows, its line in the history and the audit entry stand or fall together.
@Component
@Transactional
class Taking {

    private final FilingDesk desk;
    private final Organisations organisations;
    private final JointTransaction parts;
    private final DSLContext sql;
    private final AuditLog audit;
    private final Clock clock;

    Taking(
            FilingDesk desk,
            Organisations organisations,
            JointTransaction parts,
            DSLContext sql,
            AuditLog audit,
            Clock clock) {
        this.desk = desk;
        this.organisations = organisations;
        this.parts = parts;
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    FilingOutcome take(FiledRows rows, Verdict verdict, Fingerprint fingerprint, boolean correcting) {
        FilingOutcome outcome = desk.take(kindOf(verdict), rows, source(fingerprint), correcting);
        if (outcome instanceof FilingOutcome.Taken taken) {
            taken.shares().forEach(share -> keep(share, verdict, fingerprint));
        }
        return outcome;
    }

    FilingOutcome takeForOffices(FiledRows rows, Verdict verdict, Fingerprint fingerprint, boolean correcting) {
        FilingOutcome outcome = desk.takeForOffices(kindOf(verdict), rows, source(fingerprint), correcting);
        if (outcome instanceof FilingOutcome.Taken taken) {
            for (FilingOutcome.Share share : taken.shares()) {
                Acting operator = Acting.operatorFor(
                        organisations.find(share.organisation()).orElseThrow());
                parts.as(operator, () -> keep(share, verdict, fingerprint));
            }
        }
        return outcome;
    }

    FiledTable tableOf(Verdict verdict) {
        return desk.tableOf(kindOf(verdict));
    }

    private static String kindOf(Verdict verdict) {
        return Objects.requireNonNull(verdict.kind());
    }

    void noteRefused(Verdict verdict) {
        audit.note(Action.FILE_CHECKED, Subject.FILE, List.of(), null, "faults: " + verdict.faultCount());
    }

    List<TakenFile> listTaken(int most) {
        return sql.select(
                        IMPORT.TAKEN_AT,
                        IMPORT.KIND,
                        COLLEAGUE.NAME,
                        IMPORT.SHA256,
                        IMPORT.ROWS,
                        IMPORT.ADDED,
                        IMPORT.CORRECTED,
                        IMPORT.UNCHANGED)
                .from(IMPORT)
                .leftJoin(COLLEAGUE)
                .on(COLLEAGUE.ID.eq(IMPORT.MEMBER))
                .orderBy(IMPORT.TAKEN_AT.desc(), IMPORT.ID)
                .limit(most)
                .fetch(row -> new TakenFile(
                        row.value1().toInstant(),
                        row.value2(),
                        row.value3(),
                        Fingerprint.of(row.value4()).prefix(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8()));
    }

    private static String source(Fingerprint fingerprint) {
        return "file " + fingerprint.prefix();
    }

    /// @return the id of the line in the history
    private UUID keep(FilingOutcome.Share share, Verdict verdict, Fingerprint fingerprint) {
        UUID id = UUID.randomUUID();
        sql.insertInto(IMPORT)
                .set(IMPORT.ID, id)
                .set(IMPORT.ORGANISATION, share.organisation().value())
                .set(
                        IMPORT.MEMBER,
                        Acting.current().member() == null
                                ? null
                                : Acting.current().member().value())
                .set(IMPORT.TAKEN_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(IMPORT.SHA256, fingerprint.bytes())
                .set(IMPORT.KIND, kindOf(verdict))
                .set(IMPORT.ROWS, Math.toIntExact(share.added() + share.corrected() + share.unchanged()))
                .set(IMPORT.ADDED, Math.toIntExact(share.added()))
                .set(IMPORT.CORRECTED, Math.toIntExact(share.corrected()))
                .set(IMPORT.UNCHANGED, Math.toIntExact(share.unchanged()))
                .execute();
        audit.note(
                Action.FILE_TAKEN,
                Subject.FILE,
                List.of(id),
                null,
                "sha256 %s, added %d, corrected %d, unchanged %d"
                        .formatted(fingerprint.prefix(), share.added(), share.corrected(), share.unchanged()));
        return id;
    }
}
