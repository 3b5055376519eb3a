package se.ledfyr.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import se.ledfyr.organisations.OrganisationId;

/// The statements about kept answers. Row-level security leaves those of the agreements that the acting
/// organisation is an end of.
@Repository
class ReckoningRows {

    private static final String FIND = """
            select account, reckoned_at, answer from budget.reckoning
            where agreement_id = ? and kind = ? and as_of = ?::date and what_if = ? and what_if_from is not distinct from ?::date
            """;

    /// Asked already and not answered: nothing is written, so that looking twice makes no row wait for another.
    private static final String WANT = """
            insert into budget.reckoning as r (id, agreement_id, kind, as_of, what_if, what_if_from, wanted_at)
            values (?, ?, ?, ?::date, ?, ?::date, ?::timestamptz)
            on conflict (agreement_id, kind, as_of, what_if, what_if_from) do update set wanted_at = excluded.wanted_at
            where r.wanted_at is null and (? or r.checked_at is null or r.checked_at not between ?::timestamptz and excluded.wanted_at)
            """;

    private static final String TAKE = "select * from budget.take_reckoning(?::timestamptz, ?::timestamptz)";

    private static final String SOUGHT =
            "select kind, as_of, what_if, what_if_from, inputs from budget.reckoning where id = ? for update";

    private static final String CHECKED = """
            update budget.reckoning set wanted_at = null, taken_until = null, checked_at = ?::timestamptz where id = ?
            """;

    private static final String KEEP = """
            update budget.reckoning
            set wanted_at = null, taken_until = null, checked_at = ?::timestamptz, reckoned_at = ?::timestamptz,
                account = ?, inputs = ?, answer = ?::jsonb
            where id = ?
            """;

    private final DSLContext sql;

    ReckoningRows(DSLContext sql) {
        this.sql = sql;
    }

    /// @param account fingerprint of what the ends themselves change
    record Stored(String account, Instant at, JSONB answer) {}

    /// Taken by this node, to be reckoned as the keeper.
    record Taken(UUID id, AgreementId agreement, OrganisationId keeper) {}

    /// @param inputs fingerprint of what the kept answer follows from; empty while there is none
    record Due(Sought sought, String inputs) {}

    Optional<Stored> find(Sought sought) {
        return sql.fetchOptional(
                        FIND,
                        sought.agreement().value(),
                        sought.kind().name(),
                        sought.asOf(),
                        sought.persons(),
                        sought.from())
                .filter(row -> row.get("answer") != null)
                .map(row -> new Stored(
                        row.get("account", String.class),
                        row.get("reckoned_at", OffsetDateTime.class).toInstant(),
                        row.get("answer", JSONB.class)));
    }

    /// Says that somebody looks. What was compared within `fresh` is left alone, unless it must be reckoned.
    ///
    /// @return whether there is something to do now
    boolean want(Sought sought, boolean must, Instant now, Duration fresh) {
        return sql.execute(
                        WANT,
                        UUID.randomUUID(),
                        sought.agreement().value(),
                        sought.kind().name(),
                        sought.asOf(),
                        sought.persons(),
                        sought.from(),
                        AgreementRows.utc(now),
                        must,
                        AgreementRows.utc(now.minus(fresh)))
                == 1;
    }

    /// The next that is wanted and that nobody is at. Only the house can take, while it acts for nobody.
    Optional<Taken> take(Instant now, Duration longest) {
        return sql.fetchOptional(TAKE, AgreementRows.utc(now), AgreementRows.utc(now.plus(longest)))
                .map(row -> new Taken(
                        row.get("id", UUID.class),
                        new AgreementId(row.get("agreement_id", UUID.class)),
                        new OrganisationId(row.get("keeper", UUID.class))));
    }

    Due due(Taken taken) {
        Record row = sql.fetchSingle(SOUGHT, taken.id());
        return new Due(
                new Sought(
                        taken.agreement(),
                        Sought.Kind.valueOf(row.get("kind", String.class)),
                        row.get("as_of", LocalDate.class),
                        row.get("what_if", Integer.class),
                        row.get("what_if_from", LocalDate.class)),
                Objects.requireNonNullElse(row.get("inputs", String.class), ""));
    }

    /// What is kept still follows.
    void checked(UUID id, Instant now) {
        sql.execute(CHECKED, AgreementRows.utc(now), id);
    }

    void keep(UUID id, String account, String inputs, String answer, Instant now) {
        sql.execute(
                KEEP,
                AgreementRows.utc(now),
                AgreementRows.utc(now),
                account,
                inputs,
                JSONB.jsonb(answer).data(),
                id);
    }
}
