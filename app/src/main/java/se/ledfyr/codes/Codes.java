package se.ledfyr.codes;

import static se.ledfyr.codes.internal.tables.Code.CODE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The code lists as the database holds them. Read once and kept for a minute: they change a few times a year.
@Service
public class Codes {

    private static final Duration KEPT_FOR = Duration.ofMinutes(1);

    private final DSLContext sql;
    private final Clock clock;
    private volatile @Nullable Reading reading;

    Codes(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public CodeBook book() {
        Reading kept = reading;
        Instant now = clock.instant();
        if (kept == null || kept.at().plus(KEPT_FOR).isBefore(now)) {
            kept = new Reading(read(), now);
            reading = kept;
        }
        return kept.book();
    }

    private CodeBook read() {
        return CodeBook.of(sql.select(
                        CODE.LIST,
                        CODE.CODE_,
                        CODE.LABEL_SV,
                        CODE.LABEL_EN,
                        CODE.SORT,
                        CODE.PARENT,
                        DSL.field("lower({0})", java.time.LocalDate.class, CODE.VALID),
                        DSL.field("upper({0})", java.time.LocalDate.class, CODE.VALID),
                        CODE.SOURCE,
                        CODE.REFERENCE,
                        CODE.UNVERIFIED)
                .from(CODE)
                .fetch(org.jooq.Records.mapping(Code::new)));
    }

    private record Reading(CodeBook book, Instant at) {}
}
