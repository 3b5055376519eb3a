package se.ledfyr.surveys;

import static se.ledfyr.surveys.internal.tables.Year.YEAR;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;

/// The years that are reported, and which of them the platform has closed.
@Service
@Transactional
public class SurveyYears {

    private static final ZoneId LOCAL_TIME = ZoneId.of("Europe/Stockholm");

    private final DSLContext sql;
    private final Editions editions;
    private final AuditLog audit;
    private final Clock clock;

    SurveyYears(DSLContext sql, Editions editions, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.editions = editions;
        this.audit = audit;
        this.clock = clock;
    }

    /// The years that there are questionnaires for and that have begun, newest first.
    public List<Integer> list() {
        int now = LocalDate.ofInstant(clock.instant(), LOCAL_TIME).getYear();
        return editions.years().stream().filter(year -> year <= now).toList();
    }

    /// The years that are reported now: the newest, and those before it that the platform has not closed.
    public List<Integer> open() {
        List<Integer> all = list();
        return all.stream()
                .filter(year -> year.equals(all.getFirst()) || !isClosed(year))
                .toList();
    }

    /// When the platform of the acting organisation closed a year; for the platform, its own.
    public Optional<Instant> closedAt(int year) {
        Acting.require(Right.READ_FACTS);
        return sql.select(YEAR.CLOSED_AT)
                .from(YEAR)
                .where(YEAR.YEAR_.eq((short) year))
                .fetchOptional(row -> row.value1().toInstant());
    }

    public boolean isClosed(int year) {
        return closedAt(year).isPresent();
    }

    /// Closes a year: what is sent or corrected from now on is listed as a revision. Closing again changes nothing.
    ///
    /// @throws se.ledfyr.access.NotHere for everybody but the platform, and for a year unasked or not begun
    public void close(int year) {
        Acting.require(Right.COMPILE_CONTACTS);
        if (!list().contains(year)) {
            throw new se.ledfyr.access.NotHere();
        }
        int closed = sql.insertInto(YEAR)
                .set(YEAR.PLATFORM, ContactQueries.own())
                .set(YEAR.YEAR_, (short) year)
                .set(YEAR.CLOSED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(YEAR.CLOSED_BY, ContactQueries.member())
                .onConflictDoNothing()
                .execute();
        if (closed > 0) {
            audit.note(Action.YEAR_CLOSED, Subject.SURVEY, List.of(), null, Integer.toString(year));
        }
    }
}
