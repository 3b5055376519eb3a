package se.ledfyr.budget;

import static se.ledfyr.budget.internal.tables.Agreement.AGREEMENT;
import static se.ledfyr.budget.internal.tables.Instalment.INSTALMENT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import se.ledfyr.access.Acting;
import se.ledfyr.organisations.OrganisationId;

/// The statements about agreements. Row-level security leaves those of which the acting organisation is
/// an end.
@Repository
class AgreementRows {

    private final DSLContext sql;

    AgreementRows(DSLContext sql) {
        this.sql = sql;
    }

    List<Agreement> list() {
        return sql.selectFrom(AGREEMENT)
                .orderBy(AGREEMENT.YEAR.desc(), AGREEMENT.PROGRAMME.desc(), AGREEMENT.ID)
                .fetch(AgreementRows::read);
    }

    Optional<Agreement> find(AgreementId id) {
        return sql.selectFrom(AGREEMENT).where(AGREEMENT.ID.eq(id.value())).fetchOptional(AgreementRows::read);
    }

    /// Takes the row, so that nothing is added to the account while it is being closed.
    boolean hold(AgreementId id) {
        return sql.select(AGREEMENT.ID)
                        .from(AGREEMENT)
                        .where(AGREEMENT.ID.eq(id.value()))
                        .forNoKeyUpdate()
                        .fetchOne()
                != null;
    }

    /// @return false when the keeper has an agreement for that programme and year already
    boolean insert(AgreementId id, NewAgreement one, Instant at) {
        Acting acting = Acting.current();
        boolean added = sql.insertInto(AGREEMENT)
                        .set(AGREEMENT.ID, id.value())
                        .set(AGREEMENT.ORGANISATION, one.keeper().value())
                        .set(AGREEMENT.FUNDER, acting.organisation().value())
                        .set(AGREEMENT.PROGRAMME, one.programme().name())
                        .set(AGREEMENT.YEAR, (short) one.year())
                        .set(AGREEMENT.REFERENCE, one.reference())
                        .set(AGREEMENT.SIGNED_ON, one.signedOn())
                        .set(AGREEMENT.GRANTED_ORE, one.granted().ore())
                        .set(AGREEMENT.CONDITIONS, one.conditions())
                        .set(AGREEMENT.REPORT_DUE_ON, one.reportDueOn())
                        .set(AGREEMENT.CREATED_AT, utc(at))
                        .set(AGREEMENT.CREATED_BY, member())
                        .onConflictDoNothing()
                        .execute()
                == 1;
        if (added) {
            one.instalments()
                    .forEach(planned -> sql.insertInto(INSTALMENT)
                            .set(INSTALMENT.ID, UUID.randomUUID())
                            .set(INSTALMENT.AGREEMENT_ID, id.value())
                            .set(INSTALMENT.DUE_ON, planned.dueOn())
                            .set(INSTALMENT.AMOUNT_ORE, planned.amount().ore())
                            .execute());
        }
        return added;
    }

    boolean accept(AgreementId id, LocalDate day) {
        return sql.update(AGREEMENT)
                        .set(AGREEMENT.ACCEPTED_ON, day)
                        .set(AGREEMENT.ACCEPTED_BY, member())
                        .where(AGREEMENT.ID.eq(id.value()))
                        .and(AGREEMENT.ACCEPTED_ON.isNull())
                        .execute()
                == 1;
    }

    boolean handIn(AgreementId id, LocalDate day) {
        return sql.update(AGREEMENT)
                        .set(AGREEMENT.REPORTED_ON, day)
                        .where(AGREEMENT.ID.eq(id.value()))
                        .and(AGREEMENT.REPORTED_ON.isNull())
                        .execute()
                == 1;
    }

    List<Instalment> instalments(AgreementId id) {
        return sql.selectFrom(INSTALMENT)
                .where(INSTALMENT.AGREEMENT_ID.eq(id.value()))
                .orderBy(INSTALMENT.DUE_ON, INSTALMENT.ID)
                .fetch(row -> new Instalment(
                        row.get(INSTALMENT.ID),
                        row.get(INSTALMENT.DUE_ON),
                        new Money(row.get(INSTALMENT.AMOUNT_ORE)),
                        row.get(INSTALMENT.RECEIVED_ON)));
    }

    boolean receive(AgreementId id, UUID instalment, LocalDate day) {
        return sql.update(INSTALMENT)
                        .set(INSTALMENT.RECEIVED_ON, day)
                        .set(INSTALMENT.RECEIVED_BY, member())
                        .where(INSTALMENT.ID.eq(instalment))
                        .and(INSTALMENT.AGREEMENT_ID.eq(id.value()))
                        .and(INSTALMENT.RECEIVED_ON.isNull())
                        .execute()
                == 1;
    }

    /// Whoever changes money is somebody.
    static UUID member() {
        return Objects.requireNonNull(Acting.current().member(), "money is changed by members")
                .value();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Agreement read(Record row) {
        return new Agreement(
                new AgreementId(row.get(AGREEMENT.ID)),
                new OrganisationId(row.get(AGREEMENT.ORGANISATION)),
                new OrganisationId(row.get(AGREEMENT.FUNDER)),
                Programme.valueOf(row.get(AGREEMENT.PROGRAMME)),
                row.get(AGREEMENT.YEAR),
                row.get(AGREEMENT.REFERENCE),
                row.get(AGREEMENT.SIGNED_ON),
                new Money(row.get(AGREEMENT.GRANTED_ORE)),
                row.get(AGREEMENT.CONDITIONS),
                row.get(AGREEMENT.REPORT_DUE_ON),
                row.get(AGREEMENT.REPORTED_ON),
                row.get(AGREEMENT.ACCEPTED_ON));
    }
}
