package se.ledfyr.support;

import static se.ledfyr.support.internal.tables.Application.APPLICATION;
import static se.ledfyr.support.internal.tables.OwnFile.OWN_FILE;
import static se.ledfyr.support.internal.tables.Refusal.REFUSAL;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.casework.CaseId;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.ParcelId;
import se.ledfyr.people.PersonId;
import se.ledfyr.programmes.GrantId;

/// SupportApplications as they are stored. Row-level security leaves those the acting organisation is an end of;
/// every change is made only where the application still waits.
@Repository
class ApplicationRows {

    private final DSLContext sql;

    ApplicationRows(DSLContext sql) {
        this.sql = sql;
    }

    void insert(Application application, List<MunicipalRefusal> refusals) {
        sql.insertInto(APPLICATION)
                .set(APPLICATION.ID, application.id().value())
                .set(APPLICATION.FROM_ORGANISATION, application.from().value())
                .set(APPLICATION.TO_ORGANISATION, application.to().value())
                .set(APPLICATION.APPLICANT, application.applicant())
                .set(APPLICATION.CHANNEL, application.channel().name())
                .set(
                        APPLICATION.CASE_ID,
                        application.caseId() == null
                                ? null
                                : application.caseId().value())
                .set(
                        APPLICATION.PARCEL_ID,
                        application.parcel() == null
                                ? null
                                : application.parcel().value())
                .set(APPLICATION.REGION, application.region())
                .set(APPLICATION.AGE_GROUP, application.ageGroup())
                .set(APPLICATION.CHILDREN, (short) application.children())
                .set(APPLICATION.GROUND, application.ground())
                .set(APPLICATION.COMPONENTS, array(application.components()))
                .set(APPLICATION.APPLIED_ON, application.appliedOn())
                .set(APPLICATION.MADE_AT, application.madeAt().atOffset(java.time.ZoneOffset.UTC))
                .set(APPLICATION.MADE_BY, application.madeBy().value())
                .execute();
        for (MunicipalRefusal refusal : refusals) {
            sql.insertInto(REFUSAL)
                    .set(REFUSAL.ID, UUID.randomUUID())
                    .set(REFUSAL.APPLICATION_ID, application.id().value())
                    .set(REFUSAL.MUNICIPALITY_CODE, refusal.municipality())
                    .set(REFUSAL.DECLINED, refusal.declined())
                    .set(REFUSAL.IN_WRITING, refusal.inWriting())
                    .set(REFUSAL.ASKED_IN_WRITING, refusal.askedInWriting())
                    .set(REFUSAL.REFUSED_ON, refusal.on())
                    .execute();
        }
    }

    Optional<Application> find(ApplicationId id) {
        return sql.selectFrom(APPLICATION).where(APPLICATION.ID.eq(id.value())).fetchOptional(ApplicationRows::read);
    }

    List<Application> listOf(CaseId caseId) {
        return sql.selectFrom(APPLICATION)
                .where(APPLICATION.CASE_ID.eq(caseId.value()))
                .orderBy(APPLICATION.MADE_AT, APPLICATION.ID)
                .fetch(ApplicationRows::read);
    }

    List<MunicipalRefusal> listRefusals(ApplicationId id) {
        return sql.selectFrom(REFUSAL)
                .where(REFUSAL.APPLICATION_ID.eq(id.value()))
                .orderBy(REFUSAL.REFUSED_ON.asc().nullsFirst(), REFUSAL.ID)
                .fetch(row -> new MunicipalRefusal(
                        row.get(REFUSAL.MUNICIPALITY_CODE),
                        row.get(REFUSAL.DECLINED),
                        row.get(REFUSAL.IN_WRITING),
                        row.get(REFUSAL.ASKED_IN_WRITING),
                        row.get(REFUSAL.REFUSED_ON)));
    }

    /// Ends an application that waits, in the name of whoever acts.
    ///
    /// @param because a code of `nsp_refusal`, for a refusal
    /// @return false when it has been answered or taken back meanwhile
    boolean end(ApplicationId id, ApplicationState state, @Nullable String because, OffsetDateTime now) {
        return sql.update(APPLICATION)
                        .set(APPLICATION.STATE, state.name())
                        .set(APPLICATION.REFUSED_BECAUSE, because)
                        .set(APPLICATION.CLOSED_AT, now)
                        .set(
                                APPLICATION.CLOSED_BY_ORGANISATION,
                                Acting.current().organisation().value())
                        .set(APPLICATION.CLOSED_BY_MEMBER, Office.member().value())
                        .where(APPLICATION.ID.eq(id.value()))
                        .and(APPLICATION.STATE.eq(ApplicationState.OPEN.name()))
                        .execute()
                == 1;
    }

    /// Holds an application fast until the end of the transaction.
    ///
    /// @return false when it has been answered or taken back meanwhile
    boolean holdOpen(ApplicationId id) {
        return sql.select(APPLICATION.ID)
                .from(APPLICATION)
                .where(APPLICATION.ID.eq(id.value()))
                .and(APPLICATION.STATE.eq(ApplicationState.OPEN.name()))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    /// Ends an application that is held open.
    void grant(ApplicationId id, Set<String> components, int rest, int integration, OffsetDateTime now) {
        sql.update(APPLICATION)
                .set(APPLICATION.STATE, ApplicationState.GRANTED.name())
                .set(APPLICATION.GRANTED, array(components))
                .set(APPLICATION.REST_DAYS, (short) rest)
                .set(APPLICATION.INTEGRATION_DAYS, (short) integration)
                .set(APPLICATION.CLOSED_AT, now)
                .set(
                        APPLICATION.CLOSED_BY_ORGANISATION,
                        Acting.current().organisation().value())
                .set(APPLICATION.CLOSED_BY_MEMBER, Office.member().value())
                .where(APPLICATION.ID.eq(id.value()))
                .execute();
    }

    void keepFile(ApplicationId id, PersonId person, @Nullable GrantId grant) {
        sql.insertInto(OWN_FILE)
                .set(OWN_FILE.APPLICATION_ID, id.value())
                .set(OWN_FILE.ORGANISATION, Acting.current().organisation().value())
                .set(OWN_FILE.PERSON_ID, person.value())
                .set(OWN_FILE.GRANT_ID, grant == null ? null : grant.value())
                .execute();
    }

    void setGrant(ApplicationId id, GrantId grant) {
        sql.update(OWN_FILE)
                .set(OWN_FILE.GRANT_ID, grant.value())
                .where(OWN_FILE.APPLICATION_ID.eq(id.value()))
                .execute();
    }

    Optional<PersonId> findPerson(ApplicationId id) {
        return sql.select(OWN_FILE.PERSON_ID)
                .from(OWN_FILE)
                .where(OWN_FILE.APPLICATION_ID.eq(id.value()))
                .fetchOptional(row -> new PersonId(row.value1()));
    }

    Optional<GrantId> findGrant(ApplicationId id) {
        return sql.select(OWN_FILE.GRANT_ID)
                .from(OWN_FILE)
                .where(OWN_FILE.APPLICATION_ID.eq(id.value()))
                .and(OWN_FILE.GRANT_ID.isNotNull())
                .fetchOptional(row -> new GrantId(row.value1()));
    }

    Optional<Application> findOf(GrantId grant) {
        return sql.select(APPLICATION.fields())
                .from(APPLICATION)
                .join(OWN_FILE)
                .on(OWN_FILE.APPLICATION_ID.eq(APPLICATION.ID))
                .where(OWN_FILE.GRANT_ID.eq(grant.value()))
                .fetchOptional(ApplicationRows::read);
    }

    /// The receipt: whoever applied learns when the support came to its end.
    void setEnded(GrantId grant, java.time.LocalDate day) {
        sql.update(APPLICATION)
                .set(APPLICATION.ENDED_ON, day)
                .where(APPLICATION.ID.in(
                        sql.select(OWN_FILE.APPLICATION_ID).from(OWN_FILE).where(OWN_FILE.GRANT_ID.eq(grant.value()))))
                .execute();
    }

    private static String[] array(Set<String> codes) {
        return new TreeSet<>(codes).toArray(String[]::new);
    }

    private static Application read(Record row) {
        @Nullable UUID caseId = row.get(APPLICATION.CASE_ID);
        @Nullable UUID parcel = row.get(APPLICATION.PARCEL_ID);
        return new Application(
                new ApplicationId(row.get(APPLICATION.ID)),
                new OrganisationId(row.get(APPLICATION.FROM_ORGANISATION)),
                new OrganisationId(row.get(APPLICATION.TO_ORGANISATION)),
                row.get(APPLICATION.APPLICANT),
                Channel.valueOf(row.get(APPLICATION.CHANNEL)),
                caseId == null ? null : new CaseId(caseId),
                parcel == null ? null : new ParcelId(parcel),
                row.get(APPLICATION.REGION),
                row.get(APPLICATION.AGE_GROUP),
                row.get(APPLICATION.CHILDREN),
                row.get(APPLICATION.GROUND),
                Set.of(row.get(APPLICATION.COMPONENTS)),
                row.get(APPLICATION.APPLIED_ON),
                row.get(APPLICATION.MADE_AT).toInstant(),
                new MemberId(row.get(APPLICATION.MADE_BY)),
                ApplicationState.valueOf(row.get(APPLICATION.STATE)),
                ending(row));
    }

    private static Application.@Nullable Ending ending(Record row) {
        @Nullable OffsetDateTime at = row.get(APPLICATION.CLOSED_AT);
        if (at == null) {
            return null;
        }
        String @Nullable [] granted = row.get(APPLICATION.GRANTED);
        @Nullable Short rest = row.get(APPLICATION.REST_DAYS);
        @Nullable Short integration = row.get(APPLICATION.INTEGRATION_DAYS);
        return new Application.Ending(
                at.toInstant(),
                row.get(APPLICATION.REFUSED_BECAUSE),
                granted == null ? Set.of() : Set.of(granted),
                rest == null ? 0 : rest,
                integration == null ? 0 : integration,
                row.get(APPLICATION.ENDED_ON));
    }
}
