package se.ledfyr.support;

import static se.ledfyr.support.internal.tables.FollowUp.FOLLOW_UP;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.NotHere;
import se.ledfyr.audit.Action;
import se.ledfyr.casework.TooLate;
import se.ledfyr.programmes.GrantId;
import se.ledfyr.programmes.SupportGrant;

/// The ledger of days: rest and integration as they are used, what lies beyond the grant and who pays it.
///
/// No day of a person is in it twice and days inside the grant never exceed it; the database sees to both. For the
/// programme's office alone.
@Service
@Transactional
public class DayLedger {

    private static final int LONGEST = 999;

    private final PeriodRows rows;
    private final Courses courses;
    private final PhaseClocks clocks;
    private final DSLContext sql;
    private final Office office;

    DayLedger(PeriodRows rows, Courses courses, PhaseClocks clocks, DSLContext sql, Office office) {
        this.rows = rows;
        this.courses = courses;
        this.clocks = clocks;
        this.sql = sql;
        this.office = office;
    }

    /// The days of a person in order. Shown with the course, whose reading is noted.
    public List<Period> listOf(GrantId grant) {
        office.require();
        return rows.listOf(grant);
    }

    /// Writes days down, past or to come.
    ///
    /// @throws NotHere when there is no such grant
    /// @throws TooLate when the support has ended
    /// @throws Clash when a day is there already, or more would be inside the grant than were granted
    /// @throws IllegalArgumentException for days before the decision
    public void write(GrantId id, Period period) {
        SupportGrant grant = courses.underWay(id);
        if (period.first().isBefore(grant.grantedOn())) {
            throw new IllegalArgumentException("No days before the decision");
        }
        checkLength(period.first(), period.last());
        try {
            rows.insert(grant, period, office.now());
        } catch (DataIntegrityViolationException refused) {
            throw Clash.of(refused);
        }
        followClock(id, period.phase());
        courses.note(grant, Action.PROGRAMME_DAYS_CHANGED, words(period));
    }

    /// Gives a period another last day.
    ///
    /// @throws NotHere when there is no such period
    /// @throws Clash as [#write]
    public void move(GrantId id, UUID period, LocalDate last) {
        SupportGrant grant = courses.underWay(id);
        Period before = rows.find(id, period).orElseThrow(NotHere::new);
        if (last.isBefore(before.first())) {
            throw new IllegalArgumentException("A period ends after it began");
        }
        checkLength(before.first(), last);
        try {
            rows.setLast(period, last);
        } catch (DataIntegrityViolationException refused) {
            throw Clash.of(refused);
        }
        followClock(id, before.phase());
        courses.note(grant, Action.PROGRAMME_DAYS_CHANGED, words(before) + " ends " + last);
    }

    /// Strikes a period that was written down by mistake.
    ///
    /// @throws NotHere when there is no such period
    public void strike(GrantId id, UUID period) {
        SupportGrant grant = courses.underWay(id);
        Period before = rows.find(id, period).orElseThrow(NotHere::new);
        rows.strike(period, office.now());
        followClock(id, before.phase());
        courses.note(grant, Action.PROGRAMME_DAYS_CHANGED, words(before) + " struck");
    }

    /// Which phase ends soon and nobody has said what follows: its last day is within [Courses#SOON] days or past.
    public Optional<Ending> findAsked(GrantId grant) {
        office.require();
        LocalDate today = office.today();
        return rows.listOf(grant).stream()
                .max(Comparator.comparing(Period::last))
                .filter(last -> last.last().isBefore(today.plusDays(Courses.SOON + 1L)))
                .map(last -> new Ending(last.phase(), last.last()))
                .filter(ending -> !isAnswered(grant, ending));
    }

    /// @param last the last day that is written down
    public record Ending(Phase phase, LocalDate last) {}

    /// Answers what follows; the clock has nothing more to ask.
    ///
    /// @param follows a code of `nsp_follows`
    public void answer(GrantId id, Ending ending, String follows) {
        SupportGrant grant = courses.underWay(id);
        sql.insertInto(FOLLOW_UP)
                .set(FOLLOW_UP.ID, UUID.randomUUID())
                .set(
                        FOLLOW_UP.ORGANISATION,
                        se.ledfyr.access.Acting.current().organisation().value())
                .set(FOLLOW_UP.GRANT_ID, id.value())
                .set(FOLLOW_UP.PERSON_ID, grant.person().value())
                .set(FOLLOW_UP.PHASE, ending.phase().name())
                .set(FOLLOW_UP.LAST_DAY, ending.last())
                .set(FOLLOW_UP.FOLLOWS, follows)
                .set(FOLLOW_UP.ANSWERED_AT, office.now())
                .set(FOLLOW_UP.ANSWERED_BY, Office.member().value())
                .execute();
        clocks.stop(id, ending.phase());
        courses.note(grant, Action.PROGRAMME_DAYS_CHANGED, "follows " + follows);
    }

    /// What was answered, the last first. Shown with the course.
    public List<FollowUp> listAnswers(GrantId grant) {
        office.require();
        return sql.selectFrom(FOLLOW_UP)
                .where(FOLLOW_UP.GRANT_ID.eq(grant.value()))
                .orderBy(FOLLOW_UP.ANSWERED_AT.desc())
                .fetch(row -> new FollowUp(
                        Phase.valueOf(row.get(FOLLOW_UP.PHASE)),
                        row.get(FOLLOW_UP.LAST_DAY),
                        row.get(FOLLOW_UP.FOLLOWS),
                        row.get(FOLLOW_UP.ANSWERED_AT).toInstant()));
    }

    /// Longer is a slip of the finger.
    static void checkLength(LocalDate first, LocalDate last) {
        if (last.isAfter(first.plusDays(LONGEST))) {
            throw new IllegalArgumentException("At most %d days".formatted(LONGEST));
        }
    }

    private boolean isAnswered(GrantId grant, Ending ending) {
        return sql.fetchExists(sql.selectFrom(FOLLOW_UP)
                .where(FOLLOW_UP.GRANT_ID.eq(grant.value()))
                .and(FOLLOW_UP.PHASE.eq(ending.phase().name()))
                .and(FOLLOW_UP.LAST_DAY.eq(ending.last())));
    }

    private void followClock(GrantId id, Phase phase) {
        List<Period> all = rows.listOf(id).stream()
                .filter(period -> period.phase() == phase)
                .toList();
        if (all.isEmpty()) {
            clocks.stop(id, phase);
        } else {
            clocks.follow(id, phase, all.getFirst().first(), all.getLast().last(), office.today());
        }
    }

    private static String words(Period period) {
        return "%s%s %s, %d days"
                .formatted(period.phase(), period.beyond() ? " beyond" : "", period.payer(), period.days());
    }
}
