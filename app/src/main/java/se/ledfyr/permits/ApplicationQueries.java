package se.ledfyr.permits;

import static se.ledfyr.permits.internal.tables.Application.APPLICATION;
import static se.ledfyr.permits.internal.tables.Extension.EXTENSION;
import static se.ledfyr.permits.internal.tables.OwnFile.OWN_FILE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.TableField;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.CaseFile;
import se.ledfyr.casework.CaseId;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.PersonId;

/// The statements about applications. Which of them are there is decided by row-level security: those to whose person
/// the acting organisation has a way of its own that is not sealed from the acting member.
@Repository("permitApplicationQueries")
class ApplicationQueries {

    private final DSLContext sql;

    ApplicationQueries(DSLContext sql) {
        this.sql = sql;
    }

    void insert(ApplicationId id, OrganisationId office, CaseFile file, NewApplication fresh, Instant at) {
        Acting acting = Acting.current();
        sql.insertInto(APPLICATION)
                .set(APPLICATION.ID, id.value())
                .set(APPLICATION.BY_ORGANISATION, acting.organisation().value())
                .set(APPLICATION.OFFICE, office.value())
                .set(APPLICATION.APPLICANT, fresh.applicant().code())
                .set(APPLICATION.REGION, file.region())
                .set(APPLICATION.MUNICIPALITY_CODE, fresh.municipality())
                .set(APPLICATION.HELPED, fresh.helped())
                .set(APPLICATION.SEX, fresh.sex())
                .set(APPLICATION.APPLIED_ON, fresh.appliedOn())
                .set(APPLICATION.MADE_AT, utc(at))
                .set(
                        APPLICATION.MADE_BY,
                        acting.member() == null ? null : acting.member().value())
                .set(APPLICATION.CHANGED_AT, utc(at))
                .execute();
        sql.insertInto(OWN_FILE)
                .set(OWN_FILE.APPLICATION_ID, id.value())
                .set(OWN_FILE.ORGANISATION, acting.organisation().value())
                .set(OWN_FILE.PERSON_ID, file.person().value())
                .set(OWN_FILE.CASE_ID, file.id().value())
                .execute();
    }

    Optional<Application> find(ApplicationId id) {
        return select().where(APPLICATION.ID.eq(id.value())).fetchOptional(ApplicationQueries::read);
    }

    /// Holds the row until the transaction ends, so that two changes follow one another.
    Optional<Application> findForChange(ApplicationId id) {
        return select().where(APPLICATION.ID.eq(id.value()))
                .forUpdate()
                .of(APPLICATION)
                .fetchOptional(ApplicationQueries::read);
    }

    List<Application> listOf(PersonId person) {
        return select().where(OWN_FILE.PERSON_ID.eq(person.value()))
                .and(APPLICATION.STATE.ne(ApplicationState.STRUCK.name()))
                .orderBy(APPLICATION.APPLIED_ON.desc(), APPLICATION.ID)
                .fetch(ApplicationQueries::read);
    }

    /// @param office whether the acting organisation is a coordination office, and has to do with all of its region
    List<Application> list(ApplicationBox box, boolean office, LocalDate today, int skip, int most) {
        return select().where(ours(office))
                .and(in(box, today))
                .orderBy(order(box))
                .limit(most)
                .offset(skip)
                .fetch(ApplicationQueries::read);
    }

    List<Extension> extensions(ApplicationId id) {
        return sql.selectFrom(EXTENSION)
                .where(EXTENSION.APPLICATION_ID.eq(id.value()))
                .orderBy(EXTENSION.UNTIL)
                .fetch(row -> new Extension(
                        Applicant.of(row.get(EXTENSION.ASKED_BY)),
                        row.get(EXTENSION.CAUSE),
                        row.get(EXTENSION.DECIDED_ON),
                        row.get(EXTENSION.UNTIL)));
    }

    /// @throws PeriodOverlaps when the person has another period at the time
    void decide(ApplicationId id, Decision decision, @Nullable String why, Instant at) {
        var change = change(id, why, at).set(APPLICATION.DECIDED_ON, decision.on());
        switch (decision) {
            case Decision.Granted granted ->
                run(
                        change.set(APPLICATION.STATE, ApplicationState.GRANTED.name())
                                .set(APPLICATION.START_ON, granted.start())
                                .set(APPLICATION.FIRST_END_ON, granted.end())
                                .set(APPLICATION.END_ON, granted.end())
                                .setNull(APPLICATION.REVOKED_ON)
                                .setNull(APPLICATION.ASKED_AT),
                        id);
            case Decision.Refused refused ->
                run(
                        change.set(APPLICATION.STATE, ApplicationState.REFUSED.name())
                                .setNull(APPLICATION.START_ON)
                                .setNull(APPLICATION.FIRST_END_ON)
                                .setNull(APPLICATION.END_ON)
                                .setNull(APPLICATION.REVOKED_ON)
                                .setNull(APPLICATION.ASKED_AT)
                                .setNull(APPLICATION.FOLLOWED)
                                .setNull(APPLICATION.ANSWERED_ON),
                        id);
        }
    }

    /// @throws PeriodOverlaps when the person has another period then
    void extend(ApplicationId id, Application.Period period, Extension extension, Instant at) {
        sql.insertInto(EXTENSION)
                .set(EXTENSION.ID, UUID.randomUUID())
                .set(EXTENSION.APPLICATION_ID, id.value())
                .set(EXTENSION.ASKED_BY, extension.askedBy().code())
                .set(EXTENSION.CAUSE, extension.cause())
                .set(EXTENSION.DECIDED_ON, extension.decidedOn())
                .set(EXTENSION.FROM_ON, period.end())
                .set(EXTENSION.UNTIL, extension.until())
                .set(EXTENSION.NOTED_AT, utc(at))
                .execute();
        run(
                change(id, null, at)
                        .set(APPLICATION.END_ON, extension.until())
                        .setNull(APPLICATION.REVOKED_ON)
                        .setNull(APPLICATION.ASKED_AT),
                id);
    }

    void revoke(ApplicationId id, LocalDate on, String why, Instant at) {
        run(change(id, why, at).set(APPLICATION.REVOKED_ON, on), id);
    }

    void answer(ApplicationId id, String followed, LocalDate on, Instant at) {
        run(change(id, null, at).set(APPLICATION.FOLLOWED, followed).set(APPLICATION.ANSWERED_ON, on), id);
    }

    void strike(ApplicationId id, String why, Instant at) {
        run(change(id, why, at).set(APPLICATION.STATE, ApplicationState.STRUCK.name()), id);
    }

    /// The clock has asked. No version of anybody's.
    void asked(ApplicationId id, Instant at) {
        sql.update(APPLICATION)
                .set(APPLICATION.ASKED_AT, utc(at))
                .where(APPLICATION.ID.eq(id.value()))
                .and(APPLICATION.ASKED_AT.isNull())
                .execute();
    }

    /// Who else is to hear of a change: the other end where the coordinator takes part, and who holds a joined
    /// case. For the house alone.
    List<OrganisationId> others(ApplicationId id) {
        return sql.fetch("select permits.others_of(?) as other", id.value())
                .map(row -> new OrganisationId(row.get("other", UUID.class)));
    }

    boolean hasOthers(ApplicationId id) {
        return sql.fetchSingle("select permits.has_others(?) as has", id.value())
                .get("has", Boolean.class);
    }

    private UpdateSetMoreStep<Record> change(ApplicationId id, @Nullable String why, Instant at) {
        return sql.update(APPLICATION)
                .set(APPLICATION.VERSION, APPLICATION.VERSION.plus(1))
                .set(APPLICATION.CHANGED_AT, utc(at))
                .set(APPLICATION.CHANGED_WHY, why);
    }

    private static void run(UpdateSetMoreStep<Record> change, ApplicationId id) {
        PermitQueries.guarded(() -> change.where(APPLICATION.ID.eq(id.value())).execute());
    }

    private SelectOnConditionStep<Record> select() {
        return sql.select(APPLICATION.fields())
                .select(OWN_FILE.PERSON_ID, OWN_FILE.CASE_ID)
                .from(APPLICATION)
                .join(OWN_FILE)
                .on(OWN_FILE.APPLICATION_ID.eq(APPLICATION.ID))
                .and(OWN_FILE.ORGANISATION.eq(Acting.current().organisation().value()));
    }

    /// Asked by one column and not by two with `or`, so that the index that is in order can be read.
    private static Condition ours(boolean office) {
        return (office ? APPLICATION.OFFICE : APPLICATION.BY_ORGANISATION)
                .eq(Acting.current().organisation().value());
    }

    /// States are written into the statement, so that indexes of one state can be used.
    private static Condition in(ApplicationBox box, LocalDate today) {
        Condition granted = APPLICATION.STATE.eq(DSL.inline(ApplicationState.GRANTED.name()));
        return switch (box) {
            case RUNNING ->
                granted.and(APPLICATION.END_ON.ge(today))
                        .and(APPLICATION.REVOKED_ON.isNull().or(APPLICATION.REVOKED_ON.ge(today)));
            case WAITING -> APPLICATION.STATE.eq(DSL.inline(ApplicationState.APPLIED.name()));
            case ASKED -> granted.and(APPLICATION.FOLLOWED.isNull()).and(APPLICATION.ASKED_AT.isNotNull());
            case SETTLED ->
                APPLICATION
                        .STATE
                        .in(DSL.inline(ApplicationState.GRANTED.name()), DSL.inline(ApplicationState.REFUSED.name()))
                        .and(APPLICATION
                                .FOLLOWED
                                .isNotNull()
                                .or(APPLICATION.STATE.eq(DSL.inline(ApplicationState.REFUSED.name()))));
        };
    }

    private static List<OrderField<?>> order(ApplicationBox box) {
        return switch (box) {
            case RUNNING, ASKED -> List.of(APPLICATION.END_ON, APPLICATION.ID);
            case WAITING -> List.of(APPLICATION.APPLIED_ON, APPLICATION.ID);
            case SETTLED -> List.of(APPLICATION.DECIDED_ON.desc(), APPLICATION.ID.desc());
        };
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Application read(Record row) {
        UUID caseId = row.get(OWN_FILE.CASE_ID);
        OffsetDateTime asked = row.get(APPLICATION.ASKED_AT);
        return new Application(
                new ApplicationId(row.get(APPLICATION.ID)),
                new OrganisationId(row.get(APPLICATION.BY_ORGANISATION)),
                new OrganisationId(row.get(APPLICATION.OFFICE)),
                Applicant.of(row.get(APPLICATION.APPLICANT)),
                row.get(APPLICATION.REGION),
                row.get(APPLICATION.MUNICIPALITY_CODE),
                row.get(APPLICATION.HELPED),
                row.get(APPLICATION.SEX),
                row.get(APPLICATION.APPLIED_ON),
                ApplicationState.valueOf(row.get(APPLICATION.STATE)),
                row.get(APPLICATION.DECIDED_ON),
                period(row),
                asked == null ? null : asked.toInstant(),
                row.get(APPLICATION.FOLLOWED),
                row.get(APPLICATION.VERSION),
                new PersonId(row.get(OWN_FILE.PERSON_ID)),
                caseId == null ? null : new CaseId(caseId));
    }

    private static Application.@Nullable Period period(Record row) {
        return row.get(APPLICATION.STATE).equals(ApplicationState.GRANTED.name())
                ? new Application.Period(
                        day(row, APPLICATION.START_ON),
                        day(row, APPLICATION.FIRST_END_ON),
                        day(row, APPLICATION.END_ON),
                        row.get(APPLICATION.REVOKED_ON))
                : null;
    }

    private static LocalDate day(Record row, TableField<?, LocalDate> column) {
        return java.util.Objects.requireNonNull(row.get(column));
    }
}
