package se.ledfyr.casework;

import static se.ledfyr.casework.internal.tables.Change.CHANGE;
import static se.ledfyr.casework.internal.tables.Registration.REGISTRATION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.people.PersonId;

/// The statements about single registrations. No organisation stands in a `where` clause: row-level
/// security has already removed every row that is not the acting organisation's.
@Repository
class RegistrationQueries {

    private final DSLContext sql;

    RegistrationQueries(DSLContext sql) {
        this.sql = sql;
    }

    /// @return false when the person has a registration in that year already
    boolean insert(
            RegistrationId id,
            PersonId person,
            Facts facts,
            Circumstances circumstances,
            byte @Nullable [] sealedNote,
            Instant at) {
        Acting acting = Acting.current();
        OffsetDateTime now = at.atOffset(ZoneOffset.UTC);
        return sql.insertInto(REGISTRATION)
                        .set(columns(facts, circumstances))
                        .set(REGISTRATION.ID, id.value())
                        .set(REGISTRATION.ORGANISATION, acting.organisation().value())
                        .set(REGISTRATION.PERSON_ID, person.value())
                        .set(REGISTRATION.NOTE_SEALED, sealedNote)
                        .set(REGISTRATION.ASSESSED_BY, memberOf(acting))
                        .set(REGISTRATION.CREATED_AT, now)
                        .set(REGISTRATION.CREATED_BY, memberOf(acting))
                        .set(REGISTRATION.CHANGED_AT, now)
                        .onConflict(REGISTRATION.PERSON_ID, REGISTRATION.YEAR)
                        .where(REGISTRATION.REMOVED_AT.isNull())
                        .doNothing()
                        .execute()
                == 1;
    }

    Optional<StoredRegistration> find(RegistrationId id) {
        return sql.selectFrom(REGISTRATION)
                .where(REGISTRATION.ID.eq(id.value()))
                .fetchOptional(StoredRegistration::read);
    }

    /// Holds the row until the transaction ends, so that two corrections follow one another.
    Optional<StoredRegistration> findForChange(RegistrationId id) {
        return sql.selectFrom(REGISTRATION)
                .where(REGISTRATION.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(StoredRegistration::read);
    }

    List<StoredRegistration> listOf(PersonId person) {
        return sql.selectFrom(REGISTRATION)
                .where(REGISTRATION.PERSON_ID.eq(person.value()))
                .orderBy(REGISTRATION.REGISTERED_ON.desc(), REGISTRATION.ID)
                .fetch(StoredRegistration::read);
    }

    Optional<RegistrationId> findOf(PersonId person, int year) {
        return sql.select(REGISTRATION.ID)
                .from(REGISTRATION)
                .where(REGISTRATION.PERSON_ID.eq(person.value()))
                .and(REGISTRATION.YEAR.eq((short) year))
                .and(REGISTRATION.REMOVED_AT.isNull())
                .fetchOptional(row -> new RegistrationId(row.value1()));
    }

    /// @return false when the new day lies in a year in which the person has another registration
    boolean update(
            RegistrationId id,
            int version,
            Facts facts,
            Circumstances circumstances,
            byte @Nullable [] sealedNote,
            Instant at) {
        return sql.update(REGISTRATION)
                        .set(columns(facts, circumstances))
                        .set(REGISTRATION.NOTE_SEALED, sealedNote)
                        .set(REGISTRATION.VERSION, version)
                        .set(REGISTRATION.CHANGED_AT, at.atOffset(ZoneOffset.UTC))
                        .where(REGISTRATION.ID.eq(id.value()))
                        .execute()
                == 1;
    }

    void setAssessor(RegistrationId id, @Nullable MemberId by) {
        sql.update(REGISTRATION)
                .set(REGISTRATION.ASSESSED_BY, by == null ? null : by.value())
                .where(REGISTRATION.ID.eq(id.value()))
                .execute();
    }

    void setRemoval(RegistrationId id, int version, @Nullable String reason, Instant at) {
        OffsetDateTime now = at.atOffset(ZoneOffset.UTC);
        sql.update(REGISTRATION)
                .set(REGISTRATION.REMOVED_AT, reason == null ? null : now)
                .set(REGISTRATION.REMOVED_REASON, reason)
                .set(REGISTRATION.VERSION, version)
                .set(REGISTRATION.CHANGED_AT, now)
                .where(REGISTRATION.ID.eq(id.value()))
                .execute();
    }

    void record(RegistrationId id, Change change, byte @Nullable [] oldSealed) {
        sql.insertInto(CHANGE)
                .set(CHANGE.ORGANISATION, Acting.current().organisation().value())
                .set(CHANGE.REGISTRATION_ID, id.value())
                .set(CHANGE.VERSION, change.version())
                .set(CHANGE.KIND, change.kind())
                .set(CHANGE.FIELD, change.field())
                .set(CHANGE.OLD_VALUE, change.before())
                .set(CHANGE.NEW_VALUE, change.after())
                .set(CHANGE.OLD_SEALED, oldSealed)
                .set(CHANGE.REASON, change.reason())
                .set(CHANGE.CHANGED_AT, change.at().atOffset(ZoneOffset.UTC))
                .set(CHANGE.CHANGED_BY, change.by() == null ? null : change.by().value())
                .execute();
    }

    List<Change> history(RegistrationId id) {
        return sql.selectFrom(CHANGE)
                .where(CHANGE.REGISTRATION_ID.eq(id.value()))
                .orderBy(CHANGE.ID.desc())
                .fetch(row -> new Change(
                        row.get(CHANGE.VERSION),
                        row.get(CHANGE.KIND),
                        row.get(CHANGE.FIELD),
                        row.get(CHANGE.OLD_VALUE),
                        row.get(CHANGE.NEW_VALUE),
                        row.get(CHANGE.REASON),
                        row.get(CHANGE.CHANGED_AT).toInstant(),
                        row.get(CHANGE.CHANGED_BY) == null ? null : new MemberId(row.get(CHANGE.CHANGED_BY))));
    }

    private static java.util.@Nullable UUID memberOf(Acting acting) {
        return acting.member() == null ? null : acting.member().value();
    }

    private static Map<Field<?>, @Nullable Object> columns(Facts facts, Circumstances circumstances) {
        Map<Field<?>, @Nullable Object> columns = new HashMap<>();
        columns.put(REGISTRATION.REGISTERED_ON, facts.registeredOn());
        columns.put(REGISTRATION.REGION, facts.region());
        columns.put(REGISTRATION.MUNICIPALITY_CODE, facts.municipality());
        columns.put(REGISTRATION.SEX, facts.sex());
        columns.put(REGISTRATION.AGE_GROUP, facts.ageGroup());
        columns.put(
                REGISTRATION.BIRTH_YEAR,
                facts.birthYear() == null ? null : facts.birthYear().shortValue());
        columns.put(REGISTRATION.CITIZENSHIP, facts.citizenship());
        columns.put(REGISTRATION.FORMS, array(facts.forms()));
        columns.put(REGISTRATION.SECTOR, facts.sector());
        columns.put(REGISTRATION.REFERRED_BY, facts.referredBy());
        columns.put(REGISTRATION.EVENT_CODE, facts.event());
        columns.put(REGISTRATION.BEGAN, facts.began());
        columns.put(REGISTRATION.SETTING, facts.setting());
        columns.put(REGISTRATION.CHILDREN_ACCOMPANYING, facts.childrenAccompanying());
        columns.put(REGISTRATION.AMP_REQUESTED, facts.ampRequested());
        columns.put(REGISTRATION.REFLECTION_REQUESTED, facts.reflectionRequested());
        columns.put(REGISTRATION.INDICATORS, array(circumstances.indicators()));
        columns.put(REGISTRATION.ASSESSMENT, circumstances.assessment());
        columns.put(REGISTRATION.ASSESSED_ON, circumstances.assessedOn());
        columns.put(REGISTRATION.CONSENT_TO_CONTACT, circumstances.consentToContact());
        columns.put(REGISTRATION.GUARDIAN, circumstances.guardian());
        columns.put(REGISTRATION.SOCIAL_SERVICES_INFORMED, circumstances.socialServicesInformed());
        return columns;
    }

    private static Object array(SortedSet<String> codes) {
        return DSL.val(codes.toArray(String[]::new));
    }
}
