package se.ledfyr.budget;

import static se.ledfyr.budget.internal.tables.Supplement.SUPPLEMENT;
import static se.ledfyr.budget.internal.tables.SupplementMonth.SUPPLEMENT_MONTH;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The statements about requests for more money.
@Repository
class SupplementRows {

    private final DSLContext sql;

    SupplementRows(DSLContext sql) {
        this.sql = sql;
    }

    void insert(SupplementId id, AgreementId agreement, Supplements.Asked asked, LocalDate day, Instant at) {
        Outlook outlook = asked.outlook();
        sql.insertInto(SUPPLEMENT)
                .set(SUPPLEMENT.ID, id.value())
                .set(SUPPLEMENT.AGREEMENT_ID, agreement.value())
                .set(SUPPLEMENT.ASKED_ON, day)
                .set(SUPPLEMENT.ASKED_ORE, asked.amount().ore())
                .set(SUPPLEMENT.GROUND, asked.ground())
                .set(SUPPLEMENT.AS_OF, outlook.asOf())
                .set(SUPPLEMENT.AVAILABLE_ORE, outlook.available().ore())
                .set(SUPPLEMENT.SPENT_ORE, outlook.spent().ore())
                .set(SUPPLEMENT.COMMITTED_ORE, outlook.committed().ore())
                .set(SUPPLEMENT.LOW_ORE, outlook.low().ore())
                .set(SUPPLEMENT.MIDDLE_ORE, outlook.middle().ore())
                .set(SUPPLEMENT.HIGH_ORE, outlook.high().ore())
                .set(SUPPLEMENT.WHAT_IF, outlook.whatIf())
                .set(SUPPLEMENT.WHAT_IF_FROM, outlook.whatIfFrom())
                .set(SUPPLEMENT.SEED, outlook.seed())
                .set(SUPPLEMENT.SIMULATIONS, outlook.simulations())
                .set(SUPPLEMENT.LASTS, outlook.lasts())
                .set(SUPPLEMENT.ASKED_AT, AgreementRows.utc(at))
                .set(SUPPLEMENT.ASKED_BY, AgreementRows.member())
                .execute();
        outlook.months()
                .forEach(month -> sql.insertInto(SUPPLEMENT_MONTH)
                        .set(SUPPLEMENT_MONTH.SUPPLEMENT_ID, id.value())
                        .set(SUPPLEMENT_MONTH.MONTH, month.name().atDay(1))
                        .set(SUPPLEMENT_MONTH.LOW_ORE, month.low().ore())
                        .set(SUPPLEMENT_MONTH.MIDDLE_ORE, month.middle().ore())
                        .set(SUPPLEMENT_MONTH.HIGH_ORE, month.high().ore())
                        .set(SUPPLEMENT_MONTH.ENDS_HERE, month.endsHere())
                        .execute());
    }

    List<Supplement> list(AgreementId agreement) {
        return sql.selectFrom(SUPPLEMENT)
                .where(SUPPLEMENT.AGREEMENT_ID.eq(agreement.value()))
                .orderBy(SUPPLEMENT.ASKED_AT, SUPPLEMENT.ID)
                .fetch(this::read);
    }

    Optional<Supplement> find(SupplementId id) {
        return sql.selectFrom(SUPPLEMENT).where(SUPPLEMENT.ID.eq(id.value())).fetchOptional(this::read);
    }

    boolean waits(AgreementId agreement) {
        return sql.fetchExists(
                SUPPLEMENT,
                SUPPLEMENT.AGREEMENT_ID.eq(agreement.value()),
                SUPPLEMENT.STATE.eq(SupplementState.ASKED.name()));
    }

    /// How many wait for the acting organisation's decision.
    int countWaitingFor(UUID funder) {
        return sql.fetchSingle(
                        "select count(*)::int from budget.supplement s join budget.agreement a on a.id = s.agreement_id"
                                + " where s.state = 'ASKED' and a.funder = ?",
                        funder)
                .get(0, Integer.class);
    }

    boolean decide(SupplementId id, @Nullable Money granted, String decision, LocalDate day) {
        return sql.update(SUPPLEMENT)
                        .set(
                                SUPPLEMENT.STATE,
                                (granted == null ? SupplementState.REFUSED : SupplementState.GRANTED).name())
                        .set(SUPPLEMENT.DECIDED_ON, day)
                        .set(SUPPLEMENT.GRANTED_ORE, granted == null ? null : granted.ore())
                        .set(SUPPLEMENT.DECISION, decision)
                        .set(SUPPLEMENT.DECIDED_BY, AgreementRows.member())
                        .where(SUPPLEMENT.ID.eq(id.value()))
                        .and(SUPPLEMENT.STATE.eq(SupplementState.ASKED.name()))
                        .execute()
                == 1;
    }

    private Supplement read(Record row) {
        Long granted = row.get(SUPPLEMENT.GRANTED_ORE);
        UUID id = row.get(SUPPLEMENT.ID);
        return new Supplement(
                new SupplementId(id),
                new AgreementId(row.get(SUPPLEMENT.AGREEMENT_ID)),
                row.get(SUPPLEMENT.ASKED_ON),
                new Money(row.get(SUPPLEMENT.ASKED_ORE)),
                row.get(SUPPLEMENT.GROUND),
                new Outlook(
                        row.get(SUPPLEMENT.AS_OF),
                        new Money(row.get(SUPPLEMENT.AVAILABLE_ORE)),
                        new Money(row.get(SUPPLEMENT.SPENT_ORE)),
                        new Money(row.get(SUPPLEMENT.COMMITTED_ORE)),
                        new Money(row.get(SUPPLEMENT.LOW_ORE)),
                        new Money(row.get(SUPPLEMENT.MIDDLE_ORE)),
                        new Money(row.get(SUPPLEMENT.HIGH_ORE)),
                        row.get(SUPPLEMENT.WHAT_IF),
                        row.get(SUPPLEMENT.WHAT_IF_FROM),
                        row.get(SUPPLEMENT.SEED),
                        row.get(SUPPLEMENT.SIMULATIONS),
                        row.get(SUPPLEMENT.LASTS),
                        months(id)),
                SupplementState.valueOf(row.get(SUPPLEMENT.STATE)),
                row.get(SUPPLEMENT.DECIDED_ON),
                granted == null ? null : new Money(granted),
                row.get(SUPPLEMENT.DECISION));
    }

    private List<Outlook.Month> months(UUID id) {
        return sql.selectFrom(SUPPLEMENT_MONTH)
                .where(SUPPLEMENT_MONTH.SUPPLEMENT_ID.eq(id))
                .orderBy(SUPPLEMENT_MONTH.MONTH)
                .fetch(row -> new Outlook.Month(
                        YearMonth.from(row.get(SUPPLEMENT_MONTH.MONTH)),
                        new Money(row.get(SUPPLEMENT_MONTH.LOW_ORE)),
                        new Money(row.get(SUPPLEMENT_MONTH.MIDDLE_ORE)),
                        new Money(row.get(SUPPLEMENT_MONTH.HIGH_ORE)),
                        row.get(SUPPLEMENT_MONTH.ENDS_HERE)));
    }
}
