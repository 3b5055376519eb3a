package se.ledfyr.casework;

import static se.ledfyr.casework.internal.tables.CaseFile.CASE_FILE;
import static se.ledfyr.casework.internal.tables.Dossier.DOSSIER;
import static se.ledfyr.casework.internal.tables.Registration.REGISTRATION;
import static se.ledfyr.casework.internal.tables.Step.STEP;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.PersonId;

/// Reading cases. Row-level security has removed every case in which the acting organisation has no dossier.
@Repository
class CaseQueries {

    private final DSLContext sql;

    CaseQueries(DSLContext sql) {
        this.sql = sql;
    }

    Optional<CaseFile> find(CaseId id) {
        return one(CASE_FILE.ID.eq(id.value()));
    }

    Optional<CaseFile> findByReference(String reference) {
        return one(CASE_FILE.REFERENCE.eq(reference));
    }

    /// The open case with a dossier that fits or, where none is open, the one closed last.
    Optional<CaseFile> findBy(Condition dossier) {
        return sql.select(DOSSIER.CASE_ID)
                .from(DOSSIER)
                .join(CASE_FILE)
                .on(CASE_FILE.ID.eq(DOSSIER.CASE_ID))
                .where(dossier)
                .orderBy(CASE_FILE.CLOSED_AT.desc().nullsFirst(), DOSSIER.CREATED_AT.desc())
                .limit(1)
                .fetchOptional(row -> new CaseId(row.value1()))
                .flatMap(this::find);
    }

    /// Registrations of an event from which a case may be opened: in the figures, and not found to be
    /// about nobody exploited.
    List<RegistrationId> registrationsOf(Event event) {
        return sql.select(REGISTRATION.ID)
                .from(REGISTRATION)
                .where(REGISTRATION.EVENT_CODE.eq(event.code()))
                .and(REGISTRATION.REMOVED_AT.isNull())
                .and(REGISTRATION.ASSESSMENT.ne("no_reason"))
                .orderBy(REGISTRATION.PERSON_ID)
                .fetch(row -> new RegistrationId(row.value1()));
    }

    List<CaseHistory.Turn> course(CaseId id) {
        return sql.resultQuery("select organisation, began, ended from casework.course(?)", id.value())
                .fetch(row -> new CaseHistory.Turn(
                        new OrganisationId(row.get("organisation", UUID.class)),
                        CaseRows.instant(row, "began"),
                        CaseRows.instantOrNull(row, "ended")));
    }

    List<CaseHistory.Step> steps(CaseId id) {
        return sql.selectFrom(STEP)
                .where(STEP.CASE_ID.eq(id.value()))
                .orderBy(STEP.ID)
                .fetch(CaseQueries::step);
    }

    private Optional<CaseFile> one(Condition which) {
        return sql.select(CASE_FILE.fields())
                .select(DOSSIER.PERSON_ID, DOSSIER.REGISTRATION_ID)
                .from(CASE_FILE)
                .join(DOSSIER)
                .on(DOSSIER.CASE_ID.eq(CASE_FILE.ID))
                .where(which)
                .fetchOptional()
                .map(row -> CaseRows.file(row, holder(new CaseId(row.get(CASE_FILE.ID)))));
    }

    private CaseFile.@Nullable Holder holder(CaseId id) {
        return course(id).stream()
                .filter(turn -> turn.until() == null)
                .findFirst()
                .map(turn -> new CaseFile.Holder(turn.organisation(), turn.from(), inside(id, turn.organisation())))
                .orElse(null);
    }

    /// Nothing when the case was passed on between the two questions: then it is somebody else's affair
    /// who does the work.
    private @Nullable HolderInside inside(CaseId id, OrganisationId holder) {
        return holder.equals(Acting.current().organisation())
                ? sql.resultQuery(
                                "select member, duty from casework.holding where case_id = ? and ended is null",
                                id.value())
                        .fetchOne(row -> CaseRows.inside(row.get("member", UUID.class), row.get("duty", String.class)))
                : null;
    }

    private static CaseHistory.Step step(Record row) {
        UUID by = row.get(STEP.BY_MEMBER);
        UUID other = row.get(STEP.OTHER);
        return new CaseHistory.Step(
                row.get(STEP.AT).toInstant(),
                CaseHistory.Kind.valueOf(row.get(STEP.KIND)),
                by == null ? null : new MemberId(by),
                CaseRows.insideOrNull(row.get(STEP.MEMBER), row.get(STEP.DUTY)),
                other == null ? null : new OrganisationId(other),
                row.get(STEP.OUTCOME),
                row.get(STEP.REASON));
    }

    static Condition of(PersonId person) {
        return DOSSIER.PERSON_ID.eq(person.value());
    }

    static Condition of(RegistrationId registration) {
        return DOSSIER.REGISTRATION_ID.eq(registration.value());
    }
}
