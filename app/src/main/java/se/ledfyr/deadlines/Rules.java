package se.ledfyr.deadlines;

import static se.ledfyr.deadlines.internal.tables.Rule.RULE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The rules as the database holds them. Read once and kept for a minute: they change a few times a year.
@Service
public class Rules {

    private static final Duration KEPT_FOR = Duration.ofMinutes(1);

    private final DSLContext sql;
    private final Clock clock;
    private volatile @Nullable Reading reading;

    Rules(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Every rule and every period it had, by code and time.
    public List<Rule> list() {
        Reading kept = reading;
        Instant now = clock.instant();
        if (kept == null || Duration.between(kept.at(), now).abs().compareTo(KEPT_FOR) > 0) {
            kept = new Reading(read(), now);
            reading = kept;
        }
        return kept.rules();
    }

    /// The rule by which a clock is set on `day`.
    public Optional<Rule> find(String code, LocalDate day) {
        return list().stream()
                .filter(rule -> rule.code().equals(code) && rule.isValidOn(day))
                .findFirst();
    }

    /// @throws IllegalArgumentException when there was no such rule on that day: a word of ours is wrong, not a user's
    public Rule get(String code, LocalDate day) {
        return find(code, day).orElseThrow(() -> new IllegalArgumentException("No rule %s on %s".formatted(code, day)));
    }

    private List<Rule> read() {
        return sql.select(RULE.fields())
                .select(
                        DSL.field("lower({0})", LocalDate.class, RULE.VALID).as("valid_from"),
                        DSL.field("upper({0})", LocalDate.class, RULE.VALID).as("valid_to"))
                .from(RULE)
                .orderBy(RULE.CODE, RULE.VALID)
                .fetch(Rules::read);
    }

    private static Rule read(Record row) {
        return new Rule(
                row.get(RULE.CODE),
                row.get(RULE.AMOUNT),
                RuleUnit.valueOf(row.get(RULE.UNIT)),
                row.get(RULE.ROLLS),
                row.get(RULE.REMINDER),
                row.get("valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class),
                row.get(RULE.LABEL_SV),
                row.get(RULE.LABEL_EN),
                Rule.Ground.valueOf(row.get(RULE.GROUND)),
                row.get(RULE.SOURCE_SV),
                row.get(RULE.SOURCE_EN));
    }

    private record Reading(List<Rule> rules, Instant at) {}
}
