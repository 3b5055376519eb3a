package se.ledfyr.consent;

import static se.ledfyr.consent.internal.tables.Consent.CONSENT_;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.people.FieldGroup;
import se.ledfyr.people.PersonId;

/// The SQL of consents. Row-level security has removed everybody else's.
@Repository
class ConsentQueries {

    private final DSLContext sql;

    ConsentQueries(DSLContext sql) {
        this.sql = sql;
    }

    /// A consent as it is stored, before the witness is opened.
    record Stored(Consent consent, byte @Nullable [] witness) {}

    void insert(ConsentId id, PersonId person, ConsentTerms terms, byte @Nullable [] witness, Instant at) {
        Acting acting = Acting.current();
        sql.insertInto(CONSENT_)
                .set(CONSENT_.ID, id.value())
                .set(CONSENT_.ORGANISATION, acting.organisation().value())
                .set(CONSENT_.PERSON_ID, person.value())
                .set(CONSENT_.PURPOSE, terms.purpose())
                .set(
                        CONSENT_.RECEIVERS,
                        terms.receivers().stream().map(OrganisationId::value).toArray(UUID[]::new))
                .set(CONSENT_.GROUPS, FieldGroup.codes(terms.groups()))
                .set(CONSENT_.GIVEN_BY, terms.givenBy())
                .set(CONSENT_.GIVEN_HOW, terms.givenHow())
                .set(CONSENT_.LANGUAGE, terms.language())
                .set(CONSENT_.INTERPRETER, terms.interpreter())
                .set(CONSENT_.WITNESS_SEALED, witness)
                .set(CONSENT_.FROM_ON, terms.from())
                .set(CONSENT_.UNTIL_ON, terms.until())
                .set(CONSENT_.RECORDED_AT, at.atOffset(ZoneOffset.UTC))
                .set(
                        CONSENT_.RECORDED_BY,
                        acting.member() == null ? null : acting.member().value())
                .execute();
    }

    Optional<Stored> find(ConsentId id) {
        return sql.selectFrom(CONSENT_).where(CONSENT_.ID.eq(id.value())).fetchOptional(ConsentQueries::read);
    }

    /// Newest first.
    List<Stored> listOf(PersonId person) {
        return sql.selectFrom(CONSENT_)
                .where(CONSENT_.PERSON_ID.eq(person.value()))
                .orderBy(CONSENT_.RECORDED_AT.desc(), CONSENT_.ID)
                .fetch(ConsentQueries::read);
    }

    /// The consent that covers a share on a day and holds longest, held until the transaction ends.
    Optional<Stored> holdLive(
            PersonId person, String purpose, OrganisationId receiver, Set<FieldGroup> groups, LocalDate day) {
        return sql.selectFrom(CONSENT_)
                .where(CONSENT_.PERSON_ID.eq(person.value()))
                .and(CONSENT_.PURPOSE.eq(purpose))
                .and(CONSENT_.RECEIVERS.contains(new UUID[] {receiver.value()}))
                .and(CONSENT_.GROUPS.contains(FieldGroup.codes(groups)))
                .and(CONSENT_.WITHDRAWN_AT.isNull())
                .and(CONSENT_.FROM_ON.le(day))
                .and(CONSENT_.UNTIL_ON.isNull().or(CONSENT_.UNTIL_ON.ge(day)))
                .orderBy(CONSENT_.UNTIL_ON.desc().nullsFirst(), CONSENT_.RECORDED_AT.desc(), CONSENT_.ID)
                .limit(1)
                .forShare()
                .fetchOptional(ConsentQueries::read);
    }

    /// @return false when there is no such consent, or it was withdrawn before
    boolean withdraw(ConsentId id, Instant at) {
        MemberId member = Acting.current().member();
        return sql.update(CONSENT_)
                        .set(CONSENT_.WITHDRAWN_AT, at.atOffset(ZoneOffset.UTC))
                        .set(CONSENT_.WITHDRAWN_BY, member == null ? null : member.value())
                        .where(CONSENT_.ID.eq(id.value()))
                        .and(CONSENT_.WITHDRAWN_AT.isNull())
                        .execute()
                == 1;
    }

    private static Stored read(Record row) {
        ConsentTerms terms = new ConsentTerms(
                row.get(CONSENT_.PURPOSE),
                Arrays.stream(row.get(CONSENT_.RECEIVERS))
                        .map(OrganisationId::new)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                groups(row.get(CONSENT_.GROUPS)),
                row.get(CONSENT_.GIVEN_BY),
                row.get(CONSENT_.GIVEN_HOW),
                row.get(CONSENT_.LANGUAGE),
                row.get(CONSENT_.INTERPRETER),
                null,
                row.get(CONSENT_.FROM_ON),
                row.get(CONSENT_.UNTIL_ON));
        UUID by = row.get(CONSENT_.RECORDED_BY);
        OffsetDateTime withdrawn = row.get(CONSENT_.WITHDRAWN_AT);
        Consent consent = new Consent(
                new ConsentId(row.get(CONSENT_.ID)),
                new PersonId(row.get(CONSENT_.PERSON_ID)),
                terms,
                row.get(CONSENT_.RECORDED_AT).toInstant(),
                by == null ? null : new MemberId(by),
                withdrawn == null ? null : withdrawn.toInstant());
        return new Stored(consent, row.get(CONSENT_.WITNESS_SEALED));
    }

    static Set<FieldGroup> groups(String[] codes) {
        return Arrays.stream(codes)
                .map(code -> FieldGroup.of(code).orElseThrow())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
