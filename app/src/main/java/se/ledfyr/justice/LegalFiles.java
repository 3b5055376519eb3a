package se.ledfyr.justice;

import static se.ledfyr.justice.internal.tables.LegalFile.LEGAL_FILE;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.casework.Cases;
import se.ledfyr.people.PersonId;
import se.ledfyr.people.Seals;

/// The file an organisation keeps on the legal process of a case, which begins with the first thing
/// written in it, and the sealed texts in it. A process often outlives the case: a file can be written
/// in after the case was closed.
@Component
@Transactional
class LegalFiles {

    private final DSLContext sql;
    private final Cases cases;
    private final Seals seals;
    private final Clock clock;

    LegalFiles(DSLContext sql, Cases cases, Seals seals, Clock clock) {
        this.sql = sql;
        this.cases = cases;
        this.seals = seals;
        this.clock = clock;
    }

    /// With whose key to seal what is written now. Two who write at the same time follow one another.
    ///
    /// @throws NotHere when the acting organisation takes no part in such a case
    PersonId open(CaseId caseId) {
        Acting.require(Right.WORK_WITH_PEOPLE);
        CaseFile file = cases.get(caseId);
        Acting acting = Acting.current();
        sql.execute(
                "select pg_advisory_xact_lock(hashtextextended(?, 34))",
                caseId.value().toString());
        sql.insertInto(LEGAL_FILE)
                .set(LEGAL_FILE.CASE_ID, caseId.value())
                .set(LEGAL_FILE.ORGANISATION, acting.organisation().value())
                .set(LEGAL_FILE.PERSON_ID, file.person().value())
                .set(LEGAL_FILE.BEGUN_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(
                        LEGAL_FILE.BEGUN_BY,
                        acting.member() == null ? null : acting.member().value())
                .onConflict(LEGAL_FILE.CASE_ID, LEGAL_FILE.ORGANISATION)
                .doNothing()
                .execute();
        return person(caseId);
    }

    byte @Nullable [] seal(PersonId person, String column, UUID row, @Nullable String text) {
        return text == null ? null : seals.seal(person, "justice." + column, row.toString(), text);
    }

    /// What was sealed; null for nothing, and once the person's key is gone.
    @Nullable
    String open(CaseId caseId, String column, UUID row, byte @Nullable [] sealed) {
        return sealed == null
                ? null
                : seals.open(person(caseId), "justice." + column, row.toString(), sealed)
                        .orElse(null);
    }

    private PersonId person(CaseId caseId) {
        return sql.select(LEGAL_FILE.PERSON_ID)
                .from(LEGAL_FILE)
                .where(LEGAL_FILE.CASE_ID.eq(caseId.value()))
                .fetchOptional(row -> new PersonId(row.value1()))
                .orElseThrow(NotHere::new);
    }
}
